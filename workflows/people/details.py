"""What a sentence tells about a child: class or year, look, health, behaviour, family, place, time."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from workflows.people.families import families, family
from workflows.people.register import Register
from workflows.people.sentences import Sentence
from workflows.people.spellings import without_possessive
from workflows.people.tokens import Token

YEAR = re.compile(r"(?:y|yr|year)-?(?:[1-6r])s?$")
CLOCK_AFTER = frozenset({"at", "about", "till", "til", "until", "since", "around", "past", "gone"})
YEAR_WORDS = frozenset({"year", "yr", "y", "blwyddyn", "mlwyddyn", "flwyddyn"})
CLOCK = re.compile(r"\d{1,2}(?:[.:]\d\d)?(?:am|pm)?$")
# Kinds of detail that tell of a child in much the same way.
GROUPS = {
    "health": "grave", "behaviour": "grave", "family": "grave", "care": "grave", "look": "looks", "clothes": "looks",
    "class": "group", "year": "group", "place": "setting", "time": "setting", "age": "age", "only": "only",
    "sure": "sure",
}  # fmt: skip


def details(tokens: Sequence[Token], sentence: Sentence, register: Register) -> dict[int, set[str]]:
    """Kinds of detail by the index of the token that gives them."""
    found: dict[int, set[str]] = {}
    for at in range(sentence.first, sentence.last + 1):
        if tokens[at].kind != "mark" and (kinds := set(_kinds(tokens, at, register))):
            found[at] = kinds
    return found


def _kinds(tokens: Sequence[Token], at: int, register: Register) -> Iterator[str]:
    word = without_possessive(tokens[at].key)
    following = tokens[at + 1].key if at + 1 < len(tokens) else ""
    if not (word.endswith("est") and following in family("details", "no_look")):
        yield from _kinds_of_words().get(word, ())
    if word in _first_of_pairs():
        yield from _kinds_of_words().get(f"{word}_{following}", ())
    if is_year(tokens, at):
        yield "year"
    if (word in register.class_words or word == "st") and is_class(tokens, at, register):
        yield "class"
    if not word[:1].isdigit():
        return
    if CLOCK.match(word) and at and tokens[at - 1].key in CLOCK_AFTER:
        yield "time"
    if word.isdigit() and at and tokens[at - 1].key in ("is", "aged", "he's", "she's", "age", "only", "turned"):
        yield "age"


@cache
def _kinds_of_words() -> Mapping[str, Sequence[str]]:
    kinds: dict[str, list[str]] = defaultdict(list)
    for name, words in families("details").items():
        if name not in GROUPS:
            continue
        for word in words:
            kinds[word].append(name)
    return dict(kinds)


@cache
def _first_of_pairs() -> frozenset[str]:
    return frozenset(word.partition("_")[0] for word in _kinds_of_words() if "_" in word)


def is_year(tokens: Sequence[Token], at: int) -> bool:
    """Whether Year 4, Y4, yr 4 or reception stands at this token."""
    if at >= len(tokens):
        return False
    if tokens[at].key[:1] not in "yrnbmfd":
        return False
    word = without_possessive(tokens[at].key)
    if YEAR.match(word) or word in ("reception", "nursery", "derbyn", "meithrin"):
        return True
    return word in YEAR_WORDS and at + 1 < len(tokens) and tokens[at + 1].key in family("years", "numbers")


def is_class(tokens: Sequence[Token], at: int, register: Register) -> bool:
    """Whether a class of the school is meant here, not a tree, an animal or a painter."""
    if not register.is_class(_words_from(tokens, at)):
        return False
    before = tokens[at - 1].key if at else ""
    following = tokens[at + 1].key if at + 1 < len(tokens) else ""
    return before in family("years", "before_a_class") or tokens[at].capital or following in ("class", "classes")


def _words_from(tokens: Sequence[Token], at: int) -> tuple[str, str]:
    following = without_possessive(tokens[at + 1].key) if at + 1 < len(tokens) else ""
    return without_possessive(tokens[at].key), following
