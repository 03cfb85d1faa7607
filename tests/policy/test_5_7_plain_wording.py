"""5.7 and 8.6: a pupil's forename in the plainest sentences, also where the forename is a word, whoever it is."""

from functools import cache
from pathlib import Path

import pytest

from tests.policy.school import TRUST
from workflows.policy.facts import Comment, Draft, Pupil
from workflows.policy.reader import Reader

LINES = (Path(__file__).parents[1] / "corpus/wording/plain.txt").read_text(encoding="utf-8").splitlines()
NAMES = ("Harry", "Sophie", "Charlie", "Archie", "Mason", "Alfie", "Zara", "Mohammed", "Isla", "Jack")
WORDS = ("Grace", "Hope", "Poppy", "Rose", "Daisy", "Ruby", "Amber", "Faith", "Ivy", "Robin", "Joy", "Olive", "Pearl")


@cache
def reader() -> Reader:
    pupils = [
        Pupil(name, "elder-bank", name, "Ashcombe", year_group="Year 3", class_name="Kestrel")
        for name in (*NAMES, *WORDS, "Sky")
    ]
    return Reader(TRUST, pupils, ()).settled()


def is_heard(line: str, name: str) -> bool:
    """Whether a comment (c) or a post (d) about `name` is found to name that pupil."""
    kind, text = line[0], line[2:].format(name)
    if kind == "c":
        return name in reader().comment(Comment("elder-bank", text)).pupils
    findings = reader().draft(Draft("elder-bank", ("elder-bank-facebook",), text))
    return any(name in finding.pupils for finding in findings if finding.clause == "5.7")


@pytest.mark.parametrize(
    ("kind", "names", "least"), [("c", NAMES, 0.99), ("d", NAMES, 1.0), ("c", WORDS, 0.95), ("d", WORDS, 0.95)]
)
def test_a_pupil_is_heard_in_plain_words(kind: str, names: tuple[str, ...], least: float) -> None:
    lines = [line for line in LINES if line.startswith(f"{kind} ")]
    missed = [line.format(name) for line in lines for name in names if not is_heard(line, name)]
    assert len(missed) <= (1 - least) * len(lines) * len(names), missed


@pytest.mark.parametrize(
    "text",
    [
        "We watched it on Sky.",
        "The school sang for the Poppy appeal.",
        "Lovely Red Roses And Daisies",
        "Off to Hope Street",
    ],
)
def test_words_with_a_capital_that_are_nobody_stay_quiet(text: str) -> None:
    assert reader().comment(Comment("elder-bank", text)).pupils == ()
