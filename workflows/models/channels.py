"""The conversations in which schools are alerted."""

from tortoise import fields
from tortoise.models import Model

from workflows.models.trust import School


class LeadershipChannel(Model):
    """The private conversation of a school's leadership, `conversation` is the platform's own id of it."""

    id = fields.IntField(primary_key=True)
    school: fields.OneToOneRelation[School] = fields.OneToOneField("gatepost.School", related_name="leadership_channel")
    platform = fields.CharField(20)
    conversation = fields.CharField(250)
    bound_at = fields.DatetimeField()
    school_id: str

    class Meta:
        unique_together = (("platform", "conversation"),)
