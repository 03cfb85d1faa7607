"""Word lists in families: files whose lines read `family: words`."""

from functools import cache

from workflows.people.wordlists import people_phrases


@cache
def family(list_name: str, name: str) -> frozenset[str]:
    """The words of one family of `words/LIST.txt`; raises KeyError where there is none."""
    return families(list_name)[name]


@cache
def families(list_name: str) -> dict[str, frozenset[str]]:
    """All families of `words/LIST.txt`; a family may take several lines."""
    found: dict[str, frozenset[str]] = {}
    for line in people_phrases(list_name):
        name, _, words = line.partition(":")
        found[name] = found.get(name, frozenset()).union(words.split())
    return found
