"""Cues of what is sold, sung, read or said under a name that children bear as well."""

from collections.abc import Iterator

from workflows.people import families
from workflows.people.mention import Fit
from workflows.people.spot import Spot

VERSE = 3
ARTICLES = frozenset({"a", "an", "the"})
COLOURS = frozenset({"new", "old", "silver", "black", "white", "red", "blue", "grey", "green"})
OWN = frozenset({"our", "my"})

_family = families.families("wares").__getitem__


def of_wares(spot: Spot) -> Iterator[str]:
    """Names of the cues of wares, hits, bywords and scripture; a pupil's full name is the pupil's."""
    if spot.mention.fit == Fit.FULL:
        return
    if _is_heard_by_all(spot):
        yield "heard by all"
    if _is_a_byword(spot):
        yield "a byword"
    if not spot.possessive and (spot.right in _family("wares") or _is_a_car(spot)):
        yield "a ware"
    if spot.word in _family("scripture") and _is_chapter_and_verse(spot):
        yield "chapter and verse"


def _is_heard_by_all(spot: Spot) -> bool:
    """A bit of Kylie, Tyler on repeat, Whitney karaoke, Kate Garraway on the telly; but: our Ella on the telly."""
    if spot.left in OWN:
        return False
    if f"{spot.sooner}_{spot.left}" in _family("heard") or (not spot.possessive and spot.right in _family("fans")):
        return True
    if spot.right != "on":
        return False
    where = spot.after(3) if spot.later in ARTICLES else spot.later
    return where in _family("played") or (spot.mention.surname and where in _family("aired"))


def _is_a_byword(spot: Spot) -> bool:
    """A right Sherlock, such a Victor Meldrew; but: a real Max hug."""
    closes = spot.mention.surname or not spot.right[:1].isalpha()
    return closes and spot.token.capital and f"{spot.sooner}_{spot.left}" in _family("byword")


def _is_a_car(spot: Spot) -> bool:
    """The Mercedes on the zigzags, a silver Octavia, Lexus blocking the gate."""
    if spot.word not in _family("cars"):
        return False
    return spot.left in ARTICLES or spot.left in COLOURS or spot.right in _family("of_a_car")


def _is_chapter_and_verse(spot: Spot) -> bool:
    """Luke 2:1-20, Luke 2, verses 1 to 20, Matthew chapter two, 1 Samuel 16; but: Luke 2nd, Matthew, 9."""
    words = spot.following(VERSE)
    if words[:1] == ["chapter"]:
        return words[1:2] != [] and (words[1].isdigit() or words[1] in families.family("word_classes", "numbers"))
    told = words[1:2] in ([":"], ["v"], ["verse"], ["verses"]) or words[1:3] in ([",", "verse"], [",", "verses"])
    return words[:1] != [] and words[0].isdigit() and (told or spot.left.isdigit())
