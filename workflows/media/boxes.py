"""The boxes of which MP4 and QuickTime files are made (ISO/IEC 14496-12), with their places in the file."""

from collections.abc import Iterator
from dataclasses import dataclass

from workflows.errors import BadFile

MOST_BOXES = 10_000
"""Boxes that are looked at; an hour of film in pieces of two seconds has fewer."""
CONTAINERS = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl", b"moof", b"traf"})
DAMAGED = "That video is damaged or not complete. Please send it again or choose another."


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a file: its four letters, and the places where it, its content and what follows it begin."""

    kind: bytes
    start: int
    body: int
    end: int


def boxes(content: bytes) -> Iterator[Box]:
    """The boxes of a file and of those of its boxes that may hold metadata; raises BadFile where one is broken."""
    waiting, seen = [(0, len(content))], 0
    while waiting:
        start, end = waiting.pop()
        for box in boxes_in(content, start, end):
            seen += 1
            if seen > MOST_BOXES:
                raise BadFile(DAMAGED)
            yield box
            if box.kind in CONTAINERS:
                waiting.append((box.body, box.end))


def boxes_in(content: bytes, start: int, end: int) -> Iterator[Box]:
    """The boxes that fill a part of a file, one behind the other; raises BadFile where they do not."""
    while start < end:
        box = _box(content, start, end)
        yield box
        start = box.end


def _box(content: bytes, start: int, end: int) -> Box:
    size, kind, body = int.from_bytes(content[start : start + 4]), content[start + 4 : start + 8], start + 8
    if size == 1:
        size, body = int.from_bytes(content[start + 8 : start + 16]), start + 16
    elif size == 0 and kind == b"mdat":
        size = end - start
    if not body <= start + size <= end:
        raise BadFile(DAMAGED)
    return Box(kind, start, body, start + size)
