"""Clauses 1.4 and 1.5: the register of schools and official accounts follows trust.json."""

import json
from copy import deepcopy
from typing import Any

import pytest

from tests.database import Database
from tests.registers.sheets import TRUST, import_trust
from workflows.errors import BadFile
from workflows.models import Account, School
from workflows.registers import trust
from workflows.registers.facts import load_trust

DOCUMENT: dict[str, Any] = dict(TRUST)


async def test_the_same_file_again_changes_nothing(database: Database) -> None:
    await import_trust()
    assert (await trust.plan(json.dumps(TRUST).encode())).is_empty()


async def test_schools_and_accounts_that_the_file_lacks_are_closed_and_come_back(database: Database) -> None:
    await import_trust()
    less = deepcopy(DOCUMENT)
    less["schools"] = less["schools"][1:]
    less["accounts"] = []
    plan = await trust.plan(json.dumps(less).encode())
    assert plan.counts()["schools"] == {"new": 0, "changed": 0, "closed": 1, "unchanged": 1}
    await import_trust(less)
    assert (await School.get(slug="hillside")).closed
    assert not (await Account.get(id="hillside-facebook")).active
    await import_trust()
    assert [each.slug for each in (await load_trust()).schools] == ["brookside", "hillside"]
    assert (await Account.get(id="hillside-facebook")).active


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b'{"name": "T", "schools": [{"slug": "a b", "name": "A"}]}',
        b'{"name": "T", "schools": [], "accounts": [{"id": "x", "school": "nowhere", "platform": "x"}]}',
        b'{"name": "' + b"T" * 201 + b'", "schools": []}',
    ],
)
async def test_a_file_that_cannot_be_taken_is_refused(database: Database, content: bytes) -> None:
    with pytest.raises(BadFile):
        await trust.plan(content)
