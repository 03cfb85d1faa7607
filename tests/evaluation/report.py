"""A report that people can read: figures beside their goals, then every miss and false alarm by its cause."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.evaluation.answers import Rows
from tests.evaluation.causes import comment_causes, draft_causes
from tests.evaluation.corpus import LabelledSet
from tests.evaluation.floors import Figures, measures


@dataclass(frozen=True)
class Scored:
    """One set scored one way: its title, figures and answers."""

    title: str
    labelled: LabelledSet
    aside: bool
    drafts: Figures
    comments: Figures
    draft_answers: Rows
    comment_answers: Rows


def report(runs: Sequence[Scored]) -> str:
    """Markdown: one table of all runs, then the errors of each."""
    return "\n".join([*_table(runs), *(line for run in runs for line in _errors(run))])


def _table(runs: Sequence[Scored]) -> Iterator[str]:
    columns = [{each.name: each for each in measures(run.drafts, run.comments)} for run in runs]
    names = dict.fromkeys(name for column in columns for name in column)
    yield "# The reader on the labelled sets"
    yield ""
    yield f"| figure | goal | {' | '.join(run.title for run in runs)} |"
    yield "|---" * (len(runs) + 2) + "|"
    for name in names:
        goal = next(column[name].goal for column in columns if name in column)
        cells = [_cell(column[name].figure, goal) if name in column else "" for column in columns]
        yield f"| {name} | {goal:.2f} | {' | '.join(cells)} |"
    yield ""


def _cell(figure: float, goal: float) -> str:
    return f"{figure:.3f}" if figure >= goal else f"**{figure:.3f}**"


def _errors(run: Scored) -> Iterator[str]:
    groups: dict[str, list[str]] = defaultdict(list)
    for row in run.labelled.drafts:
        for cause in draft_causes(run.labelled, row, run.draft_answers[row["id"]]):
            groups[cause].append(f"{row['id']}: {row['text']}")
    for row in run.labelled.comments:
        for cause in comment_causes(run.labelled, row, run.comment_answers[row["id"]]):
            groups[cause].append(f"{row['id']}: {row['text']}")
    yield f"# {run.title}"
    yield ""
    for cause in sorted(groups):
        yield f"## {cause} ({len(groups[cause])})"
        yield ""
        yield from (f"- {' '.join(each.split())}" for each in groups[cause])
        yield ""
