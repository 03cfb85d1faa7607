"""Carrying out a command exactly once: check, claim, and write down what must follow, in one transaction."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from workflows.engine.commands import Command, Effect, Tell
from workflows.engine.wire import effect_from_json, effect_to_json
from workflows.engine.world import World
from workflows.errors import Refused, Stale
from workflows.models import Event

ATTEMPTS = 8


async def _nothing() -> None:
    return None


@dataclass(slots=True)
class Change:
    """What a command does: `write` runs inside the transaction and raises Stale when its claim is lost."""

    about: str = ""
    effects: list[Effect] = field(default_factory=list)
    write: Callable[[], Awaitable[None]] = _nothing


Handler = Callable[[Command, World], Awaitable[Change]]
_handlers: dict[str, Handler] = {}


def handles(name: str) -> Callable[[Handler], Handler]:
    """Register the handler of a command."""

    def register(handler: Handler) -> Handler:
        _handlers[name] = handler
        return handler

    return register


def known_commands() -> frozenset[str]:
    """The names of all commands."""
    return frozenset(_handlers)


async def apply(command: Command, world: World) -> list[Effect]:
    """Carry out `command` once and return its effects; carried out before, only return them again.

    Raises Stale when other changes win every one of the attempts; the engine then tries again later.
    """
    for _ in range(ATTEMPTS):
        done = await Event.get_or_none(id=command.id)
        if done is not None:
            return [effect_from_json(effect) for effect in done.effects]
        change = await decide(command, world)
        try:
            await claim(command, change, world)
        except (Stale, IntegrityError):
            # Somebody else changed the row, or carried out this very command: look again, decide again.
            continue
        return change.effects
    raise Stale("Too many changes at once.")


async def decide(command: Command, world: World) -> Change:
    """What `command` would do now; what it may not do becomes a sentence to whoever asked."""
    try:
        return await _handlers[command.name](command, world)
    except Refused as refusal:
        if command.actor is None:
            return Change(effects=[])
        return Change(effects=[Tell("notice", "", {"person": command.actor}, str(refusal))])


async def claim(command: Command, change: Change, world: World) -> None:
    """Write a change and what follows from it; raises Stale or IntegrityError, having written nothing, if overtaken."""
    async with in_transaction():
        # The event's key comes first: a transaction that begins with its write cannot be overtaken.
        await Event.create(
            id=command.id,
            command=command.name,
            about=change.about,
            at=world.clock.now(),
            effects=[effect_to_json(effect) for effect in change.effects],
        )
        await change.write()
