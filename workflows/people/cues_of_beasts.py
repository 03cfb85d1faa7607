"""Cues that a name is a beast's: our labrador, the ram with the horns, who nuzzled my husband."""

from collections.abc import Sequence
from itertools import pairwise

from workflows.people import families
from workflows.people.deeds import does_as_people_do
from workflows.people.spot import Spot
from workflows.people.tokens import Token
from workflows.people.wordlists import people_words

AHEAD, ACTS, SAID = 12, 4, 6
COUNTED = frozenset({"three", "3", "four", "4"})
TOLD_OF_BEASTS = frozenset({"in", "on", "at", "from", "for", "are", "have", "here", "news", "update", "watch", "alert"})
JOINED = frozenset({",", "and", "&"})
SAYING = frozenset({"is", "was", "our", "my", "the", "a", "an", "as"})
ENDS = frozenset({"of", "in", "for", "with", "who", "that", "and", "at", "to", "on", "from", "by", "because", "but",
                  "when", "while", "if", "about", "after", "before", "behind", "round", "around", "over", "under",
                  "near", "like", "than", "where", "chasing", "stroking", "feeding", "holding", "watching", "hugging",
                  "cuddling", "petting", "riding", "walking", "grooming", "milking", "seeing"})  # fmt: skip
GREETED = frozenset({"welcome", "meet", "named", "called", "names", "hello", "introducing", "say"})
PHRASE = 7
YEARS = frozenset({"year", "reception", "nursery"})
INTRODUCING = GREETED | {"seen", "missing", "home", "lost", "about", "found", "to", ",", "see", "met", "is"}
AFTER_A_BEAST = ENDS | {
    "is",
    "has",
    "was",
    "had",
    "died",
    "have",
    "are",
    "will",
    "got",
    "loves",
    "likes",
    "insect",
    "pig",
    "snail",
}
THEY = frozenset({"they", "she", "he", "they're", "she's", "he's", "theyre", "shes", "hes", "both"})
LISTS = frozenset({":", ",", "or", "and", "&", "called", "named", "is", "are", "was", "were", "be", "as", "-"})

_family = families.families("things").__getitem__


def is_any_beast(spot: Spot) -> bool:
    """Whether the name is told to be a beast's in any way."""
    told = _is_a_trained_beast(spot) or _is_a_newborn_beast(spot) or _is_news_of_a_beast(spot)
    return told or _has_young(spot) or _is_introduced(spot) or is_a_beast(spot) or _is_a_beast_that_was_met(spot)


def _is_a_beast_that_was_met(spot: Spot) -> bool:
    """Lovely to meet the alpacas. Ned nuzzled my husband; Archie put his chin on my foot."""
    sooner = spot.words[max(0, spot.mention.first - AHEAD) : spot.mention.first]
    if not spot.token.opens or spot.possessive or people_words("animals").isdisjoint(sooner):
        return False
    words = spot.following(SAID)
    if words[1:2] != [] and words[0] in _family("beasts_do"):
        return words[1] in _family("to_people") and words[2:3] not in (["his"], ["her"])
    return not (_family("lies").isdisjoint(words) or _family("lies_on").isdisjoint(words))


def _is_introduced(spot: Spot) -> bool:
    """Has anyone seen Sonny? Our hamster is out; meet Max. He is a rude goose; Daisy (a calf); nobody in a play."""
    if not spot.scene.draft or spot.possessive or not spot.token.capital:
        return False
    at = spot.mention.last + 1
    while spot.key(at) in JOINED and spot.capital(at + 1):
        at += 2
    sign, rest = spot.key(at), spot.words[at + 1 : at + 1 + AHEAD]
    if sign in (".", "!", "?") and spot.left not in INTRODUCING:
        return False
    if sign not in (".", "!", "?", ",", "(", "are"):
        return False
    rest = rest[2:] if rest[:2] in (["he", "is"], ["she", "is"]) else rest
    owned = rest[:1] != [] and (rest[0] in SAYING or rest[0] in spot.scene.register.class_words or rest[0] in YEARS)
    return owned and _heads_a_beast(rest[1:]) and families.family("lessons", "in_a_play").isdisjoint(spot.words)


def _heads_a_beast(words: Sequence[str]) -> bool:
    """A very rude goose, stick insect of Year 2's: the first beast closes the phrase; but: our rabbit expert."""
    beasts = people_words("animals") | families.family("things", "breeds", "beasts") | families.family("cues", "pets")
    phrase = words[:PHRASE]
    at = next((at for at, word in enumerate(phrase) if word in beasts or word.removesuffix("s") in beasts), None)
    if at is None or not all(word[:1].isalnum() and word not in ENDS for word in phrase[:at]):
        return False
    closing = words[at + 1 : at + 2]
    return not closing or not closing[0][:1].isalpha() or closing[0] in AFTER_A_BEAST


def is_mine(spot: Spot) -> bool:
    """Mine is called Rocky and has never barked at a soul."""
    mine = spot.sooner in ("is", "was") and spot.before(3) in ("mine", "ours")
    return mine and not _family("of_ours").isdisjoint(spot.following(AHEAD))


def is_a_beast(spot: Spot) -> bool:
    """Jack is the ram with the horns; Archie our labrador; Rosie and Ginger! They are already laying."""
    words = spot.following(AHEAD)
    # Max, our new labrador: a comma or none.
    if words[:1] == [","] and words[1:2] != [] and (words[1] in SAYING or words[1] in _family("quantities")):
        return _tells_a_breed(noun_phrase(words[2:]))
    if words[:1] in (["is"], ["was"], ["our"], ["my"], ["the"], ["a"], ["an"]):
        said = noun_phrase(words[1:])
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


def noun_phrase(words: Sequence[str]) -> Sequence[str]:
    """The words up to the first that is no part of the phrase: a four year old labrador."""
    end = next((at for at, word in enumerate(words) if word in ENDS or not word[:1].isalnum()), len(words))
    return words[: min(end, PHRASE)]


def _is_a_trained_beast(spot: Spot) -> bool:
    """Alfie is a therapy dog; Monty, our new reading dog; our school dog Bonnie."""
    words = spot.following(AHEAD)
    if words[:1] == [","]:
        words = words[1:]
    said = noun_phrase(words[1:]) if words[:1] and words[0] in SAYING else ()
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
