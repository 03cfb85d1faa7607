"""`gatepost serve`: the bot for real, on the chat platforms that are configured."""

import asyncio

from bot import serving
from bot.cli.opening import OUT, place, said


def serve() -> None:
    """Serve the school's chat until the process is told to stop."""

    def ready(address: str) -> None:
        OUT.print(f"Gatepost is at work; {address}health says so. Stop it with Ctrl+C or SIGTERM.")

    with said() as settings:
        asyncio.run(serving.serve(settings, place(settings), ready))
    OUT.print("Stopped. What was under way goes on at the next start.")
