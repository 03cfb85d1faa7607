"""The local workspace as a story's platform: the page is read, its buttons and forms are sent over HTTP."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from html.parser import HTMLParser
from uuid import uuid4

from aiohttp.test_utils import TestClient, TestServer

from bot.local.chat import LocalChat, direct, leadership
from bot.local.members import Member, members
from bot.local.server import workspace
from bot.networks.manual import Manual
from tests.builders import Cast, a_trust
from tests.fakes.clock import TestClock
from tests.fakes.engine import InstantEngine
from tests.local.browser import Browser, token
from tests.scenarios.story import MONDAY_NINE
from tests.stories.driver import LEADERSHIP, Answers, Shown
from workflows.calendar import Calendar
from workflows.engine.world import World
from workflows.intake import Intake
from workflows.media.pictures import open_picture
from workflows.registers.readers import RegisterReaders
from workflows.telling import build
from workflows.timings import Timings


@dataclass
class Article:
    """A message on the page while it is read."""

    id: str
    mine: bool
    text: str = ""
    buttons: dict[str, tuple[str, dict[str, str]]] = field(default_factory=dict)
    pictures: int = 0


class Page(HTMLParser):
    """Reads the messages of a page with their words, pictures and buttons."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.articles: list[Article] = []
        self._button: tuple[str, dict[str, str]] | None = None
        self._label, self._unseen = "", False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "article":
            self.articles.append(Article(said["data-id"], "mine" in said["class"]))
        elif tag == "button" and "data-verb" in said:
            self._button, self._label = (said["data-verb"], json.loads(said["data-value"])), ""
        elif tag == "img" and self.articles:
            self.articles[-1].pictures += 1
        elif tag == "span":
            self._unseen = said.get("class") == "unseen"

    def handle_endtag(self, tag: str) -> None:
        if tag == "button" and self._button:
            self.articles[-1].buttons[self._label.strip()] = self._button
            self._button = None
        elif tag == "span":
            self._unseen = False

    def handle_data(self, data: str) -> None:
        if self._button is not None:
            self._label += "" if self._unseen else data
        elif self.articles:
            self.articles[-1].text += data


@dataclass
class Local:
    cast: Cast
    browser: Browser
    engine: InstantEngine

    async def _me(self, person: int) -> Member:
        return next(one for one in await members() if one.id == person)

    async def _articles(self, where: int) -> list[Article]:
        person, place = (self.cast.head, leadership("hillside")) if where == LEADERSHIP else (where, direct(where))
        page = await (await self.browser.look(await self._me(person), place)).text()
        return [one for one in Page(page).articles if not one.mine]

    async def says(self, person: int, text: str, *photos: bytes) -> None:
        files = {f"{number}.png": content for number, content in enumerate(photos)}
        assert (await self.browser.say(await self._me(person), text, photos=files)).status == 204

    async def replies(self, person: int, to: Shown, text: str) -> None:
        assert (await self.browser.say(await self._me(person), text, under=to.id)).status == 204

    async def screen(self, where: int) -> list[Shown]:
        return [Shown(one.id, one.text, tuple(one.buttons), one.pictures) for one in await self._articles(where)]

    async def presses(self, person: int, where: int, card: Shown, label: str) -> None:
        assert await self._pressed(person, where, card, label) == ""

    async def _pressed(self, person: int, where: int, card: Shown, label: str) -> str:
        article = next(one for one in await self._articles(where) if one.id == card.id)
        verb, value = article.buttons[label]
        answer = await self.browser.press(await self._me(person), int(card.id), verb, **value)
        assert answer.status in (200, 204), await answer.text()
        return await answer.text() if answer.status == 200 else ""

    async def fills(self, person: int, where: int, card: Shown, label: str, answers: Answers) -> None:
        form = await self._pressed(person, where, card, label)
        given = {name: answer if isinstance(answer, str) else list(answer) for name, answer in answers.items()}
        fields = {**given, "token": token(form), "event": str(uuid4())}
        answer = await self.browser.submit("/fill", await self._me(person), fields)
        assert answer.status == 204, await answer.text()

    async def passes(self, **time: float) -> None:
        await self.engine.advance(timedelta(**time))


@asynccontextmanager
async def local() -> AsyncIterator[Local]:
    cast, clock = await a_trust(), TestClock(MONDAY_NINE)
    chat = LocalChat(clock)
    world = World(clock, Calendar(), Timings(), RegisterReaders(), chat, {"manual": Manual()}, build)
    engine = InstantEngine(world, clock)
    app = workspace(Intake(engine, world), chat, open_picture, clock)
    async with TestClient(TestServer(app)) as client:
        yield Local(cast, Browser(client), engine)
