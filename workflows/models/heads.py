"""Rows of which there is one each: the head of the audit log, the version of the registers."""

from tortoise import fields
from tortoise.models import Model


class AuditHead(Model):
    """The last entry of the audit log, sealed under the keyring, so that a cut-off end is found."""

    id = fields.IntField(primary_key=True)
    number = fields.IntField(default=0)
    hash = fields.CharField(64, default="")
    seal = fields.CharField(64, default="")


class RegisterVersion(Model):
    """Counts every change of a register, so that whoever keeps one in memory knows when it is stale."""

    id = fields.IntField(primary_key=True)
    version = fields.IntField(default=0)
