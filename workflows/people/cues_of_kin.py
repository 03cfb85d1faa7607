"""Cues that a name is a grown-up's by whose one is: a husband, a sister-in-law, a brother of long ago."""

from collections.abc import Iterator

from workflows.people import families
from workflows.people.spot import Spot

MY = frozenset({"my", "our"})
SCHOOLS = frozenset(
    {"year", "years", "reception", "nursery", "class", "foundation", "eyfs", "ks1", "ks2", "yr", "preschool"}
)
LIFE, CLAUSE = 6, 14

_family = families.families("grown_ups").__getitem__


def of_kin(spot: Spot) -> Iterator[str]:
    """Names of the cues that the words before the name give."""
    if _is_somebodys_partner(spot):
        yield "somebody's partner"
    if spot.left in _family("kin_of_the_writer") and spot.sooner == "my":
        yield "kin or mate of the writer"
        if spot.right in _family("of_the_trades") or _was_there_long_ago(spot):
            yield "elder kin of the writer"
        elif spot.left == "mate" and spot.token.capital and not (spot.possessive or _may_be_at_school(spot)):
            yield "mate of the writer"


def _is_somebodys_partner(spot: Spot) -> bool:
    """My husband Daniel, hubby (Josh), my sister in law Ella; a partner only where it is the writer's, because dancers
    have one too."""
    before = spot.left
    if before == "(":
        return spot.sooner in _family("partners") or spot.before(3) in _family("partners")
    return (
        before in _family("partners")
        or (before == "partner" and spot.sooner in MY)
        or (before == "law" and spot.sooner == "in")
    )


def _was_there_long_ago(spot: Spot) -> bool:
    """My brother Harry went there in the eighties; but: loved the eighties disco."""
    words = spot.following(CLAUSE)
    decades = families.family("children", "years_ago")
    return any(word in decades and words[at - 2 : at] == ["in", "the"] for at, word in enumerate(words) if at > 1)


def _may_be_at_school(spot: Spot) -> bool:
    """My mate Toby in Year 5, my mate Ola got hurt."""
    classes = spot.scene.register.class_words
    return spot.right in _family("befalls") or any(word in SCHOOLS or word in classes for word in spot.following(LIFE))
