"""Cues that a name is given to a thing, or stands in a sum, a poll or a class novel."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from workflows.people import families
from workflows.people.cues_of_beasts import is_a_beast, is_any_beast, is_mine, noun_phrase
from workflows.people.deeds import does_as_people_do
from workflows.people.marks import OF_ANIMALS, OF_NAMING, OF_NOVELS, OF_SUMS
from workflows.people.mention import Fit
from workflows.people.spot import Spot
from workflows.people.wordlists import people_words

ABOUT, AHEAD, ACTS, SAID = 30, 12, 4, 6
TALKED_OF = OF_NAMING | OF_ANIMALS | OF_SUMS | OF_NOVELS
LISTS = frozenset({":", ",", "or", "and", "&", "called", "named", "is", "are", "was", "were", "be", "as", "-"})
ASKED = frozenset(
    {("how", "many"), ("how", "much"), ("how", "old"), ("how", "long"), ("how", "far"), ("what", "change"),
     ("what", "fraction"), ("what", "time"), ("who", "is"), ("are", "left"), ("who", "has"), ("which", "of")}
)  # fmt: skip
NAMED = frozenset(
    (naming, following)
    for naming in ("name", "names", "named", "naming", "called")
    for following in ("for", "our", "the", "of", "are", "is", "was", "has", "in", "were", "them", "it", ":", "a", "")
)
QUOTES = frozenset({'"', "'", "”", "’", "»"})
BY = frozenset({"by", "to"})
SAID_OF_WORDS = frozenset({"well", "it", "everything", "so", "business", "that", "a", "the", "to", "no"})

_family = families.families("things").__getitem__


def of_things(spot: Spot) -> Iterator[str]:
    """Names of the cues that make a name a thing's, a beast's or nobody's; a pupil's full name is the pupil's."""
    if spot.mention.fit == Fit.FULL:
        return
    if _is_called_after_a_thing(spot) or (spot.right == "," and (_is_a_vehicle(spot) or _is_bidden(spot))):
        yield "name of a machine"
    if spot.scene.marked & OF_ANIMALS:
        if is_any_beast(spot):
            yield "said to be a beast"
        elif any(is_a_beast(Spot(other, spot.scene)) for other in spot.scene.repeated.get(spot.mention.name, ())):
            yield "a beast elsewhere"
    if spot.left in families.family("cues", "called") and (_is_called_what_no_child_is(spot) or is_mine(spot)):
        yield "called what no child is"
    if spot.right in families.family("lessons", "says", "methods") and _is_to_be_judged(_around(spot)):
        yield "in a sum"
    if _is_a_word(spot):
        yield "said of a word"
    if spot.scene.marked & TALKED_OF:
        yield from _of_the_talk(spot)


def _is_called_what_no_child_is(spot: Spot) -> bool:
    """A lady called Jennie; two shires called Bonny and Duke; a very loud Swaledale called Frank."""
    at = spot.mention.first - 2
    word, singular = spot.key(at), spot.key(at).removesuffix("s")
    if not spot.token.capital or word in spot.scene.register.class_words:
        return False
    if not families.family("cues", "grown_up_noun").isdisjoint((word, singular)) and word not in ("cow", "bitch"):
        return True
    kinds = people_words("animals") | _family("breeds") | _family("beasts")
    return not kinds.isdisjoint((word, singular))


def _of_the_talk(spot: Spot) -> Iterator[str]:
    """What the sentences around the name speak of."""
    about, near = _about(spot), _around(spot)
    if not near.isdisjoint(_family("naming")) and _is_a_name_for_a_thing(spot, near):
        yield "a name for a thing"
    if not near.isdisjoint(_family("breeds")):
        yield "talk of breeds"
    if not near.isdisjoint(_family("asking")) and _is_in_a_sum(spot, about, near):
        yield "in a sum"
    if spot.scene.draft and not near.isdisjoint(_family("novels")) and not _reads(spot):
        yield "talk of a novel"


def _about(spot: Spot) -> Sequence[str]:
    return spot.scene.words[max(0, spot.mention.first - ABOUT) : spot.mention.last + 1 + ABOUT]


def _around(spot: Spot) -> frozenset[str]:
    """The words about the name, without the name."""
    return frozenset(_about(spot)) - {spot.word}


def _is_a_vehicle(spot: Spot) -> bool:
    """Pearl, our old tugboat; but: Max, our little boat; Max, our robot in the play."""
    if spot.later not in ("our", "my", "the"):
        return False
    said = noun_phrase(spot.following(AHEAD)[2:])
    if said[-1:] == [] or said[-1] not in people_words("vehicles") or said[-1] in _family("played"):
        return False
    return families.family("cues", "pet").isdisjoint(said)


def _is_bidden(spot: Spot) -> bool:
    """Alexa, skip to July; but: Alexa, play nicely."""
    return (
        spot.word in _family("assistants")
        and spot.later in _family("bidden")
        and spot.after(3) not in _family("not_bidden")
    )


def _is_a_name_for_a_thing(spot: Spot, near: frozenset[str]) -> bool:
    """Names for the minibus: Bessie, Trundle; but not: Ellie won the vote to name our hens."""
    if near.isdisjoint(people_words("animals", "vehicles")) and near.isdisjoint(_family("nameable")):
        return False
    if spot.possessive or does_as_people_do(spot.following(ACTS)) or spot.left in BY:
        return False
    first = spot.mention.first
    asked = spot.scene.words[max(0, first - ABOUT) : first]
    if not any(pair[0] in _family("polls") or pair in NAMED for pair in _pairs(asked)):
        return False
    return spot.left in LISTS or spot.right in LISTS


def _pairs(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    return zip_longest(words, words[1:], fillvalue="")


def _is_called_after_a_thing(spot: Spot) -> bool:
    """A gritter called Skye Fall; the train's called William; they named the digger Grace."""
    things, called = people_words("vehicles"), families.family("cues", "called")
    if spot.left == "is" and any(spot.before(steps) in things for steps in (2, 3)):
        return spot.sooner.isdigit() or spot.sooner in _family("quantities")
    if spot.left != "," and spot.left not in called and spot.left not in things:
        return False
    before = [spot.before(steps) for steps in range(1, SAID)]
    if before[0] == "," and spot.right in (",", "") and before[1] in things:
        return True
    if before[0] in called:
        return any(word in things for word in before[1:])
    return before[0] in things and not called.isdisjoint(before[1:4])


def _is_in_a_sum(spot: Spot, about: Sequence[str], near: frozenset[str]) -> bool:
    """Ahmed has nine sheep, Ellie has twice as many. How many are in the fold?"""
    if not spot.scene.draft and near.isdisjoint(_family("sums")):
        return False
    if ASKED.isdisjoint(_pairs(about)):
        return False
    words = spot.scene.words
    ends = (mention.last + 1 for mention in spot.scene.mentions)
    return any(_counts(words[at : at + ACTS]) for at in ends)


def _is_to_be_judged(near: frozenset[str]) -> bool:
    """Ella says that all multiples of 4 are even. Is she right?"""
    judged = families.family("lessons", "said_right", "methods")
    return not (near.isdisjoint(_family("sums")) or near.isdisjoint(judged))


def _counts(words: Sequence[str]) -> bool:
    """Has 14 sweets, buys three pencils, is twice as old, is taller than: what people do in sums."""
    if not words:
        return False
    if words[0] in _family("sum_verbs"):
        return True
    if words[0] in ("has", "have", "had", "is", "got"):
        return any(word.isdigit() or word in _family("quantities") for word in words[1:3]) or "than" in words[2:]
    return False


def _is_a_word(spot: Spot) -> bool:
    """Noor means light; Bethan is Welsh for; Zephaniah comes from the Hebrew."""
    following, then = spot.right, spot.later
    if following in QUOTES:
        following, then = then, spot.after(3)
    if following in ("means", "meaning"):
        return then not in SAID_OF_WORDS
    return following == "is" and spot.capital(spot.mention.last + 2) and spot.after(3) == "for"


def _reads(spot: Spot) -> bool:
    """Whether a reader rather than somebody in the book is meant."""
    return spot.left in ("by", "to") or not _family("readers").isdisjoint(spot.following(ACTS))
