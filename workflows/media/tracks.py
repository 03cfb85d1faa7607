"""The tracks of a video that are neither picture, sound nor captions: positions, movements, faces that were found."""

import struct
from collections.abc import Iterator, Sequence
from itertools import islice, repeat

from workflows.errors import BadFile
from workflows.media.boxes import DAMAGED, Box, boxes_in

SHOWN = frozenset({b"vide", b"soun", b"text", b"sbtl", b"subt", b"clcp", b"tmcd"})
"""Handlers of what people see and hear, and of the time code that editing programs count pictures by."""
MOST_SAMPLES = 1_000_000
Span = tuple[int, int]


def records_data(content: bytes, track: Box) -> bool:
    """Whether a `trak` holds something that nobody sees or hears."""
    handler = _inside(content, track, b"mdia", b"hdlr")
    # Version, flags and a field without meaning stand before the handler.
    return handler is not None and content[handler.body + 8 : handler.body + 12] not in SHOWN


def number_of(content: bytes, track: Box) -> bytes:
    """The number of a `trak`, by which pieces of it are found; empty where it has none."""
    header = _inside(content, track, b"tkhd")
    if header is None:
        return b""
    behind_times = header.body + (20 if content[header.body : header.body + 1] == b"\1" else 12)
    return content[behind_times : behind_times + 4]


def is_piece_of(content: bytes, piece: Box, numbers: frozenset[bytes]) -> bool:
    """Whether a `traf`, a piece of a track in a video that came in pieces, belongs to one of these tracks."""
    header = _inside(content, piece, b"tfhd")
    return header is not None and content[header.body + 4 : header.body + 8] in numbers


def samples(content: bytes, track: Box) -> Iterator[Span]:
    """Where in the file lies what a `trak` recorded; raises BadFile where its tables do not fit the file."""
    table = _inside(content, track, b"mdia", b"minf", b"stbl")
    tables = {box.kind: box for box in boxes_in(content, table.body, table.end)} if table else {}
    if not {b"stsz", b"stsc"} <= tables.keys():
        return
    sizes = _sizes(content, tables[b"stsz"])
    places = [*_numbers(content, tables.get(b"stco"), "I"), *_numbers(content, tables.get(b"co64"), "Q")]
    runs = _numbers(content, tables[b"stsc"], "I", in_an_entry=3)
    # From which chunk on how many samples lie in each; a third number says how they are encoded.
    counts = dict(zip(runs[::3], runs[1::3], strict=True))
    count = 0
    for chunk, place in enumerate(places, 1):
        count = counts.get(chunk, count)
        end = place + sum(islice(sizes, count))
        if end > len(content):
            raise BadFile(DAMAGED)
        yield place, end


def _sizes(content: bytes, table: Box) -> Iterator[int]:
    if table.end - table.body < 12:
        raise BadFile(DAMAGED)
    each, count = struct.unpack_from(">II", content, table.body + 4)
    if not each:
        return iter(_numbers(content, Box(table.kind, table.start, table.body + 4, table.end), "I"))
    if count > MOST_SAMPLES:
        raise BadFile(DAMAGED)
    return repeat(each, count)


def _numbers(content: bytes, table: Box | None, form: str, in_an_entry: int = 1) -> Sequence[int]:
    """The numbers of a table: behind version and flags how many entries it has, then those, in a form of `struct`."""
    if table is None:
        return ()
    count = int.from_bytes(content[table.body + 4 : table.body + 8]) * in_an_entry
    if count > MOST_SAMPLES or table.body + 8 + count * struct.calcsize(f">{form}") > table.end:
        raise BadFile(DAMAGED)
    return struct.unpack_from(f">{count}{form}", content, table.body + 8)


def _inside(content: bytes, box: Box, *kinds: bytes) -> Box | None:
    """The first box of a kind in a box, the first of the next kind in that one, and so on."""
    found: Box | None = box
    for kind in kinds:
        if found is None:
            return None
        found = next((each for each in boxes_in(content, found.body, found.end) if each.kind == kind), None)
    return found
