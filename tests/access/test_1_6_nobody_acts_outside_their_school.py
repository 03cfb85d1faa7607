"""Clause 1.6: the headteacher leads the page, the leadership team manages it, the trust's lead works across schools."""

import pytest

from tests.database import Database
from tests.staff import NOON, a_person, a_school
from workflows import access
from workflows.errors import NotAllowed, Refused
from workflows.models import Absence, Person
from workflows.states import Role


@pytest.fixture
async def head(database: Database) -> Person:
    await a_school("meadow")
    await a_school("hill")
    return await a_person("M1", "meadow", Role.HEADTEACHER)


async def test_the_headteacher_acts_at_their_own_school(head: Person) -> None:
    assert (await access.require(head.id, "meadow", Role.HEADTEACHER)).id == head.id


async def test_the_headteacher_does_not_act_at_a_sister_school(head: Person) -> None:
    with pytest.raises(NotAllowed, match="a school at which you have no role"):
        await access.require(head.id, "hill", Role.HEADTEACHER, Role.STAFF)


async def test_a_colleague_is_told_whom_to_ask(head: Person) -> None:
    teacher = await a_person("M2", "meadow", Role.STAFF)
    with pytest.raises(NotAllowed, match="This is for the headteacher or the leadership team of the school"):
        await access.require(teacher.id, "meadow", Role.HEADTEACHER, Role.LEADERSHIP)


async def test_the_communications_lead_works_across_schools_but_only_where_that_role_counts(head: Person) -> None:
    lead = await a_person("T1", None, Role.COMMUNICATIONS_LEAD)
    for school in ("meadow", "hill"):
        assert await access.require(lead.id, school, Role.HEADTEACHER, Role.COMMUNICATIONS_LEAD)
        with pytest.raises(NotAllowed):
            await access.require(lead.id, school, Role.HEADTEACHER)


async def test_a_leaver_has_no_role_and_may_do_nothing(head: Person) -> None:
    await Person.filter(id=head.id).update(left_at=NOON)
    gone = await Person.get(id=head.id)
    assert await access.roles_of(gone) == frozenset()
    assert await access.headteachers("meadow") == []
    with pytest.raises(NotAllowed, match="not on the staff register"):
        await access.require(head.id, "meadow", Role.HEADTEACHER)


@pytest.mark.parametrize("person_id", [None, 4711])
async def test_nobody_in_particular_may_do_nothing(head: Person, person_id: int | None) -> None:
    with pytest.raises(NotAllowed):
        await access.require(person_id, "meadow", *Role)


async def test_only_people_with_account_access_see_pupils(head: Person) -> None:
    seen = {}
    for role in (Role.ADMINISTRATOR, Role.LEADERSHIP, Role.OFFICE_MANAGER, Role.STAFF):
        person = await a_person(f"M-{role}", "meadow", role)
        seen[role] = await access.may_see_pupils(person, "meadow")
        assert not await access.may_see_pupils(person, "hill")
    assert seen == {Role.ADMINISTRATOR: True, Role.LEADERSHIP: True, Role.OFFICE_MANAGER: True, Role.STAFF: False}


async def test_named_deputies_come_first_then_the_leadership_team_in_register_order(head: Person) -> None:
    first, second, third = [await a_person(f"M{n}", "meadow", Role.LEADERSHIP) for n in (2, 3, 4)]
    await access.name_deputies(head.id, "meadow", [third.id, first.id], NOON)
    assert [one.id for one in await access.deputies("meadow")] == [third.id, first.id, second.id]


async def test_a_deputy_who_left_stands_in_no_more(head: Person) -> None:
    deputy = await a_person("M2", "meadow", Role.LEADERSHIP)
    await access.name_deputies(head.id, "meadow", [deputy.id], NOON)
    await Person.filter(id=deputy.id).update(left_at=NOON)
    assert await access.deputies("meadow") == []


async def test_a_deputy_comes_from_the_leadership_team_and_is_named_by_the_headteacher(head: Person) -> None:
    teacher = await a_person("M2", "meadow", Role.STAFF)
    with pytest.raises(Refused, match="leadership team"):
        await access.name_deputies(head.id, "meadow", [teacher.id], NOON)
    with pytest.raises(NotAllowed):
        await access.name_deputies(teacher.id, "meadow", [], NOON)


async def test_people_are_away_until_they_are_back(head: Person) -> None:
    await Absence.create(person=head, until=NOON)
    assert await access.away(NOON.replace(hour=11)) == {head.id}
    assert await access.away(NOON) == frozenset()
