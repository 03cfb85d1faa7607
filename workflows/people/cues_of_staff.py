"""Cues that a possible name is a colleague's: what the staff of a school do, cook, are asked and are said to be."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from workflows.people import families
from workflows.people.folding import key
from workflows.people.spot import Spot, family
from workflows.people.vocabulary import everyday
from workflows.people.wordlists import people_words

JOINT = frozenset({"and", "&"})
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
# Hope you were, mark you, bless you.
BIDS = frozenset(
    {"hope", "will", "may", "mark", "grant", "bless", "bill", "sue", "pat", "rob", "chase", "wade", "trust"}
)
POINTING = frozenset({"the", "our", "a", "an", "from", "who"})
ELSEWHERE = frozenset({"your", "ur", "yer", "my", "his", "her", "their"})
LONG_AGO = frozenset({"used", "then", "before", "since", "ago", "seventies", "eighties", "nineties", "sixties"})
FAREWELLS = frozenset({"best", "retirement", "luck", "rest", "wishes", "cheers", "thanks", "leaving"})
PLAYED = frozenset({"was", "played", "were", "been"})
TEXTS = frozenset({"story", "book", "reader", "novel", "text", "play", "film", "panto", "show", "picturebook"})
ABOUT = frozenset({"at", "before", "after", "around", "about", "just"})
WRITES = frozenset({",", "from", "and", "again", "-", ".", "the"})


def of_staff(spot: Spot) -> Iterator[str]:
    """Names of the cues of a mention that fits a member of staff."""
    if not spot.mention.staff:
        return
    size = "capital" if spot.token.capital else "small"
    nobodys = spot.left not in OWN and spot.sooner not in OWN
    if nobodys and not spot.mention.pupils:
        yield "staff only, nobody's child"
    if spot.right in family("kin_behind"):
        yield "staff, kin title behind"
    yield from _of_somebody_else(spot)
    if _is_spoken_to(spot):
        yield "staff, spoken to"
    if nobodys and not spot.mention.pupils and _is_bidden_farewell(spot):
        yield "staff, bidden farewell"
    if _leaves(spot):
        yield "staff, leaves"
    if spot.mention.staff_in_full and not spot.token.capital and not everyday().issuperset(_names(spot)):
        yield "staff in full, small"
    if nobodys and _is_said_to_be_staff(spot):
        yield "staff, said to be one"
    if spot.right == "," and spot.later in WHOSE and not STAFF.isdisjoint(spot.following(REACH + 2)[2:]):
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
    if spot.possessive and not family("family").isdisjoint((spot.right, spot.later)):
        yield "staff, has parents"
    if _owns_a_dish(spot):
        yield "staff, their own dish or work"
    if _made_a_dish(spot):
        yield "staff, maker of a dish"
    if _is_asked(spot):
        yield f"staff, asked to do something, {size}"
    if (spot.right in ("has", "have") or spot.right in family("verbs_of_staff")) and _acts_upon_a_child(spot):
        yield f"staff, acts upon a child, {size}"


def _of_somebody_else(spot: Spot) -> Iterator[str]:
    """Names of the cues that tell a namesake: kin, a neighbour, a beast, a title, the hour."""
    if _has_another_surname(spot):
        yield "staff, another's surname"
    if not spot.scene.draft and _is_of_the_writers(spot):
        yield "staff, somebody's own"
    if not spot.scene.draft and _writes(spot):
        yield "staff, who writes"
    if spot.left in ("is", "was", ":") and not TEXTS.isdisjoint((spot.sooner, spot.before(3))):
        yield "staff, a title"
    if spot.left in PLAYED and spot.sooner in ("i", "we", "who"):
        yield "staff, a part that was played"
    elif spot.possessive and "orange" in (spot.right.rstrip("s"), spot.later.rstrip("s")):
        yield "staff, a title"
    if spot.word in families.family("word_classes", "times") and _is_on_the_clock(spot):
        yield "staff, a time of day"
    if _is_a_beasts(spot):
        yield "staff, a beast's"
    if spot.right == "," and spot.later in POINTING and _has_another_calling(spot):
        yield "staff, of another calling"


def _names(spot: Spot) -> Sequence[str]:
    return spot.scene.words[spot.mention.first : spot.mention.last + 1]


def _has_another_surname(spot: Spot) -> bool:
    """Joanne Harris, Gemma Bell: somebody who shares only the forename of a colleague."""
    mention, staff = spot.mention, spot.scene.register.staff
    if mention.staff_in_full or (mention.possessive and not mention.surname):
        return False
    if mention.surname:
        return not staff.with_forename(key(spot.key(mention.last)))
    within = spot.capital(mention.last + 1) and not spot.opens(mention.last + 1) and spot.token.capital
    return within and spot.right in family("surnames_too") and not staff.named(mention.name, key(spot.right))


def _is_of_the_writers(spot: Spot) -> bool:
    """Your Keith, my wife Lynn; our Gareth used to live there; our Dawn, that's my sister; Lynn, my neighbour."""
    if spot.left in ELSEWHERE or (spot.sooner == "my" and spot.left in families.family("grown_ups", "partners")):
        return True
    kin, words = families.family("grown_ups", "kin_of_the_writer"), spot.following(FAR)
    if spot.left == "our":
        return not (LONG_AGO | kin).isdisjoint(words)
    return len(words) > 2 and words[0] == "," and words[1] in OWN and words[2] in kin


def _writes(spot: Spot) -> bool:
    """Nicky here from the burger van; it's me Keith."""
    if STAFF.union(family("post_of_staff")).intersection(spot.following(FAR)):
        return False
    here = spot.right == "here" and not spot.left[:1].isalnum() and spot.later in WRITES
    return here or (spot.left == "me" and spot.sooner in ("it", "its"))


def _is_on_the_clock(spot: Spot) -> bool:
    """Dawn is at 5.41; dawn breaks."""
    if spot.right in ("breaks", "broke", "chorus"):
        return True
    return spot.right in ("is", "was") and spot.later in ABOUT and any(word[:1].isdigit() for word in spot.following(4))


def _is_a_beasts(spot: Spot) -> bool:
    """Our dog Keith; Patricia the Pig; my hens Lynn and Patricia."""
    beasts = people_words("animals")
    if spot.right == "the":
        return spot.later in beasts
    return spot.left in beasts or (spot.left in JOINT and spot.before(3) in beasts)


def _has_another_calling(spot: Spot) -> bool:
    """Gemma, the lifeguard from the baths: somebody who serves elsewhere."""
    said = spot.following(REACH + 1)[2:]
    return STAFF.isdisjoint(said) and not families.family("lessons", "serving").isdisjoint(said)


def _is_bidden_farewell(spot: Spot) -> bool:
    """All the best Ray, you fixed my bike in 2004; happy retirement Sue! You found my shoe."""
    if spot.left not in FAREWELLS or not spot.token.capital or spot.right[:1].isalnum():
        return False
    past = families.family("deeds", "past")
    return any(
        one in YOU and (two in past or two.endswith("ed") or two in _told_to_you())
        for one, two in pairwise(spot.following(FAR))
    )


def _is_spoken_to(spot: Spot) -> bool:
    """Heather you were so patient; Carol your gravy is a legend; Dawn!!! You taught me to tie my laces."""
    if spot.left[:1].isalnum() or spot.word in BIDS:
        return False
    words = spot.scene.words[spot.mention.last + 1 :]
    if words[:1] == ["your"]:
        return True
    if words[:1] and words[0] in YOU:
        return words[1:2] != [] and words[1] in _told_to_you()
    if not spot.opens(spot.mention.first) or words[:1] not in (["!"], [","]):
        return False
    return any(
        one in YOU and other in _told_to_you() and spot.opens(spot.mention.last + 1 + at)
        for at, (one, other) in enumerate(pairwise(words))
    )


@cache
def _told_to_you() -> frozenset[str]:
    return family("verbs_of_staff") | {"were", "are", "have", "should", "need", "ought", "deserve", "absolute"}


def _leaves(spot: Spot) -> bool:
    """Heather's leaving? Dawn has retired."""
    words = spot.following(2)
    if not spot.scene.keys[spot.mention.last].endswith("'s"):
        words = words[1:] if words[:1] in (["is"], ["has"]) else []
    return not family("comings_and_goings").isdisjoint(words[:1])


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
    first, second = (spot.later, spot.after(3)) if spot.right == "," else (spot.right, spot.later)
    return first in CHARGED and second in YOU


def _acts_upon_a_child(spot: Spot) -> bool:
    """Hazel told my lad; chris has got my lad off the sofa."""
    words = spot.following(REACH + 2)
    if words and words[0] in ("has", "have") and not (len(words) > 1 and words[1] in family("verbs_of_staff")):
        return False
    return any(one in WHOSE and other in family("children_of_writers") for one, other in pairwise(words[1:]))
