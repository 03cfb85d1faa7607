"""Which words of a text belong to a book, a play, a song, a saint or a public figure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from workflows.people.families import family
from workflows.people.sayings import Sayings
from workflows.people.spellings import without_possessive
from workflows.people.wordlists import people_phrases

Told = frozenset[int]
NOTHING: Told = frozenset()
MOST_PLACES = 40


def is_in_a_title(word: str) -> bool:
    """Whether a title or a public name is known that is looked for by this word."""
    return word in _titles()


def told(words: Sequence[str]) -> Told:
    """Indexes of the words that stand inside a known title or public name."""
    return frozenset(at for first, last in _titles().found(words) for at in range(first, last + 1))


def is_of_a_tale(word: str) -> bool:
    """Whether somebody in a tale or in public life is called by this word."""
    return word in _tales_by_name()


def of_tales(names: Iterable[int], words: Sequence[str], above: Sequence[str]) -> tuple[Told, Told]:
    """Those of the indexes of names from tales and public lives for which the text or the post `above` has another
    word of theirs as well.

    First all, then those that have such a word in the text, two or more places away, so not as a surname.
    """
    by_word, by_pair, shows = _tales_by_word(), _tales_by_pair(), _shows()
    everything = frozenset().union(
        *map(by_word.__getitem__, by_word.keys() & {*words, *above}),
        *map(by_pair.__getitem__, by_pair.keys() & {*pairwise(words), *pairwise(above)}),
        *map(shows.__getitem__, shows.keys() & above),
    )
    by_name = _tales_by_name()
    named = {at: tales for at in names if (tales := by_name[words[at]] & everything)}
    if not named:
        return NOTHING, NOTHING
    places = [(at, by_word[word]) for at, word in enumerate(words) if word in by_word]
    places += [(at, by_pair[pair]) for at, pair in enumerate(pairwise(words)) if pair in by_pair]
    return frozenset(named), frozenset(
        at
        for at, told_of in named.items()
        if any(place - at not in (0, 1) and tales & told_of for place, tales in places[:MOST_PLACES])
    )


@cache
def _titles() -> Sayings:
    """Titles and public names."""
    lines = (line.replace(",", " ,").replace("!", " !").split() for line in people_phrases("stories"))
    return Sayings(tuple(map(without_possessive, words)) for words in lines)


@cache
def _tales_by_name() -> dict[str, frozenset[int]]:
    return _numbered(0)


@cache
def _tales_by_word() -> dict[str, frozenset[int]]:
    return _numbered(1)


@cache
def _tales_by_pair() -> dict[tuple[str, str], frozenset[int]]:
    pairs = ((word.partition("_"), tales) for word, tales in _tales_by_word().items())
    return {(first, second): tales for (first, joined, second), tales in pairs if joined}


@cache
def _shows() -> dict[str, frozenset[int]]:
    """Numbers of the tales that are called like their hero, by the hero, who stands first."""
    called = family("cues", "called_like_a_show")
    first = [line.split()[0] for line in people_phrases("worlds")]
    return {word: frozenset(number for number, hero in enumerate(first) if hero == word) for word in called}


def _numbered(side: int) -> dict[str, frozenset[int]]:
    """Numbers of the tales by the words on one side of the bar."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(people_phrases("worlds")):
        for word in line.split(" | ")[side].split():
            numbers[word].add(number)
    return {word: frozenset(tales) for word, tales in numbers.items()}
