"""What the Slack adapter keeps: what came in until it is dealt with, uploaded pictures, opened Home tabs."""

from typing import Any

from tortoise import fields
from tortoise.models import Model

from workflows.models.fields import SealedJSON


class SlackEvent(Model):
    """Something that came in, stored before it is acknowledged, `payload` is encrypted, and gone once it is done.

    A row that is done stays for as long as Slack might send the same again. `slot` is the process that has it.
    """

    id = fields.CharField(200, primary_key=True)
    kind = fields.CharField(40)
    slot = fields.CharField(60)
    payload: Any = SealedJSON(null=True)
    received_at = fields.DatetimeField()
    attempts = fields.IntField(default=0)
    done = fields.BooleanField(default=False)

    class Meta:
        table = "slack_event"
        indexes = (("done", "slot"),)


class SlackPicture(Model):
    """A picture that was uploaded to Slack, so that cards can show it, under its file id there."""

    picture = fields.CharField(60, primary_key=True)
    file = fields.CharField(40)

    class Meta:
        table = "slack_picture"


class SlackHome(Model):
    """A person who has opened the Home tab, so that it is kept up to date for them."""

    user = fields.CharField(40, primary_key=True)
    person = fields.IntField(db_index=True)

    class Meta:
        table = "slack_home"


class SlackPart(Model):
    """A further part of a card that does not fit one message, `card` and `ts` are what Slack calls both."""

    id = fields.IntField(primary_key=True)
    conversation = fields.CharField(40)
    card = fields.CharField(40)
    number = fields.IntField()
    ts = fields.CharField(40)

    class Meta:
        table = "slack_part"
        unique_together = (("conversation", "card", "number"),)
