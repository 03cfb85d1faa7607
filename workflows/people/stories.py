"""Which words of a text belong to a book, a play, a song, a saint or a public figure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from workflows.people.families import family
from workflows.people.spellings import without_possessive
from workflows.people.vocabulary import english, everyday
from workflows.people.wordlists import people_phrases

Told = frozenset[int]
MOST_PLACES, SHORT = 40, 3


def is_in_a_title(word: str) -> bool:
    """Whether a title or a public name is known that is looked for by this word."""
    return word in _phrases()


def told(words: Sequence[str], places: Iterable[int]) -> Told:
    """Indexes of the words that stand inside a known title or public name; `places` are where to look for them."""
    found: set[int] = set()
    phrases = _phrases()
    for at in places:
        for before, phrase in phrases.get(words[at], ()):
            first, end = at - before, at - before + len(phrase)
            if first >= 0 and tuple(words[first:end]) == phrase:
                found.update(range(first, end))
    return frozenset(found)


def _rarity(word: str) -> tuple[bool, int, bool]:
    """Long names are the rarest words, then long words."""
    return len(word) > SHORT and word not in english(), len(word), word not in everyday()


def is_of_a_tale(word: str) -> bool:
    """Whether somebody in a tale or in public life is called by this word."""
    return word in _tales_by_name()


def of_tales(words: Sequence[str], above: Sequence[str] = ()) -> tuple[Told, Told]:
    """Indexes of the names from a tale or a public life of which the text or the post `above` has another word as well.

    First all, then those that have such a word in the text, two or more places away, so not as a surname.
    """
    by_word, by_pair = _tales_by_word(), _tales_by_pair()
    places = [(at, by_word[word]) for at, word in enumerate(words) if word in by_word]
    places += [(at, by_pair[pair]) for at, pair in enumerate(pairwise(words)) if pair in by_pair]
    told_above = [by_word[word] for word in above if word in by_word]
    told_above += [by_pair[pair] for pair in pairwise(above) if pair in by_pair]
    told_above += [_shows()[word] for word in above if word in _shows()]
    everything = frozenset().union(*(tales for _, tales in places), *told_above)
    by_name = _tales_by_name()
    tales_of = {at: by_name[word] & everything for at, word in enumerate(words) if word in by_name}
    named = {at: tales for at, tales in tales_of.items() if tales}
    return frozenset(named), frozenset(
        at
        for at, told_of in named.items()
        if any(place - at not in (0, 1) and tales & told_of for place, tales in places[:MOST_PLACES])
    )


@cache
def _phrases() -> dict[str, tuple[tuple[int, tuple[str, ...]], ...]]:
    """Titles and public names by one of their words, which hardly any text has, and how many stand before that."""
    phrases: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for line in people_phrases("stories"):
        words = tuple(without_possessive(word) for word in line.replace(",", " ,").replace("!", " !").split())
        rarest = max(words, key=_rarity)
        phrases[rarest].append((words.index(rarest), words))
    return {word: tuple(same) for word, same in phrases.items()}


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
