"""Score the reader on every labelled set: `make evaluate`.

Prints the figures of each set, with the shipped weights and, where a set was learned from, with weights that
never saw it, and writes them with every miss and false alarm to var/evaluation/report.md. Exit status 1 where a
floor is missed.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import fmean

from rich.console import Console
from rich.table import Table

from tests.corpus import score
from tests.evaluation.answers import answers, left_out_weighings
from tests.evaluation.corpus import ASIDE, SETS, labelled_set
from tests.evaluation.floors import Figures, measures, missed_floors
from tests.evaluation.report import Scored, report
from workflows.people.weighing import Weighings, shipped

# The judge is copied as it is, without annotations.
SCORE_DRAFTS: Callable[..., Figures] = score.drafts
SCORE_COMMENTS: Callable[..., Figures] = score.comments
REPORT = Path("var") / "evaluation" / "report.md"


def scored(name: str, title: str, weighings: Weighings) -> Scored:
    """One set read with some weights, and the scorer's figures."""
    labelled = labelled_set(name)
    drafts, comments = answers(labelled, weighings)
    return Scored(
        title,
        labelled,
        name in ASIDE,
        SCORE_DRAFTS({row["id"]: row for row in labelled.drafts}, drafts, False),
        SCORE_COMMENTS({row["id"]: row for row in labelled.comments}, comments, False),
        drafts,
        comments,
    )


def runs() -> Iterator[Scored]:
    """Every set as shipped and left out of the learning, then the sets that nothing was learned from."""
    for name in SETS:
        yield scored(name, f"{name}, as shipped", shipped())
        yield scored(name, f"{name}, left out", left_out_weighings(name))
    for name in ASIDE:
        yield scored(name, name.removeprefix("aside/"), shipped())


def main() -> int:
    """Score all sets; the exit status."""
    console, done = Console(highlight=False, width=170), list(runs())
    console.print(_table([run for run in done if not run.aside]))
    console.print(_table_by_set([run for run in done if run.aside]))
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(report(done), encoding="utf-8")
    missed = [
        f"{run.title}: {floor}" for run in done for floor in missed_floors(run.drafts, run.comments, aside=run.aside)
    ]
    for floor in missed:
        console.print(f"Floor missed: {floor}", markup=False, style="red")
    console.print(f"Every miss and false alarm stands in {REPORT}.")
    return 1 if missed else 0


def _table(done: list[Scored]) -> Table:
    table = Table("figure", "goal", *(run.title for run in done))
    columns = [{each.name: each for each in measures(run.drafts, run.comments)} for run in done]
    for name in dict.fromkeys(name for column in columns for name in column):
        goal = next(column[name].goal for column in columns if name in column)
        figures = [column[name].figure if name in column else None for column in columns]
        table.add_row(name, f"{goal:.2f}", *(_cell(figure, goal) for figure in figures))
    return table


def _table_by_set(done: list[Scored]) -> Table:
    """One line a set, for there are many; of the rules, which have few cases there, only the one on naming children."""
    every = [[each for each in measures(run.drafts, run.comments) if _is_told(each.name)] for run in done]
    table = Table("set", *(f"{each.name} ({each.goal:.2f})" for each in every[0]))
    for run, figures in zip(done, every, strict=True):
        table.add_row(run.title, *(_cell(each.figure, each.goal) for each in figures))
    means = [fmean(each.figure for each in column) for column in zip(*every, strict=True)]
    table.add_row(
        "mean", *(_cell(mean, each.goal) for mean, each in zip(means, every[0], strict=True)), end_section=True
    )
    return table


def _is_told(name: str) -> bool:
    return not name.startswith("rule") or name.startswith("rule 5.7")


def _cell(figure: float | None, goal: float) -> str:
    if figure is None:
        return ""
    return f"{figure:.3f}" if figure >= goal else f"[red]{figure:.3f}[/red]"


if __name__ == "__main__":
    sys.exit(main())
