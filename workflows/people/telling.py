"""Words and phrases that tell something of a child, by what they tell: `words/details.txt`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from workflows.people.families import families
from workflows.people.inflections import all_forms
from workflows.people.tokens import Token

# Kinds of detail that tell of a child in much the same way.
GROUPS = {
    "health": "grave", "family": "grave", "care": "plight", "behaviour": "conduct", "mood": "mood",
    "look": "looks", "clothes": "looks", "position": "spot", "class": "group", "year": "group",
    "place": "setting", "time": "setting", "age": "age", "only": "only", "sure": "sure",
}  # fmt: skip


def begins_a_phrase(word: str) -> bool:
    """Whether phrases begin with a word."""
    return word in _words_then()


def goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word after the first word of phrases stands second in one of them."""
    return at + 1 < len(tokens) and tokens[at + 1].key in _words_then()[tokens[at].key]


def told_by_a_phrase(tokens: Sequence[Token], at: int, first: str) -> Sequence[str]:
    """Kinds of the phrases of two and three words that begin with a word at an index."""
    second = tokens[at + 1].key if at + 1 < len(tokens) else ""
    if second not in _words_then().get(first, ()):
        return ()
    phrases, third = _phrases()[first], tokens[at + 2].key if at + 2 < len(tokens) else ""
    return *phrases.get(second, ()), *phrases.get(f"{second}_{third}", ())


@cache
def kinds_of_words() -> Mapping[str, Sequence[str]]:
    """The kinds of detail that a word or a phrase gives, the words of a phrase joined by underscores."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for name, words in families("details").items():
        if name not in GROUPS:
            continue
        for word in {form for each in words for form in _forms(each)}:
            kinds[word].append(name)
    return dict(kinds)


def _forms(word: str) -> Iterable[str]:
    """The forms of a verb that is marked as in kick~; another word as it stands."""
    return all_forms(word[:-1]) if word.endswith("~") else (word,)


@cache
def _phrases() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """Kinds of the phrases of two or three words, by the first word and what follows it."""
    phrases: dict[str, dict[str, Sequence[str]]] = defaultdict(dict)
    for phrase, kinds in kinds_of_words().items():
        first, _, following = phrase.partition("_")
        if following:
            phrases[first][following] = kinds
    return dict(phrases)


@cache
def _words_then() -> Mapping[str, frozenset[str]]:
    """The words that stand second in phrases, by the first word."""
    return {
        first: frozenset(following.partition("_")[0] for following in phrases) for first, phrases in _phrases().items()
    }
