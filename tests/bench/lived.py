"""The jobs about whole lives, each run in a process of its own."""

import asyncio
import subprocess
import sys
from collections.abc import Awaitable, Callable
from itertools import count
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from bot.app import Place, running
from tests.bench.bare import bare, make_table
from tests.bench.chat import Platform
from tests.bench.life import Lived, Stage
from tests.bench.machine import resident
from tests.bench.pauses import Pauses
from tests.bench.stage import stage
from tests.bench.stored import add_drafts, add_pupils
from workflows.clocks import SystemClock
from workflows.models import Post
from workflows.ports import Pressed
from workflows.tasks import derived_id

WARM_UP = 3
Figures = dict[str, list[float]]
_numbers = count(1)


def place_from(given: dict[str, Any]) -> Place:
    """A place that was handed over as JSON."""
    return Place(Path(given["data"]), given["database_url"], given["engine_url"], tuple(given["keys"]), given["slot"])


async def one_after_another(place: dict[str, Any], lives: int) -> Figures:
    """Latencies of lives one after another, each beside a bare workflow."""
    async with stage(place_from(place)) as on:
        await make_table()
        await _latencies(on, WARM_UP)
        return await _latencies(on, lives)


async def _latencies(on: Stage, lives: int) -> Figures:
    baseline: list[float] = []
    lived: list[Lived] = []
    for _ in range(lives):
        baseline.append(await bare())
        lived.append(await on.live(f"bench-{next(_numbers)}"))
    return {
        "bare": baseline,
        "card": [one.card for one in lived],
        "taken_in": [one.taken_in for one in lived],
        "locked": [one.locked for one in lived],
        "whole": [one.whole for one in lived],
    }


async def at_once(place: dict[str, Any], lives: int, together: int) -> dict[str, float]:
    """Seconds for many lives, `together` at any time, and for as many bare workflows in the same manner."""
    async with stage(place_from(place), breath=0) as on:
        await make_table()
        await _latencies(on, WARM_UP)
        baseline, baseline_cpu = await _seconds([bare] * lives, together)
        lived, lived_cpu = await _seconds([lambda: on.live(f"bench-{next(_numbers)}")] * lives, together)
        return {"bare": baseline, "bare_cpu": baseline_cpu, "lives": lived, "lives_cpu": lived_cpu}


async def _seconds(jobs: list[Callable[[], Awaitable[object]]], together: int) -> tuple[float, float]:
    """Seconds by the clock and of the processor, all threads of this process."""
    places, began, worked = asyncio.Semaphore(together), perf_counter(), process_time()

    async def one(job: Callable[[], Awaitable[object]]) -> None:
        async with places:
            await job()

    await asyncio.gather(*(one(job) for job in jobs))
    return perf_counter() - began, process_time() - worked


async def with_stored(place: dict[str, Any], steps: list[int], lives: int) -> list[Figures]:
    """The latencies again with more and more drafts stored, the first time with none but its own."""
    async with stage(place_from(place)) as on:
        await make_table()
        await _latencies(on, WARM_UP)
        measured = [await _latencies(on, lives)]
        template = await Post.all().order_by("created_at").first()
        assert template is not None
        have = 0
        for step in steps:
            await add_drafts(template.id, have + 1, step)
            have = step
            await _latencies(on, 1)
            measured.append(await _latencies(on, lives))
        return measured


async def with_pupils(place: dict[str, Any], steps: list[int], lives: int) -> list[Figures]:
    """The latencies with larger and larger registers, and what a change of the register costs the next draft."""
    async with stage(place_from(place)) as on:
        await make_table()
        await _latencies(on, WARM_UP)
        measured, have = [], 0
        for step in steps:
            await add_pupils(have, step)
            have = step
            first = await _after_a_change(on)
            measured.append({**await _latencies(on, lives), **first, "form": await _forms(on, lives)})
        return measured


async def _after_a_change(on: Stage) -> Figures:
    async with Pauses() as pauses:
        seconds = await on.draft(f"bench-{next(_numbers)}")
    return {"first": [seconds], "pause": [pauses.longest]}


async def _forms(on: Stage, times: int) -> list[float]:
    """Seconds for the form that lists every pupil of the school."""
    name, seconds = f"bench-{next(_numbers)}", []
    await on.draft(name)
    value = {"post": derived_id(name, "post")}
    for number in range(times):
        began = perf_counter()
        await on.intake.pressed(Pressed(f"{name}-form-{number}", on.cast.administrator, "post.consent", value))
        seconds.append(perf_counter() - began)
    return seconds


async def memory(place: dict[str, Any], drafts: int, pupils: int) -> dict[str, int]:
    """Resident bytes of a process with dbos, and of this one launched, after drafts, with pupils loaded."""
    bare_import = await asyncio.to_thread(_bare_import)
    async with stage(place_from(place), breath=0) as on:
        launched = resident()
        await _seconds([lambda: on.live(f"bench-{next(_numbers)}")] * drafts, 10)
        after_drafts = resident()
        await add_pupils(0, pupils)
        await on.draft(f"bench-{next(_numbers)}")
        return {"dbos": bare_import, "launched": launched, "drafts": after_drafts, "pupils": resident()}


def _bare_import() -> int:
    code = "import dbos; from tests.bench.machine import resident; print(resident())"
    return int(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60).stdout)


async def launch(place: dict[str, Any]) -> float:
    """The instant (`perf_counter`, which processes of one machine share) at which the bot is up."""
    async with running(place_from(place), Platform(), SystemClock()):
        return perf_counter()
