"""6.2 and data protection: a video says nothing beside what it shows, and a broken one is refused with a sentence."""

import pytest

from tests.media.films import PLACE, WHEN, box, film, full_box, times, track, wide_box
from workflows.errors import BadFile
from workflows.media import boxes, tracks, videos
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
    for part in (b"movie", b"track", b"mdatpixels and sound", original[:24]):
        assert kept.index(part) == original.index(part)
    place = original.index(b"meta")
    assert kept[place - 4 : place] == original[place - 4 : place]
    assert kept[place : place + 4] == b"free"
    assert kept[place + 4 : place + 4 + len(PLACE)] == bytes(len(PLACE))


def test_a_film_without_metadata_stays_as_it_is() -> None:
    bare = box(b"ftyp", b"qt  ") + box(b"moov", box(b"trak", box(b"tkhd"))) + wide_box(b"mdat", b"udta meta uuid")
    assert emptied(bare) == bare


@pytest.mark.parametrize("version", [0, 1])
def test_when_it_was_filmed_is_gone(version: int) -> None:
    headers = box(b"mdia", full_box(b"mdhd", times(version), b"units", version=version))
    original = film(trak=(headers,))
    kept = emptied(original)
    assert original.count(WHEN[0]) == 6
    assert WHEN[0] not in kept
    assert kept.index(b"units") == original.index(b"units")


def with_track(handler: bytes, *more: bytes, size: int = len(PLACE)) -> bytes:
    """A film whose data lie before it, with a track of this kind that recorded two places."""
    data, head = PLACE + b"pixels" + PLACE, box(b"ftyp", b"isom")
    first = len(head) + 8
    return head + box(b"mdat", data) + film(*more, moov=(track(handler, first, first + len(PLACE) + 6, size=size),))


@pytest.mark.parametrize("handler", [b"meta", b"camm", b"\0\0\0\0"])
def test_where_a_camera_flew_is_gone(handler: bytes) -> None:
    original = with_track(handler)
    kept = emptied(original)
    assert PLACE not in kept
    assert len(kept) == len(original)
    assert kept.count(b"trak") == original.count(b"trak") - 1
    assert kept.index(b"pixels") == original.index(b"pixels")


@pytest.mark.parametrize("handler", [b"vide", b"soun", b"sbtl", b"text"])
def test_picture_sound_and_captions_stay(handler: bytes) -> None:
    assert emptied(with_track(handler)).count(PLACE) == 2


def test_a_piece_of_such_a_track_goes_with_it() -> None:
    pieces = [box(b"traf", full_box(b"tfhd", number.to_bytes(4))) for number in (7, 1)]
    assert emptied(with_track(b"meta", box(b"moof", *pieces))).count(b"traf") == 1


@pytest.mark.parametrize("size", [1_000_000, 0xFFFFFFFF])
def test_a_track_that_lies_about_its_data_is_refused(size: int) -> None:
    with pytest.raises(BadFile, match="damaged"):
        emptied(with_track(b"meta", size=size))


def test_so_is_one_that_counts_its_data_again_and_again() -> None:
    with pytest.raises(BadFile, match="damaged"):
        emptied(film(moov=(track(b"meta", *[0] * 100, size=100),)))


def test_so_is_one_of_very_many_samples() -> None:
    crowded = full_box(b"stsz", (1).to_bytes(4), (tracks.MOST_SAMPLES + 1).to_bytes(4))
    table = box(b"stbl", crowded, full_box(b"stsc", bytes(4)))
    media = box(b"mdia", full_box(b"hdlr", bytes(4), b"meta"), box(b"minf", table))
    with pytest.raises(BadFile, match="damaged"):
        emptied(film(moov=(box(b"trak", media),)))


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
        emptied(film(box(b"wide") * boxes.MOST_BOXES))


def test_boxes_within_boxes_without_end_are_refused() -> None:
    nested = b""
    for _ in range(boxes.MOST_BOXES):
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
