"""Databases for tests: a copied SQLite file, or one PostgreSQL database a run, emptied between tests."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import asyncpg  # type: ignore[import-untyped]
from tortoise.connection import get_connection

from workflows import database

SERVER = "GATEPOST_TEST_POSTGRES"


@dataclass(frozen=True, slots=True)
class Database:
    """The open database of a test; `path` is its SQLite file, None on PostgreSQL."""

    url: str
    backend: str
    path: Path | None = None

    def raw_bytes(self) -> bytes:
        """Everything that stands on disk in the SQLite file and the files beside it (write-ahead log)."""
        assert self.path is not None
        return b"".join(each.read_bytes() for each in sorted(self.path.parent.glob(f"{self.path.name}*")))


def sqlite_url(path: Path) -> str:
    return f"sqlite://{path}"


async def make_template(path: Path) -> None:
    """Migrate an empty SQLite file once; every test then gets a copy of it."""
    await database.bring_up_to_date(sqlite_url(path))


def copy_of(template: Path, directory: Path) -> Database:
    path = directory / "gatepost.sqlite3"
    shutil.copyfile(template, path)
    return Database(sqlite_url(path), "sqlite", path)


async def make_postgres(name: str) -> str:
    """Create and migrate a database of its own on the server of GATEPOST_TEST_POSTGRES; its URL."""
    await _on_server(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)', f'CREATE DATABASE "{name}"')
    url = urlunsplit(urlsplit(os.environ[SERVER])._replace(path=f"/{name}"))
    await database.bring_up_to_date(url)
    return url


async def drop_postgres(name: str) -> None:
    await _on_server(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


async def _on_server(*statements: str) -> None:
    connection = await asyncpg.connect(os.environ[SERVER])
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


async def empty_postgres() -> None:
    """Empty every table of the open database but the list of migrations."""
    connection = get_connection("default")
    _, rows = await connection.execute_query(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '%migration%'"
    )
    tables = ", ".join(f'"{row["tablename"]}"' for row in rows)
    await connection.execute_script(f"TRUNCATE {tables} RESTART IDENTITY CASCADE")
