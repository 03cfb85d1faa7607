"""Commands and effects as data: what was asked, and what must follow from it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol


@dataclass(frozen=True, slots=True)
class Command:
    """Something that happened or was asked for; `id` is the platform's event id or derived from a command's.

    `payload` holds JSON values; `actor` is a person id, or None where time itself acts.
    """

    id: str
    name: str
    payload: dict[str, Any] = field(default_factory=dict)
    actor: int | None = None


@dataclass(frozen=True, slots=True)
class Tell:
    """Send a card: `card` names its builder in `workflows.telling`, `about` the row it speaks of.

    A `reply` goes into the thread of the first card of its kind about the same row in the same conversation, or
    else of the last other card about that row there.
    """

    card: str
    about: str
    to: dict[str, Any]
    detail: str = ""
    reply: bool = False


@dataclass(frozen=True, slots=True)
class Redraw:
    """Bring every card about a row up to date in place."""

    about: str


@dataclass(frozen=True, slots=True)
class Follow:
    """Another command, at once or at the absolute instant `due`, by time itself or still by `actor`."""

    name: str
    payload: dict[str, Any]
    due: datetime | None = None
    actor: int | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """Ask a network to do something; its answer comes back as the command `<what>.answered`."""

    what: Literal["publish", "delete_comment", "hide_comment"]
    about: str
    detail: str = ""


Effect = Tell | Redraw | Follow | Call


class Engine(Protocol):
    """Runs commands durably."""

    async def submit(self, command: Command) -> None:
        """Return once the command cannot be lost any more; a known id changes nothing."""
