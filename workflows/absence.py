"""Where people are: away until a day, back, reached on the platform they chose."""

from datetime import datetime

from workflows import audit
from workflows.commanding import PLATFORMS
from workflows.engine.applying import Change, handles
from workflows.engine.commands import Command, Tell
from workflows.engine.world import World
from workflows.errors import Refused
from workflows.models import Absence, ChatIdentity, Person
from workflows.policy.enforcement import enforces
from workflows.posts.passing_on import passed_on


def noted(person: int | None, sentence: str) -> Tell:
    """A confirmation to whoever asked for something; the sentence holds no personal data."""
    return Tell("noted", "", {"person": person}, sentence)


@handles("person.away")
@enforces("1.6")
async def away(command: Command, world: World) -> Change:
    """Somebody is away: what waits for them alone goes to the next in line at once."""
    given, person = command.payload.get("until"), command.actor
    if not given or person is None:
        raise Refused("Please say until when you are away.")
    until = datetime.fromisoformat(str(given))
    if until <= world.clock.now():
        raise Refused("That time has already passed. Please choose a later one.")

    async def write() -> None:
        if not await Absence.filter(person_id=person).update(until=until):
            await Absence.create(person_id=person, until=until)
        await audit.record("person.away", f"person:{person}", f"person:{person}", {}, world.clock.now())

    sentence = (
        f"You are away until {world.calendar.say(until)}. Drafts go to the next in line meanwhile."
        " Say back when you return earlier."
    )
    return Change(f"person:{person}", [noted(person, sentence), *await passed_on(person, gone=False)], write)


@handles("person.back")
async def back(command: Command, world: World) -> Change:
    """Somebody has returned: they are asked first again."""

    async def write() -> None:
        if await Absence.filter(person_id=command.actor).delete():
            who = f"person:{command.actor}"
            await audit.record("person.back", who, who, {}, world.clock.now())

    return Change(f"person:{command.actor}", [noted(command.actor, "Welcome back. You are asked again.")], write)


@handles("person.platform")
async def platform(command: Command, world: World) -> Change:
    """Somebody who is on several platforms chooses where their cards arrive."""
    name = str(command.payload["platform"])
    if not await ChatIdentity.exists(person_id=command.actor, platform=name):
        raise Refused(f"I do not know you on {PLATFORMS[name]} yet. Write to me there once, then choose it.")

    async def write() -> None:
        await Person.filter(id=command.actor).update(preferred_platform=name)

    return Change(
        f"person:{command.actor}", [noted(command.actor, f"Your cards arrive on {PLATFORMS[name]} from now on.")], write
    )
