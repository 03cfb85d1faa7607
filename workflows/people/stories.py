"""Which words of a text belong to a book, a play, a song, a saint or a public figure."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from workflows.people.spellings import without_possessive
from workflows.people.tokens import Token
from workflows.people.wordlists import people_phrases

Told = frozenset[int]
MOST_PLACES = 40


def told(tokens: Sequence[Token]) -> Told:
    """Indexes of the tokens that stand inside a known title or public name."""
    found: set[int] = set()
    keys = [without_possessive(token.key) for token in tokens]
    for at, word in enumerate(keys):
        for phrase in _phrases().get(word, ()):
            if tuple(keys[at : at + len(phrase)]) == phrase:
                found.update(range(at, at + len(phrase)))
    return frozenset(found)


def of_a_tale(tokens: Sequence[Token]) -> Told:
    """Indexes of the names from a tale or a public life of which the text has another word as well."""
    keys = [without_possessive(token.key) for token in tokens]
    present = {*keys, *("_".join(pair) for pair in pairwise(keys))}
    told_of = {tale for word in present for tale in _tales_by_word().get(word, ())}
    return frozenset(at for at, word in enumerate(keys) if told_of & _tales_by_name().get(word, frozenset()))


def surrounded_by_a_tale(tokens: Sequence[Token]) -> Told:
    """Indexes of the names that have a word of their tale two or more places away, so not as a surname."""
    keys = [without_possessive(token.key) for token in tokens]
    words = [*enumerate(keys), *((at, "_".join(pair)) for at, pair in enumerate(pairwise(keys)))]
    places = [(at, tales) for at, word in words if (tales := _tales_by_word().get(word))]
    return frozenset(
        at
        for at, word in enumerate(keys)
        if places
        and (of_it := _tales_by_name().get(word))
        and any(place - at not in (0, 1) and tales & of_it for place, tales in places[:MOST_PLACES])
    )


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    phrases: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for line in people_phrases("stories"):
        words = tuple(without_possessive(word) for word in line.replace(",", " ,").replace("!", " !").split())
        phrases[words[0]].append(words)
    return {first: tuple(same) for first, same in phrases.items()}


@cache
def _tales_by_name() -> dict[str, frozenset[int]]:
    return _numbered(0)


@cache
def _tales_by_word() -> dict[str, frozenset[int]]:
    return _numbered(1)


def _numbered(side: int) -> dict[str, frozenset[int]]:
    """Numbers of the tales by the words on one side of the bar."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(people_phrases("worlds")):
        for word in line.split(" | ")[side].split():
            numbers[word].add(number)
    return {word: frozenset(tales) for word, tales in numbers.items()}
