"""Clauses 1.6 and 5.1 in the chat: the headteacher authorises, names deputies, and says where alerts arrive."""

from workflows import access, audit
from workflows.absence import noted
from workflows.access import granting
from workflows.engine.applying import Change, handles
from workflows.engine.commands import Command, Effect, Tell
from workflows.engine.world import World
from workflows.errors import Refused
from workflows.models import Person
from workflows.policy.enforcement import enforces
from workflows.states import Role


def _colleague(command: Command) -> int:
    chosen = str(command.payload.get("colleague", ""))
    if not chosen.isdecimal():
        raise Refused("Please choose a colleague.")
    return int(chosen)


@handles("role.grant")
@enforces("5.1 asks", "2.1")
async def grant(command: Command, world: World) -> Change:
    """The headteacher authorises a colleague as administrator."""
    by, person, school = command.actor or 0, _colleague(command), str(command.payload["school"])
    await granting.check(by, person, Role.ADMINISTRATOR, school)

    async def write() -> None:
        await granting.give(person, Role.ADMINISTRATOR, school, f"person:{by}", world.clock.now())

    return Change(f"person:{person}", _both_told(by, person, f"granted/{school}"), write)


@handles("role.revoke")
@enforces("5.1 asks")
async def revoke(command: Command, world: World) -> Change:
    """The headteacher ends an administrator's authorisation."""
    by, person, school = command.actor or 0, _colleague(command), str(command.payload["school"])
    await granting.check(by, person, Role.ADMINISTRATOR, school, ending=True)

    async def write() -> None:
        await granting.withdraw(person, Role.ADMINISTRATOR, school, f"person:{by}", world.clock.now())

    return Change(f"person:{person}", _both_told(by, person, f"revoked/{school}"), write)


def _both_told(by: int, person: int, what: str) -> list[Effect]:
    return [Tell("authorised", str(person), {"person": one}, what) for one in dict.fromkeys((by, person))]


@handles("deputies.name")
@enforces("1.6")
async def deputies(command: Command, world: World) -> Change:
    """The headteacher says who stands in, first one first."""
    by, school = command.actor or 0, str(command.payload["school"])
    order = await granting.check_deputies(by, school, command.payload.get("people") or [])
    if not order:
        raise Refused("Please choose at least one deputy.")

    async def write() -> None:
        await granting.write_deputies(by, school, order, world.clock.now())

    return Change(school, [Tell("deputies", school, {"person": by})], write)


@handles("leadership.bind")
@enforces("8.6")
async def bind(command: Command, world: World) -> Change:
    """The headteacher or the Communications Lead says in which private channel alerts about a school arrive."""
    said = command.payload
    person = await access.require(command.actor, str(said["school"]), Role.HEADTEACHER, Role.COMMUNICATIONS_LEAD)
    taken = await access.leadership_channel_at(str(said["platform"]), str(said["conversation"]))
    if taken is not None and taken.school_id != said["school"]:
        raise Refused("This channel already gets the alerts of another school. Please make one for this school.")
    if taken is not None:
        return Change(said["school"], [noted(person.id, "Alerts about your school arrive in this channel already.")])

    async def write() -> None:
        await access.bind_channel(
            said["school"], said["platform"], said["conversation"], f"person:{person.id}", world.clock.now()
        )

    return Change(said["school"], [Tell("channel", said["school"], {"leadership": said["school"]})], write)


async def lose_everything(person: Person, by: str, world: World) -> None:
    """Every role, chat account and deputyship of a person ends, inside the caller's transaction."""
    now = world.clock.now()
    for role, school in sorted(await access.roles_of(person), key=str):
        await granting.withdraw(person.id, role, school, by, now)
    await granting.stop_deputising(person.id)
    await access.release_identities(person.id, by, now)
    await audit.record("person.deactivated", f"person:{person.id}", by, {}, now)
