from tortoise import migrations
from tortoise.migrations import operations as ops
from workflows.models.fields import SealedJSON
from tortoise import fields


class Migration(migrations.Migration):
    initial = True

    operations = [
        ops.CreateModel(
            name="LocalMessage",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("key", fields.CharField(unique=True, max_length=220)),
                ("conversation", fields.CharField(db_index=True, max_length=120)),
                ("author", fields.IntField(null=True)),
                ("card", fields.CharField(default="", max_length=40)),
                ("state", fields.CharField(default="", max_length=40)),
                ("content", SealedJSON(unique=False)),
                ("under", fields.IntField(null=True)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("change", fields.IntField(unique=True)),
            ],
            options={
                "table": "local_message",
                "app": "local",
                "pk_attr": "id",
                "table_description": "A card or something that a person said (`author` is then their id), `content` is encrypted.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="LocalSeen",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("person", fields.IntField()),
                ("conversation", fields.CharField(max_length=120)),
                ("message", fields.IntField(default=0)),
            ],
            options={
                "table": "local_seen",
                "app": "local",
                "unique_together": (("person", "conversation"),),
                "pk_attr": "id",
                "table_description": "The last message of a conversation that a person has seen.",
            },
            bases=["Model"],
        ),
    ]
