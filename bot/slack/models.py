"""What the Slack adapter keeps in the database: uploaded pictures, opened Home tabs, further parts of long cards."""

from tortoise import fields
from tortoise.models import Model


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
