"""A film of a few boxes, as a telephone makes it: it says in several places where it was filmed."""

PLACE = b"+51.4321-000.5678/"
"""A place in the way in which telephones write it."""
WHEN = {0: b"\xe6\x01\x02\x03", 1: b"\0\0\0\0\xe6\x01\x02\x03"}
"""A day, in seconds since 1904, by version of the header: with 32 bits or 64."""
FTYP = b"mp42\0\0\0\0mp42isom"


def box(kind: bytes, *inside: bytes) -> bytes:
    """A box with its size in 32 bits."""
    content = b"".join(inside)
    return (len(content) + 8).to_bytes(4) + kind + content


def wide_box(kind: bytes, *inside: bytes) -> bytes:
    """A box with its size in 64 bits."""
    content = b"".join(inside)
    return b"\0\0\0\1" + kind + (len(content) + 16).to_bytes(8) + content


def full_box(kind: bytes, *inside: bytes, version: int = 0) -> bytes:
    """A box whose content begins with a version and flags."""
    return box(kind, bytes([version, 0, 0, 0]), *inside)


def times(version: int = 0) -> bytes:
    """When a film was made, and changed last."""
    return WHEN[version] * 2


def track(handler: bytes, *places: int, size: int = 0, number: int = 7) -> bytes:
    """A track whose samples of one size lie one by one at these places of the file."""
    table = box(
        b"stbl",
        full_box(b"stsc", *(value.to_bytes(4) for value in (1, 1, 1, 1))),
        full_box(b"stsz", size.to_bytes(4), len(places).to_bytes(4)),
        full_box(b"stco", len(places).to_bytes(4), *(place.to_bytes(4) for place in places)),
    )
    header = full_box(b"tkhd", times(), number.to_bytes(4))
    media = box(b"mdia", full_box(b"hdlr", bytes(4), handler), box(b"minf", table))
    return box(b"trak", header, media)


def film(*more: bytes, brand: bytes = FTYP, moov: tuple[bytes, ...] = (), trak: tuple[bytes, ...] = ()) -> bytes:
    """A film with `more` boxes behind its own, and with boxes in its `moov` and `trak`."""
    pictures = box(b"trak", full_box(b"tkhd", times(), b"track"), box(b"udta", box(b"name", PLACE)), *trak)
    movie = box(b"moov", full_box(b"mvhd", times(), b"movie"), pictures, box(b"udta", box(b"\xa9xyz", PLACE)), *moov)
    return box(b"ftyp", brand) + movie + box(b"mdat", b"pixels and sound") + b"".join(more)
