"""The engine's own table, read from outside: what is still to be done, and what waits for its time."""

import asyncio
import sqlite3
from collections.abc import Mapping

import asyncpg  # type: ignore[import-untyped]

Row = tuple[str, str, str]


async def rows(url: str) -> list[Row]:
    """Id, name and status of every workflow that has not succeeded."""
    query = "SELECT workflow_uuid, name, status FROM {} WHERE status <> 'SUCCESS'"
    if url.startswith("sqlite:"):
        return await asyncio.to_thread(_read, url.removeprefix("sqlite:///"), query.format("workflow_status"))
    connection = await asyncpg.connect(url)
    try:
        return [tuple(row) for row in await connection.fetch(query.format("dbos.workflow_status"))]
    finally:
        await connection.close()


def _read(path: str, query: str) -> list[Row]:
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=30)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


async def unsettled(url: str) -> list[Row]:
    """Work in hand or in a queue, sending that will be tried again, and work that was given up."""
    return [row for row in await rows(url) if row[2] != "DELAYED" or row[1] != "command"]


async def waiting(url: str) -> Mapping[str, str]:
    """The ids of the timers, with their names: those that came due as the bot stopped run at its next start."""
    return {row[0]: row[1] for row in await rows(url) if row[2] in ("DELAYED", "ENQUEUED")}


async def left_behind(url: str) -> list[Row]:
    """What a stopped bot should have finished: everything but timers, of which one may just have come due."""
    return [row for row in await unsettled(url) if row[1:] != ("command", "ENQUEUED")]
