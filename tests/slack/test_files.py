"""Files that people send: only from Slack, only photos and videos, only so large, and refused with a sentence."""

import pytest

from bot.slack.files import is_slacks
from bot.slack.models import SlackPicture
from tests.fakes.slack.workspace import BOT, StoredFile
from tests.media.films import PLACE, film
from tests.slack.stage import CLEAN, Stage, user_of
from workflows.models import Picture, Post

ADMIN = user_of("administrator")
SLACK = "https://slack.com/api/"


@pytest.mark.parametrize(
    ("address", "ours"),
    [
        ("https://files.slack.com/files-pri/T1-F1/photo.png", True),
        ("https://acme.enterprise.slack.com/files/x.png", True),
        ("https://slack-files.com.evil.example/x.png", False),
        ("https://evilslack.com/x.png", False),
        ("http://files.slack.com/x.png", False),
        ("https://files.slack.com:8443/x.png", False),
        ("https://files.slack.com@evil.example/x.png", False),
        ("https://10.0.0.1/x.png", False),
        ("file:///etc/passwd", False),
    ],
)
def test_only_slacks_own_hosts_get_our_token(address: str, ours: bool) -> None:
    assert is_slacks(address, SLACK) is ours


def test_a_server_in_slacks_place_serves_its_own_files_only() -> None:
    assert is_slacks("http://127.0.0.1:9999/files/1", "http://127.0.0.1:9999/api/")
    assert not is_slacks("http://127.0.0.1:8888/files/1", "http://127.0.0.1:9999/api/")
    assert not is_slacks("https://files.slack.com/x.png", "http://127.0.0.1:9999/api/")


async def test_a_file_on_another_host_is_not_fetched(school: Stage) -> None:
    file = school.photo("administrator")
    channel = school.space.direct(ADMIN)
    shared = {**file.shown("https://evil.example"), "is_external": False}
    message = school.space.message(channel, ADMIN, CLEAN, subtype="file_share", files=[shared])
    await school.people.event(**{**message, "channel": channel.id, "channel_type": "im"})
    await school.card("administrator", "outside Slack")
    assert not await Post.exists()


async def test_a_video_of_another_kind_is_refused_with_what_to_do(school: Stage) -> None:
    video = school.space.add_file("film.webm", b"\x1aE\xdf\xa3....", ADMIN, "video/webm")
    await school.people.say(ADMIN, CLEAN, video)
    await school.card("administrator", "send its link")


async def test_a_document_is_refused_with_what_to_do(school: Stage) -> None:
    await school.people.say(ADMIN, CLEAN, school.space.add_file("plan.pdf", b"%PDF-1.7", ADMIN, "application/pdf"))
    await school.card("administrator", "photos (JPEG, PNG or WebP) and videos")


async def test_a_video_is_named_on_the_card_and_never_drawn_as_an_image(school: Stage) -> None:
    await school.people.say(ADMIN, CLEAN, school.space.add_file("film.mp4", film(), ADMIN, "video/mp4"))
    draft = await school.card("administrator", "Video 1")
    assert "in the thread below" in str(draft["blocks"])
    assert not [one for one in draft["blocks"] if one["type"] == "image"]
    form = await school.people.opens(ADMIN, draft, "Who is in video 1?")
    await school.people.submit(ADMIN, form, nobody=["yes"], alt="A frog")
    await school.shows(draft, "Send to the headteacher")


async def test_a_video_is_sent_once_into_the_thread_of_every_card_that_has_it(school: Stage) -> None:
    await school.people.say(ADMIN, CLEAN, school.space.add_file("film.mp4", film(), ADMIN, "video/mp4"))
    draft = await school.card("administrator", "Video 1")
    form = await school.people.opens(ADMIN, draft, "Who is in video 1?")
    await school.people.submit(ADMIN, form, nobody=["yes"], alt="A frog")
    await school.shows(draft, "Send to the headteacher")
    await school.people.press(ADMIN, draft, "Send to the headteacher")
    asked = await school.card("head", "A frog")
    await school.shows(draft, "Sent for approval")
    place = (school.space.direct(user_of("head")).id, asked["ts"])
    await school.until(lambda: place in sent_videos(school))
    assert [ts for _, ts in sent_videos(school)].count(draft["ts"]) == 1


async def test_a_slack_that_takes_no_files_gets_the_card_all_the_same(school: Stage) -> None:
    school.space.trouble["files.completeUploadExternal"] = ["restricted_action"] * 20
    await school.people.say(ADMIN, CLEAN, school.space.add_file("film.mp4", film(), ADMIN, "video/mp4"))
    await school.card("administrator", "whoever sent it can show it")
    assert sent_videos(school) == []


def sent_videos(school: Stage) -> list[tuple[str, str]]:
    """Conversation and thread of every file that the bot sent; all of them are videos without a place."""
    files = [one for one in school.space.files.values() if one.shared]
    assert all(one.name == "video.mp4" and PLACE not in one.content for one in files)
    return [place for one in files for place in one.shared]


async def test_a_video_over_50_mb_is_refused_before_it_is_fetched(school: Stage) -> None:
    large = school.space.add_file("film.mp4", film(), ADMIN, "video/mp4")
    channel = school.space.direct(ADMIN)
    shared = {**large.shown(school.space.base), "size": (50 << 20) + 1}
    message = school.space.message(channel, ADMIN, CLEAN, subtype="file_share", files=[shared])
    await school.people.event(**{**message, "channel": channel.id, "channel_type": "im"})
    await school.card("administrator", "50 MB")


async def test_a_file_over_25_mb_is_refused_however_small_it_says_it_is(school: Stage) -> None:
    large = school.space.add_file("large.png", b"\0" * ((25 << 20) + 1), ADMIN)
    channel = school.space.direct(ADMIN)
    shared = {**large.shown(school.space.base), "size": 1000}
    message = school.space.message(channel, ADMIN, CLEAN, subtype="file_share", files=[shared])
    await school.people.event(**{**message, "channel": channel.id, "channel_type": "im"})
    await school.card("administrator", "25 MB")


async def test_what_is_no_picture_inside_is_refused(school: Stage) -> None:
    await school.people.say(ADMIN, CLEAN, school.space.add_file("photo.png", b"MZ no picture", ADMIN))
    await school.card("administrator", "picture")
    assert not await Picture.exists()


async def test_a_download_that_fails_is_tried_again(school: Stage) -> None:
    school.space.trouble["files-pri"] = ["500"]
    await school.people.say(ADMIN, CLEAN, school.photo("administrator"))
    await school.card("administrator", "Picture 1")


async def test_a_bad_photo_in_a_form_is_refused_beside_the_question_and_the_text_is_kept(school: Stage) -> None:
    await school.people.command(ADMIN, "/post", CLEAN)
    form = await school.people.modal(ADMIN)
    bad = school.space.add_file("photo.png", b"MZ no picture", ADMIN).shown(school.space.base)
    answer = await school.people.submit(ADMIN, form, photos=[bad])
    assert answer["response_action"] == "errors"
    assert await school.people.submit(ADMIN, form, photos=[]) == {}
    await school.card("administrator", "Your draft")


async def test_a_slow_upload_is_waited_for(school: Stage) -> None:
    school.space.slow_uploads = 2
    await school.people.say(ADMIN, CLEAN, school.photo("administrator"))
    draft = await school.card("administrator", "Your draft")
    assert [one for one in draft["blocks"] if one["type"] == "image"]


async def test_a_picture_is_uploaded_once_for_all_cards(school: Stage) -> None:
    await school.people.say(ADMIN, CLEAN, school.photo("administrator"))
    draft = await school.card("administrator", "Your draft")
    form = await school.people.opens(ADMIN, draft, "Who is in picture 1?")
    await school.people.submit(ADMIN, form, nobody=["yes"], alt="Bulbs")
    await school.shows(draft, "Send to the headteacher")
    await school.people.press(ADMIN, draft, "Send to the headteacher")
    await school.card("head", "slack_file")
    assert school.space.calls["files.completeUploadExternal"] == 1


async def test_a_picture_that_slack_has_lost_does_not_keep_the_card(school: Stage) -> None:
    await school.people.say(ADMIN, CLEAN, school.photo("administrator"))
    draft = await school.card("administrator", "slack_file")
    for file in [one for one in school.space.files.values() if one.owner == school.slack.bot]:
        del school.space.files[file.id]
    form = await school.people.opens(ADMIN, draft, "Change the text")
    await school.people.submit(ADMIN, form, text="Tulips.")
    await school.shows(draft, "could not show this picture")
    assert "Tulips." in str(draft["blocks"])


async def test_3_7_pictures_and_videos_that_retention_removed_go_in_slack_too(school: Stage) -> None:
    await school.people.say(ADMIN, CLEAN, school.photo("administrator"))
    await school.card("administrator", "Picture 1")
    await school.people.say(ADMIN, CLEAN, school.space.add_file("film.mp4", film(), ADMIN, "video/mp4"))
    await school.card("administrator", "Video 1")
    await school.until(lambda: len(ours(school)) == 2)
    await school.adapter.forget_what_is_gone()
    assert len(ours(school)) == 2
    await Picture.all().delete()
    school.space.trouble["files.delete"] = ["fatal_error"]
    await school.adapter.forget_what_is_gone()
    assert len(ours(school)) == 1
    await school.adapter.forget_what_is_gone()
    assert ours(school) == []
    assert not await SlackPicture.exists()


async def test_3_7_a_file_that_somebody_deleted_in_slack_before_is_done_with(school: Stage) -> None:
    await school.people.say(ADMIN, CLEAN, school.photo("administrator"))
    await school.card("administrator", "Picture 1")
    await school.until(lambda: ours(school))
    for file in ours(school):
        del school.space.files[file.id]
    await Picture.all().delete()
    await school.adapter.forget_what_is_gone()
    assert not await SlackPicture.exists()


def ours(school: Stage) -> list[StoredFile]:
    """The files that the bot uploaded."""
    return [one for one in school.space.files.values() if one.owner == BOT]
