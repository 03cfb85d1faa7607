"""Word lists in families: files whose lines read `family: words`."""

from functools import cache

from workflows.people.wordlists import people_phrases


@cache
def family(list_name: str, name: str) -> frozenset[str]:
    """The words of one family of `words/LIST.txt`; raises KeyError where there is none."""
    return families(list_name)[name]


@cache
def families(list_name: str) -> dict[str, frozenset[str]]:
    """All families of `words/LIST.txt`."""
    pairs = (line.partition(":") for line in people_phrases(list_name))
    return {name: frozenset(words.split()) for name, _, words in pairs}
