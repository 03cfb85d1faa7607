"""`gatepost policy`: every clause and how it is enforced today."""

from rich.console import Console
from rich.table import Table

from workflows.policy.status import Enforced, Status, statuses

COLOURS = {Enforced.YES: "green", Enforced.PARTLY: "yellow", Enforced.NOT_YET: "red"}
NARROWEST = 110


def policy() -> None:
    """Show every clause of the policy and how it is enforced."""
    table = Table("Clause", "What it demands", "How", "Enforced", "By", title="The policy, clause by clause")
    rows = statuses()
    for status in rows:
        table.add_row(*_cells(status))
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
        ", ".join(status.clause.modes),
        f"[{colour}]{status.enforced}[/{colour}]",
        "\n".join(status.by),
    )
