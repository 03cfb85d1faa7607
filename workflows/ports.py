"""What the workflows need from outside, in their own words: chat, networks, clock, engine."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from workflows.cards import Card


@dataclass(frozen=True, slots=True)
class ToPerson:
    """A direct conversation with one member of staff."""

    person: int


@dataclass(frozen=True, slots=True)
class ToLeadership:
    """The leadership channel of a school."""

    school: str


Destination = ToPerson | ToLeadership


@dataclass(frozen=True, slots=True)
class MessageRef:
    """Where a sent card stands, in the platform's own ids."""

    platform: str
    conversation: str
    reference: str


class Chat(Protocol):
    """A chat platform, or several behind one face."""

    async def post(self, to: Destination, card: Card, key: str, under: MessageRef | None = None) -> MessageRef:
        """Send a card and return where it stands; `key` finds it again, `under` makes it a reply in that thread.

        Raises RateLimited, Unreachable, or another ChatError when the platform failed.
        """

    async def find(self, to: Destination, key: str, under: MessageRef | None = None) -> MessageRef | None:
        """The message that was sent under `key`, if the platform has it (asked after a crash); `under` as in `post`."""

    async def update(self, ref: MessageRef, card: Card) -> None:
        """Redraw a sent card in place; raises like `post`."""


@dataclass(frozen=True, slots=True)
class Published:
    """A network has the post; the permalink is where people see it."""

    permalink: str


@dataclass(frozen=True, slots=True)
class ByHand:
    """The network has no interface that may be used: a person publishes with a checklist."""

    steps: tuple[str, ...]


class Network(Protocol):
    """A social network. What it cannot do it answers with ByHand, and a person gets a task."""

    async def publish(self, account: str, text: str, pictures: tuple[str, ...], key: str) -> Published | ByHand:
        """Publish once under `key`; pictures are `Picture` ids."""

    async def delete_comment(self, permalink: str, key: str) -> ByHand | None:
        """Delete a comment; None when it is gone."""

    async def hide_comment(self, permalink: str, key: str) -> ByHand | None:
        """Hide a comment; None when it is hidden."""


class Clock(Protocol):
    """The one source of time."""

    def now(self) -> datetime:
        """The present instant in UTC."""

    def seconds_until(self, due: datetime) -> float:
        """How many real seconds to wait for `due`; never negative."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that somebody sent, already fetched by the adapter within its size limit."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Said:
    """A message to the bot in a direct conversation.

    `message` is the platform's own lasting id of it, by which an edit and a deletion name it again. `under` is
    the key of the card it replies to, or the `message` of the first message of its thread.
    """

    event_id: str
    person: int
    text: str
    files: tuple[Incoming, ...] = ()
    under: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Edited:
    """Somebody changed the words of a message that they had sent, named by its `message` id."""

    event_id: str
    person: int
    message: str
    text: str


@dataclass(frozen=True, slots=True)
class Deleted:
    """Somebody deleted a message that they had sent, named by its `message` id."""

    event_id: str
    person: int
    message: str


@dataclass(frozen=True, slots=True)
class Place:
    """A conversation on a platform; `private` where only those who were let in can read it."""

    platform: str
    conversation: str
    private: bool


@dataclass(frozen=True, slots=True)
class Typed:
    """The words behind a slash command, or said to the bot in a channel; `conversation` is where, if known."""

    event_id: str
    person: int
    text: str
    conversation: Place | None = None


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button on a card: `verb` and `value` as the card's action carried them."""

    event_id: str
    person: int
    verb: str
    value: dict[str, str]


@dataclass(frozen=True, slots=True)
class Filled:
    """A form that was sent: `value` as the form carried it, `answers` by input name (files by file inputs)."""

    event_id: str
    person: int
    form: str
    value: dict[str, str]
    answers: dict[str, str | tuple[str, ...]]
    files: dict[str, tuple[Incoming, ...]]


Where = Literal["direct", "channel"]
