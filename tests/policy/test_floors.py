"""The floors on the labelled sets; `make evaluate` also holds weights to them that never saw a set."""

import pytest

from tests.evaluation.__main__ import scored
from tests.evaluation.corpus import ASIDE, SETS
from tests.evaluation.floors import missed_floors
from tests.evaluation.report import report
from workflows.people.weighing import Weighing, Weighings, shipped


@pytest.mark.parametrize("name", [*SETS, *ASIDE])
def test_the_shipped_reader_holds_every_floor(name: str) -> None:
    run = scored(name, name, shipped())
    assert list(missed_floors(run.drafts, run.comments, aside=run.aside)) == []


def test_a_reader_that_has_learned_nothing_would_miss_the_floors() -> None:
    blank = Weighing({})
    run = scored("aside/one", "blank", Weighings(blank, blank, blank, blank, blank, blank))
    missed = " ".join(missed_floors(run.drafts, run.comments))
    assert "urgent comments recall" in missed
    assert "threat recall" in missed


def test_the_report_gives_each_error_under_its_cause() -> None:
    run = scored("aside/one", "aside", shipped())
    text = report([run])
    wrong = [
        row["id"] for row in run.labelled.comments if row["expect"]["child"] != run.comment_answers[row["id"]]["child"]
    ]
    assert wrong
    assert all(f"- {each}: " in text for each in wrong)
    assert "| urgent comments recall | 0.97 |" in text
