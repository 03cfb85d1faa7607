"""The policy's word lists, in families and phrases."""

from functools import cache

from workflows.people.sayings import Sayings
from workflows.people.wordlists import entries, words_in


@cache
def policy_family(list_name: str, family: str) -> tuple[str, ...]:
    """The members of one family of `words/LIST.txt`: words, or phrases parted by a bar."""
    for line in entries("workflows.policy", list_name):
        name, _, members = line.partition(": ")
        if name == family:
            return tuple(map(str.strip, members.split("|"))) if "|" in members else tuple(words_in(members))
    raise KeyError(family)


@cache
def policy_words(list_name: str, *families: str) -> frozenset[str]:
    """All members of some families as a set."""
    return frozenset(word for family in families for word in policy_family(list_name, family))


@cache
def sayings(list_name: str, family: str) -> Sayings:
    """The phrases of one family."""
    return Sayings(tuple(words_in(phrase)) for phrase in policy_family(list_name, family))
