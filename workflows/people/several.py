"""One child told with others: one of our Year 5 girls, my two, the twins, the family in Year 6."""

import re
from collections.abc import Sequence
from itertools import pairwise

from workflows.people.details import YEAR_WORDS, is_year
from workflows.people.determiners import REACH, determiner_of
from workflows.people.families import family
from workflows.people.marks import remembered
from workflows.people.pointing import Pointing
from workflows.people.sentences import Sentence
from workflows.people.small_ones import does
from workflows.people.stand_ins import is_picked_out
from workflows.people.tokens import Token
from workflows.people.years import is_a_year_in_words

YEAR_FULL = re.compile(r"(?:y|yr|year)?[1-6]s$")
FULL_YEARS = frozenset({"ones", "twos", "threes", "fours", "fives", "sixes"})
NO_CHILDREN = frozenset({"parents", "classes", "teams", "everyone", "everybody"})
WELCOMES = frozenset({"welcomed", "welcome", "welcoming", "got", "gained", "have", "has", "had", "new"})
THERE_ARE = frozenset({"there's", "theres", "are", "is", "were", "two", "some"})
THERE_IS = frozenset({"there's", "theres", "is", "know"})
BESIDE_US = frozenset({"on", "off", "next", "two", "down", "up", "opposite", "at", "across", "round", "near"})
OF_A_CLASS = frozenset(
    {"member", "smallest", "littlest", "youngest", "oldest", "tiniest", "newest", "tallest", "quietest"}
)
MULTIPLES = frozenset({"twins", "triplets", "quads"})
COME = frozenset({"joined", "joining", "join", "started", "start", "starting", "arrived", "left", "leaving", "moved"})
ELSEWHERE = frozenset({"for", "with", "as", "to", "by", "at", "on"})


@remembered
def is_full_year(key: str) -> bool:
    """Whether a word (lower case) stands for all of a year: y2s, 5s, or fives behind "year"."""
    return YEAR_FULL.match(key) is not None or key in FULL_YEARS


def is_one_of_many(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """One of our Year 5 girls, one of the Year 2s: the plural noun stands for a single child."""
    if tokens[at].key in NO_CHILDREN:
        return False
    full_year = is_full_year(tokens[at].key) and (tokens[at].key not in FULL_YEARS or tokens[at - 1].key in YEAR_WORDS)
    if not (full_year or tokens[at].key in family("children", "plural") or is_a_year_in_words(tokens, at)):
        return False
    keys = [token.key for token in tokens[max(sentence.first, at - REACH - 1) : at]]
    return ("one", "of") in pairwise(keys) and ELSEWHERE.isdisjoint(keys[keys.index("of") :])


def is_of_a_class(tokens: Sequence[Token], at: int, classes: frozenset[str]) -> bool:
    """A member of Teign class; the smallest in Bramble; the newest in Year 2."""
    link = ("of",) if tokens[at].key == "member" else ("in", "from", "of")
    if at + 2 >= len(tokens) or tokens[at + 1].key not in link:
        return False
    return is_year(tokens, at + 2) or (tokens[at + 2].capital and tokens[at + 2].bare in classes)


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
    """The family in Year 6 who ..., there's a family on Bridge Street: readers know whose child is meant."""
    following = tokens[at + 1].key if at + 1 < len(tokens) else ""
    if following in BESIDE_US and at > 1 and tokens[at - 1].key == "a" and tokens[at - 2].key in THERE_IS:
        return Pointing.DEFINITE
    told_apart = following in ("who", "whose", "in", "that", "with")
    return Pointing.DEFINITE if told_apart and determiner_of(tokens, at, sentence) == "that" else None


def twins(tokens: Sequence[Token], at: int, sentence: Sentence, word: str) -> Pointing | None:
    """A pair of twins is singled out like one child."""
    if word in family("children", "plural") and at > sentence.first and tokens[at - 1].key == "twin":
        return Pointing.DEFINITE
    if (
        word in ("brother", "sister")
        and determiner_of(tokens, at, sentence) == "indefinite"
        and is_a_pair_of_both(tokens, at)
    ):
        return Pointing.DEFINITE
    if _is_that_pair(tokens, at, sentence):
        return Pointing.DEFINITE
    if word == "twin" and determiner_of(tokens, at, sentence) in ("indefinite", "that"):
        return Pointing.INDEFINITE if _is_a_person(tokens, at) else None
    if word in ("brothers", "sisters", "siblings") and _is_a_pair_in_front(tokens, at, sentence):
        return Pointing.DEFINITE
    if word in MULTIPLES and (_is_a_set(tokens, at, sentence) or _have_come(tokens, at, sentence)):
        return Pointing.DEFINITE
    determined = determiner_of(tokens, at, sentence) in ("own", "that") or _opens_with_a_place(tokens, at, sentence)
    if word in MULTIPLES and determined:
        return Pointing.DEFINITE
    if (
        word in ("brothers", "sisters", "siblings")
        and determined
        and (tokens[at - 1].key == "both" or tokens[at - 1].key in family("children", "how_many"))
    ):
        return Pointing.DEFINITE
    return None


def _is_that_pair(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """That pair of lads from the flats; them two girls with the dog: not the pair of shoes with the laces."""
    if tokens[at].key not in family("children", "plural") or not is_picked_out(tokens, at):
        return False
    before = [token.key for token in tokens[max(sentence.first, at - 3) : at]]
    return before[1:] == ["pair", "of"] and before[0] in ("that", "the", "this", "them")


def _is_a_set(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """A set of triplets in Year 2, a pair of twins."""
    return at - sentence.first > 1 and tokens[at - 1].key == "of" and tokens[at - 2].key in ("set", "pair")


def _have_come(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """Twins have joined Acorn; triplets started today."""
    return at == sentence.first and any(token.key in COME for token in tokens[at + 1 : at + 4])


def _opens_with_a_place(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """Twins at no 14 are late every day; we welcomed twins into Limpet."""
    told_apart = ("at", "in", "from", "off", "on", "who", "with", "to", "into")
    if at > sentence.first and tokens[at - 1].key in WELCOMES and at + 1 <= sentence.last:
        return tokens[at + 1].key in told_apart
    if at > sentence.first and tokens[at - 1].key in THERE_ARE:
        # There's twins in Reception.
        return tokens[min(at + 1, sentence.last)].key in ("in", "from") and is_year(tokens, at + 2)
    if at == sentence.first and at + 1 < sentence.last and tokens[at + 1].key == ",":
        return tokens[at + 2].key in ("both", "one", "in", "from")
    return at == sentence.first and at < sentence.last and tokens[at + 1].key in told_apart


def _is_a_person(tokens: Sequence[Token], at: int) -> bool:
    """A Year 6 twin has got a scholarship; the ginger twin from Malala: not a twin school, nor twin beds."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is None or not following.is_word or does(following.key) or is_picked_out(tokens, at)


def _is_a_pair_in_front(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """Two sisters, one in Hazel, one in Oak."""
    kinds = family("children", "how_many") | {"foster", "step", "half", "twin"}
    return at == sentence.first + 1 and tokens[at - 1].key in kinds


def is_a_pair_of_both(tokens: Sequence[Token], at: int) -> bool:
    """A sister and brother from Foxglove."""
    after = [token.key for token in tokens[at + 1 : at + 4]]
    return (
        after[:1] in (["and"], ["&"])
        and after[1:2] in (["brother"], ["sister"])
        and after[2:3] in (["from"], ["in"], ["who"])
    )
