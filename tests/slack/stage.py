"""A school in a Slack of ours: the real adapter over real HTTP or WebSocket, the workflows behind it in memory."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal
from zoneinfo import ZoneInfo

from aiohttp import ClientSession, web
from PIL import Image

from bot.networks.manual import Manual
from bot.slack.api import Api
from bot.slack.server import PATH, Access, Slack
from bot.slack.text import unescaped
from tests.builders import Cast, a_trust
from tests.fakes.clock import TestClock
from tests.fakes.engine import InstantEngine
from tests.fakes.slack import FakeSlack, People, Workspace, served
from tests.fakes.slack.delivery import ByHttp, BySocket
from tests.fakes.slack.workspace import APP_TOKEN, BOT, BOT_TOKEN, SIGNING_SECRET, Json, StoredFile
from workflows.calendar import Calendar
from workflows.engine.world import World
from workflows.intake import Intake
from workflows.models import LeadershipChannel, Person
from workflows.registers.readers import RegisterReaders
from workflows.telling import build
from workflows.timings import Timings

MONDAY_NINE = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
CLEAN = "Kestrel class planted bulbs beside the path today."
LEADERSHIP = "G0LEADERS"
Mode = Literal["socket", "http"]


def access(base: str, mode: Mode, folder: str) -> Access:
    return Access(BOT_TOKEN, APP_TOKEN, SIGNING_SECRET, f"{base}/api/", mode, Path(folder) / "slack.journal")


def user_of(part: str) -> str:
    """The Slack user of somebody of the cast."""
    return f"U{part.upper().replace('_', '')}"


@dataclass
class Stage:
    """Everything on it; people are named by their part in the cast."""

    cast: Cast
    slack: FakeSlack
    people: People
    clock: TestClock
    engine: InstantEngine
    adapter: Slack
    address: str
    session: ClientSession

    @property
    def space(self) -> Workspace:
        return self.slack.space

    async def until(self, met: Callable[[], Any], what: str = "it did not happen") -> Any:
        """What a condition gives once it is met; the app works on after it has acknowledged."""
        for _ in range(500):
            if found := met():
                return found
            await asyncio.sleep(0.01)
        raise AssertionError(f"{what}; faults: {self.space.faults}, failed: {self.engine.failed}")

    def direct(self, part: str) -> list[Json]:
        """The conversation of somebody with the bot."""
        return self.space.direct(user_of(part)).messages

    async def card(self, part: str, words: str = "", after: int = 0) -> Json:
        """The newest card in somebody's conversation whose text or blocks hold some words."""

        def newest() -> Json | None:
            found = [one for one in self.direct(part)[after:] if one["user"] == BOT and words in shown(one)]
            return found[-1] if found else None

        card: Json = await self.until(newest, f"{part} sees no {words!r} in {[shown(m) for m in self.direct(part)]}")
        return card

    def journal(self) -> str:
        """What the adapter has stored of what came in."""
        return self.adapter._access.journal.read_text()

    async def shows(self, message: Json, words: str) -> None:
        """Wait until a message shows some words."""
        await self.until(lambda: words in shown(message), f"no {words!r} in {shown(message)}")

    async def submitted(self, text: str = CLEAN) -> Json:
        """An administrator writes and sends a draft; the approval card."""
        await self.people.say(user_of("administrator"), text)
        draft = await self.card("administrator", "Your draft")
        await self.people.press(user_of("administrator"), draft, "Send to the headteacher")
        return await self.card("head", "Please approve")

    async def reported(self, text: str = "Amara Okonkwo in Year 4 is always late") -> Json:
        """A teacher reports a comment that names a child; the alert in the channel."""
        had = len(self.space.opened.get(user_of("teacher"), []))
        await self.people.command(user_of("teacher"), "/report")
        form = await self.people.modal(user_of("teacher"), had)
        link = "https://www.facebook.example/c/1"
        assert not await self.people.submit(user_of("teacher"), form, text=text, author="Pat", permalink=link)
        return await self.in_channel("needs you now")

    async def in_channel(self, words: str) -> Json:
        def newest() -> Json | None:
            found = [one for one in self.space.channels[LEADERSHIP].messages if words in shown(one)]
            return found[-1] if found else None

        card: Json = await self.until(newest, f"the channel shows no {words!r}")
        return card

    async def bind_leadership(self) -> None:
        """As the headteacher did with /gatepost leadership here."""
        self.space.add_channel(LEADERSHIP, "private", BOT, user_of("head"), user_of("deputy"), name="leadership")
        await LeadershipChannel.create(
            school_id="hillside", platform="slack", conversation=LEADERSHIP, bound_at=self.clock.now()
        )

    def photo(self, part: str, colour: str = "seagreen", name: str = "photo.png") -> StoredFile:
        file = BytesIO()
        Image.new("RGB", (64, 48), colour).save(file, "PNG")
        return self.space.add_file(name, file.getvalue(), user_of(part))


def shown(message: Json) -> str:
    """Everything that a message says."""
    return f"{message['text']} {message.get('blocks', '')}"


def words(messages: list[Json]) -> str:
    """The paragraphs of messages as people read them, one after the other."""
    blocks = [block for message in messages for block in message["blocks"] if block["type"] == "section"]
    return "".join(unescaped(block["text"]["text"]) for block in blocks if "text" in block)


async def populate(space: Workspace, cast: Cast) -> None:
    """A Slack user for everybody of the cast, by their work email."""
    for part in cast.__dataclass_fields__:
        if person := await Person.get_or_none(id=getattr(cast, part)):
            space.add_user(user_of(part), person.identity["email"], person.formal_name)


@asynccontextmanager
async def stage(mode: Mode = "socket", space: Workspace | None = None) -> AsyncIterator[Stage]:
    """The curtain opens once the bot listens; when it falls, nothing may have gone against Slack's rules."""
    async with AsyncExitStack() as stack:
        slack = await stack.enter_async_context(served(space))
        cast = await a_trust()
        await populate(slack.space, cast)
        clock = TestClock(MONDAY_NINE)
        api = Api(BOT_TOKEN, f"{slack.space.base}/api/", per_channel=0.0)
        adapter = Slack(
            access(slack.space.base, mode, stack.enter_context(TemporaryDirectory())),
            clock,
            ZoneInfo("Europe/London"),
            api,
        )
        world = World(clock, Calendar(), Timings(), RegisterReaders(), adapter.chat, {"manual": Manual()}, build)
        engine = InstantEngine(world, clock)
        intake = Intake(engine, world)
        address = await stack.enter_async_context(_mounted(adapter, intake))
        await stack.enter_async_context(adapter.at_work(intake))
        session = await stack.enter_async_context(ClientSession())
        if mode == "socket":
            await slack.opened.wait()
        delivery = BySocket(slack) if mode == "socket" else ByHttp(slack, address, session)
        yield Stage(cast, slack, People(slack.space, delivery), clock, engine, adapter, address, session)
        assert slack.space.faults == []
        assert engine.failed == []


@asynccontextmanager
async def _mounted(adapter: Slack, intake: Intake) -> AsyncIterator[str]:
    app = web.Application()
    app.add_routes(adapter.routes(intake))
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}{PATH}"
    finally:
        await runner.cleanup()
