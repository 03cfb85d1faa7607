"""What people write, change and delete in their conversation with the bot."""

import asyncio

from bot.slack import PLATFORM
from bot.slack.desk import Desk
from bot.slack.events import Message, message_id
from bot.slack.files import fetched
from workflows import models
from workflows.intake import post_of
from workflows.ports import Deleted, Edited, Said

APPEARS_SECONDS = 10.0


async def heard(desk: Desk, event_id: str, message: Message) -> None:
    """Hand a message on; raises Refused, or ChatError where it should be tried again."""
    person = (await desk.identities.person(message.user)).id
    if message.what == "edited":
        await desk.intake.edited(Edited(event_id, person, message.id, message.text))
    elif message.what == "deleted":
        await desk.intake.deleted(Deleted(event_id, person, message.id))
    else:
        await _said(desk, event_id, person, message)


async def _said(desk: Desk, event_id: str, person: int, message: Message) -> None:
    files = await fetched(desk.api, list(message.files))
    under = await _card_or_message(message) if message.root else ""
    joins = desk.joins(message.user) if files and not message.text.strip() and not under else ""
    if joins and await _appeared(post_of(joins)):
        under = joins
    await desk.intake.said(Said(event_id, person, message.text, files, under, message.id))
    if not under:
        desk.began(message.user, message.id)


async def _card_or_message(message: Message) -> str:
    """What a thread hangs below: a card of ours by its key, or else the message with which it began."""
    card = await models.Message.get_or_none(
        platform=PLATFORM, conversation=message.channel, reference=message.root, state="sent"
    )
    return card.key if card else message_id(message.channel, message.root)


async def _appeared(post: str) -> bool:
    """Whether the draft of an earlier message is there; the command that makes it may still be on its way."""
    for _ in range(int(APPEARS_SECONDS / 0.2)):
        if await models.Post.exists(id=post):
            return True
        await asyncio.sleep(0.2)
    return False
