from tortoise import migrations
from tortoise.migrations import operations as ops
import functools
from json import dumps, loads
from tortoise.fields.base import OnDelete
from workflows.models.fields import SealedJSON, SealedText
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    initial = True

    operations = [
        ops.CreateModel(
            name="AuditEntry",
            fields=[
                ("number", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("actor", fields.CharField(max_length=60)),
                ("action", fields.CharField(max_length=60)),
                ("about", fields.CharField(db_index=True, max_length=120)),
                (
                    "details",
                    fields.JSONField(
                        default=dict, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
                ("before", fields.CharField(max_length=64)),
                ("hash", fields.CharField(max_length=64)),
            ],
            options={
                "table": "auditentry",
                "app": "gatepost",
                "pk_attr": "number",
                "table_description": "One line of the audit log, which carries the hash of the line before, append only, ids only.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="AuditHead",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("number", fields.IntField(default=0)),
                ("hash", fields.CharField(default="", max_length=64)),
                ("seal", fields.CharField(default="", max_length=64)),
            ],
            options={
                "table": "audithead",
                "app": "gatepost",
                "pk_attr": "id",
                "table_description": "The last entry of the audit log, sealed under the keyring, so that a cut-off end is found.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Event",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=200)),
                ("command", fields.CharField(max_length=60)),
                ("about", fields.CharField(default="", db_index=True, max_length=120)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "effects",
                    fields.JSONField(
                        default=list, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
            ],
            options={
                "table": "event",
                "app": "gatepost",
                "pk_attr": "id",
                "table_description": "A command that was carried out, keyed by its id, `effects` are what must follow (ids only, no texts).",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Message",
            fields=[
                ("key", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=220)),
                ("about", fields.CharField(max_length=120)),
                ("card", fields.CharField(max_length=40)),
                ("detail", fields.TextField(default="", unique=False)),
                (
                    "destination",
                    fields.JSONField(encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads),
                ),
                ("state", fields.CharField(max_length=20)),
                ("attempts", fields.IntField(default=0)),
                ("shown", fields.CharField(default="", max_length=64)),
                ("platform", fields.CharField(default="", max_length=20)),
                ("conversation", fields.CharField(default="", max_length=250)),
                ("reference", fields.CharField(default="", max_length=120)),
                ("reason", fields.CharField(default="", max_length=20)),
                ("intended_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("sent_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "message",
                "app": "gatepost",
                "indexes": [Index(fields=["about", "state"])],
                "pk_attr": "key",
                "table_description": "A card on its way to, or in, a chat: the intent is written before the platform is called.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="RegisterVersion",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("version", fields.IntField(default=0)),
            ],
            options={
                "table": "registerversion",
                "app": "gatepost",
                "pk_attr": "id",
                "table_description": "Counts every change of a register, so that whoever keeps one in memory knows when it is stale.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="School",
            fields=[
                ("slug", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=80)),
                ("name", fields.CharField(max_length=200)),
                (
                    "classes",
                    fields.JSONField(
                        default=list, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
                (
                    "emails",
                    fields.JSONField(
                        default=list, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
                (
                    "telephones",
                    fields.JSONField(
                        default=list, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
                ("website", fields.CharField(default="", max_length=300)),
                ("closed", fields.BooleanField(default=False)),
            ],
            options={
                "table": "school",
                "app": "gatepost",
                "pk_attr": "slug",
                "table_description": 'A school, `classes` is a list of `{"name", "year_group"}`.',
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Account",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=120)),
                (
                    "school",
                    fields.ForeignKeyField(
                        "gatepost.School",
                        source_field="school_id",
                        null=True,
                        db_constraint=True,
                        to_field="slug",
                        related_name="accounts",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("platform", fields.CharField(max_length=40)),
                ("handle", fields.CharField(max_length=120)),
                ("url", fields.CharField(max_length=300)),
                ("active", fields.BooleanField(default=True)),
            ],
            options={
                "table": "account",
                "app": "gatepost",
                "pk_attr": "id",
                "table_description": "An official social media account, without a school it belongs to the trust itself.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="LeadershipChannel",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "school",
                    fields.OneToOneField(
                        "gatepost.School",
                        source_field="school_id",
                        db_constraint=True,
                        to_field="slug",
                        related_name="leadership_channel",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("platform", fields.CharField(max_length=20)),
                ("conversation", fields.CharField(max_length=250)),
                ("bound_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "leadershipchannel",
                "app": "gatepost",
                "unique_together": (("platform", "conversation"),),
                "pk_attr": "id",
                "table_description": "The private conversation of a school's leadership, `conversation` is the platform's own id of it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Person",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("staff_id", fields.CharField(unique=True, max_length=40)),
                (
                    "school",
                    fields.ForeignKeyField(
                        "gatepost.School",
                        source_field="school_id",
                        null=True,
                        db_constraint=True,
                        to_field="slug",
                        related_name="people",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("identity", SealedJSON(generated=False, null=False, unique=False)),
                ("email_index", fields.CharField(default="", db_index=True, max_length=64)),
                ("job_title", fields.CharField(default="", max_length=120)),
                ("preferred_platform", fields.CharField(default="", max_length=20)),
                ("left_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "person",
                "app": "gatepost",
                "pk_attr": "id",
                "table_description": 'A member of staff, `identity` is `{"title", "forename", "surname", "email"}`, encrypted.',
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Absence",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "person",
                    fields.OneToOneField(
                        "gatepost.Person",
                        source_field="person_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="absence",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("until", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "absence",
                "app": "gatepost",
                "pk_attr": "id",
                "table_description": "A person who is away until an instant: cards go to the next in line meanwhile.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ChatIdentity",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("platform", fields.CharField(max_length=20)),
                ("external_id", fields.CharField(max_length=120)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "gatepost.Person",
                        source_field="person_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="identities",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("bound_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("last_acted_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "chatidentity",
                "app": "gatepost",
                "unique_together": (("platform", "external_id"), ("platform", "person")),
                "pk_attr": "id",
                "table_description": "A user of a chat platform who is this person and nobody else, `last_acted_at` is right to a few minutes.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Comment",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=36)),
                (
                    "school",
                    fields.ForeignKeyField(
                        "gatepost.School",
                        source_field="school_id",
                        db_constraint=True,
                        to_field="slug",
                        related_name="comments",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("content", SealedJSON(generated=False, null=False, unique=False)),
                ("reading", SealedJSON(generated=False, null=False, unique=False)),
                ("urgent", fields.BooleanField()),
                (
                    "reported_by",
                    fields.ForeignKeyField(
                        "gatepost.Person",
                        source_field="reported_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("reported_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "comment",
                "app": "gatepost",
                "pk_attr": "id",
                "table_description": 'A comment as reported, `content` is `{"text", "author", "permalink", "post"}`, `reading` what was made of it.',
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Lesson",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=36)),
                (
                    "school",
                    fields.ForeignKeyField(
                        "gatepost.School",
                        source_field="school_id",
                        db_constraint=True,
                        to_field="slug",
                        related_name="lessons",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("kind", fields.CharField(max_length=20)),
                ("words", SealedJSON(generated=False, null=False, unique=False)),
                ("about", fields.CharField(default="", max_length=36)),
                (
                    "said_by",
                    fields.ForeignKeyField(
                        "gatepost.Person",
                        source_field="said_by_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="lessons",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("said_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("active", fields.BooleanField(default=False)),
                (
                    "ended_by",
                    fields.ForeignKeyField(
                        "gatepost.Person",
                        source_field="ended_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="ended_lessons",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "lesson",
                "app": "gatepost",
                "pk_attr": "id",
                "table_description": 'One entry of the review list, `words` is `{"phrase"}`, `active` says that the phrase is allowed now.',
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Alert",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=36)),
                (
                    "school",
                    fields.ForeignKeyField(
                        "gatepost.School",
                        source_field="school_id",
                        db_constraint=True,
                        to_field="slug",
                        related_name="alerts",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "comment",
                    fields.OneToOneField(
                        "gatepost.Comment",
                        source_field="comment_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="alert",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("state", fields.CharField(db_index=True, max_length=20)),
                ("version", fields.IntField(default=1)),
                ("level", fields.IntField(default=0)),
                ("raised_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "acknowledged_by",
                    fields.ForeignKeyField(
                        "gatepost.Person",
                        source_field="acknowledged_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="acknowledged",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("acknowledged_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                (
                    "resolved_by",
                    fields.ForeignKeyField(
                        "gatepost.Person",
                        source_field="resolved_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="resolved",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("resolved_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("outcome", fields.CharField(default="", max_length=40)),
                ("note", SealedJSON(null=True, generated=False, unique=False)),
            ],
            options={
                "table": "alert",
                "app": "gatepost",
                "pk_attr": "id",
                "table_description": "An alarm to a school's leadership, `level` counts how often it was repeated or escalated.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Deputy",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "school",
                    fields.ForeignKeyField(
                        "gatepost.School",
                        source_field="school_id",
                        db_constraint=True,
                        to_field="slug",
                        related_name="deputies",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "person",
                    fields.ForeignKeyField(
                        "gatepost.Person",
                        source_field="person_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("position", fields.IntField()),
            ],
            options={
                "table": "deputy",
                "app": "gatepost",
                "unique_together": (("school", "position"),),
                "pk_attr": "id",
                "table_description": "Who stands in for the headteacher of a school, first `position` first.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Evidence",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=36)),
                (
                    "comment",
                    fields.OneToOneField(
                        "gatepost.Comment",
                        source_field="comment_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="evidence",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("record", SealedJSON(generated=False, null=False, unique=False)),
                ("picture", fields.BinaryField()),
                ("screenshot", fields.BinaryField(null=True)),
                ("sha256", fields.CharField(max_length=64)),
                ("captured_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "evidence",
                "app": "gatepost",
                "pk_attr": "id",
                "table_description": "What is kept of a comment that describes a child: record and rendered picture, encrypted, with SHA-256.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Picture",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=36)),
                (
                    "school",
                    fields.ForeignKeyField(
                        "gatepost.School",
                        source_field="school_id",
                        db_constraint=True,
                        to_field="slug",
                        related_name="pictures",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("sealed", fields.BinaryField()),
                ("content_type", fields.CharField(max_length=40)),
                ("width", fields.IntField()),
                ("height", fields.IntField()),
                ("sha256", fields.CharField(max_length=64)),
            ],
            options={
                "table": "picture",
                "app": "gatepost",
                "pk_attr": "id",
                "table_description": "A photo or video as it will be published: metadata stripped, encrypted, sizes in pixels (0 for a video).",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Post",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=36)),
                (
                    "school",
                    fields.ForeignKeyField(
                        "gatepost.School",
                        source_field="school_id",
                        db_constraint=True,
                        to_field="slug",
                        related_name="posts",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "author",
                    fields.ForeignKeyField(
                        "gatepost.Person",
                        source_field="author_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="posts",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "suggested_by",
                    fields.ForeignKeyField(
                        "gatepost.Person",
                        source_field="suggested_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="suggestions",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "touched_by",
                    fields.JSONField(
                        default=list, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
                ("state", fields.CharField(db_index=True, max_length=20)),
                ("version", fields.IntField(default=1)),
                ("revision", fields.IntField(default=1)),
                ("review", fields.IntField(default=0)),
                ("stage", fields.IntField(default=0)),
                (
                    "asked",
                    fields.JSONField(
                        default=list, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
                ("submitted_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("held_for", fields.CharField(default="", max_length=20)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("changed_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "post",
                "app": "gatepost",
                "pk_attr": "id",
                "table_description": "The truth about one post, `version` counts every change and is what a claim compares and sets.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Decision",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "post",
                    fields.ForeignKeyField(
                        "gatepost.Post",
                        source_field="post_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="decisions",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("review", fields.IntField()),
                ("decision", fields.CharField(max_length=20)),
                ("claim", fields.CharField(max_length=64)),
                (
                    "by",
                    fields.ForeignKeyField(
                        "gatepost.Person",
                        source_field="by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="decisions",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("as_deputy", fields.BooleanField(default=False)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("reason", SealedText(null=True, unique=False)),
                ("policy_version", fields.CharField(max_length=20)),
            ],
            options={
                "table": "decision",
                "app": "gatepost",
                "unique_together": (("post", "review"),),
                "pk_attr": "id",
                "table_description": "What was decided in one review, by whom and on which claim, under which version of the policy.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Publication",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "post",
                    fields.ForeignKeyField(
                        "gatepost.Post",
                        source_field="post_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="publications",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "account",
                    fields.ForeignKeyField(
                        "gatepost.Account",
                        source_field="account_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("permalink", fields.CharField(default="", max_length=500)),
                ("device", fields.CharField(default="", max_length=40)),
                (
                    "published_by",
                    fields.ForeignKeyField(
                        "gatepost.Person",
                        source_field="published_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("published_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "publication",
                "app": "gatepost",
                "unique_together": (("post", "account"),),
                "pk_attr": "id",
                "table_description": "One account on which a post goes out, `permalink` is empty until it did.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Pupil",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=40)),
                (
                    "school",
                    fields.ForeignKeyField(
                        "gatepost.School",
                        source_field="school_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="slug",
                        related_name="pupils",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("identity", SealedJSON(generated=False, null=False, unique=False)),
                ("year_group", fields.CharField(default="", max_length=40)),
                ("class_name", fields.CharField(default="", max_length=80)),
                ("image_internal", fields.CharField(default="", max_length=3)),
                ("name_print", fields.CharField(default="", max_length=3)),
                ("image_public", fields.CharField(default="", max_length=3)),
                ("named_press", fields.CharField(default="", max_length=3)),
                ("left_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "pupil",
                "app": "gatepost",
                "pk_attr": "id",
                "table_description": 'A pupil, `identity` is `{"forename", "preferred_name", "surname", "date_of_birth"}`, encrypted.',
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ConsentChange",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "pupil",
                    fields.ForeignKeyField(
                        "gatepost.Pupil",
                        source_field="pupil_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="consent_changes",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("consent", fields.CharField(max_length=20)),
                ("before", fields.CharField(default="", max_length=3)),
                ("answer", fields.CharField(default="", max_length=3)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("source", fields.CharField(max_length=60)),
                ("by", fields.CharField(max_length=60)),
            ],
            options={
                "table": "consentchange",
                "app": "gatepost",
                "pk_attr": "id",
                "table_description": "One entry of the ledger: from which answer to which, when, from which source and by whom, append only.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Revision",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "post",
                    fields.ForeignKeyField(
                        "gatepost.Post",
                        source_field="post_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="revisions",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("number", fields.IntField()),
                ("content", SealedJSON(generated=False, null=False, unique=False)),
                ("claim", fields.CharField(max_length=64)),
                (
                    "by",
                    fields.ForeignKeyField(
                        "gatepost.Person",
                        source_field="by_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="revisions",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "revision",
                "app": "gatepost",
                "unique_together": (("post", "number"),),
                "pk_attr": "id",
                "table_description": "What a draft said at one moment, never changed afterwards, `content` is a `workflows.drafts.Content`.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="RoleGrant",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "gatepost.Person",
                        source_field="person_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="grants",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("role", fields.CharField(max_length=40)),
                (
                    "school",
                    fields.ForeignKeyField(
                        "gatepost.School",
                        source_field="school_id",
                        null=True,
                        db_index=True,
                        db_constraint=True,
                        to_field="slug",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("granted_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("granted_by", fields.CharField(max_length=60)),
                ("revoked_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("revoked_by", fields.CharField(default="", max_length=60)),
            ],
            options={
                "table": "rolegrant",
                "app": "gatepost",
                "pk_attr": "id",
                "table_description": "A role held by a person at one school, or trust-wide where `school` is empty, never deleted.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Task",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=36)),
                (
                    "school",
                    fields.ForeignKeyField(
                        "gatepost.School",
                        source_field="school_id",
                        db_constraint=True,
                        to_field="slug",
                        related_name="tasks",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("kind", fields.CharField(max_length=40)),
                ("about", fields.CharField(max_length=120)),
                ("detail", fields.CharField(default="", max_length=120)),
                ("state", fields.CharField(db_index=True, max_length=20)),
                ("version", fields.IntField(default=1)),
                ("level", fields.IntField(default=0)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "done_by",
                    fields.ForeignKeyField(
                        "gatepost.Person",
                        source_field="done_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("done_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "task",
                "app": "gatepost",
                "indexes": [Index(fields=["about", "state"])],
                "pk_attr": "id",
                "table_description": "`kind` is a `workflows.tasks.Kind`, `about` is the id of the post, comment or message it is for.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Term",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "school",
                    fields.ForeignKeyField(
                        "gatepost.School",
                        source_field="school_id",
                        null=True,
                        db_constraint=True,
                        to_field="slug",
                        related_name="terms",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("name", fields.CharField(max_length=80)),
                ("first_day", fields.DateField()),
                ("last_day", fields.DateField()),
            ],
            options={
                "table": "term",
                "app": "gatepost",
                "pk_attr": "id",
                "table_description": "A stretch of school days, both ends included, without a school it holds for the whole trust.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Trust",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("name", fields.CharField(max_length=200)),
                ("website", fields.CharField(default="", max_length=300)),
                (
                    "emails",
                    fields.JSONField(
                        default=list, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
                (
                    "telephones",
                    fields.JSONField(
                        default=list, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
                ("youtube_handle", fields.CharField(default="", max_length=100)),
                ("youtube_url", fields.CharField(default="", max_length=300)),
                (
                    "partners",
                    fields.JSONField(null=True, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads),
                ),
            ],
            options={
                "table": "trust",
                "app": "gatepost",
                "pk_attr": "id",
                "table_description": "The one trust that this installation serves, with its partner charities where a register of them is kept.",
            },
            bases=["Model"],
        ),
    ]
