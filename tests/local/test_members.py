"""Who one can be, and whose the leadership channels are."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from bot.local.guide import GUIDE, place, player
from bot.local.members import Member, members
from tests.local.fakes import ADMIN, CHANNEL, ELSEWHERE, EVERYBODY, HEAD, HILLTOP, STAFF
from workflows.models import Person, RoleGrant, School
from workflows.states import Role

NOW = datetime(2026, 11, 3, tzinfo=UTC)


async def hired(surname: str, school: str | None, roles: Sequence[Role], left: bool = False) -> Person:
    identity = {"title": "Mrs", "forename": "Any", "surname": surname, "email": ""}
    person = await Person.create(staff_id=surname, school_id=school, identity=identity, left_at=NOW if left else None)
    for role in roles:
        await RoleGrant.create(person=person, role=role, school_id=school, granted_at=NOW, granted_by="import")
    return person


def named(people: Sequence[Member], name: str) -> Member:
    return next(person for person in people if person.name == name)


def channels(person: Member) -> list[str]:
    return [each.id for each in person.conversations if not each.is_direct]


async def test_everybody_who_has_not_left_by_school_and_role(local_database: str) -> None:
    await School.create(slug="oak", name="Oakfield")
    await hired("Zed", "oak", [Role.HEADTEACHER])
    await hired("Able", "oak", [Role.STAFF, Role.ADMINISTRATOR])
    await hired("Nobody", "oak", [])
    await hired("Gone", "oak", [Role.ADMINISTRATOR], left=True)
    people = await members()
    assert [(person.name, person.role) for person in people] == [
        ("Mrs Zed", "headteacher"),
        ("Mrs Able", "administrator"),
        ("Mrs Nobody", "staff"),
    ]


async def test_leadership_channels_are_for_those_who_lead_that_school(local_database: str) -> None:
    await School.create(slug="oak", name="Oakfield")
    await School.create(slug="hill", name="Hilltop")
    await hired("Head", "oak", [Role.HEADTEACHER])
    await hired("Team", "hill", [Role.LEADERSHIP])
    await hired("Admin", "oak", [Role.ADMINISTRATOR, Role.OFFICE_MANAGER])
    await hired("Lead", None, [Role.COMMUNICATIONS_LEAD])
    people = await members()
    assert channels(named(people, "Mrs Head")) == ["leadership:oak"]
    assert channels(named(people, "Mrs Team")) == ["leadership:hill"]
    assert channels(named(people, "Mrs Admin")) == []
    assert sorted(channels(named(people, "Mrs Lead"))) == ["leadership:hill", "leadership:oak"]
    assert named(people, "Mrs Lead").school == "The trust"


async def test_somebody_whose_role_was_revoked_is_staff_again(local_database: str) -> None:
    await School.create(slug="oak", name="Oakfield")
    await hired("Head", "oak", [Role.HEADTEACHER])
    await RoleGrant.all().update(revoked_at=NOW)
    (person,) = await members()
    assert (person.role, channels(person)) == ("staff", [])


def test_a_step_is_taken_by_oneself_or_by_a_colleague_with_the_role() -> None:
    write, _, approve, report, answer = GUIDE
    assert player(write, ADMIN, EVERYBODY) == ADMIN
    assert player(approve, ADMIN, EVERYBODY) == HEAD
    assert player(write, STAFF, EVERYBODY) == ADMIN
    assert player(write, ELSEWHERE, EVERYBODY) == ELSEWHERE
    assert player(approve, ELSEWHERE, EVERYBODY) == HEAD, "another school's, where the own one has none"
    assert player(report, ADMIN, EVERYBODY) == STAFF
    assert place(answer, player(answer, ADMIN, EVERYBODY)) == CHANNEL
    assert place(write, ADMIN).is_direct


def test_a_step_is_taken_at_its_school_where_that_exists() -> None:
    at_hilltop = replace(GUIDE[0], school=HILLTOP)
    assert player(at_hilltop, ADMIN, EVERYBODY) == ELSEWHERE
    assert player(at_hilltop, ADMIN, [ADMIN, STAFF]) == ADMIN
