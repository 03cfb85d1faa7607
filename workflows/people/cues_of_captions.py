"""Cues of a word at the head of a caption or a headline, where only a child can be meant: Semi leading the cibi."""

from collections.abc import Iterator, Sequence

from workflows.people import families
from workflows.people.deeds import agents, begins_with, is_at_a_deed
from workflows.people.spot import Spot, family

AHEAD, MONEY_REACH = 4, 9
ORDINALS = frozenset({"first", "second", "third", "fourth", "last"})
VERSUS = frozenset({"v", "vs", "versus", "against"})
ARTICLES = frozenset({"the", "a", "an", "his", "her", "their"})
# Hope winning the cup cheers him up; love holding the babies.
WISHES = frozenset({"hope", "love"})
RAISING = frozenset({"raised", "made", "brought", "raising", "raises", "collected"})


def of_captions(spot: Spot) -> Iterator[str]:
    """Names of the cues of captions; only for a word that a pupil is called by."""
    if not spot.wordy or not spot.mention.pupils:
        return
    size = "capital" if spot.token.capital else "small"
    left = spot.left
    if size == "small" and spot.word in WISHES:
        return
    if not left[:1].isalnum() or left in families.family("word_classes", "before_a_clause"):
        for cue in _at_the_head(spot):
            yield f"{size} word {cue}"
    elif spot.within and _is_within_small_words(spot) and spot.right in _finite(spot):
        yield "capital word within small words, before a finite verb"


def _at_the_head(spot: Spot) -> Iterator[str]:
    ahead = spot.following(AHEAD)
    if is_at_a_deed(ahead):
        yield "at a deed"
    elif _is_the_most(ahead):
        yield "that is the most"
    elif begins_with("in_a_picture", ahead):
        yield "in a picture"
    if ahead and ahead[0] in VERSUS and ahead[1:2] != [] and ahead[1] in ARTICLES:
        yield "against something"
    if ahead[:2] in (["gave", "a"], ["gave", "an"], ["gave", "the"]):
        yield "that gave something"
    if spot.possessive and not _is_a_time(spot) and _raised_money(spot.following(MONEY_REACH)):
        yield "that raised money"


def _is_the_most(words: Sequence[str]) -> bool:
    """Loudest voice in the hall, second tallest, best dancer, top reader."""
    rest = words[1:] if words and words[0] in ORDINALS else words
    if not rest:
        return False
    if rest[0] in families.family("deeds", "superlatives"):
        return True
    if rest[0] not in families.family("deeds", "best_of_people") or len(rest) == 1:
        return False
    return rest[1] in agents() or rest[1] in families.family("deeds", "one_of_us", "parts_of_people")


def _raised_money(words: Sequence[str]) -> bool:
    at = next((at for at, word in enumerate(words) if word in RAISING), None)
    return at is not None and "£" in words[at:]


def _is_within_small_words(spot: Spot) -> bool:
    """Chief baker Olive kept the ovens going: no other capital stands beside it, and it is no time, class or value."""
    if _is_a_time(spot) or spot.word in spot.scene.register.class_words or spot.capital(spot.mention.last + 1):
        return False
    before = spot.mention.first - 1
    bare = spot.left not in family("own") and spot.left not in families.family("word_classes", "articles")
    return bare and spot.left.isalpha() and (not spot.capital(before) or spot.opens(before))


def _finite(spot: Spot) -> frozenset[str]:
    return family("finite") | families.family("deeds", "past")


def _is_a_time(spot: Spot) -> bool:
    return spot.word in families.family("word_classes", "times")
