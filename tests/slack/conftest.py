"""The database of the scenarios, with the adapter's own tables, and the stage in both ways of hearing Slack."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.slack import APPS
from tests.slack.stage import Stage, stage
from workflows import database as domain


@pytest.fixture(scope="session")
def slack_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("slack") / "template.sqlite3"
    asyncio.run(domain.bring_up_to_date(f"sqlite://{path}", APPS))
    return path


@pytest.fixture
async def slack_database(slack_template: Path, tmp_path: Path) -> AsyncIterator[None]:
    path = tmp_path / "gatepost.sqlite3"
    shutil.copyfile(slack_template, path)
    await domain.connect(f"sqlite://{path}", APPS)
    yield
    await domain.disconnect()


@pytest.fixture
async def school(slack_database: None) -> AsyncIterator[Stage]:
    """In Socket Mode."""
    async with stage() as found:
        yield found


@pytest.fixture(params=["socket", "http"])
async def both(request: pytest.FixtureRequest, slack_database: None) -> AsyncIterator[Stage]:
    """In Socket Mode, and over signed HTTP."""
    async with stage(request.param) as found:
        yield found
