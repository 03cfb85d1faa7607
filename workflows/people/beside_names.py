"""What a text has beside its possible names: nothing but marks, or ordinary words with capitals of their own."""

from collections.abc import Container, Iterator, Sequence

from workflows.people.families import family
from workflows.people.tokens import Token
from workflows.people.vocabulary import everyday

# Written with a capital by everybody, beside days, months and seasons.
PROPER = family("word_classes", "times") | {"i", "year", "reception", "nursery"}


def has_only_names(tokens: Sequence[Token], names: Container[int]) -> bool:
    """Whether all else is marks, emoji and kisses; `names` holds the indexes of the possible names."""
    return all(token.kind == "mark" or not token.key.strip("x") for token in _others(tokens, names))


def has_stray_capitals(tokens: Sequence[Token], names: Container[int]) -> bool:
    """Whether an ordinary word has a capital within a sentence, so that a capital tells nothing."""
    return any(token.capital and not token.opens and token.bare in everyday() for token in _others(tokens, names))


def _others(tokens: Sequence[Token], names: Container[int]) -> Iterator[Token]:
    return (token for at, token in enumerate(tokens) if at not in names and token.key.partition("'")[0] not in PROPER)
