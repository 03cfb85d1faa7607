"""A database with the workspace's own tables."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.local import APPS
from bot.local.chat import LocalChat
from bot.local.server import workspace
from tests.local.browser import Browser
from tests.local.fakes import ExerciseClock, RecordingIntake, people, picture
from workflows import database
from workflows.clocks import SystemClock


@pytest.fixture(scope="session")
def local_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("local") / "template.sqlite3"
    asyncio.run(database.bring_up_to_date(f"sqlite://{path}", APPS))
    return path


@pytest.fixture
async def local_database(local_template: Path, tmp_path: Path) -> AsyncIterator[str]:
    url = f"sqlite://{shutil.copy(local_template, tmp_path / 'local.sqlite3')}"
    await database.connect(url, APPS)
    yield url
    await database.disconnect()


@pytest.fixture
def chat(local_database: str) -> LocalChat:
    return LocalChat(SystemClock())


@pytest.fixture
def intake() -> RecordingIntake:
    return RecordingIntake()


@pytest.fixture
async def browser(chat: LocalChat, intake: RecordingIntake) -> AsyncIterator[Browser]:
    """The workspace served over real HTTP on a free port of this machine."""
    app = workspace(intake, chat, picture, ExerciseClock(), people=people)
    async with TestClient(TestServer(app)) as client:
        yield Browser(client)
