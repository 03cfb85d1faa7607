"""A chat platform and a network in memory that tell when something arrived."""

import asyncio
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from workflows.cards import ApprovalCard, Card, DraftCard, OutcomeCard, PublishCard
from workflows.ports import Destination, MessageRef, Published

Moment = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Arrival:
    """A card at the platform, and when it came (`perf_counter`)."""

    card: Any
    at: float


@dataclass
class Platform:
    """Takes every card at once; whoever expects one is woken."""

    _expected: dict[Moment, "asyncio.Future[Arrival]"] = field(default_factory=dict)
    _cards: int = 0

    def expect(self, what: str, about: str) -> "asyncio.Future[Arrival]":
        """The arrival of a card: `draft`, `approval`, `locked`, `by hand` or `published`."""
        coming = asyncio.get_running_loop().create_future()
        self._expected[what, about] = coming
        return coming

    async def post(self, to: Destination, card: Card, key: str, under: MessageRef | None = None) -> MessageRef:
        self._cards += 1
        self._arrived(card)
        return MessageRef("memory", "bench", str(self._cards))

    async def find(self, to: Destination, key: str, under: MessageRef | None = None) -> MessageRef | None:
        return None

    async def update(self, ref: MessageRef, card: Card) -> None:
        self._arrived(card)

    def _arrived(self, card: Card) -> None:
        at, coming = perf_counter(), self._expected.pop(moment(card), None)
        if coming is not None:
            # The engine may call from a thread of its own.
            coming.get_loop().call_soon_threadsafe(coming.set_result, Arrival(card, at))


def moment(card: Card) -> Moment:
    """What a card's arrival means, and for which post (or text)."""
    match card:
        case DraftCard():
            return "draft", card.post
        case ApprovalCard():
            return ("approval" if card.state == "waiting" else "locked"), card.post
        case PublishCard(state="open"):
            return "by hand", card.text
        case OutcomeCard(outcome="published"):
            return "published", card.post
    return "other", ""


class InstantNetwork:
    """Has every post online at once."""

    async def publish(self, account: str, text: str, pictures: tuple[str, ...], key: str) -> Published:
        return Published(f"https://network.example/{key}")

    async def delete_comment(self, permalink: str, key: str) -> None:
        return None

    async def hide_comment(self, permalink: str, key: str) -> None:
        return None
