"""Patterns of wording, tried against each sentence of a text."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from workflows.people.wordlists import entries
from workflows.policy.needed import branches, needed
from workflows.policy.sieve import bits_of

# Nobody writes an invitation that long; what is longer is an attack on the patterns.
LONGEST_SENTENCE = 600


class Wording:
    """Patterns in order; each of their branches is tried only on what has the words that it cannot fit without.

    `needs` are those words, branch by branch.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        self.patterns = tuple(patterns)
        written = [(number, each) for number, pattern in enumerate(self.patterns) for each in branches(pattern)]
        self._branches = [(number, re.compile(each)) for number, each in written]
        self.needs = [needed(each) for _, each in written]

    def matches(self, text: str, likely: int) -> Sequence[re.Match[str]]:
        """The first match of each pattern in a sentence, in the order of the patterns.

        `likely` are the branches, as bits, that the sentence has the words for.
        """
        found: dict[int, re.Match[str]] = {}
        for number, branch in map(self._branches.__getitem__, bits_of(likely)):
            match = branch.search(text)
            if match and (number not in found or match.start() < found[number].start()):
                found[number] = match
        return list(found.values())


@cache
def wording(name: str) -> Wording:
    """The patterns of `words/wording_NAME.txt`, with the parts that the file defines put in."""
    parts: dict[str, str] = {}
    patterns = []
    for line in entries("workflows.policy", f"wording_{name}"):
        part_name, defines, part = line.partition(" = ")
        if defines and part_name.isupper():
            parts[part_name] = _with(parts, part)
        else:
            patterns.append(_with(parts, line))
    return Wording(patterns)


def _with(parts: dict[str, str], line: str) -> str:
    for name, part in parts.items():
        line = line.replace(f"{{{name}}}", part)
    return line


def said(text: str) -> str:
    """A sentence as patterns are tried on it; what makes it longer than any invitation is left out."""
    return text[:LONGEST_SENTENCE]


def straight(text: str) -> str:
    """The text in small letters with straight apostrophes, character for character."""
    plain = text.replace("’", "'")
    lowered = plain.lower()
    if len(lowered) == len(plain):
        return lowered
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in plain)
