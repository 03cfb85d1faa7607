"""Forms as data: what is asked, never how it is drawn."""

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["text", "long_text", "choice", "choices", "datetime", "check", "photos", "link", "note"]


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Input:
    """One question. `note` only says something; `choices` takes several answers; `datetime` is local wall time.

    Answers: a tuple for `choices`, "yes" or "" for `check`, "2026-11-03T15:30" for `datetime`, else a string.
    """

    name: str
    label: str
    kind: Kind = "text"
    hint: str = ""
    required: bool = True
    initial: str | tuple[str, ...] = ""
    options: tuple[Option, ...] = ()
    max_length: int = 0
    picture: str = ""
    """A `Picture` id to show beside the question."""
    picture_kind: Literal["picture", "video"] = "picture"
    source: Literal["", "pupils", "staff"] = ""
    """Whom a platform that cannot hold all options asks about: `Intake.pupil_options`, `staff_options`."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form; `value` travels with it and comes back unchanged when it is sent."""

    name: str
    title: str
    inputs: tuple[Input, ...]
    submit: str = "Send"
    value: dict[str, str] = field(default_factory=dict)
    style: Literal["primary", "danger"] = "primary"
