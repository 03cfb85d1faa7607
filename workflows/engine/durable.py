"""The durable engine: DBOS runs commands and effects, on SQLite or PostgreSQL, and survives a crash.

What was measured about it, and each trap that is handled here, stands in `docs/decisions/engine.md`.
"""

import asyncio
import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import structlog
from dbos import DBOS, DBOSConfig, Serializer, SetEnqueueOptions, SetWorkflowID

from workflows.engine.applying import apply
from workflows.engine.commands import Command, Effect, Follow
from workflows.engine.performing import perform
from workflows.engine.wire import (
    command_from_json,
    command_to_json,
    effect_from_json,
    effect_key,
    effect_to_json,
    followed,
)
from workflows.engine.world import World
from workflows.errors import ChatError, RateLimited
from workflows.keys import keyring

log = structlog.get_logger()

NAME = "gatepost"
VERSION = "gatepost-1"
"""Constant: the default is a hash of the source, and work of another version would not be picked up."""
QUEUE = "later"
POLL_SECONDS = 0.5
STOP_SECONDS = 10
LONGEST_WAIT = timedelta(minutes=10)
KEEP_FINISHED = timedelta(days=7)
"""Later than any platform sends an event again (Slack: within an hour)."""


class Sealed(Serializer):
    """What the engine stores of commands and results, as JSON under the same keys as all personal data."""

    def serialize(self, data: Any) -> str:
        """Encrypt; anything that is no JSON value is kept as its type's name only."""
        return keyring().seal(json.dumps(data, default=lambda value: type(value).__name__).encode()).decode()

    def deserialize(self, serialized_data: str) -> Any:
        """Decrypt."""
        return json.loads(keyring().unseal(serialized_data.encode()))

    def name(self) -> str:
        """Recorded beside every value."""
        return "gatepost_sealed_json"


_world: World | None = None


def _outside() -> World:
    assert _world is not None, "the engine was not launched"  # noqa: S101
    return _world


@DBOS.step(name="apply", retries_allowed=True, max_attempts=6, interval_seconds=0.5, backoff_rate=2.0)
async def _apply(command: dict[str, Any]) -> list[dict[str, Any]]:
    return [effect_to_json(effect) for effect in await apply(command_from_json(command), _outside())]


@DBOS.workflow(name="command")
async def _command(command: dict[str, Any]) -> None:
    try:
        effects = await _apply(command)
    except Exception as error:
        log.error("command failed, trying again", command=command["name"], id=command["id"], error=type(error).__name__)
        await _again(_command, command["id"], command, timedelta(minutes=1))
        return
    for number, effect in enumerate(effects):
        await _dispatch(effect_key(command["id"], number), effect_from_json(effect))


@DBOS.step(name="perform")
async def _perform(key: str, effect: dict[str, Any]) -> dict[str, Any]:
    """The command that follows, or how many seconds to wait before trying again."""
    try:
        follows = await perform(key, effect_from_json(effect), _outside())
    except RateLimited as limited:
        return {"wait": limited.retry_after}
    except ChatError:
        return {"wait": None}
    except Exception as error:
        log.error("effect failed, trying again", id=key, error=type(error).__name__)
        return {"wait": None}
    return {"follows": command_to_json(follows) if follows else None}


@DBOS.workflow(name="effect")
async def _effect(key: str, effect: dict[str, Any], attempt: int) -> None:
    result = await _perform(key, effect)
    if "wait" in result:
        wait = timedelta(seconds=result["wait"]) if result["wait"] is not None else _backoff(attempt)
        with SetWorkflowID(f"{key}#{attempt + 1}"), SetEnqueueOptions(delay_seconds=wait.total_seconds()):
            await DBOS.enqueue_workflow_async(QUEUE, _effect, key, effect, attempt + 1)
    elif result["follows"]:
        await _start(result["follows"])


def _backoff(attempt: int) -> timedelta:
    return min(timedelta(seconds=2**attempt), LONGEST_WAIT)


async def _dispatch(key: str, effect: Effect) -> None:
    match effect:
        case Follow(due=datetime() as due):
            await _at(command_to_json(followed(key, effect)), due)
        case Follow():
            await _start(command_to_json(followed(key, effect)))
        case _:
            with SetWorkflowID(key):
                await DBOS.start_workflow_async(_effect, key, effect_to_json(effect), 0)


async def _start(command: dict[str, Any]) -> None:
    # Directly, not through a queue: somebody is waiting for it, and a queue is polled twice a second.
    with SetWorkflowID(command["id"]):
        await DBOS.start_workflow_async(_command, command)


async def _at(command: dict[str, Any], due: datetime) -> None:
    wait = _outside().clock.seconds_until(due)
    with SetWorkflowID(command["id"]), SetEnqueueOptions(delay_seconds=wait):
        await DBOS.enqueue_workflow_async(QUEUE, _command, {**command, "due": due.isoformat()})


async def _again(workflow: Any, key: str, argument: dict[str, Any], wait: timedelta) -> None:
    tries = int(argument.get("tries", 0)) + 1
    with SetWorkflowID(f"{key}~{tries}"), SetEnqueueOptions(delay_seconds=wait.total_seconds() * tries):
        await DBOS.enqueue_workflow_async(QUEUE, workflow, {**argument, "tries": tries})


class DurableEngine:
    """DBOS in this process; one live process per `executor_id`, which the bootstrap sees to."""

    def __init__(self, url: str, executor_id: str, world: World) -> None:
        self._url, self._executor_id, self._world = url, executor_id, world

    async def launch(self) -> None:
        """Open the engine's database and take up what was under way when the process last ended."""
        global _world
        _world = self._world
        if self._url.startswith("sqlite:"):
            await asyncio.to_thread(_wal, self._url)
        DBOS(
            config=DBOSConfig(
                name=NAME,
                system_database_url=self._url,
                application_version=VERSION,
                executor_id=self._executor_id,
                serializer=Sealed(),
                log_level="ERROR",
                enable_otlp=False,
            )
        )
        DBOS.launch()
        await DBOS.register_queue_async(QUEUE, polling_interval_sec=POLL_SECONDS)

    async def submit(self, command: Command) -> None:
        """Return once the command is durable; it runs at once. A known id changes nothing."""
        await _start(command_to_json(command))

    async def retime(self) -> None:
        """Give every waiting timer its delay anew, after the training clock was moved on."""
        waiting = await DBOS.list_workflows_async(status=["DELAYED"], name="command", load_input=True)
        for one in waiting:
            command: dict[str, Any] = one.input["args"][0] if one.input else {}
            if due := command.get("due"):
                wait = self._world.clock.seconds_until(datetime.fromisoformat(due))
                await DBOS.set_workflow_delay_async(one.workflow_id, delay_seconds=wait)

    async def clean_up(self, keep: timedelta = KEEP_FINISHED) -> int:
        """Delete what finished longer than `keep` ago; returns how many."""
        before = (datetime.now(UTC) - keep).isoformat()
        finished = await DBOS.list_workflows_async(
            status=["SUCCESS", "ERROR"], end_time=before, limit=1000, load_input=False, load_output=False
        )
        await DBOS.delete_workflows_async([one.workflow_id for one in finished])
        return len(finished)

    async def close(self) -> None:
        """Let what runs finish, then stop; what waits stays in the database."""
        loop = asyncio.get_running_loop()
        with ThreadPoolExecutor(1) as thread:
            await loop.run_in_executor(thread, partial(DBOS.destroy, workflow_completion_timeout_sec=STOP_SECONDS))
        # DBOS made its own threads the loop's, and they are gone now.
        loop.set_default_executor(ThreadPoolExecutor())


def _wal(url: str) -> None:
    path = Path(url.removeprefix("sqlite:///"))
    path.parent.mkdir(parents=True, exist_ok=True)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
