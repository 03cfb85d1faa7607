"""A post from the first draft to the public page, its revisions, pictures and places of publication."""

from tortoise import fields
from tortoise.models import Model

from workflows.models.fields import SealedJSON, SealedText
from workflows.models.people import Person
from workflows.models.trust import Account, School


class Post(Model):
    """The truth about one post, `version` counts every change and is what a claim compares and sets.

    `review` counts submissions, `stage` how far the present review has escalated, `asked` lists the
    person ids who may decide it now. `author` wrote or adopted it, `suggested_by` is the member of
    staff whose suggestion it was. `touched_by` lists everybody who wrote or changed it.
    `held_for` says why a held post waits: `late` for its slot, `check` for what the last check found.
    """

    id = fields.CharField(36, primary_key=True)
    school: fields.ForeignKeyRelation[School] = fields.ForeignKeyField("gatepost.School", related_name="posts")
    author: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("gatepost.Person", related_name="posts")
    suggested_by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "gatepost.Person", related_name="suggestions", null=True
    )
    touched_by = fields.JSONField[list[int]](default=list)
    state = fields.CharField(20, db_index=True)
    version = fields.IntField(default=1)
    revision = fields.IntField(default=1)
    review = fields.IntField(default=0)
    stage = fields.IntField(default=0)
    asked = fields.JSONField[list[int]](default=list)
    submitted_at = fields.DatetimeField(null=True)
    held_for = fields.CharField(20, default="")
    created_at = fields.DatetimeField()
    changed_at = fields.DatetimeField()
    school_id: str
    author_id: int
    suggested_by_id: int | None


class Revision(Model):
    """What a draft said at one moment, never changed afterwards, `content` is a `workflows.drafts.Content`.

    `claim` is the SHA-256 of text, media, accounts and time to which a decision is bound.
    """

    id = fields.IntField(primary_key=True)
    post: fields.ForeignKeyRelation[Post] = fields.ForeignKeyField("gatepost.Post", related_name="revisions")
    number = fields.IntField()
    content = SealedJSON()
    claim = fields.CharField(64)
    by: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("gatepost.Person", related_name="revisions")
    at = fields.DatetimeField()
    post_id: str
    by_id: int

    class Meta:
        unique_together = (("post", "number"),)


class Decision(Model):
    """What was decided in one review, by whom and on which claim, under which version of the policy."""

    id = fields.IntField(primary_key=True)
    post: fields.ForeignKeyRelation[Post] = fields.ForeignKeyField("gatepost.Post", related_name="decisions")
    review = fields.IntField()
    decision = fields.CharField(20)
    claim = fields.CharField(64)
    by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "gatepost.Person", related_name="decisions", null=True
    )
    as_deputy = fields.BooleanField(default=False)
    at = fields.DatetimeField()
    reason = SealedText(null=True)
    policy_version = fields.CharField(20)
    post_id: str
    by_id: int | None

    class Meta:
        unique_together = (("post", "review"),)


class Picture(Model):
    """A photo or video as it will be published: metadata stripped, encrypted, sizes in pixels (0 for a video).

    It is stored before the command that puts it into a draft, so `school` says who may see it.
    """

    id = fields.CharField(36, primary_key=True)
    school: fields.ForeignKeyRelation[School] = fields.ForeignKeyField("gatepost.School", related_name="pictures")
    sealed = fields.BinaryField()
    content_type = fields.CharField(40)
    width = fields.IntField()
    height = fields.IntField()
    sha256 = fields.CharField(64)
    school_id: str


class Publication(Model):
    """One account on which a post goes out, `permalink` is empty until it did."""

    id = fields.IntField(primary_key=True)
    post: fields.ForeignKeyRelation[Post] = fields.ForeignKeyField("gatepost.Post", related_name="publications")
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField("gatepost.Account")
    permalink = fields.CharField(500, default="")
    device = fields.CharField(40, default="")
    published_by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField("gatepost.Person", null=True)
    published_at = fields.DatetimeField(null=True)
    post_id: str
    account_id: str
    published_by_id: int | None

    class Meta:
        unique_together = (("post", "account"),)
