"""Everything that a workflow may need from outside, put together once by the bootstrap."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from workflows.calendar import Calendar
from workflows.cards import Card
from workflows.engine.commands import Tell
from workflows.keys import keyring
from workflows.policy.reader import Reader
from workflows.ports import Chat, Clock, Network
from workflows.timings import Timings


class Readers(Protocol):
    """Gives the reader that knows the registers as they stand now."""

    async def current(self) -> Reader:
        """The reader for the whole trust, rebuilt when a register changed."""


@dataclass(frozen=True, slots=True)
class Built:
    """A card; `live` ones are redrawn when what they show changes, `moot` ones are not worth sending any more."""

    card: Card
    live: bool = True
    moot: bool = False

    @property
    def shows(self) -> str:
        """A keyed hash of everything on the card, by which a card that is out of date is found."""
        return keyring().index(repr(self.card))


Build = Callable[[Tell, "World"], Awaitable[Built]]


@dataclass(frozen=True, slots=True)
class World:
    """The outside as the workflows see it; `networks` by platform name, with `manual` for every other.

    `build` makes the card that an effect asks for, as it stands now (`workflows.telling.build`).
    """

    clock: Clock
    calendar: Calendar
    timings: Timings
    readers: Readers
    chat: Chat
    networks: Mapping[str, Network]
    build: Build

    def network(self, platform: str) -> Network:
        """The network that serves a platform, or the one whose steps a person does."""
        return self.networks.get(platform, self.networks["manual"])
