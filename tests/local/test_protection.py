"""Only this machine's own page is answered, and nobody reads what is not theirs."""

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.local.chat import LocalChat
from bot.local.server import workspace
from tests.cards.samples import ALERT, DRAFT
from tests.local.browser import Browser
from tests.local.fakes import (
    ADMIN,
    CHANNEL,
    ELSEWHERE,
    EVERYBODY,
    HEAD,
    LEADER,
    PNG,
    STAFF,
    RecordingIntake,
    people,
    picture,
)
from tests.media.films import film
from workflows.clocks import SystemClock
from workflows.ports import ToLeadership, ToPerson


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1:1", "localhost", "127.0.0.1.evil.example:{port}", ""])
async def test_another_name_for_this_machine_is_refused(browser: Browser, host: str) -> None:
    response = await browser.client.get("/?as=2", headers={"Host": host.format(port=browser.client.port)})
    assert response.status == 403


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "[::1]"])
async def test_this_machines_own_names_are_answered(browser: Browser, name: str) -> None:
    response = await browser.client.get("/?as=2", headers={"Host": f"{name}:{browser.client.port}"})
    assert response.status == 200


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1:{port}", None]
)
async def test_another_page_cannot_send_anything(browser: Browser, intake: RecordingIntake, origin: str | None) -> None:
    headers = {"Origin": origin.format(port=browser.client.port)} if origin else {}
    for path in ("/say", "/press", "/fill", "/seen", "/skip"):
        response = await browser.client.post(f"{path}?as=2", data={"text": "Hello"}, headers=headers)
        assert response.status == 403
    assert intake.heard == {}


async def test_another_page_may_link_here_but_not_embed(browser: Browser) -> None:
    foreign = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
    assert (await browser.client.get("/picture/photo?as=2", headers=foreign)).status == 403
    linked = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert (await browser.client.get("/?as=2", headers=linked)).status == 200


async def test_every_answer_has_the_strict_headers(browser: Browser) -> None:
    for path in ("/?as=2", "/static/workspace.js", "/picture/photo?as=2", "/nowhere", "/?as=99", "/events?as=2"):
        async with browser.client.get(path) as response:
            assert "default-src 'none'; script-src 'self'" in response.headers["Content-Security-Policy"]
            assert response.headers["X-Content-Type-Options"] == "nosniff"
            assert response.headers["Cache-Control"] == "no-store"


async def test_the_page_has_no_inline_script_or_style_and_nothing_from_elsewhere(
    browser: Browser, chat: LocalChat
) -> None:
    await chat.post(ToPerson(ADMIN.id), DRAFT, "1")
    page = await (await browser.look(ADMIN)).text()
    assert page.count("<script") == 1
    assert '<script type="module" src="/static/workspace.js"></script>' in page
    assert not any(sign in page for sign in ("style=", "<style", "onclick", "javascript:", "//fonts", "cdn"))


async def test_other_peoples_conversations_are_refused(browser: Browser, chat: LocalChat) -> None:
    await chat.post(ToPerson(ADMIN.id), DRAFT, "1")
    await chat.post(ToLeadership("oakfield"), ALERT, "2")
    for me in (STAFF, ELSEWHERE):
        for conversation in ("dm:2", CHANNEL.id):
            assert (await browser.look(me, conversation)).status == 403
            assert (await browser.look(me, conversation, path="/events")).status == 403
    assert (await browser.send("/seen", STAFF, conversation="dm:2", message=1)).status == 403


async def test_leadership_channels_are_listed_for_leaders_only(browser: Browser) -> None:
    listed = [me.id for me in EVERYBODY if "Leadership, Oakfield" in await browser.text(me)]
    assert listed == [HEAD.id, LEADER.id]


async def test_an_unknown_person_is_refused(browser: Browser) -> None:
    for someone in ("99", "x", "-1", "2 or 1"):
        assert (await browser.client.get("/", params={"as": someone})).status == 403


async def test_pictures_are_shown_to_those_who_may_see_them(browser: Browser) -> None:
    response = await browser.look(ADMIN, path="/picture/photo")
    assert (await response.read(), response.content_type) == (PNG, "image/png")
    assert (await browser.look(ELSEWHERE, path="/picture/photo")).status == 403
    assert (await browser.look(ADMIN, path="/picture/page")).status == 422


async def test_only_the_workspaces_own_files_are_served(browser: Browser) -> None:
    for name in ("page.html.j2", "..%2Fcards%2Fnotice.json.j2", "%2E%2E/%2E%2E/pyproject.toml", "nothing.js"):
        assert (await browser.client.get(f"/static/{name}")).status == 404


async def test_what_cannot_be_read_is_refused_in_words(browser: Browser) -> None:
    for body in ("", "[]", "{", '{"event": 1}', '{"event":"x","message":"y","verb":"z","value":[]}'):
        response = await browser.client.post("/press?as=2", data=body, headers=browser.origin)
        assert response.status == 422
        assert "load it again" in (await response.json())["sentence"]


async def test_a_mistake_of_ours_is_admitted_without_details(chat: LocalChat) -> None:
    class Broken(RecordingIntake):
        async def said(self, said: object) -> None:
            raise ValueError("Private words")

    async with TestClient(TestServer(workspace(Broken(), chat, picture, SystemClock(), people=people))) as client:
        response = await Browser(client).say(ADMIN, "Hello")
        assert response.status == 500
        assert "Private" not in await response.text()


async def test_without_a_training_clock_time_cannot_be_moved(chat: LocalChat, intake: RecordingIntake) -> None:
    async with TestClient(TestServer(workspace(intake, chat, picture, SystemClock(), people=people))) as client:
        assert (await Browser(client).send("/skip", ADMIN, to="morning")).status == 422
        assert "Skip ahead" not in await Browser(client).text(ADMIN)


@pytest.mark.parametrize(
    ("asked", "status", "part", "where"),
    [
        ("bytes=0-", 206, film(), f"bytes 0-{len(film()) - 1}/{len(film())}"),
        ("bytes=0-1", 206, film()[:2], f"bytes 0-1/{len(film())}"),
        ("bytes=-4", 206, film()[-4:], f"bytes {len(film()) - 4}-{len(film()) - 1}/{len(film())}"),
        ("bytes=9999999-", 416, b"", f"bytes */{len(film())}"),
        ("bytes=5-2", 416, b"", f"bytes */{len(film())}"),
        ("words=all", 416, b"", f"bytes */{len(film())}"),
    ],
)
async def test_a_video_comes_in_the_parts_that_a_browser_asks_for(
    browser: Browser, asked: str, status: int, part: bytes, where: str
) -> None:
    response = await browser.client.get("/picture/video?as=2", headers={"Range": asked})
    assert (response.status, await response.read(), response.headers["Content-Range"]) == (status, part, where)


async def test_a_video_comes_whole_where_no_part_is_asked_for(browser: Browser) -> None:
    response = await browser.look(ADMIN, path="/picture/video")
    assert (response.content_type, await response.read()) == ("video/mp4", film())
    assert "media-src 'self'" in response.headers["Content-Security-Policy"]
