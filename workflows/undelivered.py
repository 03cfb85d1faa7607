"""Clause 8.6: what could not be delivered in one place is heard of in another."""

from workflows import access
from workflows.engine.applying import Change, handles
from workflows.engine.commands import Command, Effect, Tell
from workflows.engine.world import World
from workflows.models import Message


@handles("message.undeliverable")
async def undeliverable(command: Command, world: World) -> Change:
    """Nobody could be reached there: the trust's Communications Lead hears of it, so that it is not lost."""
    message = await Message.get(key=command.payload["key"])
    if message.card == "notice":
        return Change(message.about)
    leads = await access.communications_leads()
    reached = message.destination.get("person")
    sentence = (
        "I could not reach somebody who has a card waiting. Please see that everybody on the staff register"
        " has signed in to the chat once, and that I am a member of every leadership channel."
    )
    tells: list[Effect] = [Tell("notice", "", {"person": lead.id}, sentence) for lead in leads if lead.id != reached]
    if message.card == "alert":
        # An alarm that cannot be heard in one place has to be heard in another.
        tells += [Tell("alert", message.about, {"person": lead.id}) for lead in leads if lead.id != reached]
    return Change(message.about, tells)
