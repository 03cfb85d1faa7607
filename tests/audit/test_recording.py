"""Every act is recorded once, in order, chained, without names."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from tortoise.transactions import in_transaction

from tests.database import Database
from workflows import audit
from workflows.audit_check import verify
from workflows.models import AuditEntry

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


async def write(count: int) -> None:
    for number in range(count):
        async with in_transaction():
            await audit.record("post.approved", f"post-{number}", "7", {"school": "meadow", "revision": number}, NOON)


async def fail_after_recording() -> None:
    async with in_transaction():
        await audit.record("post.approved", "lost", "7", {}, NOON)
        raise RuntimeError


async def test_entries_are_numbered_from_one_and_chained(database: Database) -> None:
    await write(3)
    entries = await AuditEntry.all().order_by("number")
    assert [entry.number for entry in entries] == [1, 2, 3]
    assert [entry.before for entry in entries] == ["", entries[0].hash, entries[1].hash]
    assert await verify() == []


async def test_an_entry_of_a_transaction_that_fails_leaves_no_gap(database: Database) -> None:
    await write(1)
    with pytest.raises(RuntimeError):
        await fail_after_recording()
    await write(1)
    assert [entry.about for entry in await AuditEntry.all().order_by("number")] == ["post-0", "post-0"]
    assert await verify() == []


async def test_twenty_writers_at_once_make_one_chain(database: Database) -> None:
    await asyncio.gather(*(write(3) for _ in range(20)))
    assert [entry.number for entry in await AuditEntry.all().order_by("number")] == list(range(1, 61))
    assert await verify() == []


@pytest.mark.parametrize("words", [{"reason": "Oliver Brown was named"}, {"to": "office@meadow.example"}, {"x": 1.5}])
async def test_texts_and_addresses_are_refused(database: Database, words: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="single words only"):
        await audit.record("post.rejected", "post-1", "7", words, NOON)


async def test_a_time_in_another_zone_is_the_same_instant(database: Database) -> None:
    there = NOON.astimezone(tz=None) + timedelta(microseconds=5)
    async with in_transaction():
        await audit.record("post.approved", "post-1", "7", {"accounts": ["meadow-facebook"]}, there)
    assert await verify() == []
