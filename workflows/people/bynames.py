"""Grown-ups and characters known by what they do: Ellis the Post, Jones the Milk, Bob the Builder."""

from collections.abc import Sequence

from workflows.people.tokens import Token
from workflows.people.wordlists import people_words

Called = Sequence[tuple[str, str, bool]]


def called(tokens: Sequence[Token]) -> Called:
    """Each capitalised word before "the", the word behind it, and whether that has a capital."""
    return [
        (tokens[at].bare, tokens[at + 2].key, tokens[at + 2].capital)
        for at, article in enumerate(tokens[1:-1])
        if article.key == "the" and tokens[at].capital
    ]


def bynamed(names: Called) -> frozenset[str]:
    """The names, in small letters, that a text gives a trade once; they mean the same wherever they stand again."""
    return frozenset(name for name, word, capital in names if capital and (_is_a_trade(word) or name[:1] == word[:1]))


def things(names: Called) -> frozenset[str]:
    """The names, in small letters, of machines: Maisie the minibus."""
    return frozenset(name for name, word, _ in names if word in people_words("vehicles"))


def _is_a_trade(word: str) -> bool:
    return word in people_words("bynames", "trades", "animals", "vehicles")
