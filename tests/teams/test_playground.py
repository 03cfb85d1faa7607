"""The whole story against Microsoft's own emulator, with a picture of every step in Chromium."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest
from aiohttp import ClientSession
from selenium import webdriver
from selenium.webdriver.common.by import By

from tests.browser.workspace import chromium, free_port
from tests.fakes.teams.hands import buttons
from tests.scenarios.story import CLEAN
from tests.teams.drawing import text
from tests.teams.playground import AUTHOR, CHANNEL, DEPUTY, GROUP, HEAD, PERSONAL, Playground, playground
from tests.teams.serving import serving

pytestmark = pytest.mark.teams
ALARMING = "Amara Okonkwo was crying at the gate again"


class Window:
    """The emulator's page: pictures of it, and which conversation is open."""

    def __init__(self, browser: webdriver.Chrome, folder: Path) -> None:
        self._browser, self._folder = browser, folder

    async def opens(self, name: str) -> None:
        await asyncio.to_thread(self._click, name)

    def _click(self, name: str) -> None:
        self._browser.find_element(By.XPATH, f"(//*[normalize-space(text())='{name}'])[1]").click()

    async def shows(self, *words: str) -> None:
        """The open conversation says all of these."""
        async with asyncio.timeout(15):
            while not all(word in self._browser.find_element(By.TAG_NAME, "body").text for word in words):  # noqa: ASYNC110
                await asyncio.sleep(0.2)

    async def pictured(self, name: str) -> None:
        await asyncio.sleep(0.5)
        self._browser.save_screenshot(str(self._folder / f"{name}.png"))


@contextmanager
def on_stage(tmp_path: Path) -> Iterator[tuple[str, Window]]:
    """Emulator, bot and browser; pictures go where GATEPOST_PICTURES says."""
    pictures = Path(os.environ.get("GATEPOST_PICTURES", tmp_path / "pictures"))
    pictures.mkdir(parents=True, exist_ok=True)
    port = free_port()
    with (
        playground(f"http://127.0.0.1:{port}/teams/messages", tmp_path) as address,
        serving(tmp_path, port, f"{address}/_connector"),
        chromium(tmp_path / "profile") as browser,
    ):
        browser.get(address)
        yield address, Window(browser, pictures)


@asynccontextmanager
async def watched(address: str) -> AsyncIterator[Playground]:
    async with ClientSession() as session:
        people = Playground(address, session)
        watching = asyncio.create_task(people.watch())
        try:
            yield people
        finally:
            watching.cancel()


def test_a_draft_is_approved_and_an_alarm_is_taken_on(tmp_path: Path) -> None:
    with on_stage(tmp_path) as (address, window):
        asyncio.run(_story(address, window))


async def _story(address: str, window: Window) -> None:
    async with watched(address) as people:
        await window.shows("Personal Chat")
        await _draft(people, window)
        await _alarm(people, window)


async def _draft(people: Playground, window: Window) -> None:
    await people.says(PERSONAL, CLEAN)
    draft = await people.sees(PERSONAL, CLEAN, "Your draft")
    await window.shows("Your draft", CLEAN)
    await window.pictured("teams-draft")

    await people.presses(AUTHOR, draft, "Send to the headteacher")
    approval = await people.sees(GROUP, CLEAN)
    await window.opens("Headteacher")
    await window.shows(CLEAN, "Approve")
    await window.pictured("teams-approval")

    await people.presses(HEAD, approval, "Approve")
    decided = await people.sees(GROUP, "Approved by Mrs Vance")
    assert decided.id == approval.id, "the same message was replaced"
    assert buttons(decided.card) == []
    await window.shows("Approved by Mrs Vance")
    await window.pictured("teams-approved")


async def _alarm(people: Playground, window: Window) -> None:
    await people.mentions(HEAD, CHANNEL, "leadership here")
    await people.says(PERSONAL, "report")
    offer = await people.sees(PERSONAL, "Report a comment that")
    await people.presses(AUTHOR, offer, buttons(offer.card)[0]["title"])
    form = await people.sees(PERSONAL, "Tick it even if no name")
    answers = {"text": ALARMING, "author": "Pat Example", "permalink": "", "post": "", "about_a_child": "yes"}
    await people.submits(AUTHOR, form, {**answers, **buttons(form.card)[0]["data"]})
    alert = await people.sees(CHANNEL, "names a child")
    await window.opens("Alarms")
    await window.shows("A comment names a child", "I am dealing with it")
    await window.pictured("teams-alert")

    await people.presses(DEPUTY, alert, "I am dealing with it")
    taken = await people.sees(CHANNEL, "Ms Calloway")
    assert taken.id == alert.id
    assert "I am dealing with it" not in [one["title"] for one in buttons(taken.card)]
    assert "Amara" not in text([taken.card])
    await window.shows("Ms Calloway")
    await window.pictured("teams-acknowledged")
