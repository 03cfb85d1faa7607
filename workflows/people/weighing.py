"""Adds up the weights of the cues that hold; the weights are trained by `python -m tests.evaluation.train`."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from math import fsum

from workflows.people.wordlists import entries

KINDS = ("draft", "comment")


class Weighing:
    """Log-odds by cue; a cue that was never seen weighs nothing.

    What a cue weighs in drafts or in comments apart stands under its name after the kind of text: "draft: always".
    """

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights
        self._of_kind = {kind: _together(weights, f"{kind}: ") for kind in KINDS}

    def score(self, cues: AbstractSet[str]) -> float:
        """The log-odds that the question is answered with yes, the same in whatever order the cues come."""
        return fsum(map(self._weights.get, cues, repeat(0.0)))

    def score_of_kind(self, cues: AbstractSet[str], kind: str) -> float:
        """The same for a text of a kind, where each cue counts in general and under the kind of text."""
        return fsum(map(self._of_kind[kind].get, cues, repeat(0.0)))


def _together(weights: Mapping[str, float], kind: str) -> Mapping[str, float]:
    """What cues weigh in general and under a kind of text together."""
    own = {cue.removeprefix(kind): weight for cue, weight in weights.items() if cue.startswith(kind)}
    return {cue: weights.get(cue, 0.0) + own.get(cue, 0.0) for cue in weights.keys() | own.keys()}


@dataclass(frozen=True, slots=True)
class Weighings:
    """One weighing for each question that is put to a text."""

    named: Weighing
    staff: Weighing
    described: Weighing
    referred: Weighing
    offence: Weighing
    threat: Weighing


@cache
def shipped() -> Weighings:
    """The weighings in `words/weights_*.txt`: one line a cue, its weight first."""
    people, policy = "workflows.people", "workflows.policy"
    return Weighings(
        named=_read(people, "named"),
        staff=_read(people, "staff"),
        described=_read(people, "described"),
        referred=_read(people, "referred"),
        offence=_read(policy, "offence"),
        threat=_read(policy, "threat"),
    )


def _read(package: str, name: str) -> Weighing:
    pairs = (line.split(" ", 1) for line in entries(package, f"weights_{name}"))
    return Weighing({cue: float(weight) for weight, cue in pairs})
