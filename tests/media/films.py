"""A film of a few boxes, as a telephone makes it: it says in several places where it was filmed."""

PLACE = b"+51.4321-000.5678/"
"""A place in the way in which telephones write it."""
FTYP = b"mp42\0\0\0\0mp42isom"


def box(kind: bytes, *inside: bytes) -> bytes:
    """A box with its size in 32 bits."""
    content = b"".join(inside)
    return (len(content) + 8).to_bytes(4) + kind + content


def wide_box(kind: bytes, *inside: bytes) -> bytes:
    """A box with its size in 64 bits."""
    content = b"".join(inside)
    return b"\0\0\0\1" + kind + (len(content) + 16).to_bytes(8) + content


def film(*more: bytes, brand: bytes = FTYP, moov: tuple[bytes, ...] = (), trak: tuple[bytes, ...] = ()) -> bytes:
    """A film with `more` boxes behind its own, and with boxes in its `moov` and `trak`."""
    track = box(b"trak", box(b"tkhd", b"track"), box(b"udta", box(b"name", PLACE)), *trak)
    movie = box(b"moov", box(b"mvhd", b"movie"), track, box(b"udta", box(b"\xa9xyz", PLACE)), *moov)
    return box(b"ftyp", brand) + movie + box(b"mdat", b"pixels and sound") + b"".join(more)
