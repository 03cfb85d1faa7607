"""Files and pictures: from Microsoft's hosts only, our token to the service alone, limits while they stream."""

from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image

from bot.teams.connection import Hosts
from bot.teams.connection.hosts import LoopbackHosts, origin
from bot.teams.forms import dialog
from tests.fakes.teams.hands import FILE
from tests.media.films import PLACE, film
from tests.scenarios.story import CLEAN
from tests.teams.campus import Campus
from tests.teams.drawing import every, text
from tests.teams.test_draft import photo
from workflows.errors import BadFile
from workflows.forms import Form, Input
from workflows.media.videos import MAX_BYTES
from workflows.models import Post, RoleGrant

OURS = Hosts()


@pytest.mark.parametrize(
    "address",
    [
        "https://meadow-my.sharepoint.com/personal/x/Documents/photo.png",
        "https://meadow.sharepoint.com/sites/x/photo.png?tempauth=abc",
    ],
)
def test_the_trusts_own_file_store_is_known(address: str) -> None:
    assert OURS.is_file_store(address)
    assert not OURS.is_service(address), "our token never goes there"


@pytest.mark.parametrize(
    "address",
    [
        "http://meadow.sharepoint.com/photo.png",
        "https://sharepoint.com.evil.example/photo.png",
        "https://evilsharepoint.com/photo.png",
        "https://meadow.sharepoint.com@evil.example/photo.png",
        "https://evil.example/.sharepoint.com",
        "https://127.0.0.1/photo.png",
        "https://169.254.169.254/latest",
        "file:///etc/passwd",
        "data:image/png;base64,AAAA",
        "",
        "https://[::1/",
    ],
)
def test_no_other_address_is_called(address: str) -> None:
    assert not OURS.is_file_store(address)
    assert not OURS.is_service(address)


@pytest.mark.parametrize(
    ("address", "known"),
    [
        ("https://smba.trafficmanager.net/uk/", True),
        ("https://SMBA.trafficmanager.net/amer/9f/", True),
        ("https://smba.trafficmanager.net.evil.example/", False),
        ("https://smba.trafficmanager.net:444/", False),
        ("http://smba.trafficmanager.net/", False),
    ],
)
def test_the_services_of_microsoft_are_known(address: str, known: bool) -> None:
    assert OURS.is_service(address) is known


def test_the_emulators_hosts_are_this_machines_alone() -> None:
    hosts = LoopbackHosts()
    assert hosts.is_service("http://localhost:56150/_connector")
    assert hosts.is_service("http://127.0.0.1:1/")
    assert not hosts.is_service("http://127.0.0.1.evil.example/")
    assert not hosts.is_service("https://smba.trafficmanager.net/uk/")
    assert origin("nonsense") == ""


async def sent(campus: Campus, address: str) -> None:
    """A file that stands at an address, as Teams hands over files of a personal chat."""
    user = campus.users[campus.cast.administrator]
    said = campus.hands.activity(user, campus.hands.chat(user), type="message", text=CLEAN)
    content = {"downloadUrl": address, "uniqueId": "1", "fileType": "png"}
    said["attachments"] = [{"contentType": FILE, "content": content, "name": "photo.png"}]
    await campus.hands.hand_over(said)
    await campus.settled()


async def test_a_file_of_the_store_is_fetched_without_our_token(campus: Campus) -> None:
    campus.service.files["photo"] = photo()
    await sent(campus, f"{campus.service.origin}/store/photo")
    card = campus.newest(campus.cast.administrator, CLEAN)
    assert len(list(every(card.card, "Image"))) == 1


async def test_a_file_elsewhere_is_refused_in_words_and_nothing_is_called(campus: Campus) -> None:
    await sent(campus, "http://127.0.0.1:9/photo.png")
    assert "not in Teams" in text(campus.cards(campus.cast.administrator)[-1].card)
    assert not await Post.exists()


async def test_a_file_beyond_the_limit_is_given_up_while_it_streams(campus: Campus) -> None:
    campus.service.files["big"] = bytes(MAX_BYTES + 1)
    with pytest.raises(BadFile, match="50 MB"):
        await campus.teams.connector.file(f"{campus.service.origin}/store/big", MAX_BYTES)


async def test_eleven_files_at_once_are_refused(campus: Campus) -> None:
    await campus.says(campus.cast.administrator, CLEAN, *[b"x"] * 11)
    assert "at most 10" in text(campus.cards(campus.cast.administrator)[-1].card)


async def test_what_is_no_picture_is_refused_in_words(campus: Campus) -> None:
    await campus.says(campus.cast.administrator, CLEAN, b"<html>")
    assert not await Post.exists()
    assert len(campus.cards(campus.cast.administrator)) == 1


async def shown(campus: Campus, person: int) -> str:
    """The path of the one picture on the newest card of somebody."""
    (image,) = every(campus.newest(person, CLEAN).card, "Image")
    return str(image["url"]).removeprefix("https://gatepost.example")


async def test_a_picture_on_a_card_is_shown_by_its_sealed_address_and_made_smaller(campus: Campus) -> None:
    await campus.says(campus.cast.administrator, CLEAN, photo())
    path = await shown(campus, campus.cast.administrator)
    base = campus.hands.bot.removesuffix("/teams/messages")
    async with campus.hands.session.get(base + path) as answer:
        assert answer.status == 200
        assert answer.content_type == "image/jpeg"
        assert max(Image.open(BytesIO(await answer.read())).size) == 1024
    async with campus.hands.session.get(base + path[:-2]) as answer:
        assert answer.status == 404


async def test_an_address_ends_after_its_days(campus: Campus) -> None:
    await campus.says(campus.cast.administrator, CLEAN, photo())
    path, base = await shown(campus, campus.cast.administrator), campus.hands.bot.removesuffix("/teams/messages")
    campus.clock.move_on(timedelta(days=14))
    async with campus.hands.session.get(base + path) as answer:
        assert answer.status == 404


async def test_an_address_ends_with_the_roles_of_the_person_it_was_made_for(campus: Campus) -> None:
    await campus.says(campus.cast.administrator, CLEAN, photo())
    path, base = await shown(campus, campus.cast.administrator), campus.hands.bot.removesuffix("/teams/messages")
    await RoleGrant.filter(person_id=campus.cast.administrator).update(revoked_at=campus.clock.now())
    async with campus.hands.session.get(base + path) as answer:
        assert answer.status == 404


async def test_a_video_is_opened_from_the_card_by_a_sealed_address_of_the_same_kind(campus: Campus) -> None:
    await campus.says(campus.cast.administrator, CLEAN, film())
    card = campus.newest(campus.cast.administrator, CLEAN).card
    assert "Video 1" in text(card)
    assert not list(every(card, "Image"))
    (link,) = [one["selectAction"] for one in every(card, "TextRun") if "Watch" in one["text"]]
    base = campus.hands.bot.removesuffix("/teams/messages")
    async with campus.hands.session.get(base + link["url"].removeprefix("https://gatepost.example")) as answer:
        assert answer.content_type == "video/mp4"
        assert PLACE not in await answer.read()


def test_the_dialog_about_a_video_links_to_it() -> None:
    value = {"post": "p", "claim": "c"}
    look = Input("picture", "Video 1", "note", required=False, picture="film", picture_kind="video")
    card = dialog(Form("post.who", "Who is in video 1?", (look,), "Save", value), lambda id: f"https://x.example/{id}")
    assert not list(every(card, "Image"))
    assert [one["selectAction"]["url"] for one in every(card, "TextRun") if "selectAction" in one] == [
        "https://x.example/film"
    ]
