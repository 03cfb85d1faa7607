"""Children who are grown up by now, and the writer as a child."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from workflows.people.ages import BEFORE_AN_AGE
from workflows.people.children import Child
from workflows.people.families import family
from workflows.people.marked import TENS
from workflows.people.marks import OF_A_GROWN_UP
from workflows.people.pointing import Pointing
from workflows.people.scene import Scene
from workflows.people.wordlists import people_words

SHOWN = frozenset({Pointing.DEFINITE, Pointing.ONE})
NOT_SHOWN = frozenset({Pointing.KIN, Pointing.MINE, Pointing.PRONOUN})
THE_WRITER = frozenset({"i", "i'm", "i'd", "i've", "i'll", "im", "ive"})
GROWN = frozenset({"is", "are", "now", "fully", "both", "all"})
# Tell your husband: the grown-up life of whom the writer speaks to.
OF_OTHERS = frozenset({"your", "ur", "yer", "my", "our"})
PARENTS = family("children", "parents") - {"moment"} | {"husband", "wife", "other"}
SOON, EXPLAINED = 10, 5
ARTICLES = frozenset({"the", "a", "an", "my", "our"})
# What children play, or are called as well.
NO_GROWN_UPS = frozenset(
    {"king", "queen", "prince", "princess", "captain", "player", "robin", "head", "fireman", "farmer", "priest",
     "author", "officer", "policeman", "boss", "student", "builder", "soldier", "sailor", "lady", "gentleman", "man"}
)  # fmt: skip
TRADE_OF = frozenset({"a", "an", "qualified", "trainee", "my"})
# Asked by a teacher, seen by a doctor.
AT_HANDS_OF = frozenset(
    {"by", "to", "from", "with", "of", "at", "see", "sees", "saw", "seeing", "told", "asked", "like"}
)
# The one who used to chase us.
OF_OUR_YOUTH = frozenset({"us", "we"})
CHILDHOOD = frozenset(
    {"little", "young", "small", "wee", "kid", "child", "lad", "girl", "boy", "lass", "bairn", "pupil", "nine", "ten",
     "school", "eight", "seven", "six", "five", "eleven", "their", "your", "infants", "juniors", "primary", "nipper"}
)  # fmt: skip
OF_SCHOOL = frozenset(
    {"eleven", "11", "eleven-plus", "11+", "cycling", "exams", "exam", "levels", "scholarship", "tables", "o"}
)


def is_grown_up(child: Child, scene: Scene) -> bool:
    """My daughter is a nurse; my son is 34; when my son was at school 20 years ago."""
    if not scene.marked & OF_A_GROWN_UP:
        return False
    words = scene.keys[child.at + 1 : child.sentence.last + 1]
    words = words[: next((at for at, word in enumerate(words) if word in THE_WRITER), len(words))]
    words = [word for before, word in pairwise(["", *words]) if before not in OF_OTHERS]
    if child.pointing == Pointing.MINE:
        return not family("children", "years_ago").isdisjoint(words)
    if not family("children", "grown_life", "years_ago").isdisjoint(words):
        return True
    if ("the", "navy") in pairwise(words):
        return True
    dreams = not family("children", "fancies").isdisjoint(words)
    if any(word == "grown" and before in GROWN for before, word in pairwise(words)):
        return True
    return any(
        (word in family("children", "jobs") and before in TRADE_OF and first not in AT_HANDS_OF and not dreams)
        or (before in BEFORE_AN_AGE | {"'s"} and (word in TENS or (word.isdigit() and 17 < int(word[:4]) < 70)))
        for first, before, word in zip(["", "'s", *words], ["'s", *words], words, strict=False)
    )


def is_the_writer(child: Child, scene: Scene) -> bool:
    """That boy in the 1976 photo is me; I was that girl; the lad on the left is my dad."""
    if child.pointing not in SHOWN:
        return False
    words = scene.words[child.sentence.first : child.sentence.last + 1]
    at = child.at - child.sentence.first
    was = ["i", "was"]
    if child.pointing == Pointing.DEFINITE and was in (words[max(0, at - 3) : at - 1], words[max(0, at - 4) : at - 2]):
        return True
    if words[:2] in (["that's", "me"], ["thats", "me"], ["that", "me"]):
        return True
    return any(
        first in ("is", "was", "its", "it's", "that", "thats")
        and (second == "me" or (second == "my" and third in PARENTS))
        for first, second, third in zip(words[at:], words[at + 1 :], [*words[at + 2 :], ""], strict=False)
    )


def explains_a_name(child: Child, scene: Scene) -> bool:
    """Alice Hawkins, the machinist who went to prison: whoever was named, and is a child or not by that."""
    comma = child.at - 1
    while comma > child.sentence.first and child.at - comma < EXPLAINED and scene.keys[comma] != ",":
        comma -= 1
    return scene.keys[comma] == "," and comma - 1 in scene.mention_at and scene.keys[comma + 1] in ARTICLES


def is_said_to_be_a_grown_up(child: Child, scene: Scene) -> bool:
    """The one in the cravat was the auctioneer; him in the tie is the new governor; that big lad is a Shire."""
    if child.pointing in NOT_SHOWN:
        return False
    words = scene.words[child.at + 1 : min(child.at + 1 + SOON, child.sentence.last + 1)]
    if words[1:3] == ["used", "to"] and not OF_OUR_YOUTH.isdisjoint(words):
        return True
    return any(
        verb in ("is", "was") and article in ARTICLES and not _grown_ups().isdisjoint(words[at + 2 : at + 4])
        for at, (verb, article) in enumerate(pairwise(words))
    )


@cache
def _grown_ups() -> frozenset[str]:
    grown_ups = (family("children", "grownup") | family("children", "jobs")) - people_words("animals") - NO_GROWN_UPS
    beasts = family("things", "breeds") | family("things", "beasts")
    return grown_ups | (beasts - family("children", "part") - family("children", "played"))


def is_of_my_day(words: Sequence[str]) -> bool:
    """When I did my eleven plus; when I was nine; in my day; I was a shy kid: the writer's own childhood."""
    return any(
        _is_of_my_day(words[at : at + 5])
        for at, word in enumerate(words)
        if word in ("when", "i", "in", "them", "those")
    )


def _is_of_my_day(words: Sequence[str]) -> bool:
    opening = tuple(words[:3])
    if opening == ("in", "my", "day") or opening[:2] in (("them", "days"), ("those", "days")):
        return True
    if opening in (("when", "i", "was"), ("when", "i", "were")) and len(words) > 3:
        return words[3] in CHILDHOOD or (words[3] in ("a", "at", "in") and words[4:5] != [] and words[4] in CHILDHOOD)
    if opening in (("when", "i", "did"), ("when", "i", "sat"), ("when", "i", "took")):
        return words[3:4] in (["my"], ["the"]) and words[4:5] != [] and words[4] in OF_SCHOOL
    return (
        opening[:2] == ("i", "was")
        and opening[2:] in (("a",), ("that",), ("the",))
        and any(word in ("kid", "child", "lad", "girl", "boy", "pupil") for word in words[3:])
    )
