"""Word lists in families: files whose lines read `family: words`."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from workflows.people.wordlists import people_phrases, words_in

NONE: frozenset[str] = frozenset()


@cache
def family(list_name: str, *names: str) -> frozenset[str]:
    """The words of one family of `words/LIST.txt`, or of several; raises KeyError where there is none."""
    return NONE.union(*(families(list_name)[name] for name in names))


@cache
def families(list_name: str) -> dict[str, frozenset[str]]:
    """All families of `words/LIST.txt`; a family may take several lines."""
    found: dict[str, frozenset[str]] = {}
    for line in people_phrases(list_name):
        name, _, words = line.partition(":")
        found[name] = found.get(name, frozenset()).union(words_in(words))
    return found


def names_of(list_name: str, word: str) -> frozenset[str]:
    """Names of the families of `words/LIST.txt` that hold a word."""
    return _names_by_word(list_name).get(word, NONE)


@cache
def _names_by_word(list_name: str) -> Mapping[str, frozenset[str]]:
    names: dict[str, set[str]] = defaultdict(set)
    for name, words in families(list_name).items():
        for word in words:
            names[word].add(name)
    return {word: frozenset(each) for word, each in names.items()}
