"""`python -m tests.bench [--quick] [TOPIC …]`: measure, show, and write var/bench/report.md."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from rich.console import Console

from tests.bench import machine, report, showing
from tests.bench.apart import ROOT, JobFailed
from tests.bench.results import Findings
from tests.bench.sizes import FULL, QUICK, Sizes
from tests.bench.topics import TOPICS, Topic

FOLDER = ROOT / "var" / "bench"


def main(arguments: Sequence[str]) -> int:
    """Measure what was asked for; 1 where a topic failed, which never stops the others."""
    asked = _parser().parse_args(arguments)
    console, where = Console(highlight=False, width=None if sys.stdout.isatty() else 120), machine.described()
    sizes = QUICK if asked.quick else FULL
    console.print(f"{where}, {sizes.name} form")
    findings, failed = measure([TOPICS[name] for name in asked.topics or TOPICS], sizes, console)
    written = report.write(findings, asked.output, where, sizes.name)
    console.print(f"Written to {written}")
    return 1 if failed else 0


def measure(topics: Sequence[Topic], sizes: Sizes, console: Console) -> tuple[list[Findings], int]:
    """What the topics found, shown as it comes, and how many of them failed."""
    findings, failed, began = [], 0, perf_counter()
    for topic in topics:
        with console.status("…") as status:
            try:
                found = topic(sizes, lambda doing: _say(console, status.update, doing, began))
            except JobFailed as error:
                failed += 1
                found = Findings(f"{topic.__module__.rsplit('.', 1)[-1]}: not measured", notes=[str(error)])
        showing.show(found, console)
        findings.append(found)
    return findings, failed


def _say(console: Console, update: object, doing: str, began: float) -> None:
    if console.is_terminal and callable(update):
        update(f"{doing} …")
    else:
        console.print(f"{perf_counter() - began:5.0f} s  {doing} …")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="What Gatepost costs, as ratios.")
    parser.add_argument("topics", nargs="*", metavar="TOPIC", help=f"of {', '.join(TOPICS)}; all where none is given")
    parser.add_argument("--quick", action="store_true", help="in under a minute")
    parser.add_argument("--output", type=Path, default=FOLDER, help="folder of the report")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
