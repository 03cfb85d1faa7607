"""What a word may be apart from somebody's name: a forename in general use, an everyday word, any English word."""

import gzip
import json
from functools import cache
from importlib.resources import files
from sys import intern

from workflows.people.families import family
from workflows.people.wordlists import people_words

# A spelling counted less often than this (in 1.3 thousand million words of subtitles) is as likely a slip or a name.
FEWEST = 100
# And one that is counted this often, such as get or your, stands in so many sentences that it tells nothing.
COMMON = 100_000
ENDINGS = ("s", "es", "ed", "d", "ing", "er", "ers", "ly")


@cache
def known() -> frozenset[str]:
    """Forenames in general use."""
    return people_words("forenames_child", "forenames_adult") | family("initials", "called")


@cache
def everyday() -> frozenset[str]:
    """Words that are no names unless a register or the context says so."""
    return people_words("everyday", "names_that_are_words") | family("welsh", "words")


@cache
def english() -> frozenset[str]:
    """The words that `pyspellchecker` lists, and some that it lacks, that are nobody's forename."""
    listed = {intern(word) for word, times in _counted().items() if times >= FEWEST}
    spelt_otherwise = set(filter(None, map(_british, listed)))
    return everyday() | people_words("rarer") | ((listed | spelt_otherwise) - known())


def _british(word: str) -> str:
    """The British spelling of a word that the list has in the American one, as in behaviour; or nothing."""
    stem, ending = word.rpartition("or")[::2]
    return f"{stem}our{ending}" if stem.removeprefix("dis").removeprefix("mis") in family("british", "our") else ""


@cache
def common() -> dict[str, int]:
    """The thousand commonest words, with how often each was counted."""
    return {word: times for word, times in _counted().items() if times >= COMMON}


def _counted() -> dict[str, int]:
    packed = files("spellchecker").joinpath("resources", "en.json.gz").read_bytes()
    counted: dict[str, int] = json.loads(gzip.decompress(packed))
    return counted


@cache
def foreign() -> frozenset[str]:
    """Words of other languages that families speak, forenames in general use apart."""
    return people_words("foreign") - known()


def is_everyday(word: str) -> bool:
    """Whether a word, or what it is an inflection of, is an everyday word."""
    stems = (word[: -len(ending)] for ending in ENDINGS if word.endswith(ending))
    return word in everyday() or any(stem in everyday() and len(stem) > 2 for stem in stems)
