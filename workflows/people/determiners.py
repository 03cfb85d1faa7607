"""Whose or which child a noun is said to be: my, that, a, every."""

from collections.abc import Mapping, Sequence
from functools import cache

from workflows.people.families import family
from workflows.people.sentences import Sentence
from workflows.people.tokens import Token

REACH = 5
WHOEVER = frozenset({"whoever", "whoevers", "whoever's", "whosever", "whosoever"})
# Anybody else's child is none in particular.
NOBODYS = WHOEVER | {"else's", "elses"}
# The wife's nephew is the writer's own.
OF_MY_HOUSE = frozenset({"wife's", "husband's", "missus's", "hubby's", "fella's", "girlfriend's", "boyfriend's"})
WHOSE = frozenset({"my", "our", "her", "his", "their"})
YOUR = frozenset({"your", "ur", "yer"})
KNOWING = frozenset({"guess", "know", "knows", "knew", "seen", "saw", "remember"})
NOT = frozenset({"not", "don't", "dont", "didn't", "didnt", "doesn't", "doesnt", "never", "to", "you", "u"})


def determiner_of(tokens: Sequence[Token], at: int, sentence: Sentence) -> str:
    """The family of the nearest determiner before a noun: own, that, indefinite, generic, or empty."""
    determiners = _determiners()
    for before in range(at - 1, max(sentence.first, at - REACH) - 1, -1):
        word = tokens[before].key
        if word in NOBODYS:
            return "generic"
        if tokens[before].kind == "mark" and word not in (",", "-", "(", "'"):
            return ""
        if word.endswith("'s") and before < at - 1:
            return "own"
        if word in OF_MY_HOUSE:
            return "own"
        if _is_next_door(tokens, before):
            return "that"
        if word == "whose" and before == sentence.first:
            return "that"
        if word in YOUR and before == sentence.first and tokens[at].key not in ("child", "child's", "children"):
            return "that" if at < sentence.last and tokens[at + 1].key != "or" else "generic"
        if word == "which" and (_is_a_guess(tokens, before) or _is_asked_for(tokens, before, at)):
            return "that"
        if word == "whichever" and _did_it(tokens, at):
            return "that"
        if word in determiners:
            return determiners[word]
    return ""


@cache
def _determiners() -> Mapping[str, str]:
    """The family of each determiner."""
    names = ("generic", "own", "that", "indefinite")
    return {word: name for name in names for word in family("children", name)}


def _is_a_guess(tokens: Sequence[Token], at: int) -> bool:
    """Guess which lad; everyone knows which girl; but: I don't know which child."""
    known = at > 0 and tokens[at - 1].key in KNOWING
    return known and not (at > 1 and tokens[at - 2].key in NOT)


def _is_asked_for(tokens: Sequence[Token], which: int, noun: int) -> bool:
    """Which child in Hare has chicken pox: one of them, whoever it is."""
    return noun - which < 3 and noun + 1 < len(tokens) and tokens[noun + 1].key in ("in", "from")


def _did_it(tokens: Sequence[Token], at: int) -> bool:
    """Whichever lad it was set it off: one of them; but: whichever child finds it."""
    following = [token.key for token in tokens[at + 1 : at + 3]]
    return following[:1] == ["did"] or following in (["it", "was"], ["was", "it"])


def _is_next_door(tokens: Sequence[Token], at: int) -> bool:
    """Next door's girl; the neighbours' lad."""
    if tokens[at].bare == "door" and at and tokens[at - 1].key == "next":
        return True
    return tokens[at].bare in ("nextdoor", "next-door", "neighbour", "neighbours") and tokens[at - 1].key not in WHOSE
