"""Several chat platforms behind the one port: each card goes to one of them, where its reader is."""

from collections.abc import Mapping
from typing import Protocol, runtime_checkable

from workflows import access
from workflows.cards import Card
from workflows.errors import Unreachable
from workflows.ports import Chat, Destination, MessageRef, ToPerson


@runtime_checkable
class Finds(Protocol):
    """A platform that knows people by their work email before they have written there."""

    async def finds(self, person: int) -> bool:
        """Whether somebody is there; their account is then bound. Raises ChatError where it cannot say now."""


class Chats:
    """Routes by where a person is reached, and by where a school's leadership channel is."""

    def __init__(self, platforms: Mapping[str, Chat]) -> None:
        self._platforms = platforms

    async def post(self, to: Destination, card: Card, key: str, under: MessageRef | None = None) -> MessageRef:
        """Send a card where its reader is now; a thread on another platform is not followed there."""
        platform = await self._platform(to)
        return await self._platforms[platform].post(to, card, key, _thread_on(platform, under))

    async def find(self, to: Destination, key: str, under: MessageRef | None = None) -> MessageRef | None:
        """Ask every platform: the reader may have moved between the crash and now."""
        for platform, chat in self._platforms.items():
            try:
                found = await chat.find(to, key, _thread_on(platform, under))
            except Unreachable:
                continue
            if found is not None:
                return found
        return None

    async def update(self, ref: MessageRef, card: Card) -> None:
        """Redraw a card where it stands."""
        if ref.platform not in self._platforms:
            raise Unreachable("The platform of that card is not configured any more.", "missing")
        await self._platforms[ref.platform].update(ref, card)

    async def _platform(self, to: Destination) -> str:
        if isinstance(to, ToPerson):
            known = await access.where_to_reach(to.person, self._platforms)
            platform = known[0] if known else await self._found(to.person)
        else:
            channel = await access.leadership_channel(to.school)
            platform = channel.platform if channel else ""
        if platform not in self._platforms:
            raise Unreachable("No chat account or channel is known.", "no_identity")
        return platform

    async def _found(self, person: int) -> str:
        """The platform on which somebody can be written to first."""
        for platform, chat in self._platforms.items():
            if isinstance(chat, Finds) and await chat.finds(person):
                return platform
        return ""


def _thread_on(platform: str, under: MessageRef | None) -> MessageRef | None:
    return under if under is not None and under.platform == platform else None
