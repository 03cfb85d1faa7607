"""Frames: how they are written, that none is passed over that would fit, and the forms of verbs."""

import pytest

from tests.evaluation.corpus import SETS, labelled_set
from tests.policy.school import reader
from workflows.people.inflections import forms
from workflows.people.scene import Scene, scene
from workflows.people.sentences import Sentence
from workflows.policy.frames import Found, Spoken, frames_in
from workflows.policy.grammar import Grammar, grammar
from workflows.policy.lexicon import meant, spelt
from workflows.policy.sieve import Sieve

REGISTER = next(iter(reader()._registers.values()))


def taken(text: str) -> Scene:
    return scene(text, REGISTER, draft=False)


def sifted(told: Scene, frames: Grammar) -> list[tuple[Sentence, int]]:
    sieve = Sieve(frames.needs, meant)
    return [(each, sieve.likely(told.keys[each.first : each.last + 1])) for each in told.sentences]


def found(text: str, frames: Grammar | None = None) -> list[Found]:
    told, frames = taken(text), frames or grammar()
    return [each for found in frames_in(told, sifted(told, frames), frames).values() for each in found]


def fits(line: str, text: str) -> bool:
    return bool(found(text, Grammar({"test": line.splitlines()})))


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
        ("cue: red ..1 old_hat|coat", "a red and old hat", True),
        ("cue: red ..1 old_hat|coat", "a red hat", False),
        ("cue: break his arm", "brake his arm", True),
        ("cue: through his window", "threw his window", True),
    ],
)
def test_a_frame_fits_as_it_is_written(line: str, text: str, expected: bool) -> None:
    assert fits(line, text) is expected


def test_words_that_speak_against_a_frame_pass_it_over() -> None:
    assert any(cue == "intends a blow" for cue, _, _ in found("I'll batter him"))
    assert not any(cue == "intends a blow" for cue, _, _ in found("I'll batter him like pancake"))


def test_a_frame_tells_the_words_that_gave_it() -> None:
    assert ("intends a blow", 3, 7) in found("Mark this. I will strangle that driver tomorrow.")


def test_a_frame_is_found_at_its_first_place() -> None:
    assert found("a red hat and a red hat", Grammar({"test": ["cue: red ..1 hat"]})) == [("cue", 1, 2)]


def test_an_unknown_family_is_refused() -> None:
    with pytest.raises(KeyError):
        Grammar({"test": ["cue: NOSUCH thing"]})


def test_a_frame_that_is_passed_over_would_not_have_fitted() -> None:
    frames = grammar()
    for row in (row for each in SETS for row in labelled_set(each).comments[:80]):
        told = taken(row["text"])
        for sentence, likely in sifted(told, frames):
            every = (1 << len(frames.frames) + sum(map(len, frames.parts))) - 1
            fitting = {number for number, _, _ in Spoken(told, sentence, frames, every).found()}
            assert fitting == {number for number, _, _ in Spoken(told, sentence, frames, likely).found()}


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
    [
        ("smak", ("smack",)),
        ("murda", ("murder",)),
        ("brek", ("break",)),
        ("batr", ("batter",)),
        ("k1ll", ("kill",)),
        ("u12s", ("u12s",)),
        ("I'll".lower(), ("ill",)),
        ("gonnae", ("gonna",)),
        ("driver's", ("driver", "'s")),
    ],
)
def test_slips_and_dialect_are_read_in_plain_spelling(written: str, plain: tuple[str, ...]) -> None:
    assert spelt(written) == plain
