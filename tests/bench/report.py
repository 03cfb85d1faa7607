"""The findings as a Markdown file with charts beside it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.bars import bars
from tests.bench.results import Findings, Growth, Table
from tests.bench.svg import chart


def write(findings: Sequence[Findings], folder: Path, machine: str, form: str) -> Path:
    """Write report.md and one chart for every growth into `folder`; returns the report's path."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("growth-*.svg"):
        old.unlink()
    charts = iter(range(1, 1000))
    parts = ["# What Gatepost costs", f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {form} form, {machine}."]
    for one in findings:
        parts += [f"## {one.title}", *(_table(table) for table in one.tables)]
        parts += [_growth(growth, folder / f"growth-{next(charts)}.svg") for growth in one.growths]
        parts += one.notes
    report = folder / "report.md"
    report.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    return report


def _table(table: Table) -> str:
    lines = [f"**{table.title}**", "", _row(table.columns), _row(["---", *["---:"] * (len(table.columns) - 1)])]
    return "\n".join([*lines, *(_row(row) for row in table.rows)])


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _growth(growth: Growth, file: Path) -> str:
    file.write_text(chart(growth), encoding="utf-8")
    drawn = [
        f"{size:>9,.0f} {name:<14} {figure:>10,.3g} {bar}"
        for name, points in growth.lines.items()
        for size, figure, bar in bars(points)
    ]
    return "\n".join([f"![{growth.title}]({file.name})", "", "```text", *drawn, "```"])
