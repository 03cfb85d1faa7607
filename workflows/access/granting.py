"""Clause 5.1: the headteacher authorises administrators and names deputies; other roles follow the staff register."""

from collections.abc import Sequence
from datetime import datetime

from tortoise.expressions import Q
from tortoise.queryset import QuerySet
from tortoise.transactions import in_transaction

from workflows import audit
from workflows.access.people import leadership
from workflows.access.roles import WORDS, require
from workflows.errors import Refused
from workflows.models import Absence, Deputy, Person, RoleGrant
from workflows.policy.enforcement import enforces
from workflows.states import Role


@enforces("5.1 asks", "2.1")
async def grant(by: int, person: int, role: Role, school: str, at: datetime) -> None:
    """The headteacher `by` authorises a colleague as administrator; a second time changes nothing.

    Raises NotAllowed for anybody else, Refused for other roles and for people who do not work at the school.
    """
    await check(by, person, role, school)
    async with in_transaction():
        await give(person, role, school, f"person:{by}", at)


@enforces("5.1 asks")
async def revoke(by: int, person: int, role: Role, school: str, at: datetime) -> None:
    """The headteacher `by` withdraws what `grant` gave; raises as `grant` does."""
    await check(by, person, role, school, ending=True)
    async with in_transaction():
        await withdraw(person, role, school, f"person:{by}", at)


async def check(by: int, person: int, role: Role, school: str, *, ending: bool = False) -> None:
    """Raise what `grant` and `revoke` raise where `by` may not do this."""
    await require(by, school, Role.HEADTEACHER)
    if role is not Role.ADMINISTRATOR:
        raise Refused(f"Who is {WORDS[role]} follows from the staff register. Please have it corrected there.")
    if not ending and not await Person.exists(id=person, school_id=school, left_at=None):
        raise Refused("Only somebody who is on the staff register of your school can be authorised.")


async def give(person: int, role: Role, school: str | None, by: str, at: datetime) -> None:
    """Write down a role inside the caller's transaction, once."""
    # The check is a write, because a transaction that begins with a read can be overtaken.
    if await _held(person, role, school).update(revoked_by=""):
        return
    await RoleGrant.create(person_id=person, role=role, school_id=school, granted_at=at, granted_by=by)
    await audit.record("role.grant", f"person:{person}", by, {"role": str(role), "school": school}, at)


async def withdraw(person: int, role: Role, school: str | None, by: str, at: datetime) -> None:
    """Write down inside the caller's transaction that a role has ended, if it was held."""
    if await _held(person, role, school).update(revoked_at=at, revoked_by=by):
        await audit.record("role.revoke", f"person:{person}", by, {"role": str(role), "school": school}, at)


def _held(person: int, role: Role, school: str | None) -> QuerySet[RoleGrant]:
    return RoleGrant.filter(person_id=person, role=role, revoked_at=None).filter(
        Q(school_id=None) if school is None else Q(school_id=school)
    )


@enforces("1.6")
async def name_deputies(by: int, school: str, people: Sequence[int], at: datetime) -> None:
    """The headteacher `by` says who stands in for them, first one first.

    Raises NotAllowed for anybody else, Refused for people who are not in the school's leadership team.
    """
    order = await check_deputies(by, school, people)
    async with in_transaction():
        await write_deputies(by, school, order, at)


async def check_deputies(by: int, school: str, people: Sequence[int]) -> list[int]:
    """The deputies in their order, each once; raises as `name_deputies` does."""
    await require(by, school, Role.HEADTEACHER)
    team = {person.id for person in await leadership(school)}
    order = list(dict.fromkeys(people))
    if not team.issuperset(order):
        raise Refused("Deputies are members of your leadership team as the staff register lists it.")
    return order


async def write_deputies(by: int, school: str, order: Sequence[int], at: datetime) -> None:
    """Write down inside the caller's transaction who stands in."""
    await Deputy.filter(school_id=school).delete()
    await Deputy.bulk_create(
        [Deputy(school_id=school, person_id=one, position=place) for place, one in enumerate(order, 1)]
    )
    await audit.record("deputies.name", school, f"person:{by}", {"people": list(order)}, at)


async def stop_deputising(person: int) -> None:
    """Somebody who is gone stands in for nobody and is not away any more."""
    await Deputy.filter(person_id=person).delete()
    await Absence.filter(person_id=person).delete()
