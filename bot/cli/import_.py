"""`gatepost import`: a preview of what a file changes, then all of it or nothing."""

import csv
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Table

from bot.cli.opening import OUT, many, on_database, progress, said
from workflows.errors import BadFile
from workflows.registers import pupils as pupil_import
from workflows.registers import staff as staff_import
from workflows.registers import trust as trust_import
from workflows.registers.facts import load_trust
from workflows.registers.plan import Plan, refuse_mass_leaving
from workflows.registers.sheets import Sheet, pupils_sheet, staff_sheet

BY = "command:import"
File = Annotated[Path, typer.Argument(help="the file to import", exists=False, dir_okay=False)]
Yes = Annotated[bool, typer.Option("--yes", help="do not ask before applying")]
AcceptLeavers = Annotated[bool, typer.Option("--accept-leavers", help="even if more than a fifth of a school left")]
Rejects = Annotated[Path | None, typer.Option(help="write the lines that cannot be taken to this CSV file")]

app = typer.Typer(no_args_is_help=True, help="Import the trust, its pupils or its staff, with a preview.")


@app.command()
def trust(file: File, yes: Yes = False) -> None:
    """Import trust.json: schools, official accounts, contact details."""
    with said() as settings:
        on_database(lambda: _trust(_read(file), yes), settings)


@app.command()
def pupils(file: File, yes: Yes = False, accept_leavers: AcceptLeavers = False, rejects: Rejects = None) -> None:
    """Import register.csv: pupils and their consents."""
    with said() as settings:
        on_database(lambda: _pupils(_read(file), file.name, yes, accept_leavers, rejects), settings)


@app.command()
def staff(file: File, yes: Yes = False, accept_leavers: AcceptLeavers = False, rejects: Rejects = None) -> None:
    """Import staff.csv: who works where; roles follow the job titles."""
    with said() as settings:
        on_database(lambda: _staff(_read(file), yes, accept_leavers, rejects), settings)


async def _trust(content: bytes, yes: bool) -> None:
    plan = await trust_import.plan(content)
    _show_trust(plan)
    if plan.is_empty():
        OUT.print("Nothing to change.")
    elif _agreed(yes):
        await trust_import.apply(plan, BY, datetime.now(UTC))
        OUT.print("Done.")


async def _pupils(content: bytes, name: str, yes: bool, accept_leavers: bool, rejects: Path | None) -> None:
    sheet = pupils_sheet(content, await load_trust())
    register, plan, kept = await pupil_import.plan(sheet)
    _show(plan, pupil_import.counts)
    if kept:
        OUT.print(f"{many(kept, 'consent')} given in this file were withdrawn here since, and stay withdrawn.")
    if await _go_on(sheet, plan, register, yes, accept_leavers, rejects):
        with progress("Importing pupils", _steps(plan)) as advance:
            await pupil_import.apply(plan, name, BY, datetime.now(UTC), advance)
        OUT.print("Done.")
        if lost := pupil_import.losing_consent(plan):
            OUT.print(
                f"{many(len(lost), 'pupil')} left or lost a consent. "
                "Drafts that show them are checked again before anything is published."
            )


async def _staff(content: bytes, yes: bool, accept_leavers: bool, rejects: Path | None) -> None:
    sheet = staff_sheet(content, await load_trust())
    register, plan = await staff_import.plan(sheet)
    _show(plan, staff_import.counts)
    _show_roles(plan)
    if await _go_on(sheet, plan, register, yes, accept_leavers, rejects):
        with progress("Importing staff", _steps(plan)) as advance:
            await staff_import.apply(plan, BY, datetime.now(UTC), advance)
        OUT.print("Done. Administrators are authorised by the headteacher, in the chat.")


async def _go_on(
    sheet: Sheet[Any], plan: Plan[Any], register: Any, yes: bool, accept_leavers: bool, rejects: Path | None
) -> bool:
    _tell_rejected(sheet, rejects)
    if plan.held_back:
        OUT.print("Nobody is marked as left, because a line without a legible id may be theirs.")
    if plan.is_empty():
        OUT.print("Nothing to change.")
        return False
    if not accept_leavers:
        refuse_mass_leaving(register, plan)
    return _agreed(yes)


def _agreed(yes: bool) -> bool:
    if yes or typer.confirm("Apply this?", default=False):
        return True
    OUT.print("Nothing was changed.")
    return False


def _steps(plan: Plan[Any]) -> int:
    return len(plan.new) + len(plan.changed) + len(plan.returning) + len(plan.left)


def _show(plan: Plan[Any], counts: Callable[[Any, str], dict[str, object]]) -> None:
    table = Table("School", title="What this file changes")
    for name in counts(plan, ""):
        table.add_column(name.removeprefix("consents_"), justify="right")
    for school in plan.schools:
        table.add_row(escape(school or "the trust"), *(str(count) for count in counts(plan, school).values()))
    OUT.print(table)


def _show_roles(plan: Plan[Any]) -> None:
    for school in plan.schools:
        counted = staff_import.roles_in(plan, school)
        words = ", ".join(f"{count} as {role.replace('_', ' ')}" for role, count in sorted(counted.items()))
        OUT.print(f"{school or 'the trust'}: {words or 'nobody'}", markup=False)


def _show_trust(plan: trust_import.TrustPlan) -> None:
    table = Table("", "new", "changed", "closed", "unchanged", title="What this file changes")
    for noun, counts in plan.counts().items():
        table.add_row(noun, *(str(count) for count in counts.values()))
    OUT.print(table)


def _tell_rejected(sheet: Sheet[Any], rejects: Path | None) -> None:
    if not sheet.rejected:
        return
    OUT.print(f"{many(len(sheet.rejected), 'line')} cannot be taken:")
    for line in sheet.rejected[:10]:
        OUT.print(f"  line {line.line_number}: {line.reason}", markup=False)
    if rejects is None:
        OUT.print("--rejects FILE writes all of them to a file.")
        return
    _write_rejects(sheet, rejects)
    OUT.print(
        f"All of them are in {rejects}, which holds personal data and which only you can read. Delete it afterwards."
    )


def _write_rejects(sheet: Sheet[Any], file: Path) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as opened:
        os.fchmod(opened.fileno(), 0o600)
        writer = csv.writer(opened)
        writer.writerow(["line", "reason", "content"])
        for line in sheet.rejected:
            writer.writerow([line.line_number, line.reason, sheet.line(line.line_number)])


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise BadFile(f"{file} cannot be read: {error.strerror}.") from None
