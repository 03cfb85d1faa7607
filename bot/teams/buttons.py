"""What a card of ours sends back: a verb with its value, or a form with its answers."""

from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from bot.teams.cards import OURS
from workflows.errors import Refused

Kind = TypeVar("Kind", bound=BaseModel)
UNREADABLE = "That button cannot be read. Please use the newest card."


class Pressing(BaseModel):
    """A button; `key` is that of the card it stands on."""

    verb: str
    value: dict[str, str]
    key: str = ""


class Filling(BaseModel):
    """A form that was sent."""

    form: str
    value: dict[str, str]


@dataclass(frozen=True, slots=True)
class Answered:
    """A form with everything that came with it."""

    form: str
    value: dict[str, str]
    data: dict[str, object]


def pressing(data: object) -> Pressing:
    """The button behind the data of an action; raises Refused where it is none of ours."""
    return _read(data, Pressing)


def filling(data: object) -> Answered:
    """The form behind the data of an action; raises Refused where it is none of ours."""
    said = _read(data, Filling)
    return Answered(said.form, said.value, dict(data) if isinstance(data, dict) else {})


def is_filling(data: object) -> bool:
    """Whether the data of an action is a form rather than a button."""
    ours = data.get(OURS) if isinstance(data, dict) else None
    return isinstance(ours, dict) and "form" in ours


def _read(data: object, kind: type[Kind]) -> Kind:
    try:
        return kind.model_validate(data.get(OURS) if isinstance(data, dict) else None)
    except ValidationError:
        raise Refused(UNREADABLE) from None
