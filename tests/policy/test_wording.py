"""The patterns of wording that are passed over for want of a word would not have fitted either."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.evaluation.corpus import ASIDE, SETS, labelled_set
from workflows.people.scene import Scene, scene
from workflows.people.sentences import Sentence
from workflows.policy import needed as needs_of
from workflows.policy.needed import branches, needed, with_heads
from workflows.policy.phrases import Wording, said, straight, wording
from workflows.policy.sieve import Sieve
from workflows.policy.sifting import OF_DRAFTS, of_a_draft
from workflows.policy.talk import talk

LISTS = ("threat", "offence", "5_3", "9_7", "9_7_repost", "9_8", "1_8_giving", "1_8_charity")

# What patterns are made of, and words that such patterns may fit.
WORDS = ("kick", "he", "i", "pay", "won't", "re", "é", "4", "fund me", "", "_", "'ll", " ", "-")
SIGNS = (r"\b", r"\w", r"\w+", r"\W", r"\s", r"\d", ".", ".{0,9}", "[a-z]", "[- ]", "[^a-z]", r"[^\w ]", "^", "$")
COUNTS = ("?", "*", "+", "??", "*?", "+?", "{0,2}", "{1,3}?", "{2}")
COUNTED = re.compile(r"[*+}]")
LOOKS = ("(?=", "(?!")
TEXTS = st.lists(st.sampled_from((*WORDS, "kicks", "her", "pays", "in", "rep", " ", " ", ".")), max_size=7)


def rows() -> Iterator[tuple[bool, str, str, str]]:
    for name in (*SETS, *ASIDE):
        labelled = labelled_set(name)
        yield from ((True, name, row["school"], row["text"]) for row in labelled.drafts)
        yield from ((False, name, row["school"], row["text"]) for row in labelled.comments)


def scenes() -> Iterator[Scene]:
    for draft, name, school, text in rows():
        yield scene(text, labelled_set(name).registers[school], draft=draft)


def sentences() -> Iterator[str]:
    """The sentences of all sets as drafts and comments have them, and the texts as a whole."""
    for taken in scenes():
        talking = talk(taken)
        for each in taken.sentences:
            yield written(taken, each)
            yield talking.said(each)
        yield said(straight(taken.text))


def written(taken: Scene, sentence: Sentence) -> str:
    return said(straight(taken.text[taken.tokens[sentence.first].start : taken.tokens[sentence.last].end]))


def fits(patterns: Wording, sieve: Sieve, sentence: str) -> list[tuple[int, int]]:
    return [match.span() for match in patterns.matches(sentence, sieve.likely(needs_of.WORDS.findall(sentence)))]


def all_fits(patterns: Wording, sentence: str) -> list[tuple[int, int]]:
    """Where the patterns fit if each is tried."""
    return [match.span() for pattern in patterns.patterns if (match := re.search(pattern, sentence))]


def test_a_pattern_that_is_passed_over_would_not_have_fitted() -> None:
    everything = list(sentences())
    for patterns in map(wording, LISTS):
        sieve = Sieve(patterns.needs, with_heads)
        for sentence in everything:
            assert fits(patterns, sieve, sentence) == all_fits(patterns, sentence), sentence


def test_a_sentence_that_is_passed_over_in_a_draft_or_a_comment_has_nothing() -> None:
    for taken in scenes():
        sifted = {(each.start, each.text) for each in of_a_draft(taken)}
        talking = talk(taken)
        for each in taken.sentences:
            if (taken.tokens[each.first].start, text := written(taken, each)) not in sifted:
                assert not any(all_fits(wording(name), text) for name in OF_DRAFTS), text
            for name in ("threat", "offence"):
                if each not in [sentence for sentence, _ in talking.sifted.get(name, ())]:
                    assert not all_fits(wording(name), talking.said(each)), talking.said(each)


def test_every_branch_of_a_pattern_has_words_to_look_for() -> None:
    assert all(needs for name in LISTS for needs in wording(name).needs)


def groups(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Rows, choices and looks ahead; what is counted holds no count, or to try it could take for ever."""
    rows = st.lists(inner, min_size=1, max_size=4).map("".join)
    branches = st.lists(rows, min_size=1, max_size=3).map("|".join)
    plain = st.tuples(branches, st.sampled_from(("", "?", "??")))
    counted = st.tuples(branches.filter(lambda text: not COUNTED.search(text)), st.sampled_from(COUNTS))
    looking = st.tuples(st.sampled_from(LOOKS), branches).map(lambda pair: f"{pair[0]}{pair[1]})")
    return st.one_of(st.one_of(plain, counted).map(lambda pair: f"(?:{pair[0]}){pair[1]}"), looking, rows)


LETTERS = st.tuples(st.sampled_from(("a", "s", "'", "é", " ", "-")), st.sampled_from(COUNTS)).map("".join)
BEHIND = st.sampled_from(("(?<=ick)", "(?<!he )", "(?<=i|a)", "(?<=ay )he"))
PATTERNS = st.recursive(st.one_of(st.sampled_from((*WORDS, *SIGNS)), LETTERS, BEHIND), groups, max_leaves=9).filter(
    lambda pattern: len(COUNTED.findall(pattern)) < 4
)


@given(PATTERNS, PATTERNS, st.lists(TEXTS.map("".join), min_size=1, max_size=20))
@example(r"\b(?:kick|\w+ )+s\b", "", ["pay kicks", "kick"])
@example(r"^\w+\b(?<=ay)", "", ["pay", "pay he"])
@example(r"\b(?:kick|s)+\b", "", ["kicks"])
@example(r"\bkick(?: he)?s", "", ["kicks"])
@example(r"\bre-?post\w*", r"|\bpms?\b", ["we reposted it", "in pm"])
@settings(deadline=None, max_examples=300)
def test_whatever_a_pattern_is_made_of_it_is_tried_where_it_fits(one: str, other: str, texts: list[str]) -> None:
    patterns = Wording([f"{one}{other}", rf"{one}\b {other}", f"{one}|{other}"])
    sieve = Sieve(patterns.needs, with_heads)
    for sentence in map(said, texts):
        assert fits(patterns, sieve, sentence) == all_fits(patterns, sentence)


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"\bkick(?:s|ed)? (?:him|her)\b", [[{"kick-"}, {"him", "her"}]]),
        (r"\bi'll kick\b|\bdie\b", [[{"i"}, {"ll"}, {"kick"}], [{"die"}]]),
        (r"\bhe(?:'s| is)? (?:\w+ ){0,3}dead\b(?=.*\bsoon\b)(?! end)", [[{"he"}, {"dead"}, {"soon"}]]),
        (r"\b(?:never mind|so what)\b", [[{"never", "what"}]]),
        (r"\bu'?ll\b|\bknee ?caps?\b", [[{"u", "ull"}], [{"knee", "knee-"}]]),
        (r"\b(?:a|\w+ing)\b", [[]]),
        (r"ever", [[]]),
    ],
)
def test_what_a_pattern_needs_is_read_from_it(pattern: str, needs: list[list[set[str]]]) -> None:
    assert [list(map(set, needed(branch))) for branch in branches(pattern)] == needs


@pytest.mark.parametrize("pattern", [r"(?i:kick)", r"(?P<name>kick)", r"(a)\1", r"\x41"])
def test_a_sign_that_no_wording_uses_is_refused(pattern: str) -> None:
    re.compile(pattern)
    with pytest.raises(ValueError, match="no wording uses"):
        needed(pattern)
