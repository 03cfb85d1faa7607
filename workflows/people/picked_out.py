"""Nouns that stand for a child only by what belongs to them: the pirate with the eyepatch."""

from collections.abc import Sequence

from workflows.people.details import YEAR_WORDS, is_year
from workflows.people.families import family
from workflows.people.sentences import Sentence
from workflows.people.tokens import Token

WITH = frozenset({"with", "wi", "wiv", "wit", "wid", "wi'", "wth"})
WITHIN = frozenset({"in", "at", "on", "by", "near", "outside", "behind", "under"})
THE = frozenset({"the", "our", "a", "his", "her"})
WHERE = frozenset({"in", "from", "off", "out"})
FAR, BEFORE, SHORTEST = 5, 3, 3
# Endings of what is no noun for one child: many, a deed, a manner.
NO_NOUN = ("ing", "ed", "ly", "s")


def belongs_to_a_noun(word: str) -> bool:
    """Whether a word says that what follows belongs to the noun before it."""
    return word in WITH


def noun_before(tokens: Sequence[Token], at: int, sentence: Sentence) -> int | None:
    """Where the noun stands whose hair, teeth or glasses are told after the "with" at an index; None for no child."""
    if tokens[at].key not in WITH:
        return None
    noun, body = _before_a_place(tokens, at - 1, sentence), _is_of_a_body(tokens, at, sentence)
    if noun > sentence.first and is_scorned(tokens, noun, sentence):
        return noun if body or _is_of_a_look(tokens, at, sentence) else None
    if not body or noun < sentence.first or not _may_be_a_child(tokens[noun]):
        return None
    pointed = _is_determined(tokens, noun, sentence) or _is_a_part_in_front(tokens, noun, sentence)
    return noun if pointed else None


def _is_of_a_body(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """The plait, her gold tooth, one arm in a sling."""
    for token in tokens[at + 1 : min(at + 1 + FAR, sentence.last + 1)]:
        if not token.is_word:
            return False
        if token.key in family("children", "of_a_body"):
            return True
    return False


def _is_of_a_look(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """The tramlines, the lip balm: whatever the look is of whom the writer scorns."""
    near = [token.key for token in tokens[at + 1 : min(at + 1 + FAR, sentence.last + 1)]]
    return not family("details", "look").isdisjoint(near) or not family("details", "clothes").isdisjoint(near)


def _before_a_place(tokens: Sequence[Token], at: int, sentence: Sentence) -> int:
    """From "in Year 6" back to the noun before it."""
    for first in range(at, max(sentence.first, at - 2), -1):
        in_a_year = is_year(tokens, first) and (first == at or tokens[first].key in YEAR_WORDS)
        if (in_a_year or (tokens[first].capital and first == at)) and tokens[first - 1].key in WHERE:
            return first - 2
    before = [token.key for token in tokens[max(sentence.first, at - 2) : at]]
    if len(before) == 2 and before[0] in WITHIN and before[1] in THE:
        return at - 3
    return at


def _may_be_a_child(noun: Token) -> bool:
    word = noun.key
    if not word.isalpha() or len(word) < SHORTEST or word.endswith(NO_NOUN):
        return False
    if word in family("children", "part") or word in family("children", "played"):
        return True
    return not any(word in family("children", name) for name in ("grownup", "thing", "no_child", "anybody", "no_part"))


def _is_determined(tokens: Sequence[Token], noun: int, sentence: Sentence) -> bool:
    """The, that or some stands before the noun, with no more than two words between."""
    for before in range(noun - 1, max(sentence.first, noun - BEFORE) - 1, -1):
        if not tokens[before].is_word:
            return False
        if any(tokens[before].key in family("children", name) for name in ("that", "indefinite")):
            return True
    return False


def _is_a_part_in_front(tokens: Sequence[Token], noun: int, sentence: Sentence) -> bool:
    """Pirate with the eyepatch: the article of a part in a play is left out at the head of what is said."""
    part = family("children", "part", "played")
    return noun - sentence.first < 2 and tokens[noun].key in part


def is_scorned(tokens: Sequence[Token], noun: int, sentence: Sentence) -> bool:
    """Cocky little git, at the head of what is said: nothing but words of scorn before the noun."""
    first = noun
    while first > sentence.first and tokens[first - 1].key in family("children", "scorn"):
        first -= 1
    return first < noun and (first == sentence.first or not tokens[first - 1].is_word)
