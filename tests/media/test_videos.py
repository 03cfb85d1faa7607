"""6.2 and data protection: a video says nothing beside what it shows, and a broken one is refused with a sentence."""

import pytest

from tests.media.films import PLACE, box, film, wide_box
from workflows.errors import BadFile
from workflows.media import videos
from workflows.media.videos import emptied, is_video


@pytest.mark.parametrize(
    "place",
    [box(b"udta", PLACE), box(b"meta", PLACE), box(b"uuid", PLACE), wide_box(b"uuid", PLACE), box(b"free", PLACE)],
    ids=["udta", "meta", "uuid", "64 bits", "free"],
)
def test_a_place_is_gone_wherever_it_stood(place: bytes) -> None:
    original = film(place, moov=(place,), trak=(place,))
    assert original.count(PLACE) == 5
    assert PLACE not in emptied(original)


def test_everything_else_stands_where_it_stood() -> None:
    original = film(moov=(box(b"meta", PLACE),))
    kept = emptied(original)
    assert len(kept) == len(original)
    for part in (b"mvhdmovie", b"tkhdtrack", b"mdatpixels and sound", original[:24]):
        assert kept.index(part) == original.index(part)
    place = original.index(b"meta")
    assert kept[place - 4 : place] == original[place - 4 : place]
    assert kept[place : place + 4] == b"free"
    assert kept[place + 4 : place + 4 + len(PLACE)] == bytes(len(PLACE))


def test_a_film_without_metadata_stays_as_it_is() -> None:
    bare = box(b"ftyp", b"qt  ") + box(b"moov", box(b"trak", box(b"tkhd"))) + wide_box(b"mdat", b"udta meta uuid")
    assert emptied(bare) == bare


def test_film_to_the_end_of_the_file_is_taken() -> None:
    streamed = film() + b"\0\0\0\0mdat" + b"more pixels"
    assert emptied(streamed).endswith(b"\0\0\0\0mdatmore pixels")


@pytest.mark.parametrize("size", [2, 7, 8 + 1_000_000, 0xFFFFFFFF, 0])
def test_a_box_that_is_too_small_too_large_or_endless_is_refused(size: int) -> None:
    for broken in (film(size.to_bytes(4) + b"udta"), film(moov=(size.to_bytes(4) + b"udta",))):
        with pytest.raises(BadFile, match="damaged"):
            emptied(broken)


@pytest.mark.parametrize("size", [0, 15, 1 << 40, (1 << 64) - 1])
def test_so_is_one_whose_64_bits_say_so(size: int) -> None:
    with pytest.raises(BadFile, match="damaged"):
        emptied(film(b"\0\0\0\1uuid" + size.to_bytes(8)))


def test_a_film_cut_off_anywhere_is_refused_and_never_a_crash() -> None:
    whole = film(box(b"meta", PLACE))
    ends = {len(film()), len(whole)}
    whole_boxes = 0
    for length in range(8, len(whole) + 1):
        try:
            emptied(whole[:length])
            whole_boxes += 1
        except BadFile:
            assert length not in ends
    # Cut between two boxes it is a film still: behind its movie, its pixels, and its metadata.
    assert whole_boxes == 3


def test_a_film_of_very_many_boxes_is_refused() -> None:
    with pytest.raises(BadFile, match="damaged"):
        emptied(film(box(b"wide") * videos.MOST_BOXES))


def test_boxes_within_boxes_without_end_are_refused() -> None:
    nested = b""
    for _ in range(videos.MOST_BOXES):
        nested = (len(nested) + 8).to_bytes(4) + b"moov" + nested
    with pytest.raises(BadFile, match="damaged"):
        emptied(film(nested))


def test_a_file_without_a_movie_in_it_is_refused() -> None:
    with pytest.raises(BadFile, match="damaged"):
        emptied(box(b"ftyp", b"isom") + box(b"mdat", b"pixels"))


def test_more_than_50_mb_are_refused() -> None:
    with pytest.raises(BadFile, match="50 MB"):
        emptied(bytes(videos.MAX_BYTES + 1))


@pytest.mark.parametrize("brand", [b"isom", b"mp42", b"qt  ", b"M4V "])
def test_videos_of_telephones_and_cameras_are_told_by_their_content(brand: bytes) -> None:
    assert is_video(film(brand=brand))


@pytest.mark.parametrize(
    "content",
    [
        b"\x1aE\xdf\xa3\x01webm",
        b"RIFF\0\0\0\0AVI LIST",
        b"\x00\x00\x01\xba mpeg",
        b"FLV\x01",
        b"OggS\0",
        b"0&\xb2u\x8ef\xcf\x11",
        box(b"ftyp", b"M4A \0\0\0\0mp42"),
        box(b"ftyp", b"3gp4"),
    ],
)
def test_other_videos_are_refused_with_what_to_do(content: bytes) -> None:
    with pytest.raises(BadFile, match=r"MP4 or QuickTime only.*send its link"):
        is_video(content)


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff\xe0", b"RIFF\0\0\0\0WEBPVP8 ", box(b"ftyp", b"heic")])
def test_what_is_no_video_is_left_to_the_pictures(content: bytes) -> None:
    assert not is_video(content)
