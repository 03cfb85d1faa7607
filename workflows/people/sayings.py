"""Phrases that are looked for by their rarest word, which hardly any text has."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from workflows.people.vocabulary import common, english

SHORT = 3


class Sayings:
    """Phrases, each a tuple of words in small letters."""

    def __init__(self, phrases: Iterable[tuple[str, ...]]) -> None:
        self._by_rarest: dict[str, list[tuple[int, int, str, int, tuple[str, ...]]]] = defaultdict(list)
        for number, phrase in enumerate(phrases):
            rarest = max(phrase, key=_rarity)
            at = phrase.index(rarest)
            beside = at + 1 if at + 1 < len(phrase) else max(0, at - 1)
            self._by_rarest[rarest].append((at, beside - at, phrase[beside], number, phrase))

    def __contains__(self, word: str) -> bool:
        """Whether some phrase is looked for by a word."""
        return word in self._by_rarest

    def found(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Indexes of the first and last word of each phrase that stands in a text, from left to right.

        Those that begin with the same word come in their own order.
        """
        places, size = [], len(words)
        for at in [at for at, word in enumerate(words) if word in self._by_rarest]:
            for before, step, neighbour, number, phrase in self._by_rarest[words[at]]:
                # Most phrases end here: another word stands beside the rarest one.
                if not 0 <= at + step < size or words[at + step] != neighbour:
                    continue
                first = at - before
                if first >= 0 and tuple(words[first : first + len(phrase)]) == phrase:
                    places.append((first, number, first + len(phrase) - 1))
        for first, _, last in sorted(places):
            yield first, last


def _rarity(word: str) -> tuple[int, bool, int]:
    """Of words that are not among the commonest, names are rarer than others, and long words than short ones."""
    return -common().get(word, 0), len(word) > SHORT and word not in english(), len(word)
