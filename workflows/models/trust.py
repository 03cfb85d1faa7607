"""The trust, its schools, their official accounts and term dates (clauses 1.4 and 1.5)."""

from tortoise import fields
from tortoise.models import Model


class Trust(Model):
    """The one trust that this installation serves, with its partner charities where a register of them is kept."""

    id = fields.IntField(primary_key=True)
    name = fields.CharField(200)
    website = fields.CharField(300, default="")
    emails = fields.JSONField[list[str]](default=list)
    telephones = fields.JSONField[list[str]](default=list)
    youtube_handle = fields.CharField(100, default="")
    youtube_url = fields.CharField(300, default="")
    partners = fields.JSONField[list[str] | None](null=True)


class School(Model):
    """A school, `classes` is a list of `{"name", "year_group"}`."""

    slug = fields.CharField(80, primary_key=True)
    name = fields.CharField(200)
    classes = fields.JSONField[list[dict[str, str]]](default=list)
    emails = fields.JSONField[list[str]](default=list)
    telephones = fields.JSONField[list[str]](default=list)
    website = fields.CharField(300, default="")
    closed = fields.BooleanField(default=False)


class Account(Model):
    """An official social media account, without a school it belongs to the trust itself."""

    id = fields.CharField(120, primary_key=True)
    school: fields.ForeignKeyNullableRelation[School] = fields.ForeignKeyField(
        "gatepost.School", related_name="accounts", null=True
    )
    platform = fields.CharField(40)
    handle = fields.CharField(120)
    url = fields.CharField(300)
    active = fields.BooleanField(default=True)
    school_id: str | None


class Term(Model):
    """A stretch of school days, both ends included, without a school it holds for the whole trust."""

    id = fields.IntField(primary_key=True)
    school: fields.ForeignKeyNullableRelation[School] = fields.ForeignKeyField(
        "gatepost.School", related_name="terms", null=True
    )
    name = fields.CharField(80)
    first_day = fields.DateField()
    last_day = fields.DateField()
    school_id: str | None
