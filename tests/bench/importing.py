"""Importing a pupil register beside reading the same file with the csv module."""

from collections.abc import Callable

from tests.bench.apart import apart
from tests.bench.databases import empty
from tests.bench.figures import count, ratio, span
from tests.bench.lives import as_json
from tests.bench.results import Findings, Growth, Table
from tests.bench.sizes import Sizes

Say = Callable[[str], None]
STEPS = (("read", "read and check"), ("plan", "compare"), ("apply", "apply"), ("again", "the same file again"))


def measure(sizes: Sizes, say: Say) -> Findings:
    """The whole topic."""
    findings, measured = Findings("Import of a pupil register"), []
    for pupils in sizes.imports:
        say(f"importing {pupils:,} pupils")
        with empty("SQLite") as place:
            measured.append(
                apart("tests.bench.imported:measure", sizes.longest_job, place=as_json(place), pupils=pupils)
            )
    rows = tuple(
        (count(pupils), span(one["csv"]), *(span(one[key]) for key, _ in STEPS), ratio(_whole(one), one["csv"]))
        for pupils, one in zip(sizes.imports, measured, strict=True)
    )
    columns = ("pupils", "bare csv", *(name for _, name in STEPS), "import of bare csv")
    findings.tables.append(Table("Seconds on SQLite", columns, rows))
    lines = {
        name: tuple((float(pupils), take(one)) for pupils, one in zip(sizes.imports, measured, strict=True))
        for name, take in (("import, s", _whole), ("bare csv, s", lambda one: one["csv"]))
    }
    findings.growths.append(Growth("Import of a register", "pupils", "seconds", lines))
    return findings


def _whole(one: dict[str, float]) -> float:
    return one["read"] + one["plan"] + one["apply"]
