"""One live process for one slot: a second one would carry out the work that the first has in hand once more."""

import fcntl
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from zlib import crc32

import asyncpg  # type: ignore[import-untyped]

from workflows.errors import Misconfigured


@contextmanager
def only_one_on(directory: Path) -> Iterator[None]:
    """Hold the lock of a data directory; raises Misconfigured where another process has it."""
    directory.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(directory / "gatepost.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise Misconfigured(
            "Gatepost is already running on this data directory. Stop the other one first, or use several"
            " processes on PostgreSQL."
        ) from None
    try:
        yield
    finally:
        os.close(descriptor)


@asynccontextmanager
async def only_one_as(executor_id: str, url: str) -> AsyncIterator[None]:
    """Hold the lock of a slot on a PostgreSQL server; raises Misconfigured where another process has it."""
    connection = await asyncpg.connect(url)
    try:
        if not await connection.fetchval("SELECT pg_try_advisory_lock($1)", crc32(executor_id.encode())):
            raise Misconfigured(
                f"Another process is already running as {executor_id!r}. Give each process its own executor_id."
            )
        yield
    finally:
        await connection.close()
