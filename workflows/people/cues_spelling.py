"""Cues of how a possible name is written and how well it fits somebody."""

from collections.abc import Iterator

from workflows.people.mention import Fit
from workflows.people.spot import Spot, family
from workflows.people.vocabulary import english
from workflows.people.wordlists import people_words


def of_the_spelling(spot: Spot) -> Iterator[str]:
    """Names of the cues that the mention itself gives."""
    yield from _of_the_fit(spot)
    yield from _of_the_letters(spot)
    yield from _of_the_surname(spot)
    mention, scene = spot.mention, spot.scene
    if mention.fit == Fit.UNLISTED and mention.name:
        yield from _generation(mention.name)
    if mention.fit == Fit.UNHEARD:
        yield "unheard after kin" if spot.before() in family("ownchild") else "unheard after another word"
    if mention.first in scene.told:
        yield "told"
        if mention.first in scene.within_a_tale:
            yield "told and within its tale"
    elif mention.first in scene.of_a_tale:
        yield f"of a tale, {'full' if mention.fit in (Fit.FULL, Fit.INITIAL) else 'forename'}"
    if mention.staff:
        yield "staff, pupil too" if mention.pupils else "staff only"
    if mention.staff_in_full:
        yield "staff in full"


def _of_the_fit(spot: Spot) -> Iterator[str]:
    mention, scene, token = spot.mention, spot.scene, spot.token
    wordy = spot.wordy and mention.fit not in (Fit.FAMILY, Fit.SURNAME)
    case = "shouted" if token.shouted else "capital" if token.capital else "small"
    opening = "opening " if token.opens and case == "capital" else ""
    kind = "word" if wordy else "name"
    yield f"{kind} {opening}{case}"
    yield f"fit {mention.fit}"
    yield f"fit {mention.fit} {kind}"
    yield f"fit {mention.fit} {kind} {opening}{case}"
    yield f"fit {mention.fit} {kind} in a {'draft' if scene.draft else 'comment'}"
    if scene.small_letters and not token.capital:
        yield f"{kind} small in a text of small letters"
    if mention.disguised:
        yield "disguised word" if wordy else "disguised"


def _of_the_letters(spot: Spot) -> Iterator[str]:
    if spot.word in spot.scene.register.class_words:
        yield "class name"
        if spot.before() in family("place_before") | {"from", "of", "and"}:
            yield "class name after a preposition"
    if spot.token.kind == "hashtag":
        yield "hashtag"
    if len(spot.word) < 3:
        yield "very short"


def _of_the_surname(spot: Spot) -> Iterator[str]:
    mention = spot.mention
    if mention.fit == Fit.FULL and mention.surname:
        surname = spot.key(mention.last)
        yield "fit full, surname is a word" if surname in english() else "fit full, surname is no word"
    if mention.surname and mention.fit != Fit.FULL and not mention.staff_in_full:
        yield "another surname"
    if mention.initial:
        yield "with initial"
    if mention.surname and spot.key(mention.last) in people_words("after_a_place_name"):
        yield f"{'word' if spot.wordy else 'name'} with a surname like a place"
        if spot.before() in family("road_before"):
            yield "on the way, with a surname like a place"


def _generation(name: str) -> Iterator[str]:
    grown_up = name in people_words("forenames_adult")
    if grown_up and name in people_words("forenames_child"):
        yield "forename of any age"
    else:
        yield "grown-up's forename" if grown_up else "child's forename"
