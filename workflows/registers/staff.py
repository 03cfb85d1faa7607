"""Importing the staff register: people, the roles of their job titles, and what ends at once for a leaver."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from tortoise.transactions import in_transaction

from workflows import audit
from workflows.access import release_identities
from workflows.access.granting import give, withdraw
from workflows.keys import keyring
from workflows.models import Absence, Deputy, Person, RoleGrant
from workflows.policy.enforcement import enforces
from workflows.policy.facts import StaffMember
from workflows.registers import versions
from workflows.registers.facts import staff_register
from workflows.registers.job_titles import role_of
from workflows.registers.plan import Plan, Register, compare
from workflows.registers.sheets import Sheet
from workflows.states import Role

Progress = Callable[[int], None]


async def plan(sheet: Sheet[StaffMember]) -> tuple[Register[StaffMember], Plan[StaffMember]]:
    """The register, and what the file would change."""
    register = await staff_register()
    return register, compare(register, sheet)


@enforces("1.6", "3.5 acts")
async def apply(changes: Plan[StaffMember], by: str, at: datetime, progress: Progress) -> None:
    """Make the register say what the plan says, all of it or nothing; `progress` is told people done.

    A leaver loses every role and chat account at once. Raises Refused when the register changed since
    the plan was made.
    """
    async with in_transaction():
        await versions.claim(changes.version)
        for member in changes.new:
            await _take_on(member, by, at)
            progress(1)
        for before, after in (*changes.changed, *changes.returning):
            await _correct(before, after, by, at)
            progress(1)
        for member in changes.left:
            await _let_go(member, by, at)
            progress(1)
        for school in changes.schools:
            await audit.record("register.staff", school or "trust", by, counts(changes, school), at)


def counts(changes: Plan[StaffMember], school: str) -> dict[str, object]:
    """What the plan does at one school, in numbers."""
    return {
        "new": _at(school, changes.new),
        "changed": _at(school, (after for _, after in changes.changed)),
        "returning": _at(school, (after for _, after in changes.returning)),
        "left": _at(school, changes.left),
        "unchanged": _at(school, changes.unchanged),
    }


def roles_in(changes: Plan[StaffMember], school: str) -> Counter[Role]:
    """How many people of a school will hold which role by their job titles."""
    return Counter(role_of(one) for one in changes.present if one.school == school)


def _at(school: str, people: Iterable[StaffMember]) -> int:
    return sum(one.school == school for one in people)


async def _take_on(member: StaffMember, by: str, at: datetime) -> None:
    person = await Person.create(staff_id=member.id, **_columns(member))
    await give(person.id, role_of(member), member.school or None, by, at)


async def _correct(before: StaffMember, after: StaffMember, by: str, at: datetime) -> None:
    person = await Person.get(staff_id=after.id)
    await person.update_from_dict({**_columns(after), "left_at": None}).save()
    if before.email.strip().casefold() != after.email.strip().casefold():
        await release_identities(person.id, by, at)
    await _follow_job_title(person.id, after, by, at)


async def _follow_job_title(person: int, member: StaffMember, by: str, at: datetime) -> None:
    role, school = role_of(member), member.school or None
    for held in await RoleGrant.filter(person_id=person, revoked_at=None):
        stays = (Role(held.role) in (role, Role.ADMINISTRATOR)) and held.school_id == school
        if not stays:
            await withdraw(person, Role(held.role), held.school_id, by, at)
    await give(person, role, school, by, at)


async def _let_go(member: StaffMember, by: str, at: datetime) -> None:
    person = await Person.get(staff_id=member.id)
    await Person.filter(id=person.id).update(left_at=at)
    for held in await RoleGrant.filter(person_id=person.id, revoked_at=None):
        await withdraw(person.id, Role(held.role), held.school_id, by, at)
    await release_identities(person.id, by, at)
    await Deputy.filter(person_id=person.id).delete()
    await Absence.filter(person_id=person.id).delete()


def _columns(member: StaffMember) -> dict[str, Any]:
    return {
        "school_id": member.school or None,
        "identity": {
            "title": member.title,
            "forename": member.forename,
            "surname": member.surname,
            "email": member.email,
        },
        "email_index": keyring().index(member.email) if member.email else "",
        "job_title": member.role,
    }
