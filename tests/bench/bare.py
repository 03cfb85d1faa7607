"""The baseline of everything durable: a workflow of one step that inserts one row, with nothing of Gatepost in it."""

from time import perf_counter
from uuid import uuid4

from dbos import DBOS, SetWorkflowID
from tortoise.connection import get_connection


async def make_table() -> None:
    """The table for its rows, beside the domain's."""
    await get_connection("default").execute_script(
        "CREATE TABLE IF NOT EXISTS bench_bare (id VARCHAR(40) PRIMARY KEY, said VARCHAR(200))"
    )


@DBOS.step(name="bench_insert")
async def _insert(key: str) -> None:
    await get_connection("default").execute_script(
        f"INSERT INTO bench_bare (id, said) VALUES ('{key}', 'one row')"  # noqa: S608 - the key is a UUID of ours
    )


@DBOS.workflow(name="bench_bare")
async def _bare(key: str) -> None:
    await _insert(key)


async def bare() -> float:
    """Seconds for one bare workflow from start to result."""
    key, began = str(uuid4()), perf_counter()
    with SetWorkflowID(key):
        await _bare(key)
    return perf_counter() - began
