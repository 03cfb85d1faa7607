"""Which names may stand for one another: short forms, long forms and spellings."""

import csv
from collections import defaultdict
from functools import cache
from importlib.resources import files

from workflows.people.folding import key
from workflows.people.wordlists import people_phrases, people_words

SHORTEST_FORM = 2


@cache
def forms_of(name: str) -> frozenset[str]:
    """Every key under which somebody registered as `name` may be written, the name itself included."""
    own, spellings = key(name), spellings_of(name)
    known = {form for spelling in spellings for form in _related().get(spelling, ())}
    parts = [key(part) for part in name.replace("-", " ").split()]
    return frozenset({own} | spellings | known | ({parts[0]} if len(parts) > 1 and len(parts[0]) > 2 else set()))


def spellings_of(name: str) -> frozenset[str]:
    """Every key under which `name` itself may be spelt, short and long forms left out."""
    own = key(name)
    return frozenset({own} | _families().get(own, frozenset()))


@cache
def _families() -> dict[str, frozenset[str]]:
    families: dict[str, frozenset[str]] = {}
    for line in people_phrases("spelling_families"):
        family = frozenset(key(name) for name in line.split())
        for name in family:
            families[name] = families.get(name, frozenset()) | family
    return families


@cache
def _related() -> dict[str, set[str]]:
    """Short and long forms side by side; what the wide data list adds must not be an everyday word."""
    related: dict[str, set[str]] = defaultdict(set)
    for long, short in _pairs_of_ours():
        related[long].add(short)
        related[short].add(long)
    for long, short in _pairs_of_the_data():
        if _plainly_short(long, short):
            related[long].add(short)
            related[short].add(long)
    return related


def _plainly_short(long: str, short: str) -> bool:
    """The data also pairs names that stand on their own here, such as Emma and Emily."""
    listed = people_words("forenames_child", "forenames_adult")
    cut = long.startswith(short) or (long[:2] == short[:2] and short.endswith(("y", "ie", "i")))
    return {long, short} <= listed and SHORTEST_FORM < len(short) < len(long) and cut


def _pairs_of_ours() -> list[tuple[str, str]]:
    pairs = []
    for line in people_phrases("short_forms"):
        long, _, shorts = line.partition(":")
        pairs += [(key(long), key(short)) for short in shorts.split()]
    return pairs


def _pairs_of_the_data() -> list[tuple[str, str]]:
    """The pairs of the `nicknames` package (long form, short form)."""
    with files("nicknames").joinpath("names.csv").open(encoding="utf-8") as lines:
        return [(key(row["name1"]), key(row["name2"])) for row in csv.DictReader(lines)]
