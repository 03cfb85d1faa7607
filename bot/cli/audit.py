"""`gatepost audit verify`: reads the audit log from end to end and names every fault."""

import typer

from bot.cli.opening import ERRORS, FAILED, OUT, many, on_database, progress, said
from workflows.audit_check import Fault, verify
from workflows.models import AuditEntry

app = typer.Typer(no_args_is_help=True, help="The audit log.")


@app.callback()
def audit() -> None:
    """The audit log."""


@app.command("verify")
def verify_log() -> None:
    """Find every entry that was changed, removed or inserted; exit status 1 where there is one."""
    with said() as settings:
        read, faults = on_database(_verified, settings)
    for fault in faults:
        ERRORS.print(fault.sentence, markup=False)
    if faults:
        ERRORS.print(f"The audit log has {many(len(faults), 'fault')}. Keep the database as it is and ask for help.")
        raise typer.Exit(FAILED)
    OUT.print(f"The audit log is whole: {read} entries, each in its place.")


async def _verified() -> tuple[int, list[Fault]]:
    entries = await AuditEntry.all().count()
    with progress("Reading the audit log", entries) as advance:
        return entries, await verify(lambda done, of: advance(1))
