"""Cues of a name that owns something, is shortened before is or has, or is doubled or petted."""

from collections.abc import Iterator

from workflows.people import families
from workflows.people.cues_of_words import articles
from workflows.people.spot import Spot, family

ADJECTIVES = 3
OURS = frozenset({"(", ",", "-"})


def of_owners(spot: Spot) -> Iterator[str]:
    """Names of the cues of owners and of names in two parts or before a pet word."""
    if spot.mention.surname and _is_double(spot):
        yield "a double forename"
    if spot.right in family("pet_after") or (spot.right, spot.later) in IRISH:
        yield "before a pet word"
    if spot.right in OURS and spot.later == "ours":
        yield "ours, not another"
    if spot.wordy and (spot.mention.possessive or spot.is_short_for_is()) and _wants_an_article(spot):
        yield from _of_words(spot)


def _of_words(spot: Spot) -> Iterator[str]:
    size = "capital" if spot.token.capital else "small"
    if spot.is_short_for_is():
        if spot.token.capital:
            yield f"capital word bare before a shortened {'has' if 'been' in spot.following(2) else 'is'}"
    elif spot.right not in family("of_nature"):
        own = not family("own_things").isdisjoint(spot.following(ADJECTIVES))
        yield f"{size} word bare and owning{' own things' if own else ''}"


IRISH = frozenset({("a", "stór"), ("a", "stor"), ("a", "mhic"), ("a", "ghrá"), ("a", "ghra"), ("a", "chara")})


def _is_double(spot: Spot) -> bool:
    """Sarah Jane, John Paul, Lily Mae: two forenames that parents give as one."""
    halves = spot.scene.words[spot.mention.first], spot.scene.words[spot.mention.last]
    return halves[0] in family("first_half") and halves[1] in family("second_half")


def _wants_an_article(spot: Spot) -> bool:
    """Robin's trumpet, Mark's been up: a thing would have an article; months, places and classes have none."""
    if spot.left in articles() or spot.sooner in articles() or spot.left in family("own"):
        return False
    of_no_thing = spot.word in families.family("word_classes", "countable") or spot.word in family("hardly_a_thing")
    others = families.family("word_classes", "times", "places")
    return of_no_thing and spot.word not in others and spot.word not in spot.scene.register.class_words
