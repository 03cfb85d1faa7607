from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    initial = True

    operations = [
        ops.CreateModel(
            name="SlackHome",
            fields=[
                ("user", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=40)),
                ("person", fields.IntField(db_index=True)),
            ],
            options={
                "table": "slack_home",
                "app": "slack",
                "pk_attr": "user",
                "table_description": "A person who has opened the Home tab, so that it is kept up to date for them.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="SlackPart",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("conversation", fields.CharField(max_length=40)),
                ("card", fields.CharField(max_length=40)),
                ("number", fields.IntField()),
                ("ts", fields.CharField(max_length=40)),
            ],
            options={
                "table": "slack_part",
                "app": "slack",
                "unique_together": (("conversation", "card", "number"),),
                "pk_attr": "id",
                "table_description": "A further part of a card that does not fit one message, `card` and `ts` are what Slack calls both.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="SlackPicture",
            fields=[
                ("picture", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=60)),
                ("file", fields.CharField(max_length=40)),
            ],
            options={
                "table": "slack_picture",
                "app": "slack",
                "pk_attr": "picture",
                "table_description": "A picture that was uploaded to Slack, so that cards can show it, under its file id there.",
            },
            bases=["Model"],
        ),
    ]
