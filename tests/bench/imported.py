"""The job that imports one register, in a process of its own."""

import csv
from datetime import UTC, datetime
from io import StringIO
from time import perf_counter
from typing import Any

from bot.app import opened
from tests.bench.lived import place_from
from tests.bench.synthetic import invented, register_csv, trust
from workflows.models import School, Trust
from workflows.registers import pupils as pupil_import
from workflows.registers.sheets import pupils_sheet


async def measure(place: dict[str, Any], pupils: int) -> dict[str, float]:
    """Seconds of every step, and of a bare csv read of the same text."""
    text, known = register_csv(invented(pupils)), trust(pupils)
    async with opened(place_from(place)):
        await Trust.create(id=1, name=known.name)
        for school in known.schools:
            await School.create(slug=school.slug, name=school.name)
        began = perf_counter()
        rows = list(csv.DictReader(StringIO(text)))
        bare = perf_counter() - began
        assert len(rows) == pupils
        del rows
        first = await _import(text, pupils)
        again = await _import(text, pupils)
        return {"csv": bare, **first, "again": again["read"] + again["plan"]}


async def _import(text: str, pupils: int) -> dict[str, float]:
    began = perf_counter()
    sheet = pupils_sheet(text.encode(), trust(pupils))
    read = perf_counter()
    _, plan, _ = await pupil_import.plan(sheet)
    planned = perf_counter()
    if not plan.is_empty():
        await pupil_import.apply(plan, "bench.csv", "bench", datetime.now(UTC), _silent)
    return {"read": read - began, "plan": planned - read, "apply": perf_counter() - planned}


def _silent(done: int) -> None:
    """No progress is shown."""
