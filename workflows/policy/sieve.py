"""What a sentence has the words for, frames or patterns, told for all of them at once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, reduce
from itertools import accumulate
from operator import or_

from workflows.people.marks import remembered
from workflows.people.vocabulary import common

Words = frozenset[str]


@cache
def _how_common(word: str) -> int:
    """How often a word, or one that begins with a head (in-), was counted among the commonest."""
    if word.endswith("-"):
        return sum(times for each, times in common().items() if each.startswith(word[:-1]))
    return common().get(word, 0)


def rarest_word(words: Iterable[str]) -> str:
    """The word that the fewest sentences have, as far as is known."""
    return min(words, key=lambda word: (_how_common(word), -len(word)))


def rarest(needs: Iterable[Words]) -> Words:
    """The set of which the fewest sentences have a word."""
    return min(needs, key=_rarity)


def _rarity(words: Words) -> tuple[int, int]:
    return sum(map(_how_common, words)), len(words)


class Sieve:
    """Lets through the frames or patterns whose needs a sentence meets.

    A need is a set of words of which one stands wherever the frame fits. In a number, each frame has a bit in each of
    a few rows, for the needs that are the hardest to meet; rows that a frame does not need are free.
    """

    ROWS = 4

    def __init__(self, needs: Sequence[Sequence[Words]], parts: Callable[[str], Iterable[str]]) -> None:
        """`parts` gives what needs know a word of a sentence by."""
        self._width = len(needs)
        self._every = (1 << self._width) - 1
        self._shifts = tuple(row * self._width for row in range(1, self.ROWS))
        self._free = 0
        self._met: dict[str, int] = defaultdict(int)
        self._met_by = remembered(lambda word: reduce(or_, [self._met.get(part, 0) for part in parts(word)], 0))
        for number, sets in enumerate(needs):
            self._add(number, sorted(sets, key=_rarity))

    def _add(self, number: int, sets: Sequence[Words]) -> None:
        for row in range(self.ROWS):
            bit = 1 << (number + row * self._width)
            if row >= len(sets):
                self._free |= bit
                continue
            for word in sets[row]:
                self._met[word] |= bit

    def likely(self, words: Iterable[str]) -> int:
        """Those all of whose needs are met by the words of a sentence, as bits in the order in which they came."""
        met = reduce(or_, map(self._met_by, words), self._free)
        likely = met & self._every
        for shift in self._shifts:
            likely &= met >> shift
        return likely


class JointSieve:
    """Several sieves in one, so that the words of a sentence are looked up once for all of them."""

    def __init__(self, needs: Mapping[str, Sequence[Sequence[Words]]], parts: Callable[[str], Iterable[str]]) -> None:
        """`needs` are those of each sieve by its name."""
        self._sieve = Sieve([each for same in needs.values() for each in same], parts)
        self.likely = self._sieve.likely
        firsts = accumulate(map(len, needs.values()), initial=0)
        self._bits = {name: (first, (1 << len(needs[name])) - 1) for name, first in zip(needs, firsts, strict=False)}

    def of(self, name: str, likely: int) -> int:
        """Of what a sentence has the words for, the bits of one sieve."""
        first, every = self._bits[name]
        return likely >> first & every


def bits_of(number: int) -> Iterator[int]:
    """Which bits of a number are set, the lowest first."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest
