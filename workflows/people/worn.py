"""Clothes and costumes that no list holds: the girl in the boiler suit, the boy dressed as a toaster."""

from collections.abc import Sequence
from functools import cache

from workflows.people.families import family
from workflows.people.tokens import Token

WEARS = frozenset({"in", "wearing", "sporting", "rocking", "dressed", "dolled"})
DRESSED = frozenset({"as", "up", "like", "in"})
OWNED = frozenset({"the", "a", "an", "that", "those", "them", "his", "her", "some", "full", "what"})
FAR = 6


def is_worn(tokens: Sequence[Token], at: int) -> bool:
    """Whether in, wearing or dressed behind a child is followed by what it wears, not by where it is."""
    if not at or not _is_a_child(tokens, at - 1):
        return False
    following = tokens[at + 1 : at + 1 + FAR]
    if tokens[at].key == "dressed":
        return bool(following) and following[0].key in DRESSED
    if not following or not following[0].is_word:
        return False
    words = _noun_phrase(following)
    if not words or not family("details", "not_worn").isdisjoint(words):
        return False
    if tokens[at].key != "in":
        return True
    return following[0].key in OWNED or (not following[0].capital and len(words) > 1 and words[-1].endswith("s"))


def _is_a_child(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].bare in _children()


def _noun_phrase(following: Sequence[Token]) -> list[str]:
    """The words up to the first that ends a noun with what belongs to it."""
    words: list[str] = []
    for token in following:
        if not token.is_word or token.key in family("details", "ends_a_noun"):
            break
        words.append(token.bare)
    return words[1:] if words and words[0] in OWNED else words


@cache
def _children() -> frozenset[str]:
    """Nouns for one child, and the parts that children play."""
    names = ("young", "born", "role", "part", "played", "tiny", "one", "small_child")
    return frozenset().union(*(family("children", name) for name in names)) - {"someone", "somebody"}
