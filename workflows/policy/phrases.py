"""Patterns of wording, tried against each sentence of a text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from workflows.people.scene import Scene
from workflows.people.wordlists import entries

# Nobody writes an invitation that long; what is longer is an attack on the patterns.
LONGEST_SENTENCE = 600
ESCAPES = re.compile(r"\\.|\[[^\]]*\]|\(\?<?[:=!]|\{\d*,?\d*\}")
WORDS = re.compile(r"[^\W_]+")
HEAD = 3
# Heads of little words, of which every sentence has some: they say nothing about which patterns may fit.
EVERYWHERE = frozenset(
    {"a", "i", "u", "s", "r", "the", "you", "him", "her", "his", "she", "he", "it", "we", "is", "me", "my",
     "to", "of", "in", "on", "at", "by", "or", "an", "as", "be", "if", "so", "up", "and", "for", "not", "all",
     "are", "was", "who", "our", "tha", "wit", "hav", "has", "had", "no", "do", "its", "us"}
)  # fmt: skip


class Wording:
    """Patterns in order, each tried only where a word of it may stand in the sentence."""

    def __init__(self, patterns: Iterable[str]) -> None:
        lines = tuple(patterns)
        self.patterns = tuple(re.compile(line) for line in lines)
        self.heads = tuple(heads_of(ESCAPES.sub(" ", line)) for line in lines)
        self._by_head: dict[str, list[int]] = defaultdict(list)
        for number, heads in enumerate(self.heads):
            for head in heads:
                self._by_head[head].append(number)

    def matches(self, words: str) -> Iterator[re.Match[str]]:
        """The first match of each pattern in `words`, a sentence in small letters, in the order of the patterns."""
        numbers = {number for head in heads_of(words) for number in self._by_head.get(head, ())}
        for number in sorted(numbers):
            if match := self.patterns[number].search(words):
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


def heads_of(words: str) -> frozenset[str]:
    """The first letters of the words in a text, of little words apart."""
    return frozenset(word[:HEAD] for word in WORDS.findall(words)) - EVERYWHERE


def _with(parts: dict[str, str], line: str) -> str:
    for name, part in parts.items():
        line = line.replace(f"{{{name}}}", part)
    return line


def found(wanted: Wording, scene: Scene) -> Iterator[tuple[int, int]]:
    """Spans of the first match of any pattern in each sentence, in characters of the text."""
    for sentence in scene.sentences:
        start, end = scene.tokens[sentence.first].start, scene.tokens[sentence.last].end
        words = straight(scene.text[start:end])[:LONGEST_SENTENCE]
        match = next(wanted.matches(words), None)
        if match:
            yield start + match.start(), start + match.end()


def straight(text: str) -> str:
    """The text in small letters with straight apostrophes, character for character."""
    plain = text.replace("’", "'")
    lowered = plain.lower()
    if len(lowered) == len(plain):
        return lowered
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in plain)
