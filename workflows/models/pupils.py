"""The pupil register and the consent ledger (clause 4.1)."""

from tortoise import fields
from tortoise.models import Model

from workflows.models.fields import SealedJSON
from workflows.models.trust import School


class Pupil(Model):
    """A pupil, `identity` is `{"forename", "preferred_name", "surname", "date_of_birth"}`, encrypted.

    The four consents stand here as the last entry of the ledger left them (`yes`, `no` or empty).
    """

    id = fields.CharField(40, primary_key=True)
    school: fields.ForeignKeyRelation[School] = fields.ForeignKeyField(
        "gatepost.School", related_name="pupils", db_index=True
    )
    identity = SealedJSON()
    year_group = fields.CharField(40, default="")
    class_name = fields.CharField(80, default="")
    image_internal = fields.CharField(3, default="")
    name_print = fields.CharField(3, default="")
    image_public = fields.CharField(3, default="")
    named_press = fields.CharField(3, default="")
    left_at = fields.DatetimeField(null=True)
    school_id: str


class ConsentChange(Model):
    """One entry of the ledger: from which answer to which, when, from which source and by whom, append only."""

    id = fields.IntField(primary_key=True)
    pupil: fields.ForeignKeyRelation[Pupil] = fields.ForeignKeyField(
        "gatepost.Pupil", related_name="consent_changes", db_index=True
    )
    consent = fields.CharField(20)
    before = fields.CharField(3, default="")
    answer = fields.CharField(3, default="")
    at = fields.DatetimeField()
    source = fields.CharField(60)
    by = fields.CharField(60)
    pupil_id: str
