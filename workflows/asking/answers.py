"""How the answers of a form become the payload of a command."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

from workflows.engine.world import World
from workflows.errors import Refused
from workflows.forms import Form
from workflows.models import Person

Ask = Callable[[Person, dict[str, str], World], Awaitable[Form]]
Answers = dict[str, str | tuple[str, ...]]
Photos = list[dict[str, str]]
Read = Callable[[Answers, dict[str, str], Photos, World], tuple[str, dict[str, Any]]]


def change(make: Callable[[Answers, dict[str, str], Photos, World], dict[str, Any]]) -> Read:
    """A form that changes a draft; `make` gives the changes."""

    def read(answers: Answers, value: dict[str, str], photos: Photos, world: World) -> tuple[str, dict[str, Any]]:
        return "post.change", {**value, "changes": make(answers, value, photos, world)}

    return read


def direct(name: str, *fields: str) -> Read:
    """A form whose answers are the command's payload as they are."""

    def read(answers: Answers, value: dict[str, str], photos: Photos, world: World) -> tuple[str, dict[str, Any]]:
        return name, {**value, **{field: answers.get(field, "") for field in fields}}

    return read


def instant(answers: Answers, world: World, name: str = "planned_at") -> str | None:
    """A wall time of the trust's zone as an instant; raises Refused where it is no time, or has passed."""
    given = text(answers, name).strip()
    if not given:
        return None
    try:
        when = datetime.fromisoformat(given).replace(tzinfo=world.calendar.zone).astimezone(UTC)
    except ValueError:
        raise Refused("That is not a date and time. Please choose one from the calendar.") from None
    if when <= world.clock.now():
        raise Refused("That time has already passed. Please choose a later one.")
    return when.isoformat()


def text(answers: Answers, name: str) -> str:
    """A single answer."""
    return str(answers.get(name, ""))


def many(answer: str | tuple[str, ...] | None) -> list[str]:
    """Several answers, also where a platform sends a single one by itself."""
    return [answer] if isinstance(answer, str) and answer else list(answer or ())


def ticked(answers: Answers, name: str) -> bool:
    """Whether a box was ticked."""
    return text(answers, name) not in ("", "0", "false", "()")
