"""Phrases that are looked for by their rarest word, which hardly any text has."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from workflows.people.vocabulary import common, english

SHORT = 3


class Sayings:
    """Phrases, each a tuple of words in small letters."""

    def __init__(self, phrases: Iterable[tuple[str, ...]]) -> None:
        self._by_rarest: dict[str, list[tuple[int, int, tuple[str, ...]]]] = defaultdict(list)
        for number, phrase in enumerate(phrases):
            rarest = max(phrase, key=_rarity)
            self._by_rarest[rarest].append((phrase.index(rarest), number, phrase))

    def __contains__(self, word: str) -> bool:
        """Whether some phrase is looked for by a word."""
        return word in self._by_rarest

    def found(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Indexes of the first and last word of each phrase that stands in a text, from left to right.

        Those that begin with the same word come in their own order.
        """
        places = (
            (at - before, number, at - before + len(phrase))
            for at in [at for at, word in enumerate(words) if word in self._by_rarest]
            for before, number, phrase in self._by_rarest[words[at]]
            if at >= before and tuple(words[at - before : at - before + len(phrase)]) == phrase
        )
        yield from ((first, end - 1) for first, _, end in sorted(places))


def _rarity(word: str) -> tuple[int, bool, int]:
    """Of words that are not among the commonest, names are rarer than others, and long words than short ones."""
    return -common().get(word, 0), len(word) > SHORT and word not in english(), len(word)
