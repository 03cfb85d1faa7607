"""Carrying out one effect, whatever engine runs it."""

from workflows.engine.calling import call
from workflows.engine.commands import Call, Command, Effect, Follow, Redraw, Tell
from workflows.engine.outgoing import deliver, redraw
from workflows.engine.wire import followed
from workflows.engine.world import World


async def perform(key: str, effect: Effect, world: World) -> Command | None:
    """Do what an effect asks for under its `key`; returns the command that follows from it, if any.

    Raises ChatError where the platform failed and the same should be tried again.
    """
    match effect:
        case Tell():
            if not await deliver(key, effect, world):
                return Command(f"{key}/undeliverable", "message.undeliverable", {"key": key})
        case Redraw():
            await redraw(effect, world)
        case Call():
            return await call(key, effect, world)
        case Follow():
            return followed(key, effect)
    return None
