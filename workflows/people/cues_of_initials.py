"""Cues that two letters with full stops are a child's initials."""

from collections.abc import Iterator

from workflows.people import families
from workflows.people.deeds import does_as_people_do, is_as_people_are
from workflows.people.details import may_be_a_year
from workflows.people.mention import Fit
from workflows.people.spot import Spot, family

AHEAD, BEHIND = 6, 5
BEFORE = frozenset({"by", "of", "from", "with", "to", "for", "than", "and", "was", "it's", "about", "called", "move"})


def of_initials(spot: Spot) -> Iterator[str]:
    """Names of the cues that tell a child's initials from any other letters."""
    if spot.mention.fit != Fit.INITIALS:
        return
    if spot.mention.pupils:
        yield "initials of a pupil"
    following = spot.following(AHEAD)
    classes = spot.scene.register.class_words
    if any(word in classes or may_be_a_year(word) for word in following[1:3]) or "class" in following[:4]:
        yield "initials beside a class"
    if does_as_people_do(following) or is_as_people_are(following) or following[:1] in (["keeps"], ["who"]):
        yield "initials of somebody who acts"
    before = [spot.before(steps) for steps in range(1, BEHIND)]
    if before[0] in BEFORE or before[0] in family("bidding") or _takes_a_person(before[0]):
        yield "initials behind a person's word"
    if not families.family("initials", "between_children").isdisjoint((*before, *following[:2])):
        yield "initials, done by or feared"


def _takes_a_person(word: str) -> bool:
    return word in families.family("deeds", "taking_a_person")
