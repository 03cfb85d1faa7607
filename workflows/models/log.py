"""What was done: events that make every command happen once, messages sent, the chained audit log."""

from tortoise import fields
from tortoise.models import Model


class Event(Model):
    """A command that was carried out, keyed by its id, `effects` are what must follow (ids only, no texts)."""

    id = fields.CharField(200, primary_key=True)
    command = fields.CharField(60)
    about = fields.CharField(120, db_index=True, default="")
    at = fields.DatetimeField()
    effects = fields.JSONField[list[dict[str, object]]](default=list)


class Message(Model):
    """A card on its way to, or in, a chat: the intent is written before the platform is called.

    `key` is the effect's id, by which the platform is asked after a crash whether it has the message.
    `shown` is the keyed hash of the card as it stands there, empty for one that is never redrawn.
    `destination` is a `workflows.ports.Destination` as JSON, `card` names the card and what it shows.
    `reason` says why it could not be delivered, as a word of `workflows.errors.Unreachable`.
    """

    key = fields.CharField(220, primary_key=True)
    about = fields.CharField(120)
    card = fields.CharField(40)
    detail = fields.TextField(default="")
    destination = fields.JSONField[dict[str, object]]()
    state = fields.CharField(20)
    attempts = fields.IntField(default=0)
    shown = fields.CharField(64, default="")
    platform = fields.CharField(20, default="")
    conversation = fields.CharField(250, default="")
    reference = fields.CharField(120, default="")
    reason = fields.CharField(20, default="")
    intended_at = fields.DatetimeField()
    sent_at = fields.DatetimeField(null=True)

    class Meta:
        # Together: beside an index of its own on `state`, SQLite walks over every card that was ever sent.
        indexes = (("about", "state"),)


class AuditEntry(Model):
    """One line of the audit log, which carries the hash of the line before, append only, ids only."""

    number = fields.IntField(primary_key=True)
    at = fields.DatetimeField()
    actor = fields.CharField(60)
    action = fields.CharField(60)
    about = fields.CharField(120, db_index=True)
    details = fields.JSONField[dict[str, object]](default=dict)
    before = fields.CharField(64)
    hash = fields.CharField(64)
