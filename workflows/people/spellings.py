"""The plain spellings that a written word may stand for, most literal first."""

import re
from collections.abc import Iterator
from functools import lru_cache

from workflows.people.lookalikes import SIGNS

STRETCHED = re.compile(r"(.)\1{2,}")
DOUBLED = re.compile(r"(.)\1+")
PET_ENDINGS = (
    "ny",
    "ie",
    "y",
    "kins",
    "ku",
    "ek",
    "us",
    "ito",
    "ster",
    "usia",
    "unia",
    "cia",
    "bear",
    "boy",
    "girl",
    "pops",
    "inho",
    "inator",
    "ator",
    "bobs",
    "bob",
    "boo",
    "moo",
    "roo",
    "pie",
    "bean",
    "bug",
    "chops",
    "belly",
    "meister",
    "head",
    "face",
    "babe",
    "baby",
    "poo",
    "pop",
    "o",
    "s",
)
CLIPPED_ENDINGS = (
    "",
    "e",
    "y",
    "ie",
    "i",
    "o",
    "s",
    "z",
    "ers",
    "sy",
    "zza",
    "za",
    "ster",
    "bo",
    "a",
    "sie",
    "u",
    "man",
    "dog",
    "inho",
    "ino",
)
# What hardly any other word ends in.
SURE_ENDINGS = frozenset({"inho", "inator", "meister", "bobs"})
SHORTEST_STEM, SHORTEST_PET = 3, 4
LONGEST = 60


@lru_cache(maxsize=65536)
def plain(word: str) -> tuple[str, ...]:
    """Keys to look a word up by: as written, without possessive, signs read as letters, unstretched."""
    if len(word) > LONGEST:
        word = STRETCHED.sub(r"\1\1", word)[:LONGEST]
    spellings = ("".join(filter(str.isalpha, spelling)) for spelling in _spellings(word.lower()))
    return tuple(dict.fromkeys(letters for letters in spellings if letters))


def _spellings(word: str) -> Iterator[str]:
    base = without_possessive(word)
    if any(letter in SIGNS for letter in base):
        yield from _unsigned(base)
    yield base
    if STRETCHED.search(base):
        yield STRETCHED.sub(r"\1\1", base)
        yield STRETCHED.sub(r"\1", base)
        yield DOUBLED.sub(r"\1", base)
    if base.endswith("s") and len(base) > 3 and base == word:
        yield base[:-1]


def _unsigned(word: str) -> Iterator[str]:
    for reading in (0, -1):
        yield "".join(SIGNS.get(letter, letter)[reading] for letter in word)


def without_possessive(word: str) -> str:
    """The word without 's, a closing apostrophe or a contracted verb ('ll, 'd, 've, 're)."""
    if "'" not in word:
        return word
    for ending in ("'s", "'ll", "'d", "'ve", "'re"):
        if word.endswith(ending):
            return word[: -len(ending)]
    return word.removesuffix("'")


def drawn_out(word: str) -> str:
    """A word with a letter thrice or more in a row (noooo), each letter once; empty for any other word."""
    return DOUBLED.sub(r"\1", word) if STRETCHED.search(word) else ""


def is_possessive(word: str) -> bool:
    """Whether the word ends in 's or s'."""
    return word.endswith(("'s", "s'", "'"))


def pet_stems(word: str) -> Iterator[str]:
    """What remains of a word without the ending of a pet form (sianny, bartus, kacperku, neddy, maxinho)."""
    for ending in PET_ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= (SHORTEST_STEM if ending in SURE_ENDINGS else SHORTEST_PET):
            yield stem
            yield stem + stem[-1:]
            if ending in ("y", "ie") and stem[-1] == stem[-2]:
                yield stem[:-1]


def clipped_stems(word: str) -> Iterator[str]:
    """What a clipped name may be the head of: itself, or itself without a pet ending (mase, tunders, fletchy)."""
    for ending in CLIPPED_ENDINGS:
        stem = word.removesuffix(ending) if ending else word
        if len(stem) >= SHORTEST_STEM and (stem != word or not ending):
            yield stem
            if stem[-1] == stem[-2] and len(stem) > SHORTEST_STEM:
                yield stem[:-1]
