"""What follows a possible name: something that only people do or are, or something that is said of things."""

from collections.abc import Sequence
from functools import cache

from workflows.people.families import family
from workflows.people.inflections import all_forms, forms

# What the rules make of irregular verbs, and English has as a noun.
MISFORMED = frozenset({"seed", "seeds"})
MOST_HELPERS = 4
SPARE = 3
SOMEWHERE = frozenset({"in", "on", "off", "at"})
PARTICLES = frozenset({"out", "up", "down", "off", "over", "back"})
SIGHTED = (["spotted"], ["sighted"], ["heard"])
WHERE = frozenset({"on", "in", "at", "by", "near", "outside", "under", "over", "behind", "beside", "among", "from"})
WANTING = frozenset({"wants", "needs", "want", "need"})
A_DOING = frozenset({"lick", "coat", "clean", "wash", "wipe", "polish", "service", "trim", "repair", "scrub", "mop",
                     "sweep", "prune", "rinse", "dust"})  # fmt: skip
OBJECTS = frozenset({"the", "a", "an", "that", "this", "those", "these", "his", "her", "their", "our", "my", "another",
                     "one", "two", "three", "both"})  # fmt: skip
DETERMINERS = frozenset({"the", "a", "an", "my", "our", "his", "her", "their", "such", "another"})


def does_as_people_do(words: Sequence[str]) -> bool:
    """Told everyone, has been crying, will never forget: the words that follow tell a deed of people."""
    at = 0
    while at < min(len(words), MOST_HELPERS) and words[at] in family("deeds", "helpers"):
        if words[at] in _deeds() and not is_no_deed(words[at : at + 4]):
            return True
        at += 1
    return at < len(words) and words[at] in _deeds() and not is_no_deed(words[at : at + 4])


def is_no_deed(words: Sequence[str]) -> bool:
    """Wants cutting back, spotted on the bird table: what follows the verb shows that it is done by somebody else."""
    return wants_doing(words) or (words[:1] in SIGHTED and words[1:2] != [] and words[1] in WHERE)


def wants_doing(words: Sequence[str]) -> bool:
    """Wants cutting back, needs water, needs a lick of paint, needs to be named: said of things."""
    if len(words) < 2 or words[0] not in WANTING:
        return False
    of_things = family("deeds", "wanted_by_things")
    if words[1] == "a":
        return words[2:3] != [] and words[2] in A_DOING
    if words[1] in of_things or (words[1:3] == ["to", "be"] and not of_things.isdisjoint(words[3:4])):
        return True
    return words[1].endswith("ing") and words[1] not in family("deeds", "done_to_people")


def is_as_people_are(words: Sequence[str]) -> bool:
    """Was poorly, is the narrator, looks so proud: the words that follow tell a state of people."""
    if not words or words[0] not in family("deeds", "copulas", "helpers"):
        return False
    for at, word in enumerate(words[: MOST_HELPERS + 1]):
        if at and words[at - 1] not in DETERMINERS and word in family("deeds", "states"):
            return True
        if at and words[at - 1] in SOMEWHERE and word in family("deeds", "in_a_state"):
            return True
        if word in DETERMINERS:
            return any(each in family("deeds", "one_of_us") for each in words[at + 1 : at + 1 + SPARE])
        if word not in SOMEWHERE and word not in family("deeds", "copulas", "helpers"):
            return False
    return False


def is_at_a_deed(words: Sequence[str]) -> bool:
    """Leading the conga, clutching that trophy, blowing kisses: what only people do to something."""
    if begins_with("at_it", words):
        return True
    if len(words) < SPARE or words[0] not in _deeds_to_something():
        return False
    if words[1] in PARTICLES:
        return words[2] in OBJECTS
    return words[1] in OBJECTS and words[2] not in family("deeds", "abstract")


def begins_with(name: str, words: Sequence[str]) -> bool:
    """Whether the first two or three of the words stand together in a family."""
    phrases = family("deeds", name)
    return "_".join(words[:2]) in phrases or "_".join(words[:3]) in phrases


@cache
def _deeds_to_something() -> frozenset[str]:
    return frozenset(form for verb in family("deeds", "with_an_object") for form in all_forms(verb))


@cache
def agents() -> frozenset[str]:
    """Whoever does something: singer, reader, dancer."""
    participles = {forms(verb)[".ing"][0] for verb in family("deeds", "verbs")}
    return frozenset(each.removesuffix("ing") + "er" for each in participles)


@cache
def _deeds() -> frozenset[str]:
    """Every form of a verb that only people are the subject of."""
    deeds = {form for verb in family("deeds", "verbs") for form in all_forms(verb)}
    things = {form for noun in family("deeds", "nouns_too") for form in forms(noun)[".s"]}
    return frozenset(deeds - things - MISFORMED) | family("deeds", "past") | family("deeds", "participles")
