"""Score the reader on every labelled set: `make evaluate`.

Prints the figures of each set twice, with the shipped weights and with weights that never saw that set, and
writes every miss and false alarm to var/evaluation/report.md. Exit status 1 where a floor is missed.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from rich.console import Console

from tests.corpus import score
from tests.evaluation.answers import answers, left_out_weighings
from tests.evaluation.corpus import SETS, labelled_set
from tests.evaluation.floors import Figures, missed_floors
from tests.evaluation.report import report

# The judge is copied as it is, without annotations.
SCORE_DRAFTS: Callable[..., Figures] = score.drafts
SCORE_COMMENTS: Callable[..., Figures] = score.comments
REPORT = Path("var") / "evaluation" / "report.md"


def figures(name: str, *, left_out: bool) -> tuple[Figures, Figures, str]:
    """Scores of the drafts and the comments of a set, and the report on them."""
    labelled = labelled_set(name)
    drafts, comments = answers(labelled, left_out_weighings(name) if left_out else None)
    gold_drafts = {row["id"]: row for row in labelled.drafts}
    gold_comments = {row["id"]: row for row in labelled.comments}
    return (
        SCORE_DRAFTS(gold_drafts, drafts, False),
        SCORE_COMMENTS(gold_comments, comments, False),
        report(name, labelled, drafts, comments),
    )


def main() -> int:
    """Score all sets; the exit status."""
    console, reports, missed = Console(highlight=False, soft_wrap=True), [], []
    for name in SETS:
        for left_out in (False, True):
            drafts, comments, text = figures(name, left_out=left_out)
            title = f"{name}, {'weights that never saw it' if left_out else 'as shipped'}"
            console.print(f"[bold]{title}[/bold]")
            console.print(f"  drafts   {_short(drafts)}\n  comments {_short(comments)}", markup=False)
            missed += [f"{title}: {floor}" for floor in missed_floors(drafts, comments)]
            reports += [text] if left_out else []
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text("\n".join(reports), encoding="utf-8")
    for floor in missed:
        console.print(f"Floor missed: {floor}", markup=False, style="red")
    console.print(f"Every miss and false alarm stands in {REPORT}.")
    return 1 if missed else 0


def _short(scores: Figures) -> str:
    wanted = (
        "verdict_accuracy",
        "clean_drafts_wrongly_blocked",
        "urgent",
        "child_kind_accuracy",
        "offensive",
        "threat",
        "pupils",
    )
    return ", ".join(f"{key} {_value(scores[key])}" for key in wanted if key in scores)


def _value(value: object) -> str:
    return f"{value['precision']}/{value['recall']}" if isinstance(value, dict) else str(value)


if __name__ == "__main__":
    sys.exit(main())
