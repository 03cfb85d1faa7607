"""Grown-ups and characters known by what they do: Ellis the Post, Jones the Milk, Bob the Builder."""

from collections.abc import Iterator, Sequence

from workflows.people.spellings import without_possessive
from workflows.people.tokens import Token
from workflows.people.wordlists import people_words


def bynamed(tokens: Sequence[Token]) -> frozenset[str]:
    """The names, in small letters, that a text gives a trade once; they mean the same wherever they stand again."""
    return frozenset(name for name, word, capital in _called(tokens) if capital and _is_a_trade(word))


def things(tokens: Sequence[Token]) -> frozenset[str]:
    """The names, in small letters, of machines: Maisie the minibus."""
    return frozenset(name for name, word, _ in _called(tokens) if word in people_words("vehicles"))


def _called(tokens: Sequence[Token]) -> Iterator[tuple[str, str, bool]]:
    """Each capitalised word before "the", the word behind it, and whether that has a capital."""
    for at in range(len(tokens) - 2):
        if tokens[at].capital and tokens[at + 1].key == "the":
            yield without_possessive(tokens[at].key), tokens[at + 2].key, tokens[at + 2].capital


def _is_a_trade(word: str) -> bool:
    return word in people_words("bynames", "trades", "animals", "vehicles")
