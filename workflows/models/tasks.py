"""Things that a person has to do by hand, chased until they are done."""

from tortoise import fields
from tortoise.models import Model

from workflows.models.people import Person
from workflows.models.trust import School


class Task(Model):
    """`kind` is a `workflows.tasks.Kind`, `about` is the id of the post, comment or message it is for.

    `detail` narrows it (an account id for a publication). `level` counts the reminders sent.
    """

    id = fields.CharField(36, primary_key=True)
    school: fields.ForeignKeyRelation[School] = fields.ForeignKeyField("gatepost.School", related_name="tasks")
    kind = fields.CharField(40)
    about = fields.CharField(120)
    detail = fields.CharField(120, default="")
    state = fields.CharField(20, db_index=True)
    version = fields.IntField(default=1)
    level = fields.IntField(default=0)
    created_at = fields.DatetimeField()
    done_by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField("gatepost.Person", null=True)
    done_at = fields.DatetimeField(null=True)
    school_id: str
    done_by_id: int | None

    class Meta:
        indexes = (("about", "state"),)
