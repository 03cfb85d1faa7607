"""The `gatepost` command: each subcommand lives in a file of its own beside this one."""

import typer

from bot.cli import audit, import_, keys, teams
from bot.cli.check import check
from bot.cli.demo import demo
from bot.cli.doctor import doctor
from bot.cli.export import export
from bot.cli.migrate import migrate
from bot.cli.policy import policy
from bot.cli.purge import purge
from bot.cli.serve import serve

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Gatepost stands between a school and its public pages.",
)


@app.callback()
def main() -> None:
    """Gatepost stands between a school and its public pages."""


app.command()(check)
app.command()(demo)
app.command()(policy)
app.command()(doctor)
app.command()(export)
app.command()(migrate)
app.command()(purge)
app.command()(serve)
app.add_typer(import_.app, name="import")
app.add_typer(audit.app, name="audit")
app.add_typer(keys.app, name="keys")
app.add_typer(teams.app, name="teams")
