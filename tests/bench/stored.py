"""Filling the tables: drafts copied from one that was really published, pupils through the real import."""

from collections.abc import Mapping
from datetime import UTC, datetime

from tortoise.connection import get_connection
from tortoise.models import Model
from tortoise.transactions import in_transaction

from tests.bench.synthetic import invented, schools
from workflows.models import (
    AuditEntry,
    AuditHead,
    Decision,
    Event,
    Message,
    Post,
    Publication,
    Revision,
    School,
    Task,
)
from workflows.registers import pupils, versions
from workflows.registers.plan import Plan

# Ids are 36 characters at most, so a copy's id is the beginning of the original's and a number.
COPY = "substr(t.{0}, 1, 20) || '-' || CAST(i AS TEXT)"
LONGER = "t.{0} || '-' || CAST(i AS TEXT)"
NEXT = '(SELECT MAX(number) FROM "{0}") + ROW_NUMBER() OVER (ORDER BY i, t.number)'
NUMBERS = "WITH RECURSIVE numbers(i) AS (SELECT {0} UNION ALL SELECT i + 1 FROM numbers WHERE i < {1})"


async def add_drafts(template: str, first: int, last: int) -> None:
    """Copy a post with everything about it, once for each number from `first` to `last`."""
    tasks = await Task.filter(about=template).values_list("id", flat=True)
    about = ", ".join(f"'{one}'" for one in [template, *tasks])
    of_post, speaks = f"t.post_id = '{template}'", f"t.about IN ({about})"
    numbers = NUMBERS.format(first, last)
    post = {"post_id": COPY.format("post_id")}
    told = {"about": COPY.format("about")}
    async with in_transaction():
        await _copy(Post, f"t.id = '{template}'", numbers, {"id": COPY.format("id")})
        for model in (Revision, Decision, Publication):
            await _copy(model, of_post, numbers, post)
        await _copy(Task, speaks, numbers, {"id": COPY.format("id"), **told})
        await _copy(Message, speaks, numbers, {"key": LONGER.format("key"), **told})
        await _copy(Event, speaks, numbers, {"id": LONGER.format("id"), **told})
        await _copy(AuditEntry, speaks, numbers, {"number": NEXT.format(_table(AuditEntry)), **told})
        await _move_audit_head()
    await _analysed()


def _table(model: type[Model]) -> str:
    return model._meta.db_table


async def _copy(model: type[Model], where: str, numbers: str, changed: Mapping[str, str]) -> None:
    meta = model._meta
    left_out = str(meta.db_pk_column) if meta.pk.generated else ""
    kept = [name for name in meta.fields_db_projection.values() if name != left_out or name in changed]
    names = ", ".join(f'"{column}"' for column in kept)
    values = ", ".join(changed.get(column, f't."{column}"') for column in kept)
    table = _table(model)
    await get_connection("default").execute_script(
        f'{numbers} INSERT INTO "{table}" ({names}) SELECT {values} FROM "{table}" t CROSS JOIN numbers WHERE {where}'  # noqa: S608
    )


async def _move_audit_head() -> None:
    newest = await AuditEntry.all().order_by("-number").first()
    assert newest is not None
    await AuditHead.all().update(number=newest.number)


async def _analysed() -> None:
    """What PostgreSQL does by itself a minute later."""
    connection = get_connection("default")
    if connection.capabilities.dialect == "postgres":
        await connection.execute_script("ANALYZE")


async def add_pupils(have: int, want: int) -> None:
    """Import invented pupils, so that `want` are on the register where `have` were."""
    known = {str(slug) for slug in await School.all().values_list("slug", flat=True)}
    for school in schools(want):
        if school.slug not in known:
            await School.create(slug=school.slug, name=school.name)
    new = tuple(invented(want)[have:])
    plan = Plan(new=new, changed=(), returning=(), left=(), unchanged=(), version=await versions.current())
    await pupils.apply(plan, "bench.csv", "bench", datetime.now(UTC), _silent)
    await _analysed()


def _silent(done: int) -> None:
    """No progress is shown."""
