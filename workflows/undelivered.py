"""Clause 8.6: what could not be delivered in one place is heard of in another, at once and in plain words."""

from datetime import timedelta

from workflows import access
from workflows.engine.applying import Change, handles
from workflows.engine.commands import Command, Effect, Tell
from workflows.engine.world import World
from workflows.models import Message, Person
from workflows.policy.enforcement import enforces

ONCE_IN = timedelta(hours=1)
"""The same fault is not reported more often, whatever number of cards meets it."""
UNIMPORTANT = frozenset({"notice", "noted", "unreached", "channel_lost", "welcome", "home"})


@handles("message.undeliverable")
@enforces("8.6")
async def undeliverable(command: Command, world: World) -> Change:
    """Whoever can put it right hears of it with the reason; an alarm sounds in another place."""
    message = await Message.get(key=command.payload["key"])
    if message.card in UNIMPORTANT:
        return Change(message.about)
    if not await _still_works_here(message):
        return Change(message.about)
    told = [one for one in await _responsible(message) if one != message.destination.get("person")]
    tells: list[Effect] = []
    if not await _said_already(message, world):
        tells += [Tell("unreached", message.key, {"person": one}) for one in told]
    if message.card == "alert":
        # An alarm that cannot be heard in one place has to be heard in another, by each person once.
        heard = await _have_the_alert(message.about)
        tells += [Tell("alert", message.about, {"person": one}) for one in told if one not in heard]
    return Change(message.about, tells)


@handles("leadership.lost")
@enforces("8.6")
async def leadership_lost(command: Command, world: World) -> Change:
    """A leadership channel was closed to the bot: the headteacher and the Communications Lead hear of it at once."""
    school = str(command.payload["school"])
    people = [*await access.headteachers(school), *await access.communications_leads()]
    told = list(dict.fromkeys(person.id for person in people))
    reason = str(command.payload["reason"])
    return Change(school, [Tell("channel_lost", school, {"person": one}, reason) for one in told])


async def _still_works_here(message: Message) -> bool:
    """Whether anybody expects the card to arrive: what is told to those who have left may get lost."""
    if "person" not in message.destination:
        return True
    person = await Person.get(id=message.destination["person"])
    return bool(await access.roles_of(person))


async def _responsible(message: Message) -> list[int]:
    people = await access.communications_leads()
    if "leadership" in message.destination:
        people = [*await access.headteachers(str(message.destination["leadership"])), *people]
    return list(dict.fromkeys(person.id for person in people))


async def _said_already(message: Message, world: World) -> bool:
    """Whether people heard of the same fault within the last hour."""
    said = await Message.filter(card="unreached", intended_at__gt=world.clock.now() - ONCE_IN)
    of = await Message.filter(key__in=[one.about for one in said], reason=message.reason)
    return any(one.destination == message.destination for one in of)


async def _have_the_alert(alert: str) -> set[object]:
    return {one.destination.get("person") for one in await Message.filter(about=alert, card="alert")}
