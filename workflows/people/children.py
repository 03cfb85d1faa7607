"""Words in a text that point to one child without naming it, and the way in which they do."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise

from workflows.people.details import is_year
from workflows.people.families import family
from workflows.people.sentences import Sentence
from workflows.people.spellings import without_possessive
from workflows.people.tokens import Token

REACH = 5
YEAR_FULL = re.compile(r"(?:y|yr|year)?[1-6]s$")
SUPERLATIVES = family("details", "only") | family("details", "look")
TRADES = ("ician", "ologist", "inist", "cellist", "pianist", "arpist", "ographer")
GROWN_UP_TOO = frozenset({"lady", "gentleman", "fella", "fellow", "chap", "man", "woman"})
PARENTS = frozenset(
    {"mum", "mam", "mummy", "mom", "dad", "daddy", "nan", "nana", "nanny", "gran", "granny", "grandma", "grandad",
     "grandpa", "parent", "parents", "grandparents", "auntie", "aunty", "aunt", "uncle", "stepmum", "stepdad",
     "godmother", "godfather", "moment", "sister", "brother"}
)  # fmt: skip
WHOSE = frozenset({"my", "our", "her", "his", "their"})
FAR = 20
NEEDY = frozenset({("in", "need"), ("in", "crisis"), ("in", "care"), ("in", "poverty"), ("at", "risk")})
SMALL = frozenset({"young", "little", "wee", "lil", "small", "tiny"})


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
        if (pointing := _of_a_class(_pointing(tokens, at, sentence), tokens, at, classes)) is not None
    ]


def _of_a_class(
    pointing: Pointing | None, tokens: Sequence[Token], at: int, classes: frozenset[str]
) -> Pointing | None:
    """Hebog girl, Rowan lad: the class before the noun points as an article does."""
    classed = at > 0 and tokens[at - 1].capital and tokens[at - 1].key in classes
    return Pointing.DEFINITE if pointing == Pointing.BARE and classed else pointing


def _pointing(tokens: Sequence[Token], at: int, sentence: Sentence) -> Pointing | None:
    word = without_possessive(tokens[at].key)
    if YEAR_FULL.match(tokens[at].key) and _is_one_of_many(tokens, at, sentence):
        return Pointing.INDEFINITE
    if word not in _heads() and not word.endswith((*TRADES, "est")):
        return None
    if _is_in_a_title(tokens, at) or _is_the_first_half(tokens, at):
        return None
    if word in ("family", "household"):
        return _family(tokens, at, sentence)
    if word in family("children", "how_many"):
        return Pointing.MINE if at and tokens[at - 1].key in WHOSE and not _is_counted(tokens, at) else None
    if word in PARENTS and at > sentence.first and tokens[at - 1].key in ("proud", "prouder", "proudest"):
        return Pointing.KIN
    if _is_one_of_many(tokens, at, sentence):
        return Pointing.INDEFINITE
    if word in family("children", "mine"):
        return Pointing.MINE if _is_mine(tokens, at, sentence) else None
    if word in family("children", "pronoun"):
        return Pointing.PRONOUN
    if word == "middle" and at and tokens[at - 1].key == "the":
        return None
    if word == "one":
        pointed = _determiner(tokens, at, sentence) in ("that", "own") and not _is_among_things(tokens, at)
        return Pointing.ONE if pointed else None
    if word in ("youngest", "oldest", "eldest") and _is_a_thing(tokens, at + 1):
        return None
    for kind in ("kin", "young", "pet", "slur", "role"):
        if word in family("children", kind) or (kind == "role" and word.endswith(TRADES)):
            return _by_noun(tokens, at, kind, _determiner(tokens, at, sentence))
    if word.endswith("est") and word in SUPERLATIVES and is_year(tokens, at + 1):
        return Pointing.ROLE
    return _twins(tokens, at, sentence, word)


@cache
def _heads() -> frozenset[str]:
    """Every word that may point to a child."""
    names = ("kin", "young", "pet", "slur", "role", "plural", "mine", "pronoun")
    return PARENTS.union(
        {"one", "family", "household", "triplets", "quads"},
        family("children", "how_many"),
        *(family("children", name) for name in names),
    )


def _is_one_of_many(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """One of our Year 5 girls, one of the Year 2s: the plural noun stands for a single child."""
    if tokens[at].key not in family("children", "plural") and not YEAR_FULL.match(tokens[at].key):
        return False
    keys = [token.key for token in tokens[max(sentence.first, at - REACH - 1) : at]]
    return ("one", "of") in pairwise(keys)


def _is_a_thing(tokens: Sequence[Token], at: int) -> bool:
    """The youngest band in the diocese, our oldest volunteer: neither is a child."""
    return at < len(tokens) and tokens[at].key in family("children", "no_child")


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


def _is_a_ruler(tokens: Sequence[Token], at: int) -> bool:
    """King Henry, Captain Scott, Prince Albert."""
    return tokens[at].capital and at + 1 < len(tokens) and tokens[at + 1].capital and not tokens[at + 1].shouted


def _family(tokens: Sequence[Token], at: int, sentence: Sentence) -> Pointing | None:
    """The family in Year 6 who ...: readers know whose child is meant."""
    following = tokens[at + 1].key if at + 1 < len(tokens) else ""
    told_apart = following in ("who", "whose", "in", "that", "with")
    return Pointing.DEFINITE if told_apart and _determiner(tokens, at, sentence) == "that" else None


def _is_counted(tokens: Sequence[Token], at: int) -> bool:
    """My two pounds, our three classes: what is counted stands after the number."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and following.is_word and following.key not in family("children", "after_how_many")


def _is_among_things(tokens: Sequence[Token], at: int) -> bool:
    """Which hazel? The one by the gate; the lambs, even the one at the back."""
    before, after = tokens[max(0, at - FAR) : at], tokens[at + 1 : at + 1 + REACH + REACH]
    if any(token.key in family("children", "of_things") for token in after):
        return True
    return any(not token.capital and token.key in family("children", "thing") for token in before)


def _is_mine(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """'mine' as the subject or object of something, not 'a friend of mine'."""
    return at == sentence.first or tokens[at - 1].key not in ("of", "than", "like")


def _by_noun(tokens: Sequence[Token], at: int, kind: str, determiner: str) -> Pointing | None:
    if tokens[at].key in GROWN_UP_TOO and (at == 0 or tokens[at - 1].key not in SMALL):
        return None
    if determiner == "generic":
        return None
    if kind == "slur" and _works_there(tokens, at):
        return None
    if kind == "slur":
        return Pointing.SLUR if determiner in ("that", "own", "indefinite") else None
    if kind in ("role", "pet") and _is_a_ruler(tokens, at):
        return None
    if kind == "role":
        return Pointing.ROLE if determiner or _is_award(tokens, at) else None
    if determiner == "own":
        return Pointing.KIN
    if kind == "pet":
        return Pointing.ROLE if _is_award(tokens, at) else None
    if determiner == "that":
        return Pointing.DEFINITE
    if determiner == "indefinite":
        return None if _is_any_child(tokens, at) else Pointing.INDEFINITE
    return Pointing.KIN if kind == "kin" else Pointing.BARE


def _is_any_child(tokens: Sequence[Token], at: int) -> bool:
    """A child in need of a coat; a child in Reception, paired with every child of Year 6."""
    following = tuple(token.key for token in tokens[at + 1 : at + 3])
    return following in NEEDY or any(token.key in ("every", "each") for token in tokens[max(0, at - FAR) : at])


def _works_there(tokens: Sequence[Token], at: int) -> bool:
    """That cow from the post office is no child."""
    following = [token.key for token in tokens[at + 1 : at + 5]]
    return following[:1] in (["from"], ["at"], ["off"], ["behind"]) and bool(
        set(following[1:]) & family("cues", "workplace")
    )


def _is_award(tokens: Sequence[Token], at: int) -> bool:
    """Star of the Week; Spelling bee winner at the head of a sentence."""
    following = [token.key for token in tokens[at + 1 : at + 4]]
    return following[:2] == ["of", "the"] or (tokens[at].capital and tokens[at].opens) or following[:1] == [","]


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
        for name in ("generic", "own", "that", "indefinite"):
            if word in family("children", name) and not (word == "one" and before == at - 1 and name == "generic"):
                return name
    return ""
