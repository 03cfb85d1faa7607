"""Who is asked: headteachers, deputies in their order, administrators, leadership, the trust's lead."""

from datetime import datetime

from workflows.models import Absence, Deputy, Person, RoleGrant
from workflows.policy.enforcement import enforces
from workflows.states import Role


async def headteachers(school: str) -> list[Person]:
    """The headteachers of a school, in the order of the staff register."""
    return await _with_role(Role.HEADTEACHER, school)


async def administrators(school: str) -> list[Person]:
    """Whom the headteacher authorised to prepare posts."""
    return await _with_role(Role.ADMINISTRATOR, school)


@enforces("1.6")
async def leadership(school: str) -> list[Person]:
    """The leadership team, without the headteacher."""
    return await _with_role(Role.LEADERSHIP, school)


async def office_managers(school: str) -> list[Person]:
    """Who holds the accounts' credentials."""
    return await _with_role(Role.OFFICE_MANAGER, school)


async def deputies(school: str) -> list[Person]:
    """Who stands in for the headteacher: those named, in their order, then the rest of the leadership team."""
    team = {person.id: person for person in await leadership(school)}
    named = await Deputy.filter(school_id=school).order_by("position")
    first = [team.pop(deputy.person_id) for deputy in named if deputy.person_id in team]
    return [*first, *team.values()]


async def communications_leads() -> list[Person]:
    """Who looks after the accounts of the whole trust."""
    return await _with_role(Role.COMMUNICATIONS_LEAD, None)


async def away(now: datetime) -> frozenset[int]:
    """The ids of everybody who said that they are away at `now`."""
    return frozenset(await Absence.filter(until__gt=now).values_list("person_id", flat=True))  # type: ignore[arg-type]


async def _with_role(role: Role, school: str | None) -> list[Person]:
    held = RoleGrant.filter(role=role, revoked_at=None)
    here = held.filter(school_id=None) if school is None else held.filter(school_id=school)
    ids = await here.values_list("person_id", flat=True)
    return await Person.filter(id__in=set(ids), left_at=None).order_by("id")
