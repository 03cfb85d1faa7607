"""A database with the adapter's own tables, and the campus on it."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.teams import APPS
from tests.teams.campus import Campus, campus
from workflows import database


@pytest.fixture(scope="session")
def teams_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("teams") / "template.sqlite3"
    asyncio.run(database.bring_up_to_date(f"sqlite://{path}", APPS))
    return path


@pytest.fixture
async def teams_database(teams_template: Path, tmp_path: Path) -> AsyncIterator[str]:
    url = f"sqlite://{shutil.copy(teams_template, tmp_path / 'teams.sqlite3')}"
    await database.connect(url, APPS)
    yield url
    await database.disconnect()


@pytest.fixture(name="campus")
async def _campus(teams_database: str) -> AsyncIterator[Campus]:
    async with campus() as whole:
        yield whole
