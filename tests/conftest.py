"""What every test may ask for: a keyring, and a database on each backend."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.database import SERVER, Database, copy_of, drop_postgres, empty_postgres, make_postgres, make_template
from workflows import database as domain
from workflows.keys import Keyring, new_key, use_keyring

BACKENDS = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(autouse=True)
def a_keyring() -> Keyring:
    """A fresh key for every test, in use."""
    fresh = Keyring([new_key()])
    use_keyring(fresh)
    return fresh


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "template.sqlite3"
    asyncio.run(make_template(path))
    return path


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    if not os.environ.get(SERVER):
        pytest.fail(f"{SERVER} names no PostgreSQL server, such as postgres://postgres@127.0.0.1:5433/postgres")
    name = f"gatepost_test_{os.getpid()}_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
    yield asyncio.run(make_postgres(name))
    asyncio.run(drop_postgres(name))


@pytest.fixture(params=BACKENDS)
def new_database(request: pytest.FixtureRequest, tmp_path: Path) -> Database:
    """A migrated, empty, closed database: SQLite, and PostgreSQL under `pytest -m postgres`."""
    if request.param == "postgres":
        return Database(request.getfixturevalue("postgres_url"), "postgres")
    return copy_of(request.getfixturevalue("sqlite_template"), tmp_path)


@pytest.fixture
async def database(new_database: Database) -> AsyncIterator[Database]:
    """The same, open for the whole process."""
    await domain.connect(new_database.url)
    try:
        if new_database.backend == "postgres":
            await empty_postgres()
        yield new_database
    finally:
        await domain.disconnect()


@pytest.fixture
async def sqlite_database(sqlite_template: Path, tmp_path: Path) -> AsyncIterator[Database]:
    """An open SQLite database, for what concerns its files only."""
    fresh = copy_of(sqlite_template, tmp_path)
    await domain.connect(fresh.url)
    try:
        yield fresh
    finally:
        await domain.disconnect()
