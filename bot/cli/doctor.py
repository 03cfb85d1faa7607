"""`gatepost doctor`: what is configured, what is missing, what to do; exit status 0 when it can serve."""

import asyncio

import typer

from bot.cli.opening import FAILED, OUT, place, said
from bot.doctor import Check, Verdict, database_checks, disk_checks, settings_checks
from bot.settings import Settings
from workflows.errors import Misconfigured

MARKS = {
    Verdict.GOOD: "[green]  ok  [/green]",
    Verdict.ADVICE: "[yellow]advice[/yellow]",
    Verdict.FAILURE: "[red] fail [/red]",
}


def doctor() -> None:
    """Look over this installation and say in plain words what is missing."""
    with said() as settings:
        checks = asyncio.run(_looked_over(settings))
    for check in checks:
        OUT.print(f"{MARKS[check.verdict]}  ", end="")
        OUT.print(f"{check.what} {check.to_do}".strip(), markup=False)
    failures = sum(check.verdict is Verdict.FAILURE for check in checks)
    if failures:
        OUT.print(f"Gatepost cannot serve yet: {failures} to put right.")
        raise typer.Exit(FAILED)
    OUT.print("Gatepost can serve.")


async def _looked_over(settings: Settings) -> list[Check]:
    checks = list(settings_checks(settings))
    try:
        where = place(settings)
    except Misconfigured:
        return checks
    checks += disk_checks(where)
    return checks + [check async for check in database_checks(where)]
