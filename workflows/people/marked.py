"""Marks the words of a text: each word is looked at once, and most of a text's questions pass most words over."""

import re
from collections.abc import Callable, Iterable, Sequence

from workflows.people.children import may_point
from workflows.people.details import may_tell
from workflows.people.families import family
from workflows.people.marks import (
    ASKS,
    BEGINS_A_PHRASE,
    HAS_DIGIT,
    LONG_AGO,
    OF_A_GROWN_UP,
    OF_A_PLAY,
    OF_A_TALE,
    OF_A_TITLE,
    OF_AN_AGE,
    OF_ANIMALS,
    OF_GROWN_LIFE,
    OF_MY_DAY,
    OF_NAMING,
    OF_NOVELS,
    OF_STAFF,
    OF_SUMS,
    OF_THE_DEAD,
    OF_TRADES,
    OF_WAR,
    OF_WEATHER,
    OF_YOURS,
    OF_YOUTH,
    POINTS,
    SERVES,
    STUDIES,
    TELLS,
    TELLS_APART,
    WITH,
    remembered,
)
from workflows.people.parts import may_be_a_part
from workflows.people.picked_out import belongs_to_a_noun
from workflows.people.spellings import without_possessive
from workflows.people.stories import is_in_a_title, is_of_a_tale
from workflows.people.telling import begins_a_phrase
from workflows.people.told_apart import may_tell_apart
from workflows.people.wordlists import people_words

DIGIT = re.compile("[0-9]")
TENS = frozenset({"twenty", "thirty", "forty", "fifty", "sixty"})
OF_BEASTS = frozenset({"rescue", "legs", "horns", "laid", "lays", "laying", "lead"})
GROWN_UP = TENS | {"navy", "grown"}
GRAVES = frozenset({"grave", "graves"})
DEAD = GRAVES | {"dead", "gone", "passed", "buried", "proposed", "courted", "married", "wooed"}
AGES = family("street", "ages") | {str(age) for age in range(17, 105)}
TRADES = family("cues", "trade") | family(
    "grown_ups", "trades", "aboard", "man_of", "premises", "pitches", "streets", "posts", "elder", "at_a_post"
)
WEATHER = family("senses", "weathered") | {phrase.partition("_")[0] for phrase in family("senses", "cut_off")}
YOUTH = frozenset({"above", "below", "ago", "year", "class", "form"})


def _is_long_ago(word: str) -> bool:
    """1984, the 90s: the children of then are grown up."""
    return (len(word) == 4 and word.isdigit() and "1900" < word < "2010") or word in family("children", "years_ago")


def _has_digit(word: str) -> bool:
    return DIGIT.search(word) is not None


def _is_of_a_grown_up(word: str) -> bool:
    """A nurse, 34, married, twenty: what only grown-ups are or have, and how old they are."""
    told = any(word in family("children", name) for name in ("grown_life", "years_ago", "jobs"))
    return told or word in GROWN_UP or word.isdigit()


def _is_of_animals(word: str) -> bool:
    """An animal, a breed, a pet, or what only beasts have and do."""
    lessons = ("trained_beast", "beasts_here", "new_beasts", "young_of_beasts", "kept")
    things = ("breeds", "beasts", "of_beasts")
    return (
        word in OF_BEASTS
        or word in people_words("animals")
        or any(word in family("cues", name) for name in ("breeds", "pets", "of_pets"))
        or any(word in family("lessons", name) for name in lessons)
        or any(word in family("things", name) or word.removesuffix("s") in family("things", name) for name in things)
    )


def _last_words(phrases: Iterable[str]) -> frozenset[str]:
    """The last word of each phrase whose words are joined by underscores."""
    return frozenset(phrase.rpartition("_")[2] for phrase in phrases)


# What is asked of each word as it is written, in small letters, and of the same without possessive.
AS_WRITTEN: Sequence[tuple[int, Callable[[str], bool]]] = (
    (POINTS, may_point),
    (TELLS, may_tell),
    (TELLS_APART, may_tell_apart),
    (BEGINS_A_PHRASE, begins_a_phrase),
    (WITH, belongs_to_a_noun),
    (LONG_AGO, _is_long_ago),
    (OF_A_GROWN_UP, _is_of_a_grown_up),
    (HAS_DIGIT, _has_digit),
)
PLAIN: Sequence[tuple[int, Callable[[str], bool]]] = (
    (OF_A_TITLE, is_in_a_title),
    (OF_A_TALE, is_of_a_tale),
    (OF_A_PLAY, may_be_a_part),
    (OF_ANIMALS, _is_of_animals),
    (OF_MY_DAY, frozenset({"i", "day", "days"}).__contains__),
    (OF_STAFF, family("cues", "teaching").__contains__),
    (OF_NAMING, family("things", "naming").__contains__),
    (OF_SUMS, family("things", "asking").__contains__),
    (OF_NOVELS, family("things", "novels").__contains__),
    (OF_THE_DEAD, DEAD.__contains__),
    (OF_AN_AGE, AGES.__contains__),
    (OF_YOUTH, YOUTH.__contains__),
    (OF_YOURS, _last_words(family("street", "of_you_grown_up")).__contains__),
    (OF_GROWN_LIFE, family("grown_ups", "grown_life").__contains__),
    (SERVES, family("lessons", "serving").__contains__),
    (STUDIES, _last_words(family("lessons", "studied")).__contains__),
    (ASKS, "?".__eq__),
    (OF_WAR, family("lessons", "war").__contains__),
    (OF_TRADES, TRADES.__contains__),
    (OF_WEATHER, WEATHER.__contains__),
)


@remembered
def _marks(key: str) -> int:
    word = without_possessive(key)
    written = sum(mark for mark, holds in AS_WRITTEN if holds(key))
    return written + sum(mark for mark, holds in PLAIN if holds(word))


def marks_of(keys: Sequence[str], words: Sequence[str], classes: frozenset[str]) -> list[int]:
    """The marks of each word of a text, by its key, and by `words` without possessive for those of `classes`."""
    marks = list(map(_marks, keys))
    if not classes.isdisjoint(words):
        for at, word in enumerate(words):
            marks[at] |= TELLS if word in classes else 0
    return marks
