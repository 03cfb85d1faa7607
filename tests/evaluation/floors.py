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


def measures(drafts: Figures, comments: Figures, *, aside: bool = False) -> Iterator[Measure]:
    """The figures of a set that have a goal; the floors of a set aside are lower: each of its rules has few cases."""

    def measure(name: str, figure: float, goal: float, floor: float, floor_aside: float) -> Measure:
        return Measure(name, figure, goal, floor_aside if aside else floor)

    urgent = comments["urgent"]
    yield measure("draft verdicts right", drafts["verdict_accuracy"], 0.95, 0.94, 0.90)
    yield measure("clean drafts let through", 1 - drafts["clean_drafts_wrongly_blocked"], 0.95, 0.93, 0.89)
    for rule, scores in drafts["by_rule"].items():
        yield measure(f"rule {rule} F1", scores["f1"], 0.93 if rule == "5.7" else 0.90, 0.85, 0.80)
    yield measure("urgent comments recall", urgent["recall"], 0.97, 0.93, 0.92)
    yield measure("urgent comments precision", urgent["precision"], 0.93, 0.93, 0.88)
    yield measure("kind of mention right", comments["child_kind_accuracy"], 0.90, 0.90, 0.85)
    yield measure("offensive F1", comments["offensive"]["f1"], 0.90, 0.90, 0.85)
    yield measure("threat recall", comments["threat"]["recall"], 0.97, 0.90, 0.75)
    yield measure("staff forename F1", comments["staff_forename"]["f1"], 0.90, 0.85, 0.85)
    yield measure("pupils F1", comments["pupils"]["f1"], 0.93, 0.85, 0.85)


def missed_floors(drafts: Figures, comments: Figures, *, aside: bool = False) -> Iterator[str]:
    """What falls short of its floor, in words; nothing where all are held."""
    for each in measures(drafts, comments, aside=aside):
        if each.figure < each.floor:
            yield f"{each.name} {each.figure:.3f}, floor {each.floor:.3f}"
