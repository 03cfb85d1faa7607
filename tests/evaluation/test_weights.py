"""The weights that are shipped are those that the cues of today give on the labelled sets."""

import pytest

from tests.evaluation.samples import QUESTIONS
from tests.evaluation.train import file_of, trained_on_all


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_shipped_weights_are_what_training_gives(question: str) -> None:
    assert file_of(question).read_text(encoding="utf-8") == trained_on_all(question), "run tests.evaluation.train"
