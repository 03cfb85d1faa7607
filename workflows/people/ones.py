"""Which child "one" stands for: our little one, the one with the plaits, curly one on the left."""

from collections.abc import Sequence
from functools import cache

from workflows.people import nobody_in_particular as nobody
from workflows.people.details import is_year
from workflows.people.determiners import WHOSE, determiner_of
from workflows.people.families import family
from workflows.people.pointing import Pointing
from workflows.people.sentences import Sentence
from workflows.people.small_ones import SMALL, is_little_one_alone
from workflows.people.stand_ins import is_picked_out
from workflows.people.tokens import Token

WHO = frozenset({"with", "who", "whose", "wi", "wiv"})
IS = frozenset({"is", "was", "were", "wis", "wor"})
HAVING = frozenset({"i've", "ive", "we've", "weve", "they've", "he's", "she's", "got", "have", "had", "has", "need",
                    "needs", "want", "wants", "buy", "bought", "found", "i'd", "sell", "selling"})  # fmt: skip
PLACING = frozenset({"on", "in", "for", "at", "with", "by", "into", "to", "about"})
NAMED = frozenset({"called", "named", "christened", "calling", "naming", "call", "name"})
OF_A_SCHOOL = frozenset({"year", "class", "reception", "nursery", "ks1", "ks2", "my", "our", "little"})
TELLS_APART = frozenset(
    {"in", "with", "who", "whose", "that", "dressed", "wearing", "on", "at", "by", "under", "behind", "wi", "wiv",
     "stood", "sat", "up", "asleep", "stuck", "upside", "covered", "hidden", "facing", "half"}
)  # fmt: skip


def one(tokens: Sequence[Token], at: int, sentence: Sentence) -> Pointing | None:
    """Our little one; the one with the plaits; little one with the big bag; one who gets dropped off last."""
    if at > sentence.first and _is_one_of_things(tokens, at, sentence):
        return None
    determiner = determiner_of(tokens, at, sentence)
    if tokens[at].key == "one" and at < sentence.last and tokens[at + 1].key in family("children", "after_a_number"):
        return None
    if determiner == "own":
        return Pointing.KIN if _is_my_one(tokens, at) else None
    if determiner in ("", "that") and is_little_one_alone(tokens, at):
        return Pointing.KIN
    opening = (
        at - sentence.first < 2 and is_picked_out(tokens, at) and (at > sentence.first or tokens[at + 1].key in WHO)
    ) or (at == sentence.first + 1 and _is_a_look(tokens[at - 1]))
    if not (determiner == "that" or opening) or nobody.is_among_things(tokens, at):
        return None
    if nobody.is_supposed(tokens, at, sentence) or nobody.works_there(tokens, at, "one"):
        return None
    return Pointing.ONE


def is_one_in_figures(tokens: Sequence[Token], at: int) -> bool:
    """The ginger 1 in yr6, that 1 who bites: not the top 1 in 5, nor Year 1."""
    before = tokens[at - 1] if at else None
    if before is None or not is_picked_out(tokens, at):
        return False
    return _is_a_look(before) or (before.key in ("the", "that") and tokens[at + 1].key in WHO)


def _is_one_of_things(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """I've one in a tin; on one leg; for one lorry; I lived on the middle one: what is had or counted, or a place."""
    if tokens[at - 1].key in HAVING or tokens[at - 1].key in PLACING:
        return not is_year(tokens, at + 2)
    if at - sentence.first > 2 and (_is_one_by_its_title(tokens, at) or _is_given_a_name(tokens, at, sentence)):
        return True
    ends = at == sentence.last or not tokens[at + 1].is_word
    first = at - 3
    return ends and first > sentence.first and tokens[first].key in PLACING and tokens[first + 1].key == "the"


def _is_given_a_name(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """We've called the smallest one Biscuit: a beast, a boat, a snowman."""
    named = {token.key for token in tokens[max(sentence.first, at - 4) : at]}
    return at < sentence.last and tokens[at + 1].capital and not named.isdisjoint(NAMED)


def _is_one_by_its_title(tokens: Sequence[Token], at: int) -> bool:
    """The Bayeux Tapestry one with the arrow; but: the Year Six one, the Kestrel Class one, THE TALL BLONDE ONE."""
    first, second = tokens[at - 2], tokens[at - 1]
    title = first.capital and second.capital and not (first.shouted or tokens[at].capital or first.opens)
    return title and not is_year(tokens, at - 2) and {first.key, second.key}.isdisjoint(OF_A_SCHOOL)


def _is_my_one(tokens: Sequence[Token], at: int) -> bool:
    """My little one, our tall one: not my gateway one more time."""
    before = tokens[at - 1]
    return before.key in WHOSE or before.key in family("children", "own", "before_one") or _is_a_look(before)


def _is_a_look(token: Token) -> bool:
    return token.key in family("details", "look") or token.key in SMALL


def is_the_one_who(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """Mine was the one in the homemade helmet; my girl's the mermaid who lost her tail: said of no other child."""
    verb = at if tokens[at].key != tokens[at].bare else at + 1
    if verb > at and (verb > sentence.last or tokens[verb].key not in IS):
        return False
    if verb + 1 > sentence.last or tokens[verb + 1].key not in ("the", "that", "t'", "d'"):
        return False
    for noun in range(verb + 2, min(verb + 6, sentence.last)):
        if not tokens[noun].is_word:
            return False
        if tokens[noun].bare in _nouns():
            following = tokens[noun + 1]
            telling = following.key in TELLS_APART or (following.key.endswith("ing") and following.is_word)
            telling = telling or following.key in family("children", "befell")
            return telling and family("children", "fond").isdisjoint(
                token.key for token in tokens[noun + 1 : min(noun + 4, sentence.last + 1)]
            )
    return False


@cache
def _nouns() -> frozenset[str]:
    return frozenset().union(*(family("children", name) for name in ("one", "young", "part", "played", "role")))
