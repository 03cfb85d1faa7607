"""A video is taken as it is, with all that says where, when and with what it was filmed emptied in place."""

from collections.abc import Iterator, Sequence

from workflows.errors import BadFile
from workflows.media.boxes import DAMAGED, Box, boxes
from workflows.media.tracks import Span, is_piece_of, number_of, records_data, samples

MAX_BYTES = 50 << 20
BRANDS = frozenset(
    {b"isom", *(b"iso%d" % number for number in range(2, 10)), b"mp41", b"mp42", b"avc1", b"dash", b"qt  "}
    | {b"M4V ", b"M4VH", b"M4VP", b"MSNV", b"XAVC"}
)
"""What MP4 and QuickTime files of telephones, cameras and editing programs call themselves."""
PICTURES = frozenset({b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis", b"crx "})
"""What pictures in the same kind of box call themselves; they are told what pictures are told."""
OTHERS = (b"\x1aE\xdf\xa3", b"\x00\x00\x01\xba", b"\x00\x00\x01\xb3", b"FLV", b"OggS", b"0&\xb2u")
"""How WebM and Matroska, MPEG, Flash, Ogg and Windows videos begin."""
EMPTIED = frozenset({b"udta", b"meta", b"uuid", b"free", b"skip"})
"""User data, metadata and private boxes; unused room may still hold what a program once wrote there."""
DATED = frozenset({b"mvhd", b"tkhd", b"mdhd"})
"""Headers that begin with a version, flags, and the times of creation and of the last change."""
OTHER_KIND = (
    "I can take videos as MP4 or QuickTime only. Please send it as one of these, or have it put on the trust’s YouTube"
    " channel and send its link."
)
TOO_LARGE = (
    "That video has more than 50 MB. Please send a shorter one, or have it put on the trust’s YouTube channel and send"
    " its link."
)


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
    found = list(boxes(content))
    if not {b"moov", b"trak"} <= {box.kind for box in found}:
        raise BadFile(DAMAGED)
    film = bytearray(content)
    for box in found:
        if box.kind in DATED:
            _fill(film, box.body + 4, min(box.body + 4 + _length_of_times(content, box), box.end))
    recording = [box for box in found if box.kind == b"trak" and records_data(content, box)]
    for start, end in _recorded(content, recording):
        _fill(film, start, end)
    for box in (*recording, *_pieces(content, found, recording), *(box for box in found if box.kind in EMPTIED)):
        film[box.start + 4 : box.start + 8] = b"free"
        _fill(film, box.body, box.end)
    return bytes(film)


def _recorded(content: bytes, recording: Sequence[Box]) -> Iterator[Span]:
    """Where tracks of data have put it; raises BadFile where that is more than the file."""
    total = 0
    for start, end in (span for track in recording for span in samples(content, track)):
        total += end - start
        if total > len(content):
            raise BadFile(DAMAGED)
        yield start, end


def _pieces(content: bytes, found: Sequence[Box], recording: Sequence[Box]) -> Iterator[Box]:
    """The pieces of tracks of data in a video that came in pieces."""
    numbers = frozenset(number_of(content, box) for box in recording)
    return (box for box in found if box.kind == b"traf" and is_piece_of(content, box, numbers))


def _length_of_times(content: bytes, header: Box) -> int:
    """Bytes of both times: each has 64 bits in version 1, else 32."""
    return 16 if content[header.body : header.body + 1] == b"\1" else 8


def _fill(film: bytearray, start: int, end: int) -> None:
    film[start:end] = bytes(max(0, end - start))
