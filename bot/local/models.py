"""What the local chat keeps: its messages, and how far each person has read."""

from typing import Any

from tortoise import fields
from tortoise.models import Model

from workflows.models.fields import SealedJSON


class LocalMessage(Model):
    """A card or something that a person said (`author` is then their id), `content` is encrypted.

    `content` is a card's document, or `{"text", "files"}` of what was said. `change` grows with every
    new or redrawn message of the whole workspace, and is what a reader's place is counted in.
    """

    id = fields.IntField(primary_key=True)
    key = fields.CharField(220, unique=True)
    conversation = fields.CharField(120, db_index=True)
    author = fields.IntField(null=True)
    card = fields.CharField(40, default="")
    state = fields.CharField(40, default="")
    content: Any = SealedJSON()
    under = fields.IntField(null=True)
    at = fields.DatetimeField()
    change = fields.IntField(unique=True)

    class Meta:
        table = "local_message"


class LocalSeen(Model):
    """The last message of a conversation that a person has seen."""

    id = fields.IntField(primary_key=True)
    person = fields.IntField()
    conversation = fields.CharField(120)
    message = fields.IntField(default=0)

    class Meta:
        table = "local_seen"
        unique_together = (("person", "conversation"),)
