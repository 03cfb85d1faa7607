"""What Teams cannot be asked again: how people and channels are reached, what was sent, what came in."""

from typing import Any

from tortoise import fields
from tortoise.models import Model

from workflows.models.fields import SealedJSON


class TeamsPerson(Model):
    """How somebody is written to, `external_id` is tenant and Entra object id as in their chat identity.

    `checked_at` is when their profile was last looked at. `drafted` is the last message of theirs that may have
    begun a draft, which photos sent soon after join.
    """

    id = fields.IntField(primary_key=True)
    external_id = fields.CharField(120, unique=True)
    user = fields.CharField(200)
    conversation = fields.CharField(250, default="")
    service = fields.CharField(200, default="")
    checked_at = fields.DatetimeField()
    drafted = fields.CharField(120, default="")
    drafted_at = fields.DatetimeField(null=True)

    class Meta:
        table = "teams_person"


class TeamsChannel(Model):
    """How a channel or group chat is written to, `team` is the team of a channel, empty for a chat."""

    id = fields.IntField(primary_key=True)
    conversation = fields.CharField(250, unique=True)
    team = fields.CharField(250, default="", db_index=True)
    service = fields.CharField(200)

    class Meta:
        table = "teams_channel"


class TeamsPart(Model):
    """One message of a card that was sent under `key`, most cards have one part.

    `person` is who sees it, empty in a channel. A card is whole when there are `count` parts.
    """

    id = fields.IntField(primary_key=True)
    key = fields.CharField(220)
    number = fields.IntField()
    count = fields.IntField()
    conversation = fields.CharField(250)
    service = fields.CharField(200)
    reference = fields.CharField(120)
    person = fields.IntField(null=True)
    at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "teams_part"
        unique_together = (("key", "number"),)
        indexes = (("conversation", "reference"),)


class TeamsReceived(Model):
    """An activity that was acknowledged, `activity` is encrypted and emptied once it was worked on."""

    key = fields.CharField(60, primary_key=True)
    activity: Any = SealedJSON()
    at = fields.DatetimeField(db_index=True)
    done = fields.BooleanField(default=False, db_index=True)

    class Meta:
        table = "teams_received"
