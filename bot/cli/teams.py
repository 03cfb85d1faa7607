"""`gatepost teams package`: the app package that an administrator uploads to Teams."""

from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.opening import OUT, said
from bot.serving import teams_registration
from bot.teams.package import Facts
from bot.teams.package import package as packed
from workflows.errors import Misconfigured

app = typer.Typer(no_args_is_help=True, help="What Teams needs.")


@app.callback()
def teams() -> None:
    """What Teams needs."""


@app.command()
def package(
    website: Annotated[str, typer.Option(help="The trust's website, with https://")],
    privacy: Annotated[str, typer.Option(help="Its privacy notice, where that is another page.")] = "",
    terms: Annotated[str, typer.Option(help="Its terms of use, where they are another page.")] = "",
    colour: Annotated[Path | None, typer.Option(help="An icon of your own, PNG, 192 × 192 pixels.")] = None,
    outline: Annotated[Path | None, typer.Option(help="White on nothing, PNG, 32 × 32 pixels.")] = None,
    output: Annotated[Path, typer.Option(help="Where to write the package.")] = Path("gatepost-teams.zip"),
) -> None:
    """Write the app package: manifest and icons in a zip, checked as Teams checks it."""
    with said() as settings:
        bot = teams_registration(settings)
        if bot is None:
            raise Misconfigured("Teams is not configured. Set teams_app_id first; docs/teams.md says how.")
        if missing := list(bot.missing()):
            raise Misconfigured("\n".join(missing))
        facts = Facts(bot.app_id, version("gatepost"), bot.address, website, privacy or website, terms or website)
        content = packed(facts, _read(colour), _read(outline))
        output.write_bytes(content)
    OUT.print(f"Written: {output}. Upload it in the Teams admin centre under Teams apps, Manage apps.", markup=False)


def _read(file: Path | None) -> bytes | None:
    return file.read_bytes() if file else None
