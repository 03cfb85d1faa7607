"""Clause 5.1: the headteacher, and nobody else, authorises the administrators of the school."""

import pytest

from tests.database import Database
from tests.staff import NOON, a_person, a_school
from workflows import access
from workflows.audit_check import verify
from workflows.errors import NotAllowed, Refused
from workflows.models import AuditEntry, Person, RoleGrant
from workflows.states import Role


@pytest.fixture
async def head(database: Database) -> Person:
    await a_school("meadow")
    await a_school("hill")
    return await a_person("M1", "meadow", Role.HEADTEACHER)


@pytest.fixture
async def clerk(head: Person) -> Person:
    return await a_person("M2", "meadow", Role.STAFF)


async def test_the_headteacher_authorises_and_it_is_on_record(head: Person, clerk: Person) -> None:
    await access.grant(head.id, clerk.id, Role.ADMINISTRATOR, "meadow", NOON)
    assert [one.id for one in await access.administrators("meadow")] == [clerk.id]
    entry = await AuditEntry.get(action="role.grant")
    assert (entry.actor, entry.about) == (f"person:{head.id}", f"person:{clerk.id}")
    assert await verify() == []


async def test_authorising_twice_is_authorising_once(head: Person, clerk: Person) -> None:
    for _ in range(2):
        await access.grant(head.id, clerk.id, Role.ADMINISTRATOR, "meadow", NOON)
    assert await RoleGrant.filter(role=Role.ADMINISTRATOR).count() == 1
    assert await AuditEntry.filter(action="role.grant").count() == 1


async def test_the_headteacher_withdraws_and_may_authorise_again(head: Person, clerk: Person) -> None:
    await access.grant(head.id, clerk.id, Role.ADMINISTRATOR, "meadow", NOON)
    await access.revoke(head.id, clerk.id, Role.ADMINISTRATOR, "meadow", NOON)
    assert await access.administrators("meadow") == []
    await access.grant(head.id, clerk.id, Role.ADMINISTRATOR, "meadow", NOON)
    assert await RoleGrant.filter(role=Role.ADMINISTRATOR).count() == 2


@pytest.mark.parametrize("role", [Role.LEADERSHIP, Role.OFFICE_MANAGER, Role.STAFF, Role.ADMINISTRATOR])
async def test_nobody_else_authorises(head: Person, clerk: Person, role: Role) -> None:
    other = await a_person("M3", "meadow", role)
    with pytest.raises(NotAllowed, match="the headteacher"):
        await access.grant(other.id, clerk.id, Role.ADMINISTRATOR, "meadow", NOON)
    with pytest.raises(NotAllowed, match="the headteacher"):
        await access.revoke(other.id, head.id, Role.ADMINISTRATOR, "meadow", NOON)


async def test_not_even_the_trust_or_another_headteacher_authorises(head: Person, clerk: Person) -> None:
    others = [await a_person("T1", None, Role.COMMUNICATIONS_LEAD), await a_person("H1", "hill", Role.HEADTEACHER)]
    for other in others:
        with pytest.raises(NotAllowed):
            await access.grant(other.id, clerk.id, Role.ADMINISTRATOR, "meadow", NOON)


async def test_a_colleague_of_another_school_cannot_be_authorised(head: Person) -> None:
    stranger = await a_person("H2", "hill", Role.STAFF)
    with pytest.raises(Refused, match="staff register of your school"):
        await access.grant(head.id, stranger.id, Role.ADMINISTRATOR, "meadow", NOON)


@pytest.mark.parametrize("role", [each for each in Role if each is not Role.ADMINISTRATOR])
async def test_no_other_role_is_given_by_hand(head: Person, clerk: Person, role: Role) -> None:
    with pytest.raises(Refused, match="staff register"):
        await access.grant(head.id, clerk.id, role, "meadow", NOON)
