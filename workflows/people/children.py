"""Words in a text that point to one child without naming it, and the way in which they do."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise

from workflows.people import nobody_in_particular as nobody
from workflows.people.details import is_year, may_be_a_year
from workflows.people.families import family
from workflows.people.sentences import Sentence
from workflows.people.spellings import without_possessive
from workflows.people.stand_ins import (
    age_from,
    is_a_parents_word,
    is_my_year,
    is_picked_out,
    opens,
    performs,
    pronoun_points,
)
from workflows.people.tokens import Token

REACH = 5
YEAR_FULL = re.compile(r"(?:y|yr|year)?[1-6]s$")
OLD = frozenset({"old", "yr-old", "year-old"})
SUPERLATIVES = family("details", "only") | family("details", "look")
TRADES = ("ician", "ologist", "inist", "cellist", "pianist", "arpist", "ographer")
ENDINGS = (*TRADES, "est", "-old", "yo", "yr")
GROWN_UP_TOO = frozenset({"lady", "gentleman", "fella", "fellow", "chap", "man", "woman"})
PARENTS = family("children", "parents")
WHOSE = frozenset({"my", "our", "her", "his", "their"})
YOUR = frozenset({"your", "ur", "yer"})
WHO = frozenset({"with", "who", "whose", "wi", "wiv"})
SMALL = frozenset({"young", "little", "wee", "lil", "small", "tiny"})
ROYAL = frozenset({"ladyship", "nibs", "lordship", "majesty", "highness", "worship", "excellency"})


class Pointing(StrEnum):
    """How a text points to one child."""

    KIN = "kin"  # my daughter, our little lad, grandson
    MINE = "mine"  # mine says ...
    DEFINITE = "definite"  # the lad with ..., that kid who ...
    INDEFINITE = "indefinite"  # a boy in ..., one girl ...
    BARE = "bare"  # lad in Rhino ...
    ROLE = "role"  # our Year 5 violinist, the youngest cyclist, Star of the Week
    ONE = "one"  # the one with ..., this one
    PRONOUN = "pronoun"  # he, she, and nobody else in sight
    SLUR = "slur"  # that brat


BY_DETERMINER = {"own": Pointing.KIN, "that": Pointing.DEFINITE, "indefinite": Pointing.INDEFINITE}


@dataclass(frozen=True, slots=True)
class Child:
    """One pointing: its head word and the sentence in which it stands."""

    pointing: Pointing
    at: int
    sentence: Sentence


def children(tokens: Sequence[Token], sentences: Sequence[Sentence], classes: frozenset[str]) -> list[Child]:
    """All pointings of a text, sentence by sentence; `classes` are the words that name a class of the school."""
    return [
        Child(pointing, at, sentence)
        for sentence in sentences
        for at in range(sentence.first, sentence.last + 1)
        if _may_point(tokens[at].key)
        and (pointing := _of_a_class(_pointing(tokens, at, sentence), tokens, at, classes)) is not None
    ]


@lru_cache(maxsize=16384)
def _may_point(key: str) -> bool:
    """Whether a word may point to a child, as far as the word alone shows."""
    word = without_possessive(key)
    return word in _heads() or word.endswith(ENDINGS) or YEAR_FULL.match(key) is not None or may_be_a_year(word)


def _of_a_class(
    pointing: Pointing | None, tokens: Sequence[Token], at: int, classes: frozenset[str]
) -> Pointing | None:
    """Hebog girl, Rowan lad: the class before the noun points as an article does."""
    classed = at > 0 and tokens[at - 1].capital and tokens[at - 1].key in classes
    return Pointing.DEFINITE if pointing == Pointing.BARE and classed else pointing


def _pointing(tokens: Sequence[Token], at: int, sentence: Sentence) -> Pointing | None:
    word = tokens[at].bare
    if YEAR_FULL.match(tokens[at].key) and _is_one_of_many(tokens, at, sentence):
        return Pointing.INDEFINITE
    if may_be_a_year(word):
        return Pointing.KIN if at > sentence.first and is_my_year(tokens, at, sentence.last) else None
    if word in OLD or word.endswith(("-old", "yo", "yr")):
        return _of_an_age(tokens, at, sentence)
    if word == "whoever":
        return Pointing.ROLE if performs(tokens, at) else None
    if _is_in_a_title(tokens, at) or _is_the_first_half(tokens, at) or nobody.is_a_turn_of_phrase(tokens, at):
        return None
    if word in ("family", "household"):
        return _family(tokens, at, sentence)
    if word in family("children", "how_many"):
        return Pointing.MINE if at and tokens[at - 1].key in WHOSE and not _is_counted(tokens, at) else None
    if word in PARENTS and is_a_parents_word(tokens, at, sentence):
        return Pointing.KIN
    if _is_one_of_many(tokens, at, sentence):
        return Pointing.INDEFINITE
    if word in family("children", "mine"):
        return Pointing.MINE if _is_mine(tokens, at, sentence) else None
    if word in family("children", "pronoun"):
        return _pronoun(tokens, at, sentence)
    if word == "middle" and at and tokens[at - 1].key == "the":
        return None
    if word == "one":
        return _one(tokens, at, sentence)
    if word in ("youngest", "oldest", "eldest") and _is_a_thing(tokens, at + 1):
        return None
    for kind in ("kin", "young", "pet", "slur", "role"):
        if word in family("children", kind) or (kind == "role" and word.endswith(TRADES)):
            return _by_noun(tokens, at, kind, _determiner(tokens, at, sentence))
    if (word == "only" or word.endswith("est")) and word in SUPERLATIVES and _is_of_a_group(tokens, at, sentence):
        return Pointing.ROLE
    return _twins(tokens, at, sentence, word)


@cache
def _heads() -> frozenset[str]:
    """Every word that may point to a child."""
    names = ("kin", "young", "pet", "slur", "role", "plural", "mine", "pronoun")
    return PARENTS.union(
        OLD,
        {"one", "family", "household", "triplets", "quads", "whoever", "only"},
        family("children", "how_many"),
        *(family("children", name) for name in names),
    )


def _of_an_age(tokens: Sequence[Token], at: int, sentence: Sentence) -> Pointing | None:
    """My five year old, a 6-year-old, my 8yo: the age stands for the child."""
    first = age_from(tokens, at, sentence)
    determiner = "generic" if first is None else _determiner(tokens, first, sentence)
    return None if determiner == "generic" else BY_DETERMINER.get(determiner, Pointing.INDEFINITE)


def _pronoun(tokens: Sequence[Token], at: int, sentence: Sentence) -> Pointing | None:
    """He, she; her with the blue hair and him off the flats point as 'the one' does."""
    if at < sentence.last and tokens[at + 1].key in ROYAL:
        return None
    return Pointing.ONE if pronoun_points(tokens, at, sentence) else Pointing.PRONOUN


def _one(tokens: Sequence[Token], at: int, sentence: Sentence) -> Pointing | None:
    """Our little one; the one with the plaits; little one with the big bag; one who gets dropped off last."""
    determiner = _determiner(tokens, at, sentence)
    if determiner == "own":
        return Pointing.KIN
    opening = (
        at - sentence.first < 2 and is_picked_out(tokens, at) and (at > sentence.first or tokens[at + 1].key in WHO)
    )
    if not (determiner == "that" or opening) or nobody.is_among_things(tokens, at):
        return None
    return None if nobody.is_supposed(tokens, at, sentence) else Pointing.ONE


def _is_one_of_many(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """One of our Year 5 girls, one of the Year 2s: the plural noun stands for a single child."""
    if tokens[at].key not in family("children", "plural") and not YEAR_FULL.match(tokens[at].key):
        return False
    keys = [token.key for token in tokens[max(sentence.first, at - REACH - 1) : at]]
    return ("one", "of") in pairwise(keys)


def _is_a_thing(tokens: Sequence[Token], at: int) -> bool:
    """The youngest band in the diocese, our oldest volunteer: neither is a child."""
    return at < len(tokens) and tokens[at].key in family("children", "no_child")


def _is_of_a_group(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """Our oldest Year 6; our only Year 4 harpist."""
    return is_year(tokens, at + 1) and (
        tokens[at].key != "only" or _determiner(tokens, at, sentence) in ("own", "that")
    )


def _twins(tokens: Sequence[Token], at: int, sentence: Sentence, word: str) -> Pointing | None:
    """A pair of twins is singled out like one child."""
    determined = _determiner(tokens, at, sentence) in ("own", "that")
    if word in ("twins", "triplets", "quads") and determined:
        return Pointing.DEFINITE
    if (
        word in ("brothers", "sisters", "siblings")
        and determined
        and tokens[at - 1].key in family("children", "how_many") | {"both"}
    ):
        return Pointing.DEFINITE
    return None


def _is_in_a_title(tokens: Sequence[Token], at: int) -> bool:
    """The Boy at the Back of the Class, King Henry: the capital makes it a title's word."""
    if not tokens[at].capital or tokens[at].opens or tokens[at].shouted:
        return False
    if tokens[at].key in family("children", "young"):
        return tokens[at - 1].capital and tokens[at - 1].key in ("the", "a", "an", "little", "lost")
    return False


def _is_the_first_half(tokens: Sequence[Token], at: int) -> bool:
    """Boy band, child seat, girl guides: no child by themselves."""
    if tokens[at].key not in family("children", "young"):
        return False
    return at + 1 < len(tokens) and tokens[at + 1].key in family("children", "second_half")


def _family(tokens: Sequence[Token], at: int, sentence: Sentence) -> Pointing | None:
    """The family in Year 6 who ...: readers know whose child is meant."""
    following = tokens[at + 1].key if at + 1 < len(tokens) else ""
    told_apart = following in ("who", "whose", "in", "that", "with")
    return Pointing.DEFINITE if told_apart and _determiner(tokens, at, sentence) == "that" else None


def _is_counted(tokens: Sequence[Token], at: int) -> bool:
    """My two pounds, our three classes: what is counted stands after the number."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and following.is_word and following.key not in family("children", "after_how_many")


def _is_mine(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """'mine' as the subject or object of something, not 'a friend of mine'."""
    return at == sentence.first or tokens[at - 1].key not in ("of", "than", "like")


def _by_noun(tokens: Sequence[Token], at: int, kind: str, determiner: str) -> Pointing | None:
    if tokens[at].key in GROWN_UP_TOO and (at == 0 or tokens[at - 1].key not in SMALL):
        return None
    if determiner == "generic":
        return None
    if tokens[at].key in GROWN_UP_TOO and at + 1 < len(tokens) and tokens[at + 1].key == "from":
        return None
    if kind in ("slur", "young") and determiner != "own" and nobody.works_there(tokens, at, kind):
        return None
    if kind == "slur":
        return Pointing.SLUR if determiner in ("that", "own", "indefinite") else None
    if kind in ("role", "pet") and nobody.is_a_ruler(tokens, at):
        return None
    if kind == "role":
        left_out = opens(tokens, at) and is_picked_out(tokens, at)
        return Pointing.ROLE if determiner or left_out or _is_award(tokens, at) or _is_theirs(tokens, at) else None
    if determiner == "own":
        return Pointing.KIN
    if kind == "pet":
        picked = determiner == "that" and is_picked_out(tokens, at)
        return Pointing.ROLE if picked or _is_award(tokens, at) else None
    if determiner == "that":
        return Pointing.DEFINITE
    if determiner == "indefinite":
        return None if nobody.is_any_child(tokens, at) else Pointing.INDEFINITE
    if kind == "kin":
        return Pointing.KIN
    return Pointing.INDEFINITE if opens(tokens, at) and is_picked_out(tokens, at) else Pointing.BARE


def _is_award(tokens: Sequence[Token], at: int) -> bool:
    """Star of the Week; Spelling bee winner at the head of a sentence."""
    following = [token.key for token in tokens[at + 1 : at + 4]]
    return following[:2] == ["of", "the"] or (tokens[at].capital and tokens[at].opens) or following[:1] == [","]


def _is_theirs(tokens: Sequence[Token], at: int) -> bool:
    """Badger's goalie: the class with a capital stands for an article."""
    return at > 0 and tokens[at - 1].capital and tokens[at - 1].key.endswith("'s")


def _determiner(tokens: Sequence[Token], at: int, sentence: Sentence) -> str:
    """The family of the nearest determiner before a noun: own, that, indefinite, generic, or empty."""
    for before in range(at - 1, max(sentence.first, at - REACH) - 1, -1):
        word = tokens[before].key
        if tokens[before].kind == "mark" and word not in (",", "-", "("):
            return ""
        if word.endswith("'s") and before < at - 1:
            return "own"
        if word == "whose" and before == sentence.first:
            return "that"
        if word in YOUR and before == sentence.first and tokens[at].key not in ("child", "child's", "children"):
            return "that" if at < sentence.last and tokens[at + 1].key != "or" else "generic"
        if word == "which" and before and tokens[before - 1].key == "guess":
            return "that"
        for name in ("generic", "own", "that", "indefinite"):
            if word in family("children", name) and not (word == "one" and before == at - 1 and name == "generic"):
                return name
    return ""
