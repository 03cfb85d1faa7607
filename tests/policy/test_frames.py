"""Frames: how they are written, that none is passed over that would fit, and the forms of verbs."""

import pytest

from tests.evaluation.corpus import SETS, labelled_set
from tests.policy.school import reader
from workflows.people.scene import scene
from workflows.policy.frames import Spoken, frames_in
from workflows.policy.grammar import Grammar, grammar
from workflows.policy.lexicon import forms, spelt

REGISTER = next(iter(reader()._registers.values()))


def spoken(text: str) -> list[Spoken]:
    taken = scene(text, REGISTER, draft=False)
    return [Spoken(taken, sentence) for sentence in taken.sentences]


def fits(line: str, text: str) -> bool:
    frames = Grammar(line.splitlines())
    return any(each.place_of(frame, frames) for each in spoken(text) for frame in frames.likely(each.present))


@pytest.mark.parametrize(
    ("line", "text", "expected"),
    [
        ("cue: red ..2 hat", "a red and blue hat", True),
        ("cue: red ..1 hat", "a red and blue hat", False),
        ("cue: red|blue hat", "a blue hat", True),
        ("cue: red? hat $", "my hat", True),
        ("cue: red !hat", "a red hat", False),
        ("cue: red !hat", "a red coat", True),
        ("cue: red ..2 !hat", "a red and blue hat", False),
        ("cue: ^ hat", "a hat", False),
        ("cue: ^ hat", "hat and coat", True),
        ("cue: hat $", "my hat is red", False),
        ("cue: lend NAME", "lend Saoirse a hat", True),
        ("cue: lend NAME", "lend me a hat", False),
        ("THING = red hat / blue coat\ncue: my ..1 THING", "my old blue coat", True),
        ("cue: red ..2 hat", "red does not hat", False),
    ],
)
def test_a_frame_fits_as_it_is_written(line: str, text: str, expected: bool) -> None:
    assert fits(line, text) is expected


def test_words_that_speak_against_a_frame_pass_it_over() -> None:
    assert any(each[0] == "intends a blow" for each in frames_in(spoken("I'll batter him"), "threat"))
    assert not any(each[0] == "intends a blow" for each in frames_in(spoken("I'll batter him like pancake"), "threat"))


def test_a_frame_tells_the_words_that_gave_it() -> None:
    told = spoken("Mark this. I will strangle that driver tomorrow.")
    assert ("intends a blow", 3, 7) in frames_in(told, "threat")


def test_an_unknown_family_is_refused() -> None:
    with pytest.raises(KeyError):
        Grammar(["cue: NOSUCH thing"])


@pytest.mark.parametrize("name", ["threat", "offence"])
def test_a_frame_that_is_passed_over_would_not_have_fitted(name: str) -> None:
    frames = grammar(name)
    for row in (row for each in SETS for row in labelled_set(each).comments[:80]):
        for each in spoken(row["text"]):
            likely = list(frames.likely(each.present))
            assert not any(each.place_of(frame, frames) for frame in frames.frames if frame not in likely)


@pytest.mark.parametrize(
    ("verb", "forms_of_it"),
    [
        ("stab", {"stab", "stabs", "stabbing", "stabbed"}),
        ("slice", {"slice", "slices", "slicing", "sliced"}),
        ("punch", {"punch", "punches", "punching", "punched"}),
        ("bury", {"bury", "buries", "burying", "buried"}),
        ("shoot/shot", {"shoot", "shoots", "shooting", "shot"}),
    ],
)
def test_the_forms_of_a_verb(verb: str, forms_of_it: set[str]) -> None:
    assert forms_of_it <= {word for words in forms(verb).values() for word in words}


@pytest.mark.parametrize(
    ("written", "plain"),
    [("smak", ("smack",)), ("I'll".lower(), ("ill",)), ("gonnae", ("gonna",)), ("driver's", ("driver", "'s"))],
)
def test_slips_and_dialect_are_read_in_plain_spelling(written: str, plain: tuple[str, ...]) -> None:
    assert spelt(written) == plain
