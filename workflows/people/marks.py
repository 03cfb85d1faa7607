"""What a word may be, as far as it shows by itself: bits that tell for which questions it need be looked at."""

from collections.abc import Callable
from typing import TypeVar

MOST_REMEMBERED, LONGEST_REMEMBERED = 16384, 64
Known = TypeVar("Known")

# It may point to a child, give a detail by itself, give one with the word behind it.
POINTS, TELLS, BEGINS_A_PHRASE = 1, 2, 4
# With: what stands behind it may be a child's; a title or a public name has it; a tale's character is called so.
WITH, OF_A_TITLE, OF_A_TALE = 8, 16, 32
LONG_AGO, OF_A_GROWN_UP, HAS_DIGIT = 64, 128, 256
# What the text may be about: the staff of a school, animals, names for things, sums, novels.
OF_STAFF, OF_ANIMALS, OF_NAMING, OF_SUMS, OF_NOVELS = 512, 1024, 2048, 4096, 8192
OF_MY_DAY, OF_A_PLAY, TELLS_APART = 16384, 32768, 65536
# What tells a grown-up: a grave, an age, the writer's youth, what only a grown-up has or lives, serves as.
OF_THE_DEAD, OF_AN_AGE, OF_YOUTH, OF_YOURS, OF_GROWN_LIFE, SERVES = (1 << bit for bit in range(17, 23))
# What a school speaks of: whom it learns about, a question, the war.
STUDIES, ASKS, OF_WAR = (1 << bit for bit in range(23, 26))
# A trade, a shop and its street, a post; the weather and what it does to a town.
OF_TRADES, OF_WEATHER = (1 << bit for bit in range(26, 28))


def remembered(of_word: Callable[[str], Known]) -> Callable[[str], Known]:
    """A question about a word that is answered once; all is forgotten when there are too many words.

    No language has words that are longer than the longest remembered.
    """
    return _Memory(of_word).__getitem__


class _Memory(dict[str, Known]):
    def __init__(self, of_word: Callable[[str], Known]) -> None:
        super().__init__()
        self._of_word = of_word

    def __missing__(self, word: str) -> Known:
        known = self._of_word(word)
        if len(word) <= LONGEST_REMEMBERED:
            if len(self) >= MOST_REMEMBERED:
                self.clear()
            self[word] = known
        return known
