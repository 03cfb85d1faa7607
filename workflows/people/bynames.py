"""Grown-ups and characters known by what they do: Ellis the Post, Jones the Milk, Bob the Builder."""

from collections.abc import Sequence

from workflows.people.spellings import without_possessive
from workflows.people.tokens import Token
from workflows.people.wordlists import people_words


def bynamed(tokens: Sequence[Token]) -> frozenset[str]:
    """The names, in small letters, that a text gives a trade once; they mean the same wherever they stand again."""
    return frozenset(
        without_possessive(tokens[at].key)
        for at in range(len(tokens) - 2)
        if tokens[at].capital
        and tokens[at + 1].key == "the"
        and tokens[at + 2].capital
        and _is_a_trade(tokens[at + 2].key)
    )


def _is_a_trade(word: str) -> bool:
    return word in people_words("bynames", "trades", "animals", "vehicles")
