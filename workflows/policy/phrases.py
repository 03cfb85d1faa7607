"""Patterns of wording, tried against each sentence of a text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from workflows.people.scene import Scene
from workflows.people.wordlists import entries
from workflows.policy.needed import WORDS, needed, with_heads
from workflows.policy.sieve import Sieve, bits_of

# Nobody writes an invitation that long; what is longer is an attack on the patterns.
LONGEST_SENTENCE = 600


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence in small letters, with its words."""

    text: str
    words: Sequence[str]


class Wording:
    """Patterns in order, each tried only where the words stand in the sentence that it cannot fit without."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self.patterns = tuple(re.compile(line) for line in patterns)
        branches = [(number, needs) for number, each in enumerate(self.patterns) for needs in needed(each.pattern)]
        self.always = {number for number, needs in branches if not needs}
        self._branches = [number for number, needs in branches if needs]
        self._sieve = Sieve([needs for _, needs in branches if needs], with_heads)

    def matches(self, said: Said) -> Iterator[re.Match[str]]:
        """The first match of each pattern in a sentence, in the order of the patterns."""
        likely = bits_of(self._sieve.likely(said.words))
        for number in sorted(self.always.union(self._branches[each] for each in likely)):
            if match := self.patterns[number].search(said.text):
                yield match


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


def said(text: str) -> Said:
    """A sentence as patterns are tried on it; what makes it longer than any invitation is left out."""
    text = text[:LONGEST_SENTENCE]
    return Said(text, WORDS.findall(text))


def sentences_said(scene: Scene) -> Sequence[tuple[int, Said]]:
    """Each sentence of a text as written, with its place in the text."""
    places = ((scene.tokens[each.first].start, scene.tokens[each.last].end) for each in scene.sentences)
    return [(start, said(straight(scene.text[start:end]))) for start, end in places]


def found(wanted: Wording, sentences: Iterable[tuple[int, Said]]) -> Iterator[tuple[int, int]]:
    """Spans of the first match of any pattern in each sentence, in characters of the text."""
    for start, sentence in sentences:
        if match := next(wanted.matches(sentence), None):
            yield start + match.start(), start + match.end()


def straight(text: str) -> str:
    """The text in small letters with straight apostrophes, character for character."""
    plain = text.replace("’", "'")
    lowered = plain.lower()
    if len(lowered) == len(plain):
        return lowered
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in plain)
