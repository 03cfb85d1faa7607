"""What the reader must reach on each labelled set, and the least below which the evaluation fails."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Figures = dict[str, Any]


@dataclass(frozen=True)
class Measure:
    """One figure of a set: its goal and its floor, both as the least, and whether it is reached."""

    name: str
    figure: float
    goal: float
    floor: float


def measures(drafts: Figures, comments: Figures) -> Iterator[Measure]:
    """The figures of a set that have a goal."""
    urgent = comments["urgent"]
    yield Measure("draft verdicts right", drafts["verdict_accuracy"], 0.95, 0.94)
    yield Measure("clean drafts let through", 1 - drafts["clean_drafts_wrongly_blocked"], 0.95, 0.93)
    for rule, scores in drafts["by_rule"].items():
        yield Measure(f"rule {rule} F1", scores["f1"], 0.93 if rule == "5.7" else 0.90, 0.85)
    yield Measure("urgent comments recall", urgent["recall"], 0.97, 0.93)
    yield Measure("urgent comments precision", urgent["precision"], 0.93, 0.93)
    yield Measure("kind of mention right", comments["child_kind_accuracy"], 0.90, 0.90)
    yield Measure("offensive F1", comments["offensive"]["f1"], 0.90, 0.90)
    yield Measure("threat recall", comments["threat"]["recall"], 0.97, 0.90)
    yield Measure("staff forename F1", comments["staff_forename"]["f1"], 0.90, 0.85)
    yield Measure("pupils F1", comments["pupils"]["f1"], 0.93, 0.85)


def missed_floors(drafts: Figures, comments: Figures) -> Iterator[str]:
    """What falls short of its floor, in words; nothing where all are held."""
    for measure in measures(drafts, comments):
        if measure.figure < measure.floor:
            yield f"{measure.name} {measure.figure:.3f}, floor {measure.floor:.3f}"
