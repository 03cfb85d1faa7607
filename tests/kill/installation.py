"""An installation of the tests: where its data is, who works there, and the bot processes on it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from aiohttp import ClientSession

from bot.app import Place, opened
from bot.networks.manual import Manual
from tests.builders import Cast
from tests.kill.bot import Bot, free_port
from tests.kill.bot_process import Setup
from tests.kill.http_chat import HttpChat
from tests.kill.scaled import AROUND_THE_CLOCK, ScaledClock, timings
from workflows.engine.world import World
from workflows.registers.readers import RegisterReaders
from workflows.telling import build


@dataclass(frozen=True, slots=True)
class Installation:
    """Made, with a trust in it, and closed."""

    place: Place
    cast: Cast
    folder: Path

    def bot(
        self,
        platform: str,
        expire_hours: float = 30,
        executor_id: str = "gatepost-1",
        module: str = "tests.kill.bot_process",
    ) -> Bot:
        """A process on this data, not started yet; the story's Monday begins now."""
        place = replace(self.place, executor_id=executor_id)
        return Bot(Setup(place, platform, free_port(), datetime.now(UTC), expire_hours), self.folder, module)


@asynccontextmanager
async def opened_world(setup: Setup) -> AsyncIterator[World]:
    """The database of an installation whose bot has stopped, and the world as it saw it."""
    async with opened(setup.place), ClientSession() as session:
        chat, clock = HttpChat(setup.platform, session), ScaledClock(setup.began)
        networks = {"manual": Manual()}
        yield World(clock, AROUND_THE_CLOCK, timings(setup.expire_hours), RegisterReaders(), chat, networks, build)
