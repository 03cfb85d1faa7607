"""Which names may stand for one another: short forms, long forms and spellings."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import permutations

from workflows.people.families import family
from workflows.people.folding import key
from workflows.people.wordlists import people_phrases

# Short forms that are as much names of their own as the long ones.
STANDING_ALONE = frozenset(
    {"maisie", "olive", "elsie", "eliza", "ella", "ellie", "evie", "lottie", "mia", "molly", "may", "rosie"}
)
PET_ENDING = re.compile(r"(.)\1?(?:ie|ey|y|e)$")
SHORTEST_STEM = 3

Forms = dict[str, frozenset[str]]


@cache
def forms_of(name: str) -> frozenset[str]:
    """Every key under which somebody registered as `name` may well be written, the name itself included."""
    own, spellings = key(name), spellings_of(name)
    plain, _ = _listed()
    # Aleksandra is Ola, but an Alexandra, who has short forms of her own, hardly is.
    known = {form for each in ({own} if own in plain else spellings) for form in plain.get(each, ())}
    return frozenset({own} | spellings | known | _of_a_double_name(name))


def _of_a_double_name(name: str) -> frozenset[str]:
    """Tyler and TJ for Tyler-James: the first half, and initials that children are called by."""
    parts = [key(part) for part in name.replace("-", " ").split()]
    if len(parts) == 1:
        return frozenset()
    initials = "".join(part[:1] for part in parts)
    heads = {parts[0]} if len(parts[0]) > 2 else set()
    return frozenset(heads | ({initials} & family("initials", "called")))


@cache
def seldom_forms_of(name: str) -> frozenset[str]:
    """Keys under which somebody registered as `name` is seldom written: they fit where nobody else is meant."""
    plain, seldom = _listed()
    return frozenset(
        form for each in spellings_of(name) for forms in (plain, seldom) for form in forms.get(each, ())
    ) - forms_of(name)


@lru_cache(maxsize=65536)
def spellings_of(name: str) -> frozenset[str]:
    """Every key under which `name` itself may be spelt, short and long forms left out."""
    own = key(name)
    return frozenset({own} | _families().get(own, frozenset()))


@cache
def _families() -> Forms:
    families: Forms = {}
    for line in people_phrases("spelling_families"):
        family = frozenset(key(name) for name in line.split())
        for name in family:
            families[name] = families.get(name, frozenset()) | family
    return families


@cache
def _listed() -> tuple[Forms, Forms]:
    """The forms of each name that are plain and those that are seldom heard.

    Somebody registered as Ollie may be written Oliver, but nobody registered as Molly is written Mary.
    """
    plain: dict[str, set[str]] = defaultdict(set)
    seldom: dict[str, set[str]] = defaultdict(set)
    for line in people_phrases("short_forms"):
        long, _, forms = line.partition(":")
        usual, _, rare = forms.partition("|")
        own, shorts = key(long), [key(short) for short in usual.split()]
        plain[own].update(shorts)
        seldom[own].update(key(short) for short in rare.split())
        for short in shorts:
            if _heard_in(short, own) and short not in STANDING_ALONE:
                plain[short].add(own)
        for one, other in _of_one_stem(shorts):
            plain[one].add(other)
    return _fixed(plain), _fixed(seldom)


def _fixed(forms: dict[str, set[str]]) -> Forms:
    return {name: frozenset(each) for name, each in forms.items()}


def _heard_in(short: str, long: str) -> bool:
    """Whether a short form begins as its long one does; C and K sound alike."""
    return short[:2].replace("c", "k") == long[:2].replace("c", "k")


def _of_one_stem(shorts: list[str]) -> Iterator[tuple[str, str]]:
    """Ted and Teddy, Dan and Danny, Steve and Stevie: one with a pet ending, one without."""
    stems = {short: PET_ENDING.sub(r"\1", short) for short in shorts}
    for one, other in permutations(shorts, 2):
        if stems[one] == stems[other] and len(stems[one]) >= SHORTEST_STEM and not {one, other} & STANDING_ALONE:
            yield one, other
