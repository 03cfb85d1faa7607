"""A false alarm a day teaches people to ignore alarms: ordinary comments raise few, though many are tempting."""

from collections.abc import Sequence

import pytest

from tests.evaluation.corpus import labelled_set
from tests.policy.wording import lines
from workflows.policy.facts import Comment
from workflows.policy.findings import Reading
from workflows.policy.reader import Reader

ORDINARY = "dev2"


@pytest.fixture(scope="module")
def readings() -> Sequence[tuple[str, Reading]]:
    """The readings of all ordinary comments at a school of a usual size, each with the sign of its kind."""
    labelled = labelled_set(ORDINARY)
    reader, school = Reader(labelled.trust, labelled.pupils, labelled.staff), labelled.trust.schools[0].slug
    return [(line[0], reader.comment(Comment(school, line[2:]))) for line in lines("ordinary")]


def test_8_6_hardly_an_ordinary_comment_singles_a_child_out(readings: Sequence[tuple[str, Reading]]) -> None:
    of_nobody = [reading for sign, reading in readings if sign == "-"]
    assert sum(reading.singles_out_a_child for reading in of_nobody) <= 0.04 * len(of_nobody)


def test_8_6_hardly_an_ordinary_comment_is_a_threat(readings: Sequence[tuple[str, Reading]]) -> None:
    assert sum(reading.threat for _, reading in readings) <= 0.006 * len(readings)


def test_5_8_hardly_an_ordinary_comment_is_abuse(readings: Sequence[tuple[str, Reading]]) -> None:
    assert sum(reading.offensive and not reading.threat for _, reading in readings) <= 0.006 * len(readings)
