"""A keyboard, and a database that its commands use, on each backend."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
import structlog

from tests.cli.commands import Keyboard
from tests.database import Database, empty_postgres
from tests.registers.sheets import TRUST
from workflows import database as domain
from workflows.keys import Keyring, new_key, use_keyring

Result = TypeVar("Result")
Looks = Callable[[Callable[[], Awaitable[Result]]], Result]


@pytest.fixture
def keyboard(new_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Keyboard]:
    monkeypatch.chdir(tmp_path)
    if new_database.backend == "postgres":
        asyncio.run(_emptied(new_database.url))
    environment = {
        "GATEPOST_KEYS": new_key(),
        "GATEPOST_DATABASE_URL": new_database.url,
        "GATEPOST_ENGINE_URL": f"sqlite:///{tmp_path}/engine.sqlite3",
        "COLUMNS": "200",
    }
    handlers, level = logging.root.handlers, logging.root.level
    yield Keyboard(tmp_path, environment)
    logging.root.handlers, logging.root.level = handlers, level
    structlog.reset_defaults()


@pytest.fixture
def looked_up(keyboard: Keyboard) -> Looks[Result]:
    """Run a query on the keyboard's database, between its commands."""

    async def opened(query: Callable[[], Awaitable[Result]]) -> Result:
        use_keyring(Keyring(keyboard.environment["GATEPOST_KEYS"].split(",")))
        await domain.connect(keyboard.environment["GATEPOST_DATABASE_URL"])
        try:
            return await query()
        finally:
            await domain.disconnect()

    return lambda query: asyncio.run(opened(query))


@pytest.fixture
def trust(keyboard: Keyboard) -> None:
    result = keyboard.types("import", "trust", keyboard.file("trust.json", json.dumps(TRUST)), "--yes")
    assert result.exit_code == 0, result.output


async def _emptied(url: str) -> None:
    await domain.connect(url)
    try:
        await empty_postgres()
    finally:
        await domain.disconnect()
