"""The whole life of a draft through the real engine: latency, throughput, and how both bear what is stored."""

import os
from collections.abc import Callable
from typing import Any

from bot.app import Place
from tests.bench.apart import apart
from tests.bench.databases import BACKENDS, SERVER, empty
from tests.bench.figures import count, median, p99, rate, ratio, span
from tests.bench.results import Findings, Growth, Points, Table
from tests.bench.sizes import Sizes

Say = Callable[[str], None]
Figures = dict[str, list[float]]
MEASURED = (
    ("bare", "bare workflow: one step, one insert"),
    ("card", "message in → draft card"),
    ("taken_in", "click → taken in durably"),
    ("locked", "click → card locked"),
)


def measure(sizes: Sizes, say: Say) -> Findings:
    """The whole topic, on every database there is."""
    findings = Findings("Whole life: from the message to the public page")
    for backend in BACKENDS:
        if backend == "PostgreSQL" and not os.environ.get(SERVER):
            findings.notes.append(f"PostgreSQL is left out, because {SERVER} names no server.")
            continue
        _latencies(backend, sizes, findings, say)
        _throughput(backend, sizes, findings, say)
        _stored(backend, sizes, findings, say)
    _pupils(sizes, findings, say)
    findings.notes.append(
        "A bare workflow is a DBOS workflow with one step that inserts one row, run by the same engine on the same "
        "databases in turn with the lives; a life is 20 such workflows and two timers. One account goes through a "
        "network in memory, the other is published by hand, with the form sent at once."
    )
    return findings


def job(name: str, backend: str, sizes: Sizes, **arguments: Any) -> Any:
    """The result of one of the jobs on an empty database."""
    with empty(backend) as place:
        return apart(f"tests.bench.lived:{name}", sizes.longest_job, place=as_json(place), **arguments)


def as_json(place: Place) -> dict[str, Any]:
    """A place that can be handed to another process."""
    return {
        "data": str(place.data),
        "database_url": place.database_url,
        "engine_url": place.engine_url,
        "keys": list(place.keys),
        "slot": place.executor_id,
    }


def _latencies(backend: str, sizes: Sizes, findings: Findings, say: Say) -> None:
    say(f"{sizes.lives} lives one after another on {backend}")
    figures: Figures = job("one_after_another", backend, sizes, lives=sizes.lives)
    bare = median(figures["bare"])
    rows = tuple(
        (name, span(median(figures[key])), span(p99(figures[key])), ratio(median(figures[key]), bare))
        for key, name in MEASURED
    )
    columns = (f"{backend}, {sizes.lives} lives", "median", "99th percentile", "of a bare workflow")
    findings.tables.append(Table(f"What a person waits for on {backend}", columns, rows))


def _throughput(backend: str, sizes: Sizes, findings: Findings, say: Say) -> None:
    lives, together = sizes.lives_at_once
    say(f"{lives} lives, {together} at a time, on {backend}")
    took = job("at_once", backend, sizes, lives=lives, together=together)
    rows = (
        ("bare workflows", rate(lives, took["bare"]), span(took["bare_cpu"] / lives), ""),
        ("drafts, message to published", rate(lives, took["lives"]), span(took["lives_cpu"] / lives), ""),
        (
            "one draft in bare workflows",
            ratio(took["lives"], took["bare"]),
            ratio(took["lives_cpu"], took["bare_cpu"]),
            "",
        ),
    )
    columns = (f"{together} at a time", "through", "processor time each")
    findings.tables.append(Table(f"Drafts a second on {backend}", columns, tuple(row[:3] for row in rows)))


def _stored(backend: str, sizes: Sizes, findings: Findings, say: Say) -> None:
    say(f"the same with up to {sizes.stored[-1]:,} stored drafts on {backend}")
    steps = list(sizes.stored)
    measured: list[Figures] = job("with_stored", backend, sizes, steps=steps, lives=sizes.lives_when_grown)
    _grown(f"With more drafts stored, {backend}", "stored drafts", [0, *steps], measured, findings)


def _pupils(sizes: Sizes, findings: Findings, say: Say) -> None:
    say(f"the same with up to {sizes.pupils[-1]:,} pupils")
    steps = list(sizes.pupils)
    measured: list[Figures] = job("with_pupils", "SQLite", sizes, steps=steps, lives=sizes.lives_when_grown)
    _grown("With more pupils, SQLite", "pupils", steps, measured, findings)
    rows = tuple(
        (
            count(step),
            span(figures["first"][0]),
            ratio(figures["first"][0], median(figures["card"])),
            span(figures["pause"][0]),
            span(median(figures["form"])),
        )
        for step, figures in zip(steps, measured, strict=True)
    )
    columns = (
        "pupils",
        "first card afterwards",
        "of a usual card",
        "longest pause of the loop",
        "form with class lists",
    )
    findings.tables.append(Table("After a register changed, SQLite", columns, rows))


def _grown(title: str, size: str, steps: list[int], measured: list[Figures], findings: Findings) -> None:
    rows = tuple(
        (
            count(step),
            span(median(one["card"])),
            span(p99(one["card"])),
            ratio(median(one["card"]), median(one["bare"])),
            span(median(one["locked"])),
            span(p99(one["locked"])),
            ratio(median(one["locked"]), median(one["bare"])),
        )
        for step, one in zip(steps, measured, strict=True)
    )
    columns = (size, "to card", "99th", "of bare", "to locked", "99th", "of bare")
    findings.tables.append(Table(title, columns, rows))
    lines = {name: _times(key, steps, measured) for name, key in (("to card", "card"), ("to locked", "locked"))}
    findings.growths.append(Growth(title, size, "times a bare workflow", lines))


def _times(key: str, steps: list[int], measured: list[Figures]) -> Points:
    return tuple(
        (float(step), median(one[key]) / median(one["bare"])) for step, one in zip(steps, measured, strict=True)
    )
