"""What a word may be apart from somebody's name: a forename in general use, an everyday word, any English word."""

import gzip
import json
from functools import cache
from importlib.resources import files

from workflows.people.families import family
from workflows.people.wordlists import people_words

# A spelling counted less often than this (in 1.3 thousand million words of subtitles) is as likely a slip or a name.
FEWEST = 100
ENDINGS = ("s", "es", "ed", "d", "ing", "er", "ers", "ly")


@cache
def known() -> frozenset[str]:
    """Forenames in general use."""
    return people_words("forenames_child", "forenames_adult")


@cache
def everyday() -> frozenset[str]:
    """Words that are no names unless a register or the context says so."""
    return people_words("everyday", "names_that_are_words") | family("welsh", "words")


@cache
def english() -> frozenset[str]:
    """The words that `pyspellchecker` lists, and some that it lacks, that are nobody's forename."""
    packed = files("spellchecker").joinpath("resources", "en.json.gz").read_bytes()
    counted: dict[str, int] = json.loads(gzip.decompress(packed))
    return (
        everyday()
        | people_words("rarer")
        | {word for word, times in counted.items() if times >= FEWEST and word not in known()}
    )


@cache
def foreign() -> frozenset[str]:
    """Words of other languages that families speak, forenames in general use apart."""
    return people_words("foreign") - known()


def is_everyday(word: str) -> bool:
    """Whether a word, or what it is an inflection of, is an everyday word."""
    stems = (word[: -len(ending)] for ending in ENDINGS if word.endswith(ending))
    return word in everyday() or any(stem in everyday() and len(stem) > 2 for stem in stems)
