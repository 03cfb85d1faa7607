"""A video is taken as it is, with every box that says where, when and with what it was filmed emptied in place."""

from collections.abc import Iterator
from dataclasses import dataclass

from workflows.errors import BadFile

MAX_BYTES = 50 << 20
MOST_BOXES = 10_000
"""Boxes that are looked at; an hour of film in pieces of two seconds has fewer."""
BRANDS = frozenset(
    {b"isom", *(b"iso%d" % number for number in range(2, 10)), b"mp41", b"mp42", b"avc1", b"dash", b"qt  "}
    | {b"M4V ", b"M4VH", b"M4VP", b"MSNV", b"XAVC"}
)
"""What MP4 and QuickTime files of telephones, cameras and editing programs call themselves."""
PICTURES = frozenset({b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis", b"crx "})
"""What pictures in the same kind of box call themselves; they are told what pictures are told."""
OTHERS = (b"\x1aE\xdf\xa3", b"\x00\x00\x01\xba", b"\x00\x00\x01\xb3", b"FLV", b"OggS", b"0&\xb2u")
"""How WebM and Matroska, MPEG, Flash, Ogg and Windows videos begin."""
CONTAINERS = frozenset({b"moov", b"trak", b"moof", b"traf"})
EMPTIED = frozenset({b"udta", b"meta", b"uuid", b"free", b"skip"})
"""User data, metadata and private boxes; unused room may still hold what a program once wrote there."""
OTHER_KIND = (
    "I can take videos as MP4 or QuickTime only. Please send it as one of these, or have it put on the trust’s YouTube"
    " channel and send its link."
)
TOO_LARGE = (
    "That video has more than 50 MB. Please send a shorter one, or have it put on the trust’s YouTube channel and send"
    " its link."
)
DAMAGED = "That video is damaged or not complete. Please send it again or choose another."


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a file: its four letters, and the places where it, its content and what follows it begin."""

    kind: bytes
    start: int
    body: int
    end: int


def is_video(content: bytes) -> bool:
    """Whether a file is a video, told by its content; raises BadFile for a video that cannot be taken."""
    brand = content[8:12]
    if content[4:8] == b"ftyp" and brand not in PICTURES:
        if brand not in BRANDS:
            raise BadFile(OTHER_KIND)
        return True
    if content.startswith(OTHERS) or (content.startswith(b"RIFF") and brand == b"AVI "):
        raise BadFile(OTHER_KIND)
    return False


def emptied(content: bytes) -> bytes:
    """The same video, every box in its place, without what its metadata said; raises BadFile where it is broken."""
    if len(content) > MAX_BYTES:
        raise BadFile(TOO_LARGE)
    film, kinds = bytearray(content), set()
    for box in _boxes(content):
        kinds.add(box.kind)
        if box.kind in EMPTIED:
            film[box.start + 4 : box.start + 8] = b"free"
            film[box.body : box.end] = bytes(box.end - box.body)
    if not {b"moov", b"trak"} <= kinds:
        raise BadFile(DAMAGED)
    return bytes(film)


def _boxes(content: bytes) -> Iterator[Box]:
    """The boxes of a file and of those of its boxes that may hold metadata."""
    waiting, seen = [(0, len(content))], 0
    while waiting:
        start, end = waiting.pop()
        while start < end:
            box = _box(content, start, end)
            seen += 1
            if seen > MOST_BOXES:
                raise BadFile(DAMAGED)
            yield box
            if box.kind in CONTAINERS:
                waiting.append((box.body, box.end))
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
