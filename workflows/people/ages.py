"""Ages and other numbers that tell of a child: he is seven, number 9, four in August."""

import re
from collections.abc import Iterator, Sequence

from workflows.people.families import family
from workflows.people.register import Register
from workflows.people.tokens import Token

AGED = re.compile(r"(?:[3-9]|1[01])(?:yo|yrs?)$")
AGES = frozenset(
    {"3", "4", "5", "6", "7", "8", "9", "10", "11",
     "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"}
)  # fmt: skip
HOUSE_NUMBER = frozenset({"number", "no", "num", "nr"})
OLD = frozenset({"yo", "yr-old", "year-old"})
BEFORE_AN_AGE = frozenset(
    {"is", "aged", "he's", "she's", "hes", "shes", "age", "only", "turned", "turns", "turning", "nearly", "almost",
     "just", "be", "being", "barely", "was", "of", "about"}
)  # fmt: skip
MONTHS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
     "december", "jan", "feb", "aug", "sept", "oct", "nov", "dec"}
)  # fmt: skip


def is_of_an_age(word: str) -> bool:
    """8yo, six-year-old."""
    return word.partition("-")[0] in AGES if word.endswith("-old") else AGED.match(word) is not None


def told_by_a_number(tokens: Sequence[Token], at: int, register: Register) -> Iterator[str]:
    """He is seven; four in August; number 9, number 42, at no 42."""
    before = tokens[at - 1].key if at else ""
    if tokens[at].bare in HOUSE_NUMBER and tokens[at].bare != "number" and before != "at":
        return
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if tokens[at].key in HOUSE_NUMBER:
        if following and following.key.isdigit():
            yield "place" if before == "at" else "position"
        return
    if following and (following.key in OLD or (following.key == "yrs" and before in BEFORE_AN_AGE)):
        yield "age"
    if _is_set_off(tokens, at) or _is_a_guess(tokens, at) or _is_at_most(tokens, at):
        yield "age"
    if before in BEFORE_AN_AGE and not _counts_things(following) and not _is_a_size(tokens, at):
        yield "age"
    if following and following.key == "in" and at + 2 < len(tokens) and tokens[at + 2].key in MONTHS:
        yield "age"


def _is_a_size(tokens: Sequence[Token], at: int) -> bool:
    """A fleece, age 7 to 8."""
    following = [token.key for token in tokens[at + 1 : at + 3]]
    return len(following) > 1 and following[0] in ("to", "-", "/") and following[1] in AGES | {"12", "13"}


def _is_set_off(tokens: Sequence[Token], at: int) -> bool:
    """Son, 7, came home; my nephew (nine): the age stands between marks behind the child."""
    if at < 2 or tokens[at - 1].key not in (",", "(") or tokens[at - 2].bare not in family("children", "born"):
        return False
    return at + 1 < len(tokens) and not tokens[at + 1].is_word


def _is_a_guess(tokens: Sequence[Token], at: int) -> bool:
    """A lad, nine or ten, on a scooter."""
    if at + 2 >= len(tokens) or tokens[at + 1].key != "or" or tokens[at + 2].key not in AGES | {"12"}:
        return False
    return not _counts_things(tokens[at + 3] if at + 3 < len(tokens) else None)


def _is_at_most(tokens: Sequence[Token], at: int) -> bool:
    """Can't be more than six; no older than five."""
    before = [token.key for token in tokens[max(0, at - 4) : at]]
    if before[-1:] != ["than"] or before[-2:-1] not in (["more"], ["older"], ["over"]):
        return False
    guessed = before[-3:-2] in (["be"], ["no"], ["not"])
    return guessed and not _counts_things(tokens[at + 1] if at + 1 < len(tokens) else None)


def _counts_things(following: Token | None) -> bool:
    """Only four tickets: the number counts what stands after it."""
    return following is not None and following.is_word and following.key not in family("details", "after_an_age")
