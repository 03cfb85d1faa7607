"""Which names may stand for one another: short forms, long forms and spellings."""

import csv
from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files

from workflows.people.folding import key
from workflows.people.wordlists import people_phrases, people_words

SHORTEST_FORM = 2
# Short forms that are as much names of their own as the long ones.
STANDING_ALONE = frozenset(
    {"maisie", "olive", "elsie", "eliza", "ella", "ellie", "evie", "lottie", "mia", "molly", "may", "rosie"}
)


@cache
def forms_of(name: str) -> frozenset[str]:
    """Every key under which somebody registered as `name` may be written, the name itself included."""
    own, spellings = key(name), spellings_of(name)
    known = {form for spelling in spellings for form in _forms().get(spelling, ())}
    parts = [key(part) for part in name.replace("-", " ").split()]
    return frozenset({own} | spellings | known | ({parts[0]} if len(parts) > 1 and len(parts[0]) > 2 else set()))


@lru_cache(maxsize=65536)
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
def _forms() -> dict[str, set[str]]:
    """Short forms by long form, and long forms by short form where one can be heard in the other.

    Somebody registered as Ollie may be written Oliver, but nobody registered as Molly is written Mary.
    """
    forms: dict[str, set[str]] = defaultdict(set)
    ours = _pairs_of_ours()
    for long, short in (*ours, *(pair for pair in _pairs_of_the_data() if _plainly_short(*pair))):
        forms[long].add(short)
    for long, short in ours:
        if long[:2] == short[:2] and short not in STANDING_ALONE:
            forms[short].add(long)
    return forms


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
