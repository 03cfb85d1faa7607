"""`gatepost doctor`: what is configured, what is missing, what to do; exit status 0 when it can serve."""

import asyncio
from typing import Annotated

import typer

from bot.cli.opening import FAILED, OUT, place, said
from bot.doctor import Check, Verdict, database_checks, disk_checks, settings_checks
from bot.doctor_slack import slack_checks
from bot.doctor_teams import teams_checks
from bot.settings import Settings
from workflows.errors import Misconfigured

MARKS = {
    Verdict.GOOD: "[green]  ok  [/green]",
    Verdict.ADVICE: "[yellow]advice[/yellow]",
    Verdict.FAILURE: "[red] fail [/red]",
}


def doctor(
    offline: Annotated[bool, typer.Option(help="Do not ask the chat platforms anything.")] = False,
) -> None:
    """Look over this installation and say in plain words what is missing."""
    with said() as settings:
        checks = asyncio.run(_looked_over(settings, offline))
    for check in checks:
        OUT.print(f"{MARKS[check.verdict]}  ", end="")
        OUT.print(f"{check.what} {check.to_do}".strip(), markup=False)
    failures = sum(check.verdict is Verdict.FAILURE for check in checks)
    if failures:
        OUT.print(f"Gatepost cannot serve yet: {failures} to put right.")
        raise typer.Exit(FAILED)
    OUT.print("Gatepost can serve.")


async def _looked_over(settings: Settings, offline: bool) -> list[Check]:
    checks = list(settings_checks(settings))
    try:
        where = place(settings)
    except Misconfigured:
        return checks
    checks += disk_checks(where)
    checks += [check async for check in database_checks(where)]
    if offline:
        return checks
    healthy = all(check.verdict is not Verdict.FAILURE for check in checks)
    checks += [check async for check in slack_checks(settings, where if healthy else None)]
    checks += [check async for check in teams_checks(settings)]
    return checks
