"""Cues that a name is given to a thing or a beast, or stands in a sum, a poll or a class novel."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from workflows.people import families
from workflows.people.deeds import does_as_people_do
from workflows.people.marks import OF_ANIMALS, OF_NAMING, OF_NOVELS, OF_SUMS
from workflows.people.mention import Fit
from workflows.people.spot import Spot
from workflows.people.tokens import Token
from workflows.people.wordlists import people_words

COUNTED = frozenset({"three", "3", "four", "4"})
ABOUT, AHEAD, ACTS, SAID = 30, 12, 4, 6
TOLD_OF_BEASTS = frozenset({"in", "on", "at", "from", "for", "are", "have", "here", "news", "update", "watch", "alert"})
JOINED = frozenset({",", "and", "&"})
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
SAYING = frozenset({"is", "was", "our", "my", "the", "a", "an", "as"})
ENDS = frozenset({"of", "in", "for", "with", "who", "that", "and", "at", "to", "on", "from", "by", "because", "but",
                  "when", "while", "if", "about", "after", "before", "behind", "round", "around", "over", "under",
                  "near", "like", "than", "where", "chasing", "stroking", "feeding", "holding", "watching", "hugging",
                  "cuddling", "petting", "riding", "walking", "grooming", "milking", "seeing"})  # fmt: skip
GREETED = frozenset({"welcome", "meet", "named", "called", "names", "hello", "introducing", "say"})
PHRASE = 7
QUOTES = frozenset({'"', "'", "”", "’", "»"})
BY = frozenset({"by", "to"})
SAID_OF_WORDS = frozenset({"well", "it", "everything", "so", "business", "that", "a", "the", "to", "no"})
THEY = frozenset({"they", "she", "he", "they're", "she's", "he's", "theyre", "shes", "hes", "both"})

_family = families.families("things").__getitem__


def of_things(spot: Spot) -> Iterator[str]:
    """Names of the cues that make a name a thing's, a beast's or nobody's; a pupil's full name is the pupil's."""
    if spot.mention.fit == Fit.FULL:
        return
    if _is_called_after_a_thing(spot):
        yield "name of a machine"
    if spot.scene.marked & OF_ANIMALS:
        if _is_any_beast(spot):
            yield "said to be a beast"
        elif any(_is_a_beast(Spot(other, spot.scene)) for other in spot.scene.repeated.get(spot.mention.name, ())):
            yield "a beast elsewhere"
    if spot.left in families.family("cues", "called") and _is_called_what_no_child_is(spot):
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


def _is_any_beast(spot: Spot) -> bool:
    told = _is_a_trained_beast(spot) or _is_a_newborn_beast(spot) or _is_news_of_a_beast(spot)
    return told or _has_young(spot) or _is_a_beast(spot)


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


def _is_a_beast(spot: Spot) -> bool:
    """Jack is the ram with the horns; Archie our labrador; Rosie and Ginger! They are already laying."""
    words = spot.following(AHEAD)
    # Max, our new labrador: a comma or none.
    if words[:1] == [","] and words[1:2] != [] and (words[1] in SAYING or words[1] in _family("quantities")):
        return _tells_a_breed(_noun_phrase(words[2:]))
    if words[:1] in (["is"], ["was"], ["our"], ["my"], ["the"], ["a"], ["an"]):
        said = _noun_phrase(words[1:])
        if not families.family("things", "breeds", "beasts").isdisjoint(said):
            return not any(token.shouted for token in _tokens(spot, 1, ACTS))
    if {"laid", "lays", "laying"} & set(words[:ACTS]) and {"egg", "eggs"} & set(words[:AHEAD]):
        return True
    if any(one in COUNTED and two in ("legs", "horns") for one, two in pairwise(words)):
        return True
    told = words[: next((at for at, word in enumerate(words) if word in (".", "!", "?")), len(words))]
    if words[:1] in (["is"], ["was"]) and "one" in told:
        return not _family("of_beasts").isdisjoint(words)
    rest = words[len(told) + 1 :]
    if not rest or rest[0] not in THEY:
        return not _family("of_beasts").isdisjoint(told[:ACTS])
    return not _family("of_beasts").isdisjoint(rest[:ACTS])


def _tells_a_breed(words: Sequence[str]) -> bool:
    """Two miniature Shetlands, our new labrador."""
    beasts = families.family("things", "breeds", "beasts")
    return any(word in beasts or word.removesuffix("s") in beasts for word in words)


def _noun_phrase(words: Sequence[str]) -> Sequence[str]:
    """The words up to the first that is no part of the phrase: a four year old labrador."""
    end = next((at for at, word in enumerate(words) if word in ENDS or not word[:1].isalnum()), len(words))
    return words[: min(end, PHRASE)]


def _is_a_trained_beast(spot: Spot) -> bool:
    """Alfie is a therapy dog; Monty, our new reading dog; our school dog Bonnie."""
    words = spot.following(AHEAD)
    if words[:1] == [","]:
        words = words[1:]
    said = _noun_phrase(words[1:]) if words[:1] and words[0] in SAYING else ()
    before = spot.scene.words[max(0, spot.mention.first - ACTS) : spot.mention.first]
    return _tells_a_trained_beast(said) or _tells_a_trained_beast([word for word in before[-3:] if word != ","])


def _tells_a_trained_beast(words: Sequence[str]) -> bool:
    trained, beasts = families.family("lessons", "trained_as"), families.family("lessons", "trained_beast")
    return any(one in trained and other in beasts for one, other in pairwise(words))


def _is_news_of_a_beast(spot: Spot) -> bool:
    """Peregrines on the spire: Victor and Vera; Reindeer in the car park! Dasher, Dancer and Rudy."""
    at = spot.mention.first - 1
    nearest = max(0, spot.mention.first - AHEAD)
    while at > nearest and (spot.key(at) in JOINED or (spot.capital(at) and spot.scene.mention_at.get(at))):
        at -= 1
    if spot.mention.initial or spot.key(at) not in (":", "!") or does_as_people_do(spot.following(ACTS)):
        return False
    first = at - 1
    while first >= max(0, at - AHEAD) and spot.key(first) not in (".", "!", "?", ":", "\n"):
        first -= 1
    said = spot.scene.words[first + 1 : at]
    animals, beasts = people_words("animals"), families.family("lessons", "beasts_here")
    heads = [word for word in said if word in animals or word in beasts]
    news = spot.key(at) == ":" and not families.family("lessons", "beast_news").isdisjoint(said)
    if spot.key(at) == "!" and spot.right[:1].isalpha() and spot.right not in ("and", "from", "are"):
        return False
    told = bool(heads) and heads[0] == said[0] and (len(said) == 1 or said[1] in TOLD_OF_BEASTS)
    return bool(heads) and len(said) < ACTS * 2 and (told or news)


def _has_young(spot: Spot) -> bool:
    """Victor and Vera have two eggs; Ruby, on her five babies."""
    words = spot.following(AHEAD)
    young = families.family("lessons", "young_of_beasts")
    if not families.family("lessons", "kept").isdisjoint(words):
        return True
    return any(
        first in ("has", "have", "laid")
        and (second in _family("quantities") or second in ("her", "their"))
        and not young.isdisjoint(rest)
        for first, second, *rest in zip(words, words[1:], words[2:], words[3:], strict=False)
    )


def _is_a_newborn_beast(spot: Spot) -> bool:
    """Our chicks have hatched! Welcome Rex, Ruby and Pearl."""
    at = spot.mention.first - 1
    nearest = max(0, spot.mention.first - AHEAD)
    while at > nearest and (spot.key(at) in LISTS or (spot.capital(at) and not spot.opens(at))):
        at -= 1
    if spot.key(at) not in GREETED and spot.key(at - 1) not in GREETED:
        return False
    before = spot.scene.words[max(0, at - AHEAD) : at]
    return not (
        families.family("lessons", "new_beasts").isdisjoint(before)
        or families.family("lessons", "beasts_here").isdisjoint(before)
    )


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
