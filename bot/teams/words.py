"""Text for a card, exactly as it was written: never read as markup, cut nowhere, in pieces that a card can hold."""

import re
from collections.abc import Iterator

PIECE_BYTES = 4_000
"""UTF-8 bytes of one piece; several fit into a card of 28 KB, which lets a card be filled well."""

Element = dict[str, object]


def block(*runs: Element, **more: object) -> Element:
    """A paragraph of runs; unlike a `TextBlock`, it reads nothing as Markdown."""
    return {"type": "RichTextBlock", "inlines": list(runs), **more}


def run(text: str, **look: object) -> Element:
    """A stretch of text with one look."""
    return {"type": "TextRun", "text": text, **look}


def paragraphs(text: str, look: Element | None = None, **more: object) -> Iterator[Element]:
    """One paragraph for a text of usual length, several for a long one."""
    for number, piece in enumerate(pieces(text)):
        yield block(run(piece, **(look or {})), **({"spacing": "None", **more} if number else more))


def pieces(text: str, largest: int = PIECE_BYTES) -> Iterator[str]:
    """The text in pieces of at most so many bytes, broken at the end of a line or word where there is one."""
    while len(text.encode()) > largest:
        place = _break(text, largest)
        yield text[:place]
        text = text[place:]
    yield text


def _break(text: str, largest: int) -> int:
    # Cut bytes may end in the middle of a character, which is then left for the next piece.
    fitting = len(text.encode()[:largest].decode(errors="ignore"))
    for blank in (r"\n", r"\s"):
        ends = [match.end() for match in re.finditer(blank, text[:fitting])]
        if ends and ends[-1] > fitting // 2:
            return ends[-1]
    return fitting
