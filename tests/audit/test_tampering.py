"""Whoever changes, removes or inserts an entry is found out, wherever it stands."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import pytest
from tortoise.transactions import in_transaction

from tests.database import Database
from workflows import audit
from workflows.audit_check import Fault, verify
from workflows.keys import Keyring, new_key, use_keyring
from workflows.models import AuditEntry, AuditHead, Person

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
LENGTH = 6
EVERY_ENTRY = pytest.mark.parametrize("number", range(1, LENGTH + 1))


@pytest.fixture
async def log(database: Database) -> None:
    for number in range(1, LENGTH + 1):
        async with in_transaction():
            await audit.record("alert.acknowledged", f"alert-{number}", "7", {"level": number}, NOON)


def named(faults: list[Fault]) -> list[tuple[int, str]]:
    return [(fault.number, fault.kind) for fault in faults]


Tamper = Callable[[int], Awaitable[object]]
CHANGES: dict[str, Tamper] = {
    "actor": lambda number: AuditEntry.filter(number=number).update(actor="8"),
    "action": lambda number: AuditEntry.filter(number=number).update(action="alert.resolved"),
    "about": lambda number: AuditEntry.filter(number=number).update(about="alert-9"),
    "details": lambda number: AuditEntry.filter(number=number).update(details={"level": 99}),
    "at": lambda number: AuditEntry.filter(number=number).update(at=datetime(2026, 11, 24, 13, tzinfo=UTC)),
}


@EVERY_ENTRY
@pytest.mark.parametrize("column", CHANGES)
async def test_a_changed_entry_is_named(log: None, number: int, column: str) -> None:
    await CHANGES[column](number)
    assert named(await verify()) == [(number, "changed")]


@EVERY_ENTRY
async def test_a_changed_entry_with_a_matching_hash_is_named(log: None, number: int) -> None:
    entry = await AuditEntry.get(number=number)
    entry.actor = "8"
    entry.hash = audit.digest(entry)
    await entry.save()
    assert named(await verify()) == [(number, "changed")]


@EVERY_ENTRY
async def test_a_removed_entry_is_named(log: None, number: int) -> None:
    await AuditEntry.filter(number=number).delete()
    assert named(await verify()) == [(number, "removed")]


async def test_a_cut_off_end_is_named(log: None) -> None:
    await AuditEntry.filter(number__gt=3).delete()
    (fault,) = await verify()
    assert (fault.number, fault.kind, fault.sentence) == (4, "removed", "Entries 4 to 6 are missing.")


async def test_a_cut_off_end_with_a_forged_head_is_found(log: None) -> None:
    await AuditEntry.filter(number__gt=3).delete()
    last = await AuditEntry.get(number=3)
    await AuditHead.filter(id=1).update(number=3, hash=last.hash)
    assert named(await verify()) == [(3, "seal")]


@pytest.mark.parametrize("number", [-1, 0, LENGTH + 1, LENGTH + 5])
async def test_an_inserted_entry_is_named(log: None, number: int) -> None:
    entry = AuditEntry(number=number, at=NOON, actor="7", action="x", about="", before="")
    entry.hash = audit.digest(entry)
    await entry.save(force_create=True)
    assert named(await verify()) == [(number, "inserted")]


async def test_a_chain_computed_anew_does_not_fit_the_seal(log: None) -> None:
    before = ""
    for entry in await AuditEntry.all().order_by("number"):
        entry.actor, entry.before = "8", before
        entry.hash = before = audit.digest(entry)
        await entry.save()
    await AuditHead.filter(id=1).update(hash=before)
    assert named(await verify()) == [(LENGTH, "seal")]


async def test_an_emptied_log_is_found(log: None) -> None:
    await Person.create(staff_id="M1", identity={"title": "Mrs", "forename": "Ada", "surname": "Okafor", "email": ""})
    await AuditEntry.all().delete()
    await AuditHead.all().delete()
    assert named(await verify()) == [(1, "removed")]


async def test_a_log_sealed_under_other_keys_is_said_to_be(log: None) -> None:
    use_keyring(Keyring([new_key()]))
    assert named(await verify()) == [(LENGTH, "seal")]
