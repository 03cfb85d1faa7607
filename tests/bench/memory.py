"""Memory and start: what a running bot holds, and how long it takes to be there."""

import subprocess
import sys
from collections.abc import Callable
from time import perf_counter

from tests.bench.apart import ROOT, apart
from tests.bench.databases import empty
from tests.bench.figures import median, megabytes, ratio, span
from tests.bench.lives import as_json
from tests.bench.results import Findings, Table
from tests.bench.sizes import Sizes

Say = Callable[[str], None]


def measure(sizes: Sizes, say: Say) -> Findings:
    """The whole topic."""
    findings = Findings("Memory and start")
    say(f"memory over {sizes.drafts_in_memory:,} drafts and {sizes.pupils_in_memory:,} pupils")
    findings.tables.append(_memory(sizes))
    say("starting")
    findings.tables.append(_start(sizes))
    return findings


def _memory(sizes: Sizes) -> Table:
    with empty("SQLite") as place:
        held: dict[str, int] = apart(
            "tests.bench.lived:memory",
            sizes.longest_job,
            place=as_json(place),
            drafts=sizes.drafts_in_memory,
            pupils=sizes.pupils_in_memory,
        )
    names = {
        "dbos": "Python with dbos imported",
        "launched": "bot launched",
        "drafts": f"after {sizes.drafts_in_memory:,} drafts",
        "pupils": f"with {sizes.pupils_in_memory:,} pupils loaded",
    }
    rows = tuple((name, megabytes(held[key]), ratio(held[key], held["dbos"])) for key, name in names.items())
    return Table("Resident memory", ("state", "memory", "of a bare import"), rows)


def _start(sizes: Sizes) -> Table:
    bare, first, again = [], [], []
    for _ in range(sizes.starts):
        bare.append(_bare_import())
        with empty("SQLite") as place:
            first.append(_launch(as_json(place), sizes))
            again.append(_launch(as_json(place), sizes))
    rows = tuple(
        (name, span(median(took)), ratio(median(took), median(bare)))
        for name, took in (("import dbos", bare), ("first start, migrations included", first), ("later start", again))
    )
    return Table("Until it serves, from the shell", ("start", "median", "of a bare import"), rows)


def _bare_import() -> float:
    began = perf_counter()
    subprocess.run([sys.executable, "-c", "import dbos"], cwd=ROOT, check=True, timeout=60)
    return perf_counter() - began


def _launch(place: dict[str, object], sizes: Sizes) -> float:
    began = perf_counter()
    ready: float = apart("tests.bench.lived:launch", sizes.longest_job, place=place)
    return ready - began
