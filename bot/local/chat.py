"""The chat port, kept in the local database: messages survive a restart and are found again by their key."""

from collections.abc import Mapping
from typing import Any

from tortoise.transactions import in_transaction

from bot.cards import render
from bot.local.changes import Changes
from bot.local.models import LocalMessage
from workflows.cards import Card
from workflows.errors import Unreachable
from workflows.ports import Clock, Destination, MessageRef, Said, ToPerson

PLATFORM = "local"


def direct(person: int) -> str:
    """The conversation between one person and Gatepost."""
    return f"dm:{person}"


def leadership(school: str) -> str:
    """The leadership channel of a school."""
    return f"leadership:{school}"


class LocalChat:
    """A chat platform of our own; `changes` rings whenever a message is new or redrawn."""

    def __init__(self, clock: Clock) -> None:
        self.changes = Changes()
        self._clock = clock

    async def post(self, to: Destination, card: Card, key: str, under: MessageRef | None = None) -> MessageRef:
        """Send a card once under `key`; a second call answers where the first one stands."""
        parent = int(under.reference) if under else None
        return _ref(await self._add(key, _conversation(to), _drawn(card), under=parent))

    async def find(self, to: Destination, key: str, under: MessageRef | None = None) -> MessageRef | None:
        """Where the card that was sent under `key` stands."""
        message = await LocalMessage.get_or_none(key=key, conversation=_conversation(to))
        return _ref(message) if message else None

    async def update(self, ref: MessageRef, card: Card) -> None:
        """Redraw a card in place; a card that looks the same is no news."""
        async with in_transaction():
            message = await LocalMessage.get_or_none(id=int(ref.reference))
            if message is None:
                raise Unreachable("The message to redraw is not in the local workspace.")
            drawn = _drawn(card)
            if message.content == drawn["content"]:
                return
            await message.update_from_dict(dict(drawn, change=await _next_change())).save()
        self.changes.ring()

    async def hear(self, said: Said) -> LocalMessage:
        """Keep what a person said in their own conversation, once for each event id."""
        parent = await LocalMessage.get_or_none(key=said.under) if said.under else None
        content = {"text": said.text, "files": [file.name for file in said.files]}
        return await self._add(
            f"said:{said.event_id}",
            direct(said.person),
            {"content": content},
            author=said.person,
            under=parent.id if parent else None,
        )

    async def _add(self, key: str, conversation: str, drawn: Mapping[str, Any], **more: Any) -> LocalMessage:
        async with in_transaction():
            known = await LocalMessage.get_or_none(key=key)
            if known is not None:
                return known
            at, change = self._clock.now(), await _next_change()
            message = await LocalMessage.create(
                key=key, conversation=conversation, at=at, change=change, **drawn, **more
            )
        self.changes.ring()
        return message


async def _next_change() -> int:
    last = await LocalMessage.all().order_by("-change").first().values_list("change", flat=True)
    return int(str(last or 0)) + 1


def _drawn(card: Card) -> dict[str, Any]:
    document = render(card).model_dump(mode="json", exclude_defaults=True)
    return {"card": type(card).__name__, "state": getattr(card, "state", ""), "content": document}


def _conversation(to: Destination) -> str:
    return direct(to.person) if isinstance(to, ToPerson) else leadership(to.school)


def _ref(message: LocalMessage) -> MessageRef:
    return MessageRef(PLATFORM, message.conversation, str(message.id))
