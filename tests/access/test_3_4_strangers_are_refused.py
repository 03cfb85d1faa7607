"""Clause 3.4: pupils, guests, outsiders and unknown people get a polite refusal, no data, and are recorded."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from tests.database import Database
from tests.staff import NOON, a_person, a_school
from workflows import access
from workflows.errors import Stranger
from workflows.models import AuditEntry, ChatIdentity, Person
from workflows.states import Role

EMAIL = "ada.okafor@meadow.example"
A_COLLEAGUE: dict[str, Any] = {"verified": True, "guest": False, "external": False, "at": NOON}


@pytest.fixture
async def colleague(database: Database) -> Person:
    await a_school("meadow")
    return await a_person("M1", "meadow", Role.STAFF, email=EMAIL)


async def refusals() -> list[str]:
    return [each.action for each in await AuditEntry.filter(action__startswith="access.refused").order_by("number")]


async def test_a_colleague_is_bound_at_first_contact_and_known_afterwards(colleague: Person) -> None:
    assert (await access.bind_identity("slack", "U1", "Ada.Okafor@Meadow.example ", **A_COLLEAGUE)).id == colleague.id
    assert (await access.bind_identity("slack", "U1", EMAIL, **A_COLLEAGUE)).id == colleague.id
    known = await access.person_behind("slack", "U1")
    assert known is not None
    assert known.id == colleague.id
    assert await ChatIdentity.all().count() == 1


@pytest.mark.parametrize(
    ("what", "reason"),
    [
        ({"guest": True}, "guest"),
        ({"external": True}, "external"),
        ({"bot": True}, "bot"),
        ({"verified": False}, "unverified"),
    ],
)
async def test_the_wrong_kind_of_account_is_refused_even_with_a_known_email(
    colleague: Person, what: dict[str, bool], reason: str
) -> None:
    with pytest.raises(Stranger) as refused:
        await access.bind_identity("slack", "U9", EMAIL, **{**A_COLLEAGUE, **what})
    assert "Okafor" not in str(refused.value)
    assert await refusals() == [f"access.refused.{reason}"]
    assert await access.person_behind("slack", "U9") is None


@pytest.mark.parametrize("email", ["pupil@meadow.example", "", " ", "ada.okafor@meadow.example.evil.example"])
async def test_people_who_are_not_on_the_staff_register_are_refused(colleague: Person, email: str) -> None:
    with pytest.raises(Stranger):
        await access.bind_identity("teams", "29:abc", email, **A_COLLEAGUE)
    assert len(await refusals()) == 1


async def test_a_bound_colleague_who_became_a_guest_is_refused(colleague: Person) -> None:
    await access.bind_identity("slack", "U1", EMAIL, **A_COLLEAGUE)
    with pytest.raises(Stranger, match="Guests"):
        await access.bind_identity("slack", "U1", EMAIL, **{**A_COLLEAGUE, "guest": True})


async def test_a_leaver_is_refused(colleague: Person) -> None:
    await access.bind_identity("slack", "U1", EMAIL, **A_COLLEAGUE)
    await Person.filter(id=colleague.id).update(left_at=NOON)
    for account in ("U1", "U2"):
        with pytest.raises(Stranger, match="any more"):
            await access.bind_identity("slack", account, EMAIL, **A_COLLEAGUE)
    assert await access.person_behind("slack", "U1") is None


async def test_an_account_never_passes_to_another_person(colleague: Person) -> None:
    await a_person("M2", "meadow", Role.HEADTEACHER, email="head@meadow.example")
    await access.bind_identity("slack", "U1", EMAIL, **A_COLLEAGUE)
    with pytest.raises(Stranger, match="another member of staff"):
        await access.bind_identity("slack", "U1", "head@meadow.example", **A_COLLEAGUE)
    known = await access.person_behind("slack", "U1")
    assert known is not None
    assert known.id == colleague.id


async def test_a_second_account_does_not_become_the_same_person(colleague: Person) -> None:
    await access.bind_identity("slack", "U1", EMAIL, **A_COLLEAGUE)
    with pytest.raises(Stranger, match="another chat account"):
        await access.bind_identity("slack", "U2", EMAIL, **A_COLLEAGUE)
    assert (await access.bind_identity("teams", "29:abc", EMAIL, **A_COLLEAGUE)).id == colleague.id


async def test_an_email_that_stands_twice_binds_nobody(colleague: Person) -> None:
    await a_person("M2", "meadow", Role.STAFF, email=EMAIL)
    with pytest.raises(Stranger, match="more than once"):
        await access.bind_identity("slack", "U1", EMAIL, **A_COLLEAGUE)


async def test_many_first_messages_at_once_bind_once(colleague: Person) -> None:
    bound = await asyncio.gather(*(access.bind_identity("slack", "U1", EMAIL, **A_COLLEAGUE) for _ in range(8)))
    assert {person.id for person in bound} == {colleague.id}
    assert await ChatIdentity.all().count() == 1


async def test_two_accounts_at_once_for_one_person_leave_one(colleague: Person) -> None:
    attempts = (access.bind_identity("slack", f"U{n}", EMAIL, **A_COLLEAGUE) for n in range(6))
    results = await asyncio.gather(*attempts, return_exceptions=True)
    assert sum(isinstance(each, Person) for each in results) == 1
    assert sum(isinstance(each, Stranger) for each in results) == 5


async def test_somebody_who_keeps_trying_is_recorded_once_an_hour(database: Database) -> None:
    for minutes in (0, 1, 30, 61):
        with pytest.raises(Stranger):
            await access.bind_identity(
                "slack", "U9", "x@y.example", **{**A_COLLEAGUE, "at": NOON + timedelta(minutes=minutes)}
            )
    assert len(await refusals()) == 2
