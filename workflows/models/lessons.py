"""What a school says of a reading: that it was a false alarm, or that something was missed."""

from tortoise import fields
from tortoise.models import Model

from workflows.models.fields import SealedJSON
from workflows.models.people import Person
from workflows.models.trust import School


class Lesson(Model):
    """One entry of the review list, `words` is `{"phrase"}`, `active` says that the phrase is allowed now.

    An allowed phrase has a row for every year, begun by `said_by`. `ended_by` kept it or let it go, nobody where
    it lapsed.
    """

    id = fields.CharField(36, primary_key=True)
    school: fields.ForeignKeyRelation[School] = fields.ForeignKeyField("gatepost.School", related_name="lessons")
    kind = fields.CharField(20)
    words = SealedJSON()
    about = fields.CharField(36, default="")
    said_by: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("gatepost.Person", related_name="lessons")
    said_at = fields.DatetimeField()
    active = fields.BooleanField(default=False)
    ended_by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "gatepost.Person", related_name="ended_lessons", null=True
    )
    ended_at = fields.DatetimeField(null=True)
    school_id: str
    said_by_id: int
    ended_by_id: int | None
