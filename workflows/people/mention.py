"""A possible name in a text."""

from dataclasses import dataclass
from enum import StrEnum

from workflows.people.register import NOBODY


class Fit(StrEnum):
    """How well a mention fits: what the spelling alone says."""

    # An enumeration would hash the name of each member anew.
    __hash__ = str.__hash__

    FULL = "full"
    INITIAL = "initial"
    SURNAME = "surname"
    INITIALS = "initials"
    FAMILY = "family"
    FORENAME = "forename"
    SIMILAR = "similar"
    UNLISTED = "unlisted"
    UNHEARD = "unheard"


# How somebody is called whom hardly anybody else is called like.
SURNAMED = frozenset({Fit.FULL, Fit.INITIAL})


@dataclass(slots=True)
class Mention:
    """A possible name: tokens `first` to `last`, its span, the key of the forename, and whom it fits."""

    first: int
    last: int
    start: int
    end: int
    name: str
    fit: Fit
    pupils: frozenset[str] = NOBODY
    staff: bool = False
    staff_in_full: bool = False
    surname: bool = False
    initial: bool = False
    disguised: bool = False
    guess: str = ""
    possessive: bool = False
