"""Strong words of a text: those that may swear, abuse or threaten, as far as a word shows by itself."""

from collections.abc import Sequence
from functools import cache, reduce
from operator import or_
from typing import NamedTuple

from workflows.people.marks import remembered
from workflows.people.spellings import without_possessive
from workflows.policy.profanity import ODD_SIGN, SWEARS, is_odd_sign, may_swear
from workflows.policy.slurs import is_plain_slur, is_slur
from workflows.policy.words_of import policy_family, policy_words, sayings

# Marks beside those of swearing: a word may abuse or threaten, tell a phrase that does, or speak of feasts and thanks.
PLAIN_SLUR, ABUSES, THREATENS, INSULTS, HATES, IN_A_THREAT, WARNS, ON_A_CONDITION, CHEERS = (
    1 << bit for bit in range(2, 11)
)
CONDITIONS = frozenset({"if", "whoever", "anyone", "next"})
I_WILL = frozenset({"i'll", "ill", "i'd"})


class Strong(NamedTuple):
    """What each word of a text may be, and all of it together."""

    words: Sequence[int]
    together: int


def strong(keys: Sequence[str]) -> Strong:
    """The strong words of a text, by the keys of its tokens."""
    words = list(map(_marks, keys))
    return Strong(words, reduce(or_, words, 0))


@remembered
def _marks(key: str) -> int:
    word = without_possessive(key)
    asked = {
        SWEARS: may_swear(key),
        ODD_SIGN: is_odd_sign(key),
        PLAIN_SLUR: is_plain_slur(key),
        ABUSES: word in policy_words("insults", "nouns", "adjectives") or is_slur(word),
        THREATENS: key in policy_words("threats", "harm", "weapon", "body") or key in announcing(),
        INSULTS: word in sayings("insults", "phrases"),
        HATES: word in sayings("insults", "hate_phrases"),
        IN_A_THREAT: key in sayings("threats", "phrases"),
        WARNS: key in policy_words("threats", "warning"),
        ON_A_CONDITION: key in CONDITIONS,
        CHEERS: key in policy_words("threats", "cheer"),
    }
    return sum(mark for mark, holds in asked.items() if holds)


@cache
def announcing() -> frozenset[str]:
    """The first words of what announces something that will be done to somebody."""
    return I_WILL.union(phrase.split()[0] for phrase in policy_family("threats", "announced"))
