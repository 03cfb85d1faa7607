"""Adds up the weights of the cues that hold; the weights are trained by `python -m tests.evaluation.train`."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from math import fsum

from workflows.people.wordlists import entries


@dataclass(frozen=True, slots=True)
class Weighing:
    """Log-odds by cue; a cue that was never seen weighs nothing."""

    weights: Mapping[str, float]

    def score(self, cues: AbstractSet[str]) -> float:
        """The log-odds that the question is answered with yes, the same in whatever order the cues come."""
        return fsum(map(self.weights.get, cues, repeat(0.0)))


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
