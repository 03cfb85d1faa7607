"""Databases for a measurement: two SQLite files in a temporary folder, or two databases on a server of PostgreSQL."""

import asyncio
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import asyncpg  # type: ignore[import-untyped]

from bot.app import Place
from workflows.keys import new_key

SERVER = "GATEPOST_TEST_POSTGRES"
BACKENDS = ("SQLite", "PostgreSQL")


@contextmanager
def empty(backend: str) -> Iterator[Place]:
    """A place with nothing in it, removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="gatepost-bench-") as folder:
        if backend == "SQLite":
            yield Place.on_files(Path(folder), (new_key(),))
        else:
            with _on_server(Path(folder)) as place:
                yield place


@contextmanager
def _on_server(folder: Path) -> Iterator[Place]:
    names = [f"gatepost_bench_{os.getpid()}", f"gatepost_bench_{os.getpid()}_engine"]
    asyncio.run(_say(*(f'CREATE DATABASE "{name}"' for name in names)))
    try:
        domain, engine = (_url(name) for name in names)
        yield Place(folder, domain, engine.replace("postgres://", "postgresql://"), (new_key(),), names[0])
    finally:
        asyncio.run(_say(*(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)' for name in names)))


def _url(name: str) -> str:
    return urlunsplit(urlsplit(os.environ[SERVER])._replace(path=f"/{name}"))


async def _say(*statements: str) -> None:
    connection = await asyncpg.connect(os.environ[SERVER])
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()
