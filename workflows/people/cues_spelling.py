"""Cues of how a possible name is written and how well it fits somebody."""

from collections.abc import Iterator, Sequence
from functools import cache

from workflows.people import families
from workflows.people.deeds import does_as_people_do
from workflows.people.details import may_be_a_year
from workflows.people.mention import SURNAMED, Fit
from workflows.people.spot import Spot, family
from workflows.people.unheard import HE_OR_SHE, REACH, is_cheered
from workflows.people.vocabulary import english, known
from workflows.people.wordlists import people_words

STRUCK = frozenset({"ran", "walked", "bumped", "crashed", "banged", "barged", "bashed", "run", "running", "fell"})
SHORT, AROUND, ACTS, PERSON_REACH = 3, 4, 4, 12
OF_A_FAMILY = frozenset({Fit.FAMILY, Fit.SURNAME})
STOPS = frozenset({".", "!", "?", "\n"})
OPENS_A_CLAUSE = frozenset({"and", "but", "so", "because", "cos", "when", "while", "if", "that", "then"})
ONE_PERSON = frozenset({"he", "she", "his", "her", "him", "himself", "herself", "he's", "she's", "hes", "shes"})
OURS = frozenset({"our", "my", "little", "wee", "young", "lil", "baby", "poor"})
CHEERING = frozenset({"team", "go", "for", "done", "love", "birthday"})
NOTHING_OWNED = frozenset(
    {"in", "on", "at", "of", "for", "and", "or", "to", "with", "from", "were", "are", "have", "do"}
)


def of_the_spelling(spot: Spot) -> Iterator[str]:
    """Names of the cues that the mention itself gives."""
    yield from _of_the_fit(spot)
    yield from _of_the_letters(spot)
    yield from _of_the_surname(spot)
    mention, scene = spot.mention, spot.scene
    if mention.fit == Fit.UNLISTED and not spot.token.capital and is_among_foreign_words(spot):
        yield "unlisted among foreign words"
    if mention.fit == Fit.UNLISTED and mention.name:
        yield from _generation(mention.name)
    if mention.fit == Fit.UNHEARD:
        yield "unheard after kin" if spot.left in family("ownchild") else "unheard after another word"
        acts = spot.right in family("verbs") or does_as_people_do(spot.following(ACTS))
        if acts and spot.left in OURS and not scene.draft:
            yield "unheard of our own, and acts"
        elif not scene.draft and spot.left not in family("ownchild"):
            yield from _unheard_elsewhere(spot)
    if mention.first in scene.told:
        yield _told(spot)
        if mention.first in scene.within_a_tale:
            yield "told and within its tale"
    elif mention.first in scene.of_a_tale:
        yield f"of a tale, {'full' if mention.fit in SURNAMED else 'forename'}"
        if scene.draft and mention.pupils and _is_at_school(spot):
            yield "of a tale, yet at school"
    if mention.staff:
        yield "staff, pupil too" if mention.pupils else "staff only"
    if mention.staff_in_full:
        yield "staff in full"


def _unheard_elsewhere(spot: Spot) -> Iterator[str]:
    if is_cheered(spot.left, spot.sooner):
        yield "unheard, cheered"
    elif spot.left in family("takes_a_child") and not HE_OR_SHE.isdisjoint(spot.following(REACH)):
        yield "unheard, then he or she"


def _is_at_school(spot: Spot) -> bool:
    """George drew a dragon, Noah painted the ark: what children do in a lesson about the tale."""
    words = spot.following(2)
    words = words[1:] if words[:1] == ["has"] else words[:1]
    return not families.family("lessons", "school_deeds").isdisjoint(words)


def _told(spot: Spot) -> str:
    """A pupil may be called Elvis; a longer phrase that the name is only a part of is the famous one's.

    Danny Glover from Year 4 is none of the famous.
    """
    mention, told = spot.mention, spot.scene.told
    if mention.fit == Fit.FULL:
        return "told, a pupil in full"
    whole = mention.first - 1 not in told and mention.last + 1 not in told
    own = mention.pupils and mention.fit == Fit.FORENAME and not (mention.surname or mention.guess)
    own = own or (mention.surname and spot.right == "from" and may_be_a_year(spot.later))
    return "told, a pupil's own name" if own and whole else "told"


def _of_the_fit(spot: Spot) -> Iterator[str]:
    mention, scene, token = spot.mention, spot.scene, spot.token
    wordy = spot.wordy and mention.fit not in OF_A_FAMILY
    case = "shouted" if token.shouted else "capital" if token.capital else "small"
    opening = "opening " if token.opens and case == "capital" else ""
    kind = "word" if wordy else "name"
    yield from _names_of_the_fit(mention.fit, kind, f"{opening}{case}", scene.kind)
    if not token.capital and scene.small_letters:
        yield f"{kind} small in a text of small letters"
    if scene.draft and not token.capital and not scene.small_letters and mention.fit in (Fit.UNLISTED, Fit.SIMILAR):
        yield "small in a draft, and nobody's"
    if mention.guess:
        yield from _of_the_guess(spot)
    if mention.disguised:
        yield "disguised word" if wordy else "disguised"


@cache
def _names_of_the_fit(fit: Fit, kind: str, case: str, text: str) -> Sequence[str]:
    alone = (f"{kind} {case}", f"fit {fit}", f"fit {fit} {kind}", f"fit {fit} {kind} {case}")
    return *alone, f"fit {fit} {kind} in a {text}"


def _of_the_guess(spot: Spot) -> Iterator[str]:
    """A clipped or misspelt name: hardly in small letters or three of them, and not in a foreign sentence."""
    size = "capital" if spot.token.capital else "small"
    yield f"{spot.mention.guess} {size}"
    if spot.mention.guess == "plural" and (not spot.right[:1].isalpha() or spot.right in NOTHING_OWNED):
        yield "plural, owns nothing"
    if len(spot.word) <= SHORT:
        yield f"{spot.mention.guess} {size}, short"
    if is_among_foreign_words(spot):
        yield "guess among foreign words"
    if spot.within and spot.capital(spot.mention.first - 1) and not spot.opens(spot.mention.first - 1):
        yield "guess behind a capital"


def is_among_foreign_words(spot: Spot) -> bool:
    """Whether half of the words around it, two at least, are neither English nor names."""
    before = spot.words[max(0, spot.mention.first - AROUND) : spot.mention.first]
    around = [word for word in (*before, *spot.following(AROUND)) if word.isalpha()]
    foreign = sum(map(_is_foreign, around))
    return foreign > 1 and foreign * 2 >= len(around)


def _is_foreign(word: str) -> bool:
    return word in families.family("welsh", "words") or (word not in english() and word not in known())


def _of_the_letters(spot: Spot) -> Iterator[str]:
    if spot.word in spot.scene.register.class_words:
        if not _is_one_person(spot):
            yield "class name"
        if spot.left in family("place_before") or spot.left in ("from", "of", "and") or _is_moved_into(spot):
            yield "class name after a preposition"
        if _does_as_classes_do(spot):
            yield "class that does as classes do"
        if _is_beside_a_class(spot):
            yield "class name beside a class"
    if spot.token.kind == "hashtag":
        yield "hashtag"
        if spot.left in CHEERING and spot.word not in families.family("kinds", "colours"):
            yield "hashtag that cheers"
    if len(spot.word) < 3:
        yield "very short"


def _is_one_person(spot: Spot) -> bool:
    """Rowan was in odd wellies and his sister cried; Wren's first day and she never looked back: a class is they."""
    before, after = spot.left, spot.following(PERSON_REACH)
    within_a_clause = before[:1].isalnum() and before not in OPENS_A_CLAUSE
    if within_a_clause or after[:1] in (["class"], ["classes"], ["year"]):
        return False
    sentence = after[: next((at for at, word in enumerate(after) if word in STOPS), len(after))]
    return not ONE_PERSON.isdisjoint(sentence)


def _is_moved_into(spot: Spot) -> bool:
    """Who sent him into Robin, she moved to Jay, joined Jay on Monday; but: he ran into Robin, joined Jay in goal."""
    before = spot.words[max(0, spot.mention.first - AROUND) : spot.mention.first - 1]
    if spot.left in ("to", "into"):
        moves = families.family("lessons", "moves_up")
        return not moves.isdisjoint(before) and (spot.left == "to" or STRUCK.isdisjoint(before))
    if spot.left not in ("joined", "joins", "joining", "join", "started"):
        return False
    return spot.right in ("", ".", ",", "last", "this", "today", "after", "yesterday") or (
        spot.right in ("in", "on") and spot.later in families.family("lessons", "when_one_starts")
    )


def _does_as_classes_do(spot: Spot) -> bool:
    """Is it Robin that's closed, has Rowan had its turn; but: is it Robin that's got a cast."""
    words = spot.following(PERSON_REACH)
    sentence = words[: next((at for at, word in enumerate(words) if word in STOPS), len(words))]
    if "its" in sentence:
        return True
    asked = spot.left in ("it", "its", "it's") and words[:1] in (["that"], ["that's"], ["thats"], ["who"], ["who's"])
    return asked and not families.family("lessons", "classes_do").isdisjoint(sentence)


def _is_beside_a_class(spot: Spot) -> bool:
    """Lowry and Brontë, from Roding not Lea: what stands with a class is one."""
    classes = spot.scene.register.class_words - {spot.word}
    beside = (spot.sooner, spot.later)
    return bool(classes & set(beside)) and bool({spot.left, spot.right} & {"and", "&", ",", "or", "not", "v"})


def _of_the_surname(spot: Spot) -> Iterator[str]:
    mention = spot.mention
    if mention.fit == Fit.FULL and mention.surname:
        surname = spot.key(mention.last)
        yield "fit full, surname is a word" if surname in english() else "fit full, surname is no word"
    second = mention.surname and spot.key(mention.last) in known()
    if second and mention.fit != Fit.FULL:
        yield "second forename"
    elif mention.surname and mention.fit != Fit.FULL and not mention.staff_in_full:
        yield "another surname"
        yield f"another surname in a {'draft' if spot.scene.draft else 'comment'}"
    if mention.initial:
        yield "with initial"
    if mention.surname and spot.key(mention.last) in people_words("after_a_place_name"):
        yield f"{'word' if spot.wordy else 'name'} with a surname like a place"
        if spot.left in family("road_before"):
            yield "on the way, with a surname like a place"


def _generation(name: str) -> Iterator[str]:
    grown_up = name in people_words("forenames_adult")
    if grown_up and name in people_words("forenames_child"):
        yield "forename of any age"
    else:
        yield "grown-up's forename" if grown_up else "child's forename"
