"""Importing the pupil register: a plan that can be read first, then applied as a whole."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from tortoise.transactions import in_transaction

from workflows import audit
from workflows.models import ConsentChange
from workflows.models import Pupil as PupilRow
from workflows.policy.enforcement import enforces
from workflows.policy.facts import Pupil
from workflows.registers import consents, versions
from workflows.registers.facts import pupil_register
from workflows.registers.plan import Plan, Register, compare
from workflows.registers.sheets import Sheet

BATCH = 500
COLUMNS = ["school_id", "identity", "year_group", "class_name", *consents.CONSENTS, "left_at"]
Progress = Callable[[int], None]


async def plan(sheet: Sheet[Pupil]) -> tuple[Register[Pupil], Plan[Pupil], int]:
    """The register, what the file would change, and how many consents withdrawn here the file still gives.

    Those stay withdrawn: a file from before the withdrawal must not bring a consent back.
    """
    register = await pupil_register()
    known = {**register.gone, **register.current}
    gaining = {one.id: consents.given(known[one.id], one) for one in sheet.people if one.id in known}
    held = await consents.withdrawn_by_hand(who for who, which in gaining.items() if which)
    kept = {who: which & set(gaining[who]) for who, which in held.items()}
    people = tuple(consents.without(one, kept.get(one.id, set())) for one in sheet.people)
    return register, compare(register, replace(sheet, people=people)), sum(len(which) for which in kept.values())


@enforces("4.1")
async def apply(changes: Plan[Pupil], file: str, by: str, at: datetime, progress: Progress) -> None:
    """Make the register say what the plan says, all of it or nothing; `progress` is told pupils done.

    `file` is the base name of the file, `by` who imports. Raises Refused when the register changed since
    the plan was made.
    """
    source = f"{consents.IMPORT}{file}"[:60]
    async with in_transaction():
        await versions.claim(changes.version)
        await _write(changes.new, progress)
        await _write([after for _, after in (*changes.changed, *changes.returning)], progress)
        await _enter(changes, source, by, at)
        await _leave(changes.left, at, progress)
        for school in changes.schools:
            await audit.record("register.pupils", school, by, counts(changes, school), at)


def counts(changes: Plan[Pupil], school: str) -> dict[str, object]:
    """What the plan does at one school, in numbers."""
    moved = [(before, after) for before, after in (*changes.changed, *changes.returning) if after.school == school]
    new = [one for one in changes.new if one.school == school]
    return {
        "new": len(new),
        "changed": sum(after.school == school for _, after in changes.changed),
        "returning": sum(after.school == school for _, after in changes.returning),
        "left": sum(one.school == school for one in changes.left),
        "unchanged": sum(one.school == school for one in changes.unchanged),
        "consents_given": sum(len(consents.given(*pair)) for pair in [*moved, *((None, one) for one in new)]),
        "consents_withdrawn": sum(len(consents.withdrawn(*pair)) for pair in moved),
    }


def losing_consent(changes: Plan[Pupil]) -> list[str]:
    """The ids of pupils who lose a consent or leave: drafts and posts that show them need another look."""
    lost = [after.id for before, after in changes.changed if consents.withdrawn(before, after)]
    return [*lost, *(one.id for one in changes.left)]


async def _write(people: Sequence[Pupil], progress: Progress) -> None:
    for batch in _batches(people):
        await PupilRow.bulk_create([_row(each) for each in batch], on_conflict=["id"], update_fields=COLUMNS)
        progress(len(batch))


async def _enter(changes: Plan[Pupil], source: str, by: str, at: datetime) -> None:
    pairs = [*((None, one) for one in changes.new), *changes.changed, *changes.returning]
    ledger = [entry for before, after in pairs for entry in consents.entries(before, after, source, by, at)]
    await ConsentChange.bulk_create(ledger, batch_size=1000)


async def _leave(people: Sequence[Pupil], at: datetime, progress: Progress) -> None:
    for batch in _batches(people):
        await PupilRow.filter(id__in=[each.id for each in batch]).update(left_at=at)
        progress(len(batch))


def _batches(people: Sequence[Pupil]) -> list[Sequence[Pupil]]:
    return [people[start : start + BATCH] for start in range(0, len(people), BATCH)]


def _row(pupil: Pupil) -> PupilRow:
    return PupilRow(
        id=pupil.id,
        school_id=pupil.school,
        identity={
            "forename": pupil.forename,
            "preferred_name": pupil.preferred_name,
            "surname": pupil.surname,
            "date_of_birth": pupil.date_of_birth.isoformat() if pupil.date_of_birth else "",
        },
        year_group=pupil.year_group,
        class_name=pupil.class_name,
        left_at=None,
        **consents.answers(pupil.consents),
    )
