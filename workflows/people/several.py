"""One child told with others: one of our Year 5 girls, my two, the twins, the family in Year 6."""

import re
from collections.abc import Sequence
from itertools import pairwise

from workflows.people.details import is_year
from workflows.people.determiners import REACH, determiner_of
from workflows.people.families import family
from workflows.people.pointing import Pointing
from workflows.people.sentences import Sentence
from workflows.people.tokens import Token
from workflows.people.years import is_a_year_in_words

YEAR_FULL = re.compile(r"(?:y|yr|year)?[1-6]s$")
NO_CHILDREN = frozenset({"parents", "classes", "teams", "everyone", "everybody"})
ELSEWHERE = frozenset({"for", "with", "as", "to", "by", "at", "on"})


def is_one_of_many(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """One of our Year 5 girls, one of the Year 2s: the plural noun stands for a single child."""
    if tokens[at].key in NO_CHILDREN:
        return False
    if (
        tokens[at].key not in family("children", "plural")
        and not YEAR_FULL.match(tokens[at].key)
        and not is_a_year_in_words(tokens, at)
    ):
        return False
    keys = [token.key for token in tokens[max(sentence.first, at - REACH - 1) : at]]
    return ("one", "of") in pairwise(keys) and ELSEWHERE.isdisjoint(keys[keys.index("of") :])


def is_counted(tokens: Sequence[Token], at: int) -> bool:
    """My two pounds, our three classes: what is counted stands after the number."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and following.is_word and following.key not in family("children", "after_how_many")


def is_of_a_group(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """Our oldest Year 6; our only Year 4 harpist."""
    return is_year(tokens, at + 1) and (
        tokens[at].key != "only" or determiner_of(tokens, at, sentence) in ("own", "that")
    )


def family_told_apart(tokens: Sequence[Token], at: int, sentence: Sentence) -> Pointing | None:
    """The family in Year 6 who ...: readers know whose child is meant."""
    following = tokens[at + 1].key if at + 1 < len(tokens) else ""
    told_apart = following in ("who", "whose", "in", "that", "with")
    return Pointing.DEFINITE if told_apart and determiner_of(tokens, at, sentence) == "that" else None


def twins(tokens: Sequence[Token], at: int, sentence: Sentence, word: str) -> Pointing | None:
    """A pair of twins is singled out like one child."""
    if word in family("children", "plural") and at > sentence.first and tokens[at - 1].key == "twin":
        return Pointing.DEFINITE
    if word in ("brothers", "sisters", "siblings") and _is_a_pair_in_front(tokens, at, sentence):
        return Pointing.DEFINITE
    determined = determiner_of(tokens, at, sentence) in ("own", "that") or _opens_with_a_place(tokens, at, sentence)
    if word in ("twins", "triplets", "quads") and determined:
        return Pointing.DEFINITE
    if (
        word in ("brothers", "sisters", "siblings")
        and determined
        and tokens[at - 1].key in family("children", "how_many") | {"both"}
    ):
        return Pointing.DEFINITE
    return None


def _opens_with_a_place(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """Twins at no 14 are late every day."""
    told_apart = ("at", "in", "from", "off", "on", "who", "with")
    return at == sentence.first and at < sentence.last and tokens[at + 1].key in told_apart


def _is_a_pair_in_front(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """Two sisters, one in Hazel, one in Oak."""
    return at == sentence.first + 1 and tokens[at - 1].key in family("children", "how_many")
