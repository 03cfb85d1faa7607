"""Patterns of wording, tried against each sentence of a text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Wording:
    """A pattern, and the heads (first letters) of the words of which a sentence must have one for it to fit."""

    pattern: re.Pattern[str]
    heads: frozenset[str]

    def search(self, words: str, heads: frozenset[str]) -> re.Match[str] | None:
        """The first match in `words`, a sentence in small letters whose words have `heads`."""
        return None if self.heads.isdisjoint(heads) else self.pattern.search(words)


@cache
def wording(name: str) -> tuple[Wording, ...]:
    """The patterns of `words/wording_NAME.txt`, with the parts that the file defines put in."""
    parts: dict[str, str] = {}
    patterns = []
    for line in entries("workflows.policy", f"wording_{name}"):
        part_name, defines, part = line.partition(" = ")
        if defines and part_name.isupper():
            parts[part_name] = _with(parts, part)
        else:
            patterns.append(worded(_with(parts, line)))
    return tuple(patterns)


def worded(pattern: str) -> Wording:
    """A pattern as a wording; what it says literally gives the heads."""
    return Wording(re.compile(pattern), heads_of(ESCAPES.sub(" ", pattern)))


def heads_of(words: str) -> frozenset[str]:
    """The first letters of the words in a text, of little words apart."""
    return frozenset(word[:HEAD] for word in WORDS.findall(words)) - EVERYWHERE


def _with(parts: dict[str, str], line: str) -> str:
    for name, part in parts.items():
        line = line.replace(f"{{{name}}}", part)
    return line


def found(patterns: Sequence[Wording], scene: Scene) -> Iterator[tuple[int, int]]:
    """Spans of the first match of any pattern in each sentence, in characters of the text."""
    for sentence in scene.sentences:
        start, end = scene.tokens[sentence.first].start, scene.tokens[sentence.last].end
        words = straight(scene.text[start:end])[:LONGEST_SENTENCE]
        heads = heads_of(words)
        for pattern in patterns:
            if match := pattern.search(words, heads):
                yield start + match.start(), start + match.end()
                break


def straight(text: str) -> str:
    """The text in small letters with straight apostrophes, character for character."""
    plain = text.replace("’", "'")
    lowered = plain.lower()
    if len(lowered) == len(plain):
        return lowered
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in plain)
