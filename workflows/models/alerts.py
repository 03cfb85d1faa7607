"""Comments, the evidence kept of them, and the alerts they raise (clauses 5.4 and 8.6)."""

from tortoise import fields
from tortoise.models import Model

from workflows.models.fields import SealedJSON
from workflows.models.people import Person
from workflows.models.trust import School


class Comment(Model):
    """A comment as reported, `content` is `{"text", "author", "permalink", "post"}`, `reading` what was made of it."""

    id = fields.CharField(36, primary_key=True)
    school: fields.ForeignKeyRelation[School] = fields.ForeignKeyField("gatepost.School", related_name="comments")
    content = SealedJSON()
    reading = SealedJSON()
    urgent = fields.BooleanField()
    reported_by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField("gatepost.Person", null=True)
    reported_at = fields.DatetimeField()
    school_id: str
    reported_by_id: int | None


class Evidence(Model):
    """What is kept of a comment that describes a child: record and rendered picture, encrypted, with SHA-256.

    Never an image or video that was attached to the comment. `screenshot` is the reporter's own, if any.
    """

    id = fields.CharField(36, primary_key=True)
    comment: fields.OneToOneRelation[Comment] = fields.OneToOneField("gatepost.Comment", related_name="evidence")
    record = SealedJSON()
    picture = fields.BinaryField()
    screenshot = fields.BinaryField(null=True)
    sha256 = fields.CharField(64)
    captured_at = fields.DatetimeField()
    comment_id: str


class Alert(Model):
    """An alarm to a school's leadership, `level` counts how often it was repeated or escalated."""

    id = fields.CharField(36, primary_key=True)
    school: fields.ForeignKeyRelation[School] = fields.ForeignKeyField("gatepost.School", related_name="alerts")
    comment: fields.OneToOneRelation[Comment] = fields.OneToOneField("gatepost.Comment", related_name="alert")
    state = fields.CharField(20, db_index=True)
    version = fields.IntField(default=1)
    level = fields.IntField(default=0)
    raised_at = fields.DatetimeField()
    acknowledged_by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "gatepost.Person", related_name="acknowledged", null=True
    )
    acknowledged_at = fields.DatetimeField(null=True)
    resolved_by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "gatepost.Person", related_name="resolved", null=True
    )
    resolved_at = fields.DatetimeField(null=True)
    outcome = fields.CharField(40, default="")
    note = SealedJSON(null=True)
    school_id: str
    comment_id: str
    acknowledged_by_id: int | None
    resolved_by_id: int | None
