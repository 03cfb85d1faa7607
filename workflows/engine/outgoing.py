"""Telling people: the intent is written first, the platform is asked after a crash, nothing is sent in silence."""

import asyncio
from contextlib import suppress
from weakref import WeakValueDictionary

from tortoise.exceptions import IntegrityError

from workflows.engine.commands import Redraw, Tell
from workflows.engine.world import World
from workflows.errors import ChatError, RateLimited, Unreachable
from workflows.models import LeadershipChannel, Message
from workflows.ports import Destination, MessageRef, ToLeadership, ToPerson

INTENDED, SENT, MOOT, UNDELIVERABLE = "intended", "sent", "moot", "undeliverable"
FOR_GOOD, UNKNOWN = "", "unknown"
"""What a card shows that is never redrawn, so that nothing is looked up to find that out; and what one
shows that was being drawn when the process died."""
_drawing: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()


def destination(to: dict[str, object]) -> Destination:
    """The destination that an effect names."""
    if "person" in to:
        return ToPerson(int(str(to["person"])))
    return ToLeadership(str(to["leadership"]))


async def deliver(key: str, tell: Tell, world: World) -> bool:
    """Send one card under `key`, at most once where the platform can be asked; False when nobody can be reached.

    Raises RateLimited or another ChatError where it should be tried again.
    """
    message = await _intent(key, tell, world)
    if message.state == INTENDED and not await _send(message, tell, world):
        return (await Message.get(key=key)).state == MOOT
    # A decision may have fallen while the card was on its way, before there was anything to redraw.
    await _keep_current(key, world)
    return message.state != UNDELIVERABLE


async def _send(message: Message, tell: Tell, world: World) -> bool:
    """Whether the platform has the card now."""
    to, key = destination(tell.to), message.key
    try:
        under = await _thread(message, tell)
        found = await world.chat.find(to, key, under) if message.attempts else None
        built = await world.build(tell, world)
        if built.moot and found is None:
            await Message.filter(key=key).update(state=MOOT)
            return False
        await Message.filter(key=key).update(attempts=message.attempts + 1)
        ref = found or await world.chat.post(to, built.card, key, under)
    except Unreachable as error:
        await Message.filter(key=key).update(state=UNDELIVERABLE, reason=error.reason)
        return False
    # What is found was drawn before a crash, and much may have happened since.
    await _sent(key, ref, (UNKNOWN if found else built.shows) if built.live else FOR_GOOD, world)
    return True


async def _thread(message: Message, tell: Tell) -> MessageRef | None:
    """Where the thread begins in which a reply belongs; None for a message of its own."""
    if not tell.reply:
        return None
    sent = await Message.filter(about=message.about, state=SENT).exclude(key=message.key).order_by("sent_at", "key")
    here = [one for one in sent if one.destination == message.destination and await _still_there(one)]
    of_its_kind = [one for one in here if one.card == message.card]
    first = of_its_kind[0] if of_its_kind else here[-1] if here else None
    return MessageRef(first.platform, first.conversation, first.reference) if first else None


async def _still_there(message: Message) -> bool:
    """Whether a card stands in the conversation that its destination means today."""
    channel = await LeadershipChannel.get_or_none(school_id=message.destination.get("leadership", ""))
    return channel is None or (message.sent_at is not None and message.sent_at >= channel.bound_at)


async def _intent(key: str, tell: Tell, world: World) -> Message:
    message = await Message.get_or_none(key=key)
    if message is None:
        try:
            message = await Message.create(
                key=key,
                about=tell.about,
                card=tell.card,
                detail=tell.detail,
                destination=tell.to,
                state=INTENDED,
                intended_at=world.clock.now(),
            )
        except IntegrityError:
            message = await Message.get(key=key)
    return message


async def _sent(key: str, ref: MessageRef, shown: str, world: World) -> None:
    await Message.filter(key=key).update(
        state=SENT,
        platform=ref.platform,
        conversation=ref.conversation,
        reference=ref.reference,
        shown=shown,
        sent_at=world.clock.now(),
    )


async def redraw(effect: Redraw, world: World) -> None:
    """Bring every sent card about a row up to date; raises like `deliver` where it should be tried again."""
    failed: ChatError | None = None
    for message in await Message.filter(about=effect.about, state=SENT).exclude(shown=FOR_GOOD).order_by("sent_at"):
        try:
            await _keep_current(message.key, world)
        except RateLimited:
            raise
        except ChatError as error:
            # One card that cannot be redrawn does not keep the others out of date.
            failed = error
    if failed is not None:
        raise failed


async def _keep_current(key: str, world: World) -> None:
    """Redraw a sent card until it shows how things stand.

    One at a time in this process, or an older drawing could land last; another process that drew meanwhile
    looks again itself.
    """
    async with _drawing.setdefault(key, asyncio.Lock()):
        message = await Message.get(key=key)
        if message.state != SENT or message.shown == FOR_GOOD:
            return
        tell = Tell(message.card, message.about, message.destination, message.detail)
        ref = MessageRef(message.platform, message.conversation, message.reference)
        shown, built = message.shown, await world.build(tell, world)
        while built.shows != shown:
            await Message.filter(key=key).update(shown=UNKNOWN)
            with suppress(Unreachable):
                await world.chat.update(ref, built.card)
            await Message.filter(key=key).update(shown=built.shows)
            shown, built = built.shows, await world.build(tell, world)
