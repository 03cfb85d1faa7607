"""Patterns of wording, tried against each sentence of a text."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from workflows.people.scene import Scene
from workflows.people.wordlists import entries

# Nobody writes an invitation that long; what is longer is an attack on the patterns.
LONGEST_SENTENCE = 600


@cache
def wording(clause: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of `words/wording_CLAUSE.txt`, with the parts that the file defines put in."""
    parts: dict[str, str] = {}
    patterns = []
    for line in entries("workflows.policy", f"wording_{clause}"):
        name, defines, part = line.partition(" = ")
        if defines and name.isupper():
            parts[name] = part
        else:
            patterns.append(re.compile(_with(parts, line)))
    return tuple(patterns)


def _with(parts: dict[str, str], line: str) -> str:
    for name, part in parts.items():
        line = line.replace(f"{{{name}}}", part)
    return line


def found(patterns: Sequence[re.Pattern[str]], scene: Scene) -> Iterator[tuple[int, int]]:
    """Spans of the first match of any pattern in each sentence, in characters of the text."""
    for sentence in scene.sentences:
        start, end = scene.tokens[sentence.first].start, scene.tokens[sentence.last].end
        words = straight(scene.text[start:end])[:LONGEST_SENTENCE]
        for pattern in patterns:
            if match := pattern.search(words):
                yield start + match.start(), start + match.end()
                break


def straight(text: str) -> str:
    """The text in small letters with straight apostrophes, character for character."""
    plain = text.replace("’", "'")
    lowered = plain.lower()
    if len(lowered) == len(plain):
        return lowered
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in plain)
