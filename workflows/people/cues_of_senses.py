"""Cues of a name that is a word in another sense: a call on God, a word of another tongue, a river, a town."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from workflows.people import families
from workflows.people.marks import OF_WEATHER
from workflows.people.mention import Fit
from workflows.people.spot import Spot
from workflows.people.vocabulary import english, known

NEAR, AHEAD, FAR, PERSON_FAR = 2, 7, 10, 24
SUBJECTS = frozenset({"i", "we", "they", "he", "she", "you"})
ASKED = frozenset({"where", "if", "when", "how", "do", "did", "can", "will", "unless", "what", "why", "the", "way"})
PERSONS = frozenset({"he", "she", "his", "her", "him", "he's", "she's", "hes", "shes"})
SPOKEN_TO = frozenset({"you", "your", "you're", "u", "ur", "well", "we", "love", "congratulations"})
JOINT = frozenset({"and", "&"})

_family = families.families("senses").__getitem__
OFTEN = _family("often")
PAIRS = _family("said") | _family("dialect")
WORDS = frozenset(word for pair in PAIRS for word in pair.split("_")).union(
    *map(
        _family,
        ("called_out", "tongues", "joining", "ranks", "outdoors", "plants", "birds", "virtues", "patriarchs", "food"),
    ),
    {"christian"},
)


def of_senses(spot: Spot) -> Iterable[str]:
    """Names of the cues of another sense; a pupil's name with a surname or its initial is the pupil's."""
    may_be = spot.word in WORDS or spot.left in SUBJECTS or spot.right in OFTEN or spot.scene.marked & OF_WEATHER
    if may_be and spot.mention.fit not in (Fit.FULL, Fit.INITIAL):
        return _of_senses(spot)
    return ()


def _of_senses(spot: Spot) -> Iterator[str]:
    if _is_said(spot):
        yield "a call or a saying"
    if spot.token.capital:
        yield from _of_capitals(spot)
    else:
        if _is_of_another_tongue(spot):
            yield "word of another tongue"
        if spot.left in SUBJECTS and spot.word in english() and (spot.left != "you" or spot.sooner in ASKED):
            yield "small word after its subject"
    if spot.word in _family("food") and _is_food(spot):
        yield "food that is spoken of"


def _of_capitals(spot: Spot) -> Iterator[str]:
    word = spot.word
    if spot.left in _family("weathered") and spot.sooner in _family("from"):
        yield "place behind its weather"
    elif _is_cut_off(spot):
        yield "place that is cut off"
    if word in _family("ranks") and spot.right == "of" and spot.later in _family("ranked"):
        yield "a rank of something"
    if spot.token.opens and _is_outdoors(spot):
        yield "as weather and plants are"
    if word == "christian" and spot.left in _family("faithful") and _is_of_a_faith(spot):
        yield "of a faith"
    if word in _family("virtues") and spot.token.opens and _is_a_blessing(spot):
        yield "a virtue in a blessing"
    if word in spot.scene.register.class_words and spot.right in OFTEN and spot.later in _family("placed"):
        yield "class that is always somewhere"
    if word in _family("patriarchs") and spot.right in ("had", "parted", "waited", "built") and _has_it_easier(spot):
        yield "outdone in scripture"


def _is_said(spot: Spot) -> bool:
    """Shana tova, Baruch hashem, rose tinted; Bismillah, let us eat; Mercy! that is a big spider."""
    said, first = _family("said"), spot.mention.first
    if f"{spot.left}_{spot.word}" in said or f"{spot.word}_{spot.key(first + 1)}" in said:
        return True
    if spot.word not in _family("called_out") or not spot.token.opens:
        return False
    calls = spot.right in ("!", ",") and SPOKEN_TO.isdisjoint(spot.following(NEAR + 2))
    return calls or (spot.word == "bismillah" and not spot.mention.pupils)


def _is_of_another_tongue(spot: Spot) -> bool:
    """Bravo Stefan si Mihai, neta linda, they anna gritted it, ye ken."""
    dialect = _family("dialect")
    if f"{spot.left}_{spot.word}" in dialect or f"{spot.word}_{spot.right}" in dialect:
        return True
    first, last = spot.mention.first, spot.mention.last
    if first and spot.word in _family("joining") and spot.capital(first - 1) and spot.capital(last + 1):
        return True
    if spot.word not in _family("tongues"):
        return False
    around = (*spot.words[max(0, first - NEAR) : first], *spot.words[last + 1 : last + 1 + NEAR])
    return any(word.isalpha() and len(word) > 1 and word not in english() and word not in known() for word in around)


def _is_cut_off(spot: Spot) -> bool:
    """Ross is cut off as well, Ross has flooded; Lydney is cut off and so is Ross."""
    words = spot.following(AHEAD)
    if words[:1] in (["is"], ["has"], ["was"], ["looks"]):
        here = words[1:4]
    elif (spot.sooner, spot.left) == ("so", "is"):
        here = spot.words[max(0, spot.mention.first - AHEAD) : spot.mention.first]
    else:
        return False
    cut_off = _family("cut_off")
    return not cut_off.isdisjoint(here) or any(f"{one}_{two}" in cut_off for one, two in pairwise(here))


def _is_outdoors(spot: Spot) -> bool:
    """River was like glass, Sky's looking grim, Ivy grows all over that fence, Fern in the gutter, Robin's nesting."""
    words = spot.following(FAR)
    if not PERSONS.isdisjoint(spot.following(PERSON_FAR)):
        return False
    if spot.word in _family("plants"):
        grows = any(f"{one}_{two}" in _family("grows") for one, two in pairwise(words[:4]))
        return grows or not _family("among_plants").isdisjoint(words)
    if spot.word in _family("birds"):
        return not _family("among_birds").isdisjoint(words)
    if spot.word not in _family("outdoors") or not (spot.right in _family("is_or_does") or spot.is_short_for_is()):
        return False
    return not _family("nature").isdisjoint(words)


def _is_of_a_faith(spot: Spot) -> bool:
    """Not everyone is Christian; but: is Christian coming?"""
    return bool(_family("everybody").intersection(spot.words[max(0, spot.mention.first - AHEAD) : spot.mention.first]))


def _is_a_blessing(spot: Spot) -> bool:
    """Favour and goodness followed us, Mercy and peace be with you, Joy came in the morning."""
    if spot.right in JOINT and spot.later in _family("blessings"):
        return not spot.capital(spot.mention.last + 2)
    words = spot.following(AHEAD)
    follows = words[:1] in (["follow"], ["followed"], ["follows"]) or words[:2] == ["will", "follow"]
    return follows or words[:4] in (["came", "in", "the", "morning"], ["comes", "in", "the", "morning"])


def _has_it_easier(spot: Spot) -> bool:
    """Noah had it easier, Moses parted less water than that gate; but: Noah had less than his sister."""
    words = spot.following(AHEAD)
    if not PERSONS.isdisjoint(words):
        return False
    than = _family("than")
    return "easier" in words or any(one == "than" and two in than for one, two in pairwise(words))


def _is_food(spot: Spot) -> bool:
    """How honey gets from flower to jar, Honey gets expensive, Honey goes in my porridge."""
    if spot.right not in _family("food_does"):
        return False
    return spot.left == "how" or not _family("food_to").isdisjoint(spot.following(3)[1:])
