"""`gatepost demo`: the local workspace with a sample trust, without tokens and without a network."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.opening import OUT, said
from bot.demo import serve


def demo(
    port: Annotated[int, typer.Option(help="Port on this machine.", min=0, max=65535)] = 8080,
    data: Annotated[Path, typer.Option(help="Where the sample's data is kept.")] = Path("var"),
) -> None:
    """Try Gatepost in the browser, with a sample trust of three schools."""

    def ready(address: str) -> None:
        OUT.print(f"Gatepost is ready: open {address} in your browser. Stop it with Ctrl+C.")

    OUT.print("Setting up the sample trust and starting …")
    with said() as settings:
        asyncio.run(serve(data, port, settings, ready))
    OUT.print("Stopped. Everything is kept; start again to go on where you were.")
