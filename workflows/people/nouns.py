"""How a noun for a child points: my daughter, that lad, a girl in Year 4, our Year 5 violinist."""

from collections.abc import Sequence

from workflows.people import nobody_in_particular as nobody
from workflows.people.any_child import is_any_child
from workflows.people.details import is_year
from workflows.people.determiners import determiner_of
from workflows.people.families import family
from workflows.people.good_causes import is_of_a_cause
from workflows.people.parts import is_stood_in_for
from workflows.people.picked_out import is_scorned
from workflows.people.pointing import Pointing
from workflows.people.sentences import Sentence
from workflows.people.small_ones import (
    does_alone,
    is_a_child_of_mine,
    is_called_something,
    is_little_one_alone,
    is_one_happy_child,
    is_said_in_praise,
    is_said_to_you,
    is_small,
    is_spoken_to,
    is_the_grandchild,
)
from workflows.people.stand_ins import is_a_mite, is_aged, is_picked_out, opens
from workflows.people.tokens import Token

GROWN_UP_TOO = frozenset({"lady", "gentleman", "fella", "fellow", "chap", "man", "woman"})
BY_DETERMINER = {"own": Pointing.KIN, "that": Pointing.DEFINITE, "indefinite": Pointing.INDEFINITE}


def by_noun(tokens: Sequence[Token], at: int, kind: str, sentence: Sentence) -> Pointing | None:
    """How the noun of a kind (kin, young, pet, slur, role, beast) points at an index; None for no child."""
    determiner = determiner_of(tokens, at, sentence)
    if determiner == "generic" or _is_no_child(tokens, at, kind, determiner):
        return None
    if kind == "beast":
        return Pointing.SLUR if is_picked_out(tokens, at) and is_year(tokens, at + 2) else None
    if kind == "slur" and determiner == "indefinite" and is_said_to_you(tokens, at):
        return None
    if kind == "slur":
        alone = opens(tokens, at) and is_picked_out(tokens, at) and is_year(tokens, at + 2)
        scorned = is_picked_out(tokens, at) and is_scorned(tokens, at, sentence)
        return Pointing.SLUR if alone or scorned or determiner in BY_DETERMINER else None
    if kind in ("role", "pet") and is_small(tokens, at) and determiner in ("own", "that"):
        return BY_DETERMINER[determiner]
    if kind == "role" and (_is_hired(tokens, at) or is_stood_in_for(tokens, at, sentence) or is_of_a_cause(tokens, at)):
        return None
    if kind == "role":
        left_out = opens(tokens, at) and is_picked_out(tokens, at)
        return Pointing.ROLE if determiner or left_out or _is_award(tokens, at) or _is_theirs(tokens, at) else None
    if determiner == "own" and nobody.is_of_a_family_told_of(tokens, at, sentence):
        return Pointing.DEFINITE
    if determiner == "own" or _is_ones_own(tokens, at, kind, determiner, sentence):
        return Pointing.KIN
    if kind == "kin" and nobody.is_of_that_lot(tokens, at):
        return Pointing.DEFINITE
    if kind == "pet":
        picked = determiner == "that" and is_picked_out(tokens, at)
        return Pointing.ROLE if picked or _is_award(tokens, at) else None
    if determiner:
        return None if determiner == "indefinite" and is_any_child(tokens, at) else BY_DETERMINER[determiner]
    if kind == "kin":
        told_apart = tokens[at].bare in family("children", "small_child") and is_picked_out(tokens, at)
        return Pointing.INDEFINITE if told_apart else Pointing.KIN
    told_apart = is_picked_out(tokens, at) or is_aged(tokens, at) or _does_something(tokens, at)
    return Pointing.INDEFINITE if opens(tokens, at) and told_apart else Pointing.BARE


def _does_something(tokens: Sequence[Token], at: int) -> bool:
    """Boy dressed as a postbox, girl holding the ferret, lad sat on the wall."""
    following = tokens[at + 1].key if at + 1 < len(tokens) else ""
    return following in ("dressed", "sat", "stood") or (len(following) > 5 and following.endswith("ing"))


def _is_no_child(tokens: Sequence[Token], at: int, kind: str, determiner: str) -> bool:
    """Ladies and chaps, what is for sale, who works there, a king."""
    small_only = tokens[at].bare in GROWN_UP_TOO or tokens[at].bare in family("children", "small_only")
    if small_only and not is_small(tokens, at) and not is_a_mite(tokens, at):
        return True
    if tokens[at].bare in GROWN_UP_TOO and determiner == "indefinite" and nobody.is_called_so(tokens, at):
        return True
    if nobody.is_for_sale(tokens, at) or nobody.is_praised(tokens, at) or nobody.is_a_character(tokens, at):
        return True
    if kind == "kin" and nobody.is_a_heros(tokens, at):
        return True
    if tokens[at].bare in ("somebody", "someone") and tokens[at].bare != tokens[at].key:
        return True
    if determiner == "indefinite" and any(is_called_something(tokens, each) for each in range(max(0, at - 4), at - 1)):
        return True
    if kind in ("slur", "young"):
        return determiner != "own" and nobody.works_there(tokens, at, kind)
    return kind in ("role", "pet") and not is_small(tokens, at) and nobody.is_a_ruler(tokens, at)


def _is_hired(tokens: Sequence[Token], at: int) -> bool:
    """The magician in the waistcoat: a grown-up who came to the fair, unless a year or class stands beside him."""
    near = range(max(0, at - 3), min(at + 4, len(tokens)))
    return tokens[at].bare in family("children", "hired") and not any(is_year(tokens, each) for each in near)


def _is_ones_own(tokens: Sequence[Token], at: int, kind: str, determiner: str, sentence: Sentence) -> bool:
    """Little lad loved it, lad came home, that boy of ours, I've a daughter: one's own without a my."""
    if [token.key for token in tokens[at + 1 : at + 3]] in (["of", "ours"], ["of", "mine"]):
        return True
    if is_one_happy_child(tokens, at):
        return True
    if kind == "kin":
        return is_the_grandchild(tokens, at) or (determiner != "that" and is_a_child_of_mine(tokens, at, sentence))
    if kind != "young" or determiner:
        return False
    alone = is_little_one_alone(tokens, at) or does_alone(tokens, at)
    return alone or is_said_in_praise(tokens, at) or is_spoken_to(tokens, at)


def _is_award(tokens: Sequence[Token], at: int) -> bool:
    """Star of the Week; Spelling bee winner at the head of a sentence."""
    following = [token.key for token in tokens[at + 1 : at + 4]]
    return following[:2] == ["of", "the"] or (tokens[at].capital and tokens[at].opens) or following[:1] == [","]


def _is_theirs(tokens: Sequence[Token], at: int) -> bool:
    """Badger's goalie: the class with a capital stands for an article."""
    return at > 0 and tokens[at - 1].capital and tokens[at - 1].key.endswith("'s")
