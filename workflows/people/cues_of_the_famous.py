"""Cues that a name stands for somebody famous or for a place, by what is compared with it or stands before it."""

from collections.abc import Iterator

from workflows.people import families
from workflows.people.mention import Fit
from workflows.people.spot import Spot
from workflows.people.vocabulary import english, known
from workflows.people.wordlists import people_words

IN_FULL = frozenset({Fit.FULL, Fit.INITIAL})
HEART_OUT = ["eat", "your", "heart", "out"]
OF_WHAT = frozenset({"that", "this", "these", "those", "it", "such"})
BY_WHAT = frozenset({"of", "with", "at", "by"})
ASIDE = frozenset({("move", "over"), ("step", "aside"), ("stand", "aside"), ("heart", "out")})
OUTDONE = frozenset({"has", "had", "have", "eat", ","})
LIKENED = frozenset({("a", "young"), ("the", "next")})
BELIEVED = frozenset({"thinks", "thought", "reckons"})
HE_IS, HE_IS_IN_FULL = frozenset({"he", "she", "hes", "shes"}), frozenset({("he", "is"), ("she", "is")})
SPOKEN_TO = frozenset({"and", "please", "so", "love", "darling", "for", "a"})
TO_A_NAMESAKE = frozenset({"from", "in"})


def of_the_famous(spot: Spot) -> Iterator[str]:
    """Names of the cues that somebody famous or a place is meant; a pupil named in full is not hidden."""
    if spot.mention.fit in IN_FULL or spot.possessive or spot.left in families.family("cues", "ownchild"):
        return
    if _would_approve(spot) or _is_outdone(spot) or _is_aped(spot):
        yield "compared with somebody famous"
    if spot.within and spot.word in families.family("famous", "ends_a_place") and _ends_a_place(spot):
        yield "behind the first word of a place"


def _would_approve(spot: Spot) -> bool:
    """Greta would be proud of that; but not: Alfie would be so proud, would be proud of his sister."""
    if spot.right != "would":
        return False
    said = spot.following(5)[1:]
    if said[:1] == ["be"]:
        said = said[1:]
    impressed = bool(said) and said[0] in families.family("famous", "impressed")
    by, what = (*said[1:3], "", "")[:2]
    return impressed and (not by.isalpha() or (by in BY_WHAT and what in OF_WHAT))


def _is_outdone(spot: Spot) -> bool:
    """Move over Adele; eat your heart out, Elvis; Freddie has nothing on that singer."""
    steps = 2 if spot.left == "," else 1
    if (spot.before(steps + 1), spot.before(steps)) in ASIDE:
        return spot.right not in SPOKEN_TO
    if spot.right not in OUTDONE:
        return False
    words = [word for word in spot.following(6) if word not in (",", "got")]
    return words[:4] == HEART_OUT or (words[1:3] == ["nothing", "on"] and not OF_WHAT.isdisjoint(words[3:4]))


def _is_aped(spot: Spot) -> bool:
    """He thinks he's Messi; like a young Bruno, the next Andrew; Freddie style, an Elvis impression."""
    if spot.left in families.family("famous", "aping") or spot.right in families.family("famous", "aped"):
        return True
    before = (spot.sooner, spot.left)
    is_short = before[1] in HE_IS and before[0] in BELIEVED
    if is_short or (before in HE_IS_IN_FULL and spot.before(3) in BELIEVED):
        return spot.right not in TO_A_NAMESAKE
    return before in LIKENED


def _ends_a_place(spot: Spot) -> bool:
    """Cannock Chase, Rievaulx Abbey; but not: Millie Abbey, Poor Brook."""
    first = spot.left
    if not first.isalpha() or not spot.capital(spot.mention.first - 1) or first in known():
        return False
    return first not in english() or first in people_words("places_and_brands")
