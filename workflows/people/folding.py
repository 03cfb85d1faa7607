"""A text as its reader sees it: plain letters without accents, look-alikes or hidden characters."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from workflows.people.lookalikes import LETTERS

# Whatever is no printable ASCII character.
ODD = re.compile(r"[^ -~\n]")
INVISIBLE = frozenset({"Cf", "Mn", "Me", "Cc", "Cs", "Co", "Cn"})


@dataclass(slots=True)
class Folded:
    """Folded text; `origins[i]` is the offset in the original of the character that gave `text[i]`."""

    text: str
    origins: Sequence[int]
    length: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original text of `text[start:end]`, hidden characters inside included."""
        if start >= end:
            return 0, 0
        after = self.origins[end] if end < len(self.origins) else self.length
        return self.origins[start], max(min(after, self.origins[end - 1] + 1), self.origins[start] + 1)


def fold(text: str) -> Folded:
    """Fold `text` character by character in linear time, whatever it holds."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return Folded(text, range(len(text)), len(text))
    parts: list[str] = []
    origins: list[int] = []
    plain_from = 0
    for match in ODD.finditer(text):
        offset, folded = match.start(), _fold_character(match.group())
        parts += text[plain_from:offset], folded
        origins += range(plain_from, offset)
        origins += [offset] * len(folded)
        plain_from = offset + 1
    parts.append(text[plain_from:])
    origins += range(plain_from, len(text))
    return Folded("".join(parts), origins, len(text))


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    if character in LETTERS:
        return LETTERS[character]
    if character.isspace():
        return "\n" if character in "\r\u2028\u2029\x0b\x0c" else " "
    plain = "".join(
        LETTERS.get(part, part)
        for part in unicodedata.normalize("NFKD", character)
        if unicodedata.category(part) not in INVISIBLE
    )
    return " " if plain.isspace() else plain


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """The form under which a name is compared: folded, lower case, letters and digits only."""
    plain = name if name.isascii() else fold(name).text
    return plain.lower() if plain.isalnum() else "".join(letter for letter in plain.lower() if letter.isalnum())
