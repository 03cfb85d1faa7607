"""Cues that a name is given to a thing or a beast, or stands in a sum, a poll or a class novel."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from workflows.people import families
from workflows.people.deeds import does_as_people_do
from workflows.people.marks import OF_ANIMALS, OF_NAMING, OF_NOVELS, OF_SUMS
from workflows.people.mention import Fit
from workflows.people.spot import Spot
from workflows.people.tokens import Token
from workflows.people.wordlists import people_words

ABOUT, AHEAD, ACTS, SAID, CALLED = 30, 12, 4, 6, 5
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
BY = frozenset({"by", "to"})
SAID_OF_WORDS = frozenset({"well", "it", "everything", "so", "business", "that", "a", "the", "to", "no"})
THEY = frozenset({"they", "she", "he", "they're", "she's", "he's", "theyre", "shes", "hes", "both"})


def of_things(spot: Spot) -> Iterator[str]:
    """Names of the cues that make a name a thing's, a beast's or nobody's; a pupil's full name is the pupil's."""
    if spot.mention.fit == Fit.FULL:
        return
    if _is_called_after_a_thing(spot):
        yield "name of a machine"
    if spot.scene.marked & OF_ANIMALS and _is_a_beast(spot):
        yield "said to be a beast"
    if _is_a_word(spot):
        yield "said of a word"
    if spot.scene.marked & TALKED_OF:
        yield from _of_the_talk(spot)


def _of_the_talk(spot: Spot) -> Iterator[str]:
    """What the sentences around the name speak of."""
    words = spot.scene.words
    first, last = spot.mention.first, spot.mention.last
    about = words[max(0, first - ABOUT) : last + 1 + ABOUT]
    near = frozenset(about) - {spot.word}
    if not near.isdisjoint(_family("naming")) and _is_a_name_for_a_thing(spot, near):
        yield "a name for a thing"
    if not near.isdisjoint(_family("breeds")):
        yield "talk of breeds"
    if not near.isdisjoint(_family("asking")) and _is_in_a_sum(spot, about, near):
        yield "in a sum"
    if spot.scene.draft and not near.isdisjoint(_family("novels")) and not _reads(spot):
        yield "talk of a novel"


def _family(name: str) -> frozenset[str]:
    return families.family("things", name)


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
    things = people_words("vehicles")
    called = families.family("cues", "called")
    if spot.left in called:
        return any(spot.before(steps) in things for steps in range(2, SAID))
    return spot.left in things and not called.isdisjoint(spot.before(steps) for steps in range(2, CALLED))


def _is_a_beast(spot: Spot) -> bool:
    """Jack is the ram with the horns; Archie our labrador; Rosie and Ginger! They are already laying."""
    words = spot.following(AHEAD)
    if words[:1] in (["is"], ["was"], ["our"], ["my"], ["the"]):
        said = words[1 : 1 + ACTS]
        if not families.family("things", "breeds", "beasts").isdisjoint(said):
            return not any(token.shouted for token in _tokens(spot, 1, ACTS))
    told = words[: next((at for at, word in enumerate(words) if word in (".", "!", "?")), len(words))]
    if words[:1] in (["is"], ["was"]) and "one" in told:
        return not _family("of_beasts").isdisjoint(words)
    rest = words[len(told) + 1 :]
    if not rest or rest[0] not in THEY:
        return not _family("of_beasts").isdisjoint(told[:ACTS])
    return not _family("of_beasts").isdisjoint(rest[:ACTS])


def _tokens(spot: Spot, first: int, count: int) -> Sequence[Token]:
    return spot.scene.tokens[spot.mention.last + first : spot.mention.last + first + count]


def _is_in_a_sum(spot: Spot, about: Sequence[str], near: frozenset[str]) -> bool:
    """Ahmed has nine sheep, Ellie has twice as many. How many are in the fold?"""
    if not spot.scene.draft and near.isdisjoint(_family("sums")):
        return False
    if ASKED.isdisjoint(_pairs(about)):
        return False
    words = spot.scene.words
    ends = (mention.last + 1 for mention in spot.scene.mentions)
    return any(_counts(words[at : at + ACTS]) for at in ends)


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
    following = spot.right
    if following in ("means", "meaning"):
        return spot.after(2) not in SAID_OF_WORDS
    return following == "is" and spot.capital(spot.mention.last + 2) and spot.after(3) == "for"


def _reads(spot: Spot) -> bool:
    """Whether a reader rather than somebody in the book is meant."""
    return spot.left in ("by", "to") or not _family("readers").isdisjoint(spot.following(ACTS))
