"""Each story plays on every platform, on a database with the tables of all of them."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from bot import local as local_workspace
from bot import slack as slack_adapter
from bot import teams as teams_adapter
from tests.stories.driver import Driver
from tests.stories.local import local
from tests.stories.slack import slack
from tests.stories.teams import teams
from workflows import database

APPS = {**local_workspace.APPS, **slack_adapter.APPS, **teams_adapter.APPS}
PLATFORMS: dict[str, Callable[[], AbstractAsyncContextManager[Driver]]] = {
    "local": local,
    "slack": slack,
    "teams": teams,
}


@pytest.fixture(scope="session")
def stories_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stories") / "template.sqlite3"
    asyncio.run(database.bring_up_to_date(f"sqlite://{path}", APPS))
    return path


@pytest.fixture(params=PLATFORMS.values(), ids=list(PLATFORMS))
async def driver(request: pytest.FixtureRequest, stories_template: Path, tmp_path: Path) -> AsyncIterator[Driver]:
    await database.connect(f"sqlite://{shutil.copy(stories_template, tmp_path / 'story.sqlite3')}", APPS)
    try:
        async with request.param() as platform:
            yield platform
    finally:
        await database.disconnect()
