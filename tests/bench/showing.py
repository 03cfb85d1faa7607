"""The findings on a terminal, as tables and small bars."""

from rich.console import Console
from rich.markup import escape
from rich.table import Table as Drawn

from tests.bench.bars import bars
from tests.bench.results import Findings, Growth, Table


def show(findings: Findings, console: Console) -> None:
    """Print one topic."""
    console.rule(escape(findings.title))
    for table in findings.tables:
        console.print(_drawn(table))
    for growth in findings.growths:
        console.print(_grown(growth))
    for note in findings.notes:
        console.print(note, style="dim", markup=False)


def _drawn(table: Table) -> Drawn:
    drawn = Drawn(title=escape(table.title), title_justify="left")
    for number, column in enumerate(table.columns):
        drawn.add_column(escape(column), justify="right" if number else "left")
    for row in table.rows:
        drawn.add_row(*(escape(cell) for cell in row))
    return drawn


def _grown(growth: Growth) -> Drawn:
    drawn = Drawn(growth.size, "", growth.unit, "", title=escape(growth.title), title_justify="left", box=None)
    for name, points in growth.lines.items():
        for size, figure, bar in bars(points):
            drawn.add_row(f"{size:,.0f}", escape(name), f"{figure:,.3g}", bar)
    return drawn
