"""People of the staff register, what they may do, and the chat identities that are theirs."""

from tortoise import fields
from tortoise.models import Model

from workflows.models.fields import SealedJSON
from workflows.models.trust import School


class Person(Model):
    """A member of staff, `identity` is `{"title", "forename", "surname", "email"}`, encrypted.

    `email_index` is the keyed hash by which the work email is looked up, empty without an email.
    `preferred_platform` is where they want their cards, empty for where they were last.
    """

    id = fields.IntField(primary_key=True)
    staff_id = fields.CharField(40, unique=True)
    school: fields.ForeignKeyNullableRelation[School] = fields.ForeignKeyField(
        "gatepost.School", related_name="people", null=True
    )
    identity = SealedJSON()
    email_index = fields.CharField(64, default="", db_index=True)
    job_title = fields.CharField(120, default="")
    preferred_platform = fields.CharField(20, default="")
    left_at = fields.DatetimeField(null=True)
    school_id: str | None

    @property
    def formal_name(self) -> str:
        """Title and surname, as staff are called on every card (clause 5.2)."""
        return f"{self.identity['title']} {self.identity['surname']}".strip()


class RoleGrant(Model):
    """A role held by a person at one school, or trust-wide where `school` is empty, never deleted."""

    id = fields.IntField(primary_key=True)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "gatepost.Person", related_name="grants", db_index=True
    )
    role = fields.CharField(40)
    school: fields.ForeignKeyNullableRelation[School] = fields.ForeignKeyField(
        "gatepost.School", null=True, db_index=True
    )
    granted_at = fields.DatetimeField()
    granted_by = fields.CharField(60)
    revoked_at = fields.DatetimeField(null=True)
    revoked_by = fields.CharField(60, default="")
    person_id: int
    school_id: str | None


class Deputy(Model):
    """Who stands in for the headteacher of a school, first `position` first."""

    id = fields.IntField(primary_key=True)
    school: fields.ForeignKeyRelation[School] = fields.ForeignKeyField("gatepost.School", related_name="deputies")
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("gatepost.Person")
    position = fields.IntField()
    person_id: int
    school_id: str

    class Meta:
        unique_together = (("school", "position"),)


class Absence(Model):
    """A person who is away until an instant: cards go to the next in line meanwhile."""

    id = fields.IntField(primary_key=True)
    person: fields.OneToOneRelation[Person] = fields.OneToOneField("gatepost.Person", related_name="absence")
    until = fields.DatetimeField()
    person_id: int


class ChatIdentity(Model):
    """A user of a chat platform who is this person and nobody else, `last_acted_at` is right to a few minutes."""

    id = fields.IntField(primary_key=True)
    platform = fields.CharField(20)
    external_id = fields.CharField(120)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("gatepost.Person", related_name="identities")
    bound_at = fields.DatetimeField()
    last_acted_at = fields.DatetimeField()
    person_id: int

    class Meta:
        unique_together = (("platform", "external_id"), ("platform", "person"))
