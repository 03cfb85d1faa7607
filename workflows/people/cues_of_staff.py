"""Cues that a possible name is a colleague's: what the staff of a school do, cook, are asked and are said to be."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from workflows.people import families
from workflows.people.spot import Spot, family

REACH, FAR, DISH = 4, 8, 6
CHARGED = frozenset({"can", "could", "will", "would", "do", "did", "have", "are", "were", "has"})
YOU = frozenset({"you", "u", "ya", "youse"})
# Auntie Sue on dinners is no relative.
LIKE_KIN = frozenset({"aunty", "auntie", "aunt", "uncle", "unc"})
KIN = family("adult_kin") - LIKE_KIN
# Joy, our lunchtime supervisor.
STAFF = family("staff_nouns")
POSTS = STAFF | {"lady", "dinnerlady"}
OWN = family("own") | family("ownchild")
NEEDS = frozenset({"needs", "needed", "wants", "made", "gave", "took", "had", "makes"})
MAKERS = frozenset({"from", "by"})
SOMEBODY = frozenset({"a", "an", "the", "absolute", "total", "such", "one"})
WHOSE = frozenset({"my", "our", "a", "the", "her", "his", "their", "every", "all", "them", "us", "me"})


def of_staff(spot: Spot) -> Iterator[str]:
    """Names of the cues of a mention that fits a member of staff."""
    if not spot.mention.staff:
        return
    size = "capital" if spot.token.capital else "small"
    nobodys = spot.left not in OWN and spot.before(2) not in OWN
    if nobodys and not spot.mention.pupils:
        yield "staff only, nobody's child"
    if spot.right in family("kin_behind"):
        yield "staff, kin title behind"
    if nobodys and _is_said_to_be_staff(spot):
        yield "staff, said to be one"
    if spot.right == "," and spot.after(2) in WHOSE and not STAFF.isdisjoint(spot.following(REACH + 2)[2:]):
        yield "staff, before their post"
    if spot.left in POSTS:
        yield "staff, after their post"
    if spot.left in KIN:
        yield "staff, after close kin"
    if not family("work_of_staff").isdisjoint(spot.following(FAR)):
        yield f"staff, their work told, {size}"
    if not spot.token.capital and _speaks_or_acts(spot):
        yield "staff, small and acts"
    if _is_said_to_be(spot):
        yield f"staff, said to be somebody, {size}"
    if spot.possessive and not family("family").isdisjoint((spot.right, spot.after(2))):
        yield "staff, has parents"
    if _owns_a_dish(spot):
        yield "staff, their own dish or work"
    if _made_a_dish(spot):
        yield "staff, maker of a dish"
    if _is_asked(spot):
        yield f"staff, asked to do something, {size}"
    if (spot.right in ("has", "have") or spot.right in family("verbs_of_staff")) and _acts_upon_a_child(spot):
        yield f"staff, acts upon a child, {size}"


def _speaks_or_acts(spot: Spot) -> bool:
    """Dawn said there is no swimming; mark taught both of mine: no plant or coin does so."""
    return spot.right in _deeds() and not spot.left[:1].isalnum()


@cache
def _deeds() -> frozenset[str]:
    return family("verbs_of_staff") | family("saywords") - NEEDS


def _is_said_to_be_staff(spot: Spot) -> bool:
    """Grace in Year 4 is the best teacher that the place has got."""
    words = spot.following(FAR)
    at = next((at for at, word in enumerate(words) if word in ("is", "was", "as", "s")), FAR)
    if spot.token.key.endswith("'s"):
        at = -1
    if "." in words[: at + 1] or "," in words[: at + 1]:
        return False
    return not family("staff_nouns").isdisjoint(words[at + 1 : at + 1 + REACH])


def _is_said_to_be(spot: Spot) -> bool:
    """Judith's the only one in with a flask; Grant's a jobsworth; violet is an absolute legend."""
    short = spot.token.key.endswith("'s")
    if not short and spot.right not in ("is", "was", "you"):
        return False
    words = spot.following(REACH + 1)[0 if short else 1 :]
    if SOMEBODY.isdisjoint(words[:2]):
        return False
    return not family("said_of_people").isdisjoint(words[1:])


def _owns_a_dish(spot: Spot) -> bool:
    """Comfort's jollof, Violet's chocolate sponge, Alan's whistle."""
    if not spot.possessive or spot.word in families.family("word_classes", "times"):
        return False
    return not family("dishes").isdisjoint(spot.following(REACH - 1))


def _made_a_dish(spot: Spot) -> bool:
    """Chocolate sponge again from violet; jollof by Comfort."""
    if spot.left not in MAKERS:
        return False
    return any(spot.before(steps) in family("dishes") for steps in range(2, DISH))


def _is_asked(spot: Spot) -> bool:
    """Dean can u ring me; Pat, could you check."""
    if spot.right != "," and spot.right not in CHARGED:
        return False
    if spot.left[:1].isalnum() or spot.word in ("will", "may"):
        return False
    first, second = (spot.after(2), spot.after(3)) if spot.right == "," else (spot.right, spot.after(2))
    return first in CHARGED and second in YOU


def _acts_upon_a_child(spot: Spot) -> bool:
    """Hazel told my lad; chris has got my lad off the sofa."""
    words = spot.following(REACH + 2)
    if words and words[0] in ("has", "have") and not (len(words) > 1 and words[1] in family("verbs_of_staff")):
        return False
    return any(one in WHOSE and other in family("children_of_writers") for one, other in pairwise(words[1:]))
