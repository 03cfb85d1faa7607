"""`gatepost keys`: a new encryption key, and moving everything stored to it."""

import typer

from bot.cli.opening import OUT, many, on_database, place, progress, said
from workflows import rotation
from workflows.engine.resealing import reseal
from workflows.errors import Misconfigured
from workflows.keys import keyring, new_key

app = typer.Typer(no_args_is_help=True, help="The keys that encrypt personal data.")


@app.command()
def new() -> None:
    """Print a new key. Keep it secret, and a copy of it in a safe."""
    typer.echo(new_key())


@app.command()
def rotate() -> None:
    """Seal everything stored under the first of the configured keys; may be broken off and repeated."""
    with said() as settings:
        where = place(settings)
        if len(where.keys) < 2:
            raise Misconfigured(
                "Only one key is configured. Put a new one (gatepost keys new) in front of it, with a comma between, "
                "restart Gatepost, and then run this again."
            )
        rows = on_database(_rotated, settings)
        with_engine = reseal(where.engine_url, keyring())
    OUT.print(f"{many(rows, 'row')} and {many(with_engine, 'waiting command')} were sealed under the newest key.")
    OUT.print("The older keys can go from the settings now; restart Gatepost afterwards. Old backups still need them.")


async def _rotated() -> int:
    with progress("Sealing anew", await rotation.sealed_rows()) as advance:
        renewed = await rotation.rotate(advance)
    await rotation.forget_old_pages()
    return renewed
