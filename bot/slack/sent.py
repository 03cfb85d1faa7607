"""What was sent to Slack under a key, as its history tells after a crash: the card and its further parts."""

import time
from collections.abc import AsyncIterator
from dataclasses import dataclass

from bot.slack.api import Api
from bot.slack.errors import NotOffered
from bot.slack.models import SlackPart
from bot.slack.text import Json
from workflows.ports import MessageRef

EVENT = "gatepost_card"
LOOK_BACK = 2 * 24 * 3600
"""Seconds of history in which a card is looked for."""


@dataclass(frozen=True, slots=True)
class SentCard:
    """A card in a channel; `parts` are its further messages by number."""

    channel: str
    ts: str
    pages: int
    parts: dict[int, str]

    @property
    def whole(self) -> bool:
        """Whether every part arrived."""
        return len(self.parts) >= self.pages - 1


def metadata(key: str, pages: int = 0, part: int = 0) -> Json:
    """What a message carries so that it is found again: the card's key, and how many messages or which of them."""
    payload: Json = {"key": key, **({"part": part} if part else {"pages": pages})}
    return {"event_type": EVENT, "event_payload": payload}


def _payload(message: Json) -> Json:
    found = message.get("metadata") or {}
    return found.get("event_payload") or {} if found.get("event_type") == EVENT else {}


async def sent_under(api: Api, channel: str, key: str, under: MessageRef | None) -> SentCard | None:
    """The card under a key in a channel, or in the thread of another card."""
    card: Json | None = None
    async for message in _messages(api, channel, under.reference if under else ""):
        payload = _payload(message)
        if payload.get("key") == key and not payload.get("part"):
            card = message
            break
    if card is None:
        return None
    pages, parts = int(_payload(card).get("pages") or 1), {}
    if pages > 1:
        async for message in _messages(api, channel, under.reference if under else str(card["ts"])):
            payload = _payload(message)
            if payload.get("key") == key and payload.get("part"):
                parts[int(payload["part"])] = str(message["ts"])
    return SentCard(channel, str(card["ts"]), pages, parts)


async def _messages(api: Api, channel: str, thread: str) -> AsyncIterator[Json]:
    """A channel's messages, newest first, or those of a thread; none where this Slack cannot be asked."""
    where: Json = {"channel": channel, "include_all_metadata": True}
    try:
        if thread:
            async for message in api.each("conversations.replies", "messages", ts=thread, **where):
                yield message
        else:
            oldest = str(time.time() - LOOK_BACK)
            async for message in api.each("conversations.history", "messages", oldest=oldest, **where):
                yield message
    except NotOffered:
        # Rather a card twice than a card lost.
        return


async def remember(card: SentCard) -> None:
    """Keep where the parts of a card stand that was found after a crash."""
    for number, ts in card.parts.items():
        await keep_part(card.channel, card.ts, number, ts)


async def keep_part(conversation: str, card: str, number: int, ts: str) -> None:
    """Keep where one part of a card stands."""
    await SlackPart.update_or_create({"ts": ts}, conversation=conversation, card=card, number=number)


async def take_back(api: Api, card: SentCard) -> None:
    """Remove a card of which a part is missing, so that it can be sent anew as a whole."""
    for ts in (*card.parts.values(), card.ts):
        await api.call("chat.delete", channel=card.channel, ts=ts)
    await SlackPart.filter(conversation=card.channel, card=card.ts).delete()
