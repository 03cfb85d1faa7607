from tortoise import migrations
from tortoise.migrations import operations as ops
from workflows.models.fields import SealedJSON
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    initial = True

    operations = [
        ops.CreateModel(
            name="TeamsChannel",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("conversation", fields.CharField(unique=True, max_length=250)),
                ("team", fields.CharField(default="", db_index=True, max_length=250)),
                ("service", fields.CharField(max_length=200)),
            ],
            options={
                "table": "teams_channel",
                "app": "teams",
                "pk_attr": "id",
                "table_description": "How a channel or group chat is written to, `team` is the team of a channel, empty for a chat.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="TeamsPart",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("key", fields.CharField(max_length=220)),
                ("number", fields.IntField()),
                ("count", fields.IntField()),
                ("conversation", fields.CharField(max_length=250)),
                ("service", fields.CharField(max_length=200)),
                ("reference", fields.CharField(max_length=120)),
                ("person", fields.IntField(null=True)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=True)),
            ],
            options={
                "table": "teams_part",
                "app": "teams",
                "unique_together": (("key", "number"),),
                "indexes": [Index(fields=["conversation", "reference"])],
                "pk_attr": "id",
                "table_description": "One message of a card that was sent under `key`, most cards have one part.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="TeamsPerson",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("external_id", fields.CharField(unique=True, max_length=120)),
                ("user", fields.CharField(max_length=200)),
                ("conversation", fields.CharField(default="", max_length=250)),
                ("service", fields.CharField(default="", max_length=200)),
                ("checked_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("drafted", fields.CharField(default="", max_length=120)),
                ("drafted_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "teams_person",
                "app": "teams",
                "pk_attr": "id",
                "table_description": "How somebody is written to, `external_id` is tenant and Entra object id as in their chat identity.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="TeamsReceived",
            fields=[
                ("key", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=60)),
                ("activity", SealedJSON(generated=False, null=False, unique=False)),
                ("at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
                ("done", fields.BooleanField(default=False, db_index=True)),
            ],
            options={
                "table": "teams_received",
                "app": "teams",
                "pk_attr": "key",
                "table_description": "An activity that was acknowledged, `activity` is encrypted and emptied once it was worked on.",
            },
            bases=["Model"],
        ),
    ]
