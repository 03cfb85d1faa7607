"""`gatepost purge`: removes what the retention schedule no longer allows to be kept."""

from datetime import UTC, datetime
from typing import Annotated

import typer
from rich.table import Table

from bot.cli.opening import OUT, on_database, said
from workflows.retention import Line, Schedule
from workflows.retention import purge as remove
from workflows.rotation import forget_old_pages

BY = "command:purge"
DryRun = Annotated[bool, typer.Option("--dry-run", help="only say what would go")]
Yes = Annotated[bool, typer.Option("--yes", help="do not ask")]


def purge(dry_run: DryRun = False, yes: Yes = False) -> None:
    """Remove records that are older than the retention schedule allows; open alerts and tasks are held."""
    with said() as settings:
        schedule, now = settings.retention.schedule(), datetime.now(UTC)
        due = on_database(lambda: remove(schedule, now, BY, dry_run=True), settings)
        _show(due)
        if dry_run or not any(line.gone for line in due):
            OUT.print("Nothing was removed.")
            return
        if not yes:
            typer.confirm("Remove these for good?", abort=True)
        on_database(lambda: _removed(schedule, now), settings)
    OUT.print("Removed. Backups still hold these records until they are replaced.")


async def _removed(schedule: Schedule, now: datetime) -> list[Line]:
    report = await remove(schedule, now, BY)
    await forget_old_pages()
    return report


def _show(lines: list[Line]) -> None:
    table = Table("Records", "too old", "held", title="What the retention schedule says")
    for line in lines:
        table.add_row(line.kind.replace("_", " "), str(line.gone), str(line.held))
    OUT.print(table)
