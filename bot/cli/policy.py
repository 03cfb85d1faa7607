"""`gatepost policy`: every clause and how it is enforced today."""

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from workflows.policy.status import Enforced, Status, statuses

COLOURS = {Enforced.YES: "green", Enforced.PARTLY: "yellow", Enforced.NOT_YET: "red"}
NARROWEST = 130
Code = Annotated[bool, typer.Option("--code", help="also name the pieces of code that do it")]


def policy(code: Code = False) -> None:
    """Show every clause of the policy, what Gatepost does about it, and whether it does so today."""
    columns = ("Clause", "What it demands", "What Gatepost does", "How", "Enforced", *(("By",) if code else ()))
    table, rows = Table(*columns, title="The policy, clause by clause", show_lines=True), statuses()
    for status in rows:
        table.add_row(*_cells(status), *(("\n".join(status.by),) if code else ()))
    console = Console()
    if not console.is_terminal:
        console = Console(width=NARROWEST)
    console.print(table)
    enforced = sum(status.enforced is Enforced.YES for status in rows)
    console.print(f"{enforced} of {len(rows)} rows are enforced in full.", highlight=False)


def _cells(status: Status) -> tuple[str, str, str, str, str]:
    colour = COLOURS[status.enforced]
    return (
        status.clause.label,
        status.clause.demand,
        status.clause.answer.replace("`", ""),
        ", ".join(status.clause.modes),
        f"[{colour}]{status.enforced}[/{colour}]",
    )
