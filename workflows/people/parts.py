"""Parts in a play that are told from each other: the second king, shepherd number two, the back end of the cow."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from workflows.people.families import family
from workflows.people.marks import OF_A_PLAY
from workflows.people.sentences import Sentence
from workflows.people.tokens import Token

RANKS = frozenset(
    {"first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th", "smallest", "littlest", "tiniest", "tallest",
     "other", "left-hand", "right-hand"}
)  # fmt: skip
NUMBERS = frozenset({"1", "2", "3", "4", "5", "one", "two", "three", "four", "five", "six"})
NUMBERED = frozenset({"number", "no", "num", "nr"})
SIDES = frozenset({"left", "right", "end", "far"})
ENDS = frozenset({"back", "front", "rear", "hind"})
NEAR = 6
ANY_HALF = frozenset({"a", "one", "another", "some", "which", "any", "no"})
HALVES = frozenset({"end", "legs", "half", "leg", "part"})


def parts_told_apart(tokens: Sequence[Token], marks: Sequence[int], sentence: Sentence) -> Iterator[int]:
    """Indexes of the nouns for a part of which the text says which it is; `marks` are those of each token."""
    for at in range(sentence.first, sentence.last + 1):
        if not marks[at] & OF_A_PLAY or is_stood_in_for(tokens, at, sentence):
            continue
        if tokens[at].bare in ENDS:
            half = _half(tokens, at, sentence)
            if half is not None:
                yield half
        elif is_told_apart(tokens, at):
            yield at


def is_stood_in_for(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """Our vicar, for standing in as the back end of the horse."""
    near = [token.key for token in tokens[max(sentence.first, at - NEAR) : at]]
    return ("in", "as") in pairwise(near)


def is_told_apart(tokens: Sequence[Token], at: int) -> bool:
    """Second king; shepherd two; innkeeper number two; angel on the end."""
    before = tokens[at - 1].key if at else ""
    if before in ("wise", "tin", "ugly"):
        before = tokens[at - 2].key if at > 1 else ""
    following = [token.bare for token in tokens[at + 1 : at + 4]] + ["", "", ""]
    if before in RANKS:
        return following[0] not in ("of", "to", "in")
    if following[0] in NUMBERED:
        return following[1] in NUMBERS
    if following[0] in NUMBERS and not following[0].isdigit():
        return not _counts(tokens, at + 2)
    if following[0] in ("on", "at", "in", "to") and following[1] == "the":
        return following[2] in SIDES
    return tokens[at].bare in ENDS | HALVES


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """King one day, king two times."""
    return at < len(tokens) and tokens[at].key in family("children", "after_a_number")


def may_be_a_part(word: str) -> bool:
    """Whether a word may be a part, or the half of one."""
    return word in ENDS or word in family("children", "played")


def _half(tokens: Sequence[Token], at: int, sentence: Sentence) -> int | None:
    """Where the half of an animal that two children play stands: the back end of the cow, camels front legs.

    Not: we need a back end of a cow.
    """
    if at >= sentence.last or tokens[at + 1].key not in HALVES:
        return None
    before = tokens[at - 1].bare if at > sentence.first else ""
    if before in ANY_HALF:
        return None
    owner = before.removesuffix("s")
    if owner in family("children", "played_by_two"):
        return at + 1
    following = [token.bare for token in tokens[at + 2 : min(at + 6, sentence.last + 1)]]
    of_it = following[:1] == ["of"] and not family("children", "played_by_two").isdisjoint(following)
    return at + 1 if of_it else None
