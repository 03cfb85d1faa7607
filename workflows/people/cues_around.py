"""Cues of what else the text speaks of near a possible name."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise, takewhile

from workflows.people import families
from workflows.people.cues_after import is_a_firm
from workflows.people.deeds import does_as_people_do
from workflows.people.families import NONE
from workflows.people.marks import HAS_DIGIT, OF_ANIMALS, OF_STAFF
from workflows.people.mention import SURNAMED, Mention
from workflows.people.spot import Spot, family, is_sure
from workflows.people.vocabulary import known
from workflows.people.wordlists import people_words

GROWN, LONG_AGO = re.compile(r"(?:1[89]|[2-9][0-9])$"), re.compile(r"(?:19[0-9][0-9]|200[0-9]|201[0-4]|'?[6-9]0s)$")
LAST_CENTURY = re.compile(r"19[3-9][0-9]$")
SHORT_YEAR = re.compile(r"[5-9][0-9]$")
NEAR, NEIGHBOURS, KIN = 12, 3, 5
JOINTS = frozenset({",", "&", "and", "+", "or"})
LISTED, FURTHER, SAID = 7, 14, 5
RECORDS = frozenset({"first", "best", "only", "fastest", "highest", "youngest", "biggest", "longest", "quickest"})
LEADS = frozenset({("on", "a", "lead"), ("on", "the", "lead"), ("off", "the", "lead"), ("on", "her", "lead"),
                   ("on", "his", "lead"), ("is", "a", "rescue"), ("a", "rescue", "and")})  # fmt: skip
WITHIN_A_TITLE = frozenset({"the", "of", "a"})
VERSUS = frozenset({"v", "vs", "versus"})
STOPS = frozenset({"", ".", "!", "?", "\n"})
CHEERS = frozenset({"iawn", "llongyfarchiadau", "hwyl", "cariad", "diolch"})
OF_A_PLACE = frozenset({"of", "in", "at", "for", "during", "from", "on", "by", "about", "because"})
NAMING = frozenset({"named", "called", "names", "name", "welcome", "meet", "escaped", "adopted", "hatched", "arrived"})


def around(spot: Spot) -> Iterator[str]:
    """Names of the cues that the neighbourhood of the mention gives."""
    if spot.scene.marked & (OF_STAFF | OF_ANIMALS):
        yield from _of_the_talk(spot)
    others = _beside(spot)
    if any(map(is_sure, others)):
        yield "beside a name"
    if any(other.fit in SURNAMED for other in others):
        yield "beside a full name"
    if spot.scene.told and _listed_with_somebody_told_of(spot):
        yield "listed with somebody told of"
    if among_its_kind(spot):
        yield "among its kind"
    if (spot.left in JOINTS or spot.right in JOINTS) and _is_listed_with_its_kind(spot):
        yield "listed with its kind"
    if spot.scene.marked & OF_ANIMALS and _is_an_animal_later(spot):
        yield "said to be an animal"
    if _is_a_show(spot):
        yield "said to be a show"
    if spot.token.capital and _is_a_team(spot):
        yield "plays against another"
    if spot.scene.marked & HAS_DIGIT:
        yield from _of_numbers(spot)
    if spot.possessive and _is_a_firm_elsewhere(spot):
        yield "a firm elsewhere"
    if spot.word in spot.scene.bynamed:
        yield "named after a trade"
    if spot.word in spot.scene.things:
        yield "name of a machine"
    if _is_welsh(spot):
        yield "Welsh word"
    if others and (spot.left in JOINTS or spot.right in JOINTS):
        yield "in a list"


def _is_a_team(spot: Spot) -> bool:
    """Rowan v Otter; but nobody plays against a crab, and a pupil plays against another."""
    first, last, mention_at = spot.mention.first, spot.mention.last, spot.scene.mention_at
    both = (spot.mention, mention_at.get(last + 2 if spot.right in VERSUS else first - 2))
    classes = spot.scene.register.class_words
    if all(each is not None and is_sure(each) and each.name not in classes for each in both):
        return False
    if spot.right not in VERSUS:
        return spot.left in VERSUS
    return spot.capital(spot.mention.last + 2) or spot.later not in ("the", "a", "an")


def _of_numbers(spot: Spot) -> Iterator[str]:
    """Years and ages near the mention."""
    first, end = max(0, spot.mention.first - NEAR), spot.mention.last + NEAR
    numbers = [spot.key(at) for at, mark in enumerate(spot.scene.marks[first:end], first) if mark & HAS_DIGIT]
    if not numbers or _is_of_now(spot):
        return
    if not spot.scene.draft and any(map(LAST_CENTURY.match, numbers)):
        yield "in a year of the last century"
    if any(map(LONG_AGO.match, numbers)) or _is_of_long_ago(spot):
        yield "of long ago"


def _is_of_now(spot: Spot) -> bool:
    """Shabash Aysha, first prize in the family since 1998: what is the first or the best since then is done now."""
    near = _near(spot)
    return "since" in near and any(word in RECORDS for word in near[: near.index("since")])


def _of_the_talk(spot: Spot) -> Iterator[str]:
    near = frozenset(_near(spot))
    if not near.isdisjoint(family("teaching")):
        yield "talk of staff" + (" staff" if spot.mention.staff else "")
    if not near.isdisjoint(people_words("animals")):
        yield "talk of animals"
        if not near.isdisjoint(NAMING):
            yield "talk of animals and their names"


def _near(spot: Spot) -> Sequence[str]:
    return spot.scene.words[max(0, spot.mention.first - NEAR) : spot.mention.last + NEAR]


def _beside(spot: Spot) -> Sequence[Mention]:
    """The possible names up to three places before and after the mention."""
    if len(spot.scene.mentions) == 1:
        return ()
    first, last, mention_at = spot.mention.first, spot.mention.last, spot.scene.mention_at
    places = (*range(first - NEIGHBOURS, first), *range(last + 1, last + NEIGHBOURS + 1))
    return [mention_at[at] for at in places if at in mention_at]


def _listed_with_somebody_told_of(spot: Spot) -> bool:
    """Matilda, Oliver Twist and Tom Sawyer: a list has characters or children in it, hardly both."""
    return _list_reaches(spot, spot.mention.first - 1, -1) or _list_reaches(spot, spot.mention.last + 1, 1)


def _list_reaches(spot: Spot, at: int, step: int) -> bool:
    if spot.key(at) not in JOINTS:
        return False
    for _ in range(LISTED):
        if at in spot.scene.told:
            return True
        if not (spot.key(at) in JOINTS or spot.capital(at) or spot.key(at) in WITHIN_A_TITLE) or not 0 <= at < len(
            spot.scene.tokens
        ):
            return False
        at += step
    return False


def _is_an_animal_later(spot: Spot) -> bool:
    """Our Daisy has eaten the letter. She's a cocker spaniel; but: Zak is a camel, and she's a born sheep."""
    words = spot.following(FURTHER)
    if words[:1] in (["is"], ["was"]) and not family("breeds").isdisjoint(words[1:SAID]):
        return True
    if _is_on_a_lead(words):
        return True
    beasts = _beasts()
    if beasts.isdisjoint(words):
        return False
    for at, word in enumerate(words):
        if word in ("she", "he", "it", "she's", "he's", "shes", "hes", "its", "it's"):
            said = words[at + 1 : at + 1 + SAID]
            if said[:1] == ["a"] and spot.scene.keys[spot.mention.last + 1 + at][-2:] == "'s":
                # A child is a donkey in a play, and hardly a spaniel.
                if not _breeds().isdisjoint(said[1:4]):
                    return True
                continue
            if word in ("she", "he", "it") and said[:1] not in (["is"], ["was"]):
                continue
            if {"a", "an", "our", "the"} & set(said[:2]) and beasts & set(said):
                return True
    return False


@cache
def _breeds() -> frozenset[str]:
    return family("breeds") | families.family("things", "breeds") | {"dog"}


@cache
def _beasts() -> frozenset[str]:
    return family("pets") | families.family("things", "breeds")


def _is_on_a_lead(words: Sequence[str]) -> bool:
    """Is good on a lead, was off the lead, is a rescue, has been spayed."""
    if not family("of_pets").isdisjoint(words):
        return True
    triples = zip(words, words[1:], words[2:], strict=False)
    return any(each in LEADS for each in triples)


def _is_a_show(spot: Spot) -> bool:
    """Oliver was the first musical I saw; but: Josh was sent it on a game, Harry was a shepherd in the show."""
    if spot.right not in ("is", "was", "are") or does_as_people_do(spot.following(2)):
        return False
    told = takewhile(lambda word: word not in OF_A_PLACE, spot.following(SAID + 2)[1:])
    return not family("shows").isdisjoint(told)


def _is_of_long_ago(spot: Spot) -> bool:
    """Tyler is 31; got locked in the shed in 2003; in 96: whoever it was is no child now."""
    if spot.right in ("is", "turned", "turns", ",") and GROWN.match(spot.later):
        return True
    if spot.right in (",", "(") and spot.later in ("now", "aged") and GROWN.match(spot.after(3)):
        return True
    return any(one in ("in", "since", "of", "from") and SHORT_YEAR.match(two) for one, two in pairwise(_near(spot)))


def _is_a_firm_elsewhere(spot: Spot) -> bool:
    """Frankie's Chip Shop gives tenpence a fishcake. Thank you, Frankie's!"""
    scene, name = spot.scene, spot.mention.name
    return any(
        other.name == name and other is not spot.mention and is_a_firm(Spot(other, scene)) for other in scene.mentions
    )


def _is_welsh(spot: Spot) -> bool:
    """Haf hapus i bawb, Mae fy merch: a word of the sentence's language and nobody's name."""
    if spot.word not in families.family("welsh", "names") or spot.left in CHEERS:
        return False
    return not families.family("welsh", "words").isdisjoint((spot.left, spot.right))


def among_its_kind(spot: Spot) -> bool:
    """Amber, red or green; rosemary and thyme; Sydney, London, Paris."""
    others = _of_a_kind_with(spot.word)
    return bool(others) and any(spot.key(at) in others and not _is_somebody(spot, at) for at in _of_its_sentence(spot))


def _is_listed_with_its_kind(spot: Spot) -> bool:
    """Sienna, ochre and umber; Georgia and Armenia; but: Georgia and Paris; Ruby, red in the face."""
    if spot.mention.fit in SURNAMED or spot.mention.initial or spot.possessive:
        return False
    others = _listed_kind_with(spot.word)
    if not others:
        return False
    first, last = spot.mention.first, spot.mention.last
    if spot.left in JOINTS and spot.sooner in others and _is_no_name(spot, first - 2):
        return spot.left != "," or spot.right in JOINTS or spot.before(3) in JOINTS
    if spot.right not in JOINTS or spot.later not in others or not _is_no_name(spot, last + 2):
        return False
    return spot.right != "," or _goes_on(spot, others)


def _is_no_name(spot: Spot, at: int) -> bool:
    """Whether what a list joins to a name is a thing in small letters or a country, and no pupil."""
    other = spot.scene.mention_at.get(at)
    small = not spot.capital(at) or spot.key(at) in _places()
    return small and not (other is not None and other.pupils)


@cache
def _places() -> frozenset[str]:
    return families.family("listed", "places") | families.family("kinds", "places")


def _goes_on(spot: Spot, others: frozenset[str]) -> bool:
    """Whether the list has a third thing: fern, moss and lichen; fern, bracken, whatever it is."""
    third = spot.after(5) if spot.after(4) in JOINTS else spot.after(4)
    return spot.after(3) in JOINTS and (third in others or third == "whatever")


@lru_cache(maxsize=4096)
def _listed_kind_with(word: str) -> frozenset[str]:
    """What is of a kind with a word and nobody's forename."""
    kinds = [kind | families.families("listed").get(name, NONE) for name, kind in families.families("kinds").items()]
    return NONE.union(*(kind for kind in kinds if word in kind)) - known() - {word}


@lru_cache(maxsize=4096)
def _of_a_kind_with(word: str) -> frozenset[str]:
    """The other colours, herbs, towns and the like, if a word is one."""
    kinds = [kind for kind in families.families("kinds").values() if word in kind]
    return NONE.union(*kinds) - {word}


def _is_somebody(spot: Spot, at: int) -> bool:
    """Lily S and Ivy: a word with a surname or an initial is somebody, and nothing of a kind."""
    other = spot.scene.mention_at.get(at)
    return other is not None and other.fit in SURNAMED


def _of_its_sentence(spot: Spot) -> Iterator[int]:
    """Indexes of the tokens up to five places before and after, as far as the sentence goes."""
    for step in (-1, 1):
        at = spot.mention.first + step
        while abs(at - spot.mention.first) <= KIN and spot.key(at) not in STOPS:
            yield at
            at += step
