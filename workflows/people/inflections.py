"""The forms of English verbs."""

import re
from functools import cache

# One syllable that ends in one vowel and one consonant: hop, hopped, hopping; but: look, looked.
DOUBLING = re.compile(r"^(?:[^aeiou]|qu)*[aeiou][bdgklmnprtz]$")
HISSING = ("s", "x", "z", "ch", "sh")


@cache
def forms(verb: str) -> dict[str, tuple[str, ...]]:
    """The forms of a verb by ending, with -in for -ing; the past is regular unless it is given, as in shoot/shot."""
    base, *past = verb.split("/")
    stem = base + base[-1] if DOUBLING.match(base) else base.removesuffix("e")
    soft = base.endswith("y") and base[-2] not in "aeiou"
    third = f"{base[:-1]}ies" if soft else base + ("es" if base.endswith(HISSING) else "s")
    regular = f"{base[:-1]}ied" if soft else f"{stem}ed"
    participles = (f"{stem}ing", f"{stem}in")
    return {"": (base,), ".s": (third,), ".ing": participles, ".ed": tuple(past) or (regular,)}


def all_forms(verb: str) -> frozenset[str]:
    """Every form of a verb: scream, screams, screaming, screamin, screamed."""
    return frozenset(form for same in forms(verb).values() for form in same)
