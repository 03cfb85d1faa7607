"""The patterns of wording that are passed over for want of a word would not have fitted either."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.evaluation.corpus import ASIDE, SETS, labelled_set
from workflows.people.scene import scene
from workflows.policy.needed import needed
from workflows.policy.phrases import Said, Wording, said, sentences_said, straight, wording
from workflows.policy.talk import talk

LISTS = ("threat", "offence", "5_3", "9_7", "9_7_repost", "9_8", "1_8_giving", "1_8_charity")

# What patterns are made of, and words that such patterns may fit.
WORDS = ("kick", "he", "i", "pay", "won't", "re", "é", "4", "fund me", "", "_", "'ll", " ", "-")
SIGNS = (r"\b", r"\w", r"\w+", r"\W", r"\s", r"\d", ".", ".{0,9}", "[a-z]", "[- ]", "[^a-z]", r"[^\w ]", "^", "$")
COUNTS = ("?", "*", "+", "??", "*?", "+?", "{0,2}", "{1,3}?", "{2}")
LOOKS = ("(?=", "(?!")
TEXTS = st.lists(st.sampled_from((*WORDS, "kicks", "her", "pays", "in", "rep", " ", " ", ".")), max_size=9)


def rows() -> Iterator[tuple[bool, str, str, str]]:
    for name in (*SETS, *ASIDE):
        labelled = labelled_set(name)
        yield from ((True, name, row["school"], row["text"]) for row in labelled.drafts)
        yield from ((False, name, row["school"], row["text"]) for row in labelled.comments)


def sentences() -> Iterator[Said]:
    """The sentences of all sets as drafts and comments have them, and the texts as a whole."""
    for draft, name, school, text in rows():
        taken = scene(text, labelled_set(name).registers[school], draft=draft)
        yield from (sentence for _, sentence in sentences_said(taken))
        yield from (sentence for _, sentence in talk(taken).said)
        yield said(straight(text))


def fits(patterns: Wording, sentence: Said) -> list[tuple[int, int]]:
    return [match.span() for match in patterns.matches(sentence)]


def all_fits(patterns: Wording, sentence: Said) -> list[tuple[int, int]]:
    """Where the patterns fit if each is tried."""
    return [match.span() for pattern in patterns.patterns if (match := pattern.search(sentence.text))]


def test_a_pattern_that_is_passed_over_would_not_have_fitted() -> None:
    everything = list(sentences())
    for patterns in map(wording, LISTS):
        for sentence in everything:
            assert fits(patterns, sentence) == all_fits(patterns, sentence), sentence.text


def test_every_pattern_has_words_to_look_for() -> None:
    assert not any(wording(name).always for name in LISTS)


def groups(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    rows = st.lists(inner, min_size=1, max_size=4).map("".join)
    branches = st.lists(rows, min_size=1, max_size=3).map("|".join)
    counted = st.tuples(branches, st.sampled_from(("", *COUNTS))).map(lambda pair: f"(?:{pair[0]}){pair[1]}")
    looking = st.tuples(st.sampled_from(LOOKS), branches).map(lambda pair: f"{pair[0]}{pair[1]})")
    return st.one_of(counted, looking, rows)


LETTERS = st.tuples(st.sampled_from(("a", "s", "'", "é", " ", "-")), st.sampled_from(COUNTS)).map("".join)
BEHIND = st.sampled_from(("(?<=ick)", "(?<!he )", "(?<=i|a)", "(?<=ay )he"))
PATTERNS = st.recursive(st.one_of(st.sampled_from((*WORDS, *SIGNS)), LETTERS, BEHIND), groups, max_leaves=9)


@given(PATTERNS, PATTERNS, st.lists(TEXTS.map("".join), min_size=1, max_size=20))
@example(r"\b(?:kick|\w+ )+s\b", "", ["pay kicks", "kick"])
@example(r"^\w+\b(?<=ay)", "", ["pay", "pay he"])
@example(r"\b(?:kick|s)+\b", "", ["kicks"])
@example(r"\bkick(?: he)?s", "", ["kicks"])
@example(r"\bre-?post\w*", r"|\bpms?\b", ["we reposted it", "in pm"])
@settings(deadline=None, max_examples=300)
def test_whatever_a_pattern_is_made_of_it_is_tried_where_it_fits(one: str, other: str, texts: list[str]) -> None:
    patterns = Wording([f"{one}{other}", rf"{one}\b {other}", f"{one}|{other}"])
    for sentence in map(said, texts):
        assert fits(patterns, sentence) == all_fits(patterns, sentence)


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"\bkick(?:s|ed)? (?:him|her)\b", [[{"kick-"}, {"him", "her"}]]),
        (r"\bi'll kick\b|\bdie\b", [[{"i"}, {"ll"}, {"kick"}], [{"die"}]]),
        (r"\bhe(?:'s| is)? (?:\w+ ){0,3}dead\b(?=.*\bsoon\b)(?! end)", [[{"he"}, {"dead"}, {"soon"}]]),
        (r"\b(?:never mind|so what)\b", [[{"never", "what"}]]),
        (r"\b(?:a|\w+ing)\b", [[]]),
        (r"ever", [[]]),
    ],
)
def test_what_a_pattern_needs_is_read_from_it(pattern: str, needs: list[list[set[str]]]) -> None:
    assert [list(map(set, each)) for each in needed(pattern)] == needs


@pytest.mark.parametrize("pattern", [r"(?i:kick)", r"(?P<name>kick)", r"(a)\1", r"\x41"])
def test_a_sign_that_no_wording_uses_is_refused(pattern: str) -> None:
    re.compile(pattern)
    with pytest.raises(ValueError, match="no wording uses"):
        needed(pattern)
