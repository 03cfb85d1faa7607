"""Whoever played Fagin, whoever's kid is biting in Robin class: somebody whom the writer cannot name."""

from collections.abc import Sequence
from itertools import pairwise

from workflows.people.details import YEAR_WORDS, is_year
from workflows.people.families import family
from workflows.people.sentences import Sentence
from workflows.people.stand_ins import is_picked_out
from workflows.people.tokens import Token

PERFORMING = frozenset({"on", "in", "playing", "singing", "being"})
LITTLE = frozenset({"little", "wee", "poor", "big", "young", "small", "tiny"})
WHERE = frozenset({"in", "from", "off", "out"})
CHILDREN = ("kin", "young", "one", "born", "after_whoevers")
WAS_THAT = frozenset({("was", "that"), ("was", "who"), ("is", "that"), ("is", "who"), ("was", ",")})
REACH = 12


def is_a_child(tokens: Sequence[Token], at: int, sentence: Sentence, classes: frozenset[str]) -> bool:
    """Whether whoever, at an index, is a child: by what it does, by whose child it is, or by its class."""
    if tokens[at].key != "whoever" and _whoevers_child(tokens, at):
        return True
    if tokens[at].bare == "whoever" and _performs(tokens, at):
        return True
    return tokens[at].bare == "whoever" and _is_of_a_class(tokens, at, sentence, classes)


def _whoevers_child(tokens: Sequence[Token], at: int) -> bool:
    """Whoever's bairn came as a pit canary; whoevers kid it is nicking lunches; not 'whoever's turn it is'."""
    noun = at + 1
    while noun < len(tokens) and tokens[noun].key in LITTLE:
        noun += 1
    if noun + 1 >= len(tokens) or not any(tokens[noun].bare in family("children", kind) for kind in CHILDREN):
        return False
    following = tokens[noun + 1]
    return following.is_word and (
        following.key not in ("needs", "wants", "may", "might", "would") or _is_told(tokens, noun)
    )


def _is_told(tokens: Sequence[Token], noun: int) -> bool:
    return is_picked_out(tokens, noun)


def _performs(tokens: Sequence[Token], at: int) -> bool:
    """Whoever played Fagin, whoever was on the drums, whoever the third sheep was that fell asleep."""
    first, second = (tokens[each].key if each < len(tokens) else "" for each in (at + 1, at + 2))
    if first == "did":
        return second in ("that", "this", "it")
    if not family("children", "despised").isdisjoint(token.key for token in tokens[at + 3 : at + 7]):
        # Whoever drew this is a muppet.
        return False
    if first in ("the", "that"):
        named = [token.key for token in tokens[at + 2 : at + 7]]
        return _is_a_part(tokens, at + 1) and any(pair in WAS_THAT for pair in pairwise(named))
    if first not in ("was", "is"):
        return first in family("children", "performed")
    if second in PERFORMING:
        return family("children", "serves_at").isdisjoint(token.key for token in tokens[at + 3 : at + 5])
    return _is_a_part(tokens, at + 2) or _is_of_a_year(tokens, at + 2)


def _is_of_a_year(tokens: Sequence[Token], at: int) -> bool:
    """The tiny Y1 in the cardboard Spitfire; that Reception in the lampshade."""
    if at >= len(tokens) or tokens[at].key not in ("the", "that", "this"):
        return False
    year = at + 1
    while year < len(tokens) and tokens[year].key in LITTLE:
        year += 1
    after = year + 1 + (year < len(tokens) and tokens[year].key in YEAR_WORDS)
    return is_year(tokens, year) and after < len(tokens) and tokens[after].key in ("in", "with", "who", "dressed")


def _is_a_part(tokens: Sequence[Token], at: int) -> bool:
    """The third sheep, Henry VIII."""
    if at < len(tokens) and tokens[at].capital and not tokens[at].shouted:
        return True
    after = [token.key for token in tokens[at : at + 4]]
    return after[:1] == ["the"] and not family("children", "part").isdisjoint(after)


def _is_of_a_class(tokens: Sequence[Token], at: int, sentence: Sentence, classes: frozenset[str]) -> bool:
    """Whoever has the nut allergy in Otter; whoever it was in Year 5; not 'whoever teaches Year 5'."""
    last = min(at + REACH, sentence.last)
    for where in range(at + 1, last):
        if tokens[where].key in family("children", "grown_up_does"):
            return False
        if tokens[where].key in WHERE and (is_year(tokens, where + 1) or tokens[where + 1].bare in classes):
            return not _is_theirs(tokens, where + 1)
    return False


def _is_theirs(tokens: Sequence[Token], at: int) -> bool:
    """In Year 5's classroom, from Otter's table: a place or a thing."""
    end = at + 1 if tokens[at].key in YEAR_WORDS else at
    return end < len(tokens) and tokens[end].key.endswith("'s")
