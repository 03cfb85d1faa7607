"""Cues of a word that is used as the word it is: a material that is dear, a season that came, will before a verb."""

from collections.abc import Iterator
from functools import cache

from workflows.people import families
from workflows.people.cues_of_slots import is_one_person
from workflows.people.cues_of_words import happens_to_people
from workflows.people.deeds import does_as_people_do, is_as_people_are, wants_doing
from workflows.people.mention import Fit
from workflows.people.spot import Spot, family

AHEAD = 6
SUNG = frozenset(
    {"sang", "sing", "sings", "singing", "played", "playing", "play", "plays", "covered", "to", "love", "loved"}
)
LEFT = frozenset({"left", "found", "handed", "dropped", "picked"})
THERE = frozenset({"on", "in", "behind", "under", "by", "outside", "near"})
PASSING = frozenset({"went", "came", "comes", "flew", "flies", "seems", "seemed", "arrived", "starts", "started",
                     "ends", "ended", "begins", "began", "goes", "passed", "drags"})  # fmt: skip
ARTICLES = frozenset({"a", "an", "the", "what", "all", "not"})
AFTER_WILL = frozenset({"be", "have", "also", "still", "now", "hopefully", "probably", "need"})
# The fete was ace, that is so ace; but: is ace any better?
PRAISE = frozenset({"ace", "sterling"})
BEING = frozenset({"was", "were", "is", "are", "be", "been", "so", "absolutely", "proper", "well", "pretty", "looked"})
MEASURES = frozenset({"max", "miles", "penny"})


def of_uses(spot: Spot) -> Iterator[str]:
    """Names of the cues of a word that is no name where it stands."""
    if not spot.wordy or spot.mention.fit not in (Fit.FORENAME, Fit.UNLISTED):
        return
    size = "capital" if spot.token.capital else "small"
    ahead = spot.following(AHEAD)
    opens = not spot.left[:1].isalnum() or spot.left in families.family("word_classes", "before_a_clause")
    human = does_as_people_do(ahead) or is_as_people_are(ahead) or happens_to_people(ahead)
    finite = spot.right in _finite() or spot.right in families.family("cues", "aux_not")
    if opens and finite and not human and _may_stand_bare(spot) and not is_one_person(spot):
        yield f"{size} word of stuff or time, before a finite verb"
    if spot.token.opens and not human and _is_a_time(spot) and not is_one_person(spot) and spot.right[:1].isalpha():
        yield "time at the head"
    passes = opens and spot.right in PASSING and _is_a_time(spot)
    if passes and not is_one_person(spot) and not is_as_people_are(ahead):
        yield f"{size} time that passes"
    if opens and spot.right in ("is", "was") and spot.later in ARTICLES and not human and _is_a_virtue(spot):
        yield "virtue that is something"
    if wants_doing(ahead):
        yield f"{size} word that wants doing"
    if spot.word in MEASURES and (spot.right[:1].isdigit() or _is_a_measure(spot)):
        yield "word of a measure"
    if spot.word == "will" and not spot.within and _is_a_verb_to_come(spot):
        yield "will before a plain verb"
    if spot.left in SUNG and spot.right == "by" and spot.token.capital:
        yield "word that is sung"
    if spot.word in PRAISE and spot.left in BEING and spot.sooner[:1].isalnum() and not spot.token.capital:
        yield "small word of praise"
    if spot.right in LEFT and spot.later in THERE and _is_of_the_lost(spot):
        yield "word that was left somewhere"


def _is_a_time(spot: Spot) -> bool:
    return spot.word in families.family("word_classes", "times")


def _is_a_virtue(spot: Spot) -> bool:
    return spot.word in families.family("kinds", "virtues") and not spot.scene.draft


def _is_a_measure(spot: Spot) -> bool:
    """Max was 22 degrees, max is two: a number is said of it; max speed, max height."""
    if spot.right in families.family("word_classes", "measured"):
        return True
    return spot.right in ("is", "was", "of") and (
        spot.later[:1].isdigit() or spot.later in families.family("word_classes", "numbers")
    )


def _may_stand_bare(spot: Spot) -> bool:
    classes = families.families("word_classes")
    return spot.word in classes["stuff"] or spot.word in classes["times"]


def _is_of_the_lost(spot: Spot) -> bool:
    return spot.word in families.family("word_classes", "left_behind")


def _is_a_verb_to_come(spot: Spot) -> bool:
    """Will start at nine; the trip will be back at four."""
    return spot.right in AFTER_WILL or (not spot.left[:1].isalnum() and spot.right in _plain_verbs())


def _plain_verbs() -> frozenset[str]:
    return families.family("deeds", "infinitives", "bringing", "verbs")


@cache
def _finite() -> frozenset[str]:
    return family("finite") | {"is", "are"}
