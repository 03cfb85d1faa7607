"""An installation with a small trust, for a bot process of its own, on both databases."""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

from bot.app import Place, opened
from tests.builders import Cast, a_trust
from tests.conftest import BACKENDS
from tests.database import SERVER, drop_postgres, make_postgres
from tests.kill.installation import Installation
from workflows.keys import new_key

BOTH = ["sqlite", "postgres"]


@pytest.fixture(params=BACKENDS)
def installation(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Installation]:
    """On SQLite, and on PostgreSQL under `pytest -m postgres`."""
    yield from _installed(request.param, tmp_path)


@pytest.fixture(params=BOTH)
def soaked(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Installation]:
    """On both; on PostgreSQL where a server is named."""
    if request.param == "postgres" and not os.environ.get(SERVER):
        pytest.skip(f"{SERVER} names no PostgreSQL server")
    yield from _installed(request.param, tmp_path)


def _installed(backend: str, folder: Path) -> Iterator[Installation]:
    keys = (new_key(),)
    if backend == "sqlite":
        place = Place.on_files(folder, keys)
        yield Installation(place, asyncio.run(_trust(place)), folder)
        return
    name = f"gatepost_kill_{os.getpid()}"
    url = asyncio.run(make_postgres(name))
    engine = urlunsplit(urlsplit(url)._replace(scheme="postgresql", path=f"/{name}_engine"))
    place = Place(folder, url, engine, keys)
    try:
        yield Installation(place, asyncio.run(_trust(place)), folder)
    finally:
        asyncio.run(drop_postgres(name))
        asyncio.run(drop_postgres(f"{name}_engine"))


async def _trust(place: Place) -> Cast:
    async with opened(place):
        return await a_trust()
