"""Who one can be in the workspace, and which conversations are theirs."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass

from bot.local.chat import direct, leadership
from workflows.models import Person, RoleGrant, School
from workflows.states import Role

LEADERS = frozenset({Role.HEADTEACHER, Role.LEADERSHIP})
ORDER = (
    Role.HEADTEACHER,
    Role.ADMINISTRATOR,
    Role.LEADERSHIP,
    Role.OFFICE_MANAGER,
    Role.STAFF,
    Role.COMMUNICATIONS_LEAD,
    Role.EXECUTIVE_PRINCIPAL,
)


@dataclass(frozen=True, slots=True)
class Conversation:
    """A direct conversation with Gatepost, or the leadership channel of a school."""

    id: str
    name: str
    is_direct: bool


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the sample trust; `school` is the name of their school or of the trust's office."""

    id: int
    name: str
    school: str
    roles: tuple[Role, ...]
    conversations: tuple[Conversation, ...]

    @property
    def role(self) -> str:
        """The roles in words, such as "administrator and office manager"."""
        return " and ".join(role.value.replace("_", " ") for role in self.roles)

    @property
    def initials(self) -> str:
        """At most two letters for the picture beside a name."""
        words = self.name.split()
        return "".join(word[0] for word in (words[1:] or words)[:2]).upper()

    def conversation(self, id: str) -> Conversation | None:
        """One of their own conversations, None where it is not theirs."""
        return next((each for each in self.conversations if each.id == id), None)


People = Callable[[], Awaitable[tuple[Member, ...]]]


async def members() -> tuple[Member, ...]:
    """Everybody on the staff register who has not left, by school and role."""
    schools = {school.slug: school.name for school in await School.filter(closed=False)}
    grants: dict[int, list[RoleGrant]] = defaultdict(list)
    for grant in await RoleGrant.filter(revoked_at=None):
        grants[grant.person_id].append(grant)
    people = [_member(person, grants[person.id], schools) for person in await Person.filter(left_at=None)]
    return tuple(sorted(people, key=lambda one: (one.school, ORDER.index(one.roles[0]), one.name)))


def _member(person: Person, grants: Iterable[RoleGrant], schools: dict[str, str]) -> Member:
    held = {Role(grant.role) for grant in grants} or {Role.STAFF}
    roles = tuple(role for role in ORDER if role in held and (role != Role.STAFF or held == {Role.STAFF}))
    led = [slug for slug in schools if _leads(slug, grants)]
    channels = tuple(Conversation(leadership(slug), f"Leadership, {schools[slug]}", False) for slug in led)
    own = Conversation(direct(person.id), "Gatepost", True)
    return Member(
        person.id, person.formal_name, schools.get(person.school_id or "", "The trust"), roles, (own, *channels)
    )


def _leads(school: str, grants: Iterable[RoleGrant]) -> bool:
    return any(
        grant.role == Role.COMMUNICATIONS_LEAD or (grant.role in LEADERS and grant.school_id == school)
        for grant in grants
    )
