"""Clauses 1.6 and 3.1: roles hold at one school or for the whole trust, and nobody acts beyond them."""

from workflows.errors import NotAllowed, Stranger
from workflows.models import Person, RoleGrant
from workflows.policy.enforcement import enforces
from workflows.states import ACCOUNT_ACCESS, TRUST_ROLES, Role

NOT_ON_THE_REGISTER = "You are not on the staff register any more, so this is not possible. The school office can help."
ELSEWHERE = "This belongs to a school at which you have no role, so it is not possible."
WORDS = {
    Role.STAFF: "a member of staff",
    Role.ADMINISTRATOR: "an administrator",
    Role.HEADTEACHER: "the headteacher",
    Role.LEADERSHIP: "the leadership team",
    Role.OFFICE_MANAGER: "the office manager",
    Role.COMMUNICATIONS_LEAD: "the trust's Communications Lead",
    Role.EXECUTIVE_PRINCIPAL: "the Executive Principal",
}


async def roles_of(person: Person) -> frozenset[tuple[Role, str | None]]:
    """Every role with its school, None for the whole trust; a leaver has none."""
    if person.left_at is not None:
        return frozenset()
    held = await RoleGrant.filter(person_id=person.id, revoked_at=None).values_list("role", "school_id")
    return frozenset((Role(role), school) for role, school in held if (school is None) == (role in TRUST_ROLES))


async def roles_at(person: Person, school: str) -> frozenset[Role]:
    """The roles that count at a school, those for the whole trust included."""
    return frozenset(role for role, where in await roles_of(person) if where in (school, None))


async def roles_of_id(person_id: int, school: str) -> frozenset[Role]:
    """The same by the person's id; nobody has no roles."""
    person = await Person.get_or_none(id=person_id)
    return frozenset() if person is None else await roles_at(person, school)


async def member(person_id: int) -> Person:
    """Somebody who works for the trust; raises Stranger for leavers and for those who have lost every role."""
    person = await Person.get_or_none(id=person_id, left_at=None)
    if person is None or not await roles_of(person):
        raise Stranger("I only work with staff of the trust. Please ask your school office for help.")
    return person


async def schools_of(person: Person) -> tuple[str, ...]:
    """The schools at which somebody has a role, the one that employs them first."""
    held = {school for _, school in await roles_of(person) if school is not None}
    return tuple(sorted(held, key=lambda school: (school != person.school_id, school)))


async def schools_with_accounts(person_id: int) -> tuple[str, ...]:
    """The schools to whose accounts somebody has access, the one that employs them first."""
    person = await Person.get(id=person_id)
    return tuple([slug for slug in await schools_of(person) if await roles_at(person, slug) & ACCOUNT_ACCESS])


@enforces("1.6", "3.1", "3.3")
async def require(person_id: int | None, school: str, *roles: Role) -> Person:
    """The person, who holds one of `roles` at `school`; raises NotAllowed with a sentence for them otherwise."""
    person = await Person.get_or_none(id=person_id, left_at=None)
    if person is None:
        raise NotAllowed(NOT_ON_THE_REGISTER)
    held = await roles_at(person, school)
    if not held:
        raise NotAllowed(ELSEWHERE)
    if not held & set(roles):
        raise NotAllowed(f"This is for {_listed(roles)} of the school. Please ask one of them.")
    return person


async def may_see_pupils(person: Person, school: str) -> bool:
    """Whether names of the pupils of a school may be shown to somebody (those with account access only)."""
    return bool(await roles_at(person, school) & ACCOUNT_ACCESS)


def _listed(roles: tuple[Role, ...]) -> str:
    words = [WORDS[role] for role in dict.fromkeys(roles)]
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
