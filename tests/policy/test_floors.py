"""The floors on the labelled sets, as shipped and with weights that never saw the set."""

import pytest

from tests.evaluation.__main__ import figures
from tests.evaluation.corpus import SETS
from tests.evaluation.floors import missed_floors


@pytest.mark.parametrize("name", SETS)
def test_the_shipped_reader_holds_every_floor(name: str) -> None:
    drafts, comments, _ = figures(name, left_out=False)
    assert list(missed_floors(drafts, comments)) == []


def test_a_reader_that_knows_nothing_of_children_would_miss_the_floors() -> None:
    urgent = {"precision": 1.0, "recall": 0.0}
    comments = {"urgent": urgent, "child_kind_accuracy": 0.4, "threat": {"recall": 1.0}}
    drafts = {"verdict_accuracy": 0.99, "clean_drafts_wrongly_blocked": 0.0}
    assert len(list(missed_floors(drafts, comments))) == 2
