"""Whom or what could not be reached, why, and what to do about it, in plain words."""

from workflows.cards import Notice
from workflows.engine.commands import Tell
from workflows.engine.world import Built, World
from workflows.models import Message, School
from workflows.telling.phrases import name_of

CHANNEL = {
    "not_in_channel": "I am not a member of it. Please invite me.",
    "archived": "it has been archived. Please restore it, or choose another with leadership here.",
    "missing": "it does not exist any more. Please choose another with leadership here.",
    "no_identity": "no channel has been chosen yet. Make a private one, invite me, and type leadership here in it.",
    "revoked": "my access to the chat was withdrawn. Whoever looks after it has to install me again.",
}
PERSON = {
    "no_identity": "they have not signed in to the chat yet. Please ask them to send me a message once.",
    "revoked": "my access to the chat was withdrawn. Whoever looks after it has to install me again.",
}
UNKNOWN = "the chat refused it. Please see that I may still write there."


async def unreached(tell: Tell, world: World) -> Built:
    """To those who can put it right."""
    message = await Message.get(key=tell.about)
    slug = message.destination.get("leadership")
    if slug is not None:
        school = await School.get(slug=str(slug))
        sentence = (
            f"I could not write into the leadership channel of {school.name}: {CHANNEL.get(message.reason, UNKNOWN)}"
        )
    else:
        name = await name_of(int(str(message.destination["person"])))
        sentence = f"I could not reach {name}, who has a card waiting: {PERSON.get(message.reason, UNKNOWN)}"
    return Built(Notice(sentence, "warning"), live=False)


async def channel_lost(tell: Tell, world: World) -> Built:
    """To the same people, before the next alert would not arrive; `detail` is the reason."""
    school = await School.get(slug=tell.about)
    reason = CHANNEL.get(tell.detail, UNKNOWN)
    sentence = f"Alerts no longer arrive in the leadership channel of {school.name}: {reason}"
    return Built(Notice(sentence, "warning"), live=False)
