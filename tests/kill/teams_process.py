"""The bot with its Teams adapter as a process of its own, to be killed: `python -m tests.kill.teams_process SETUP`."""

import asyncio
import signal
import sys
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import replace
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.app import running
from bot.teams import APPS
from bot.teams.adapter import Teams
from bot.teams.connection import Connector, Hosts, Place
from bot.teams.registration import Registration
from tests.fakes.teams.service import OURS
from tests.fakes.teams.signing import APP, TENANT
from tests.kill.bot_process import Setup
from tests.kill.http_chat import drawn
from tests.kill.scaled import AROUND_THE_CLOCK, ScaledClock, timings
from workflows.cards import Card
from workflows.errors import Misconfigured
from workflows.ports import Chat, Destination, MessageRef

_told: ContextVar[dict[str, Any] | None] = ContextVar("told", default=None)


class TellingConnector:
    """Sends with each message what card it is, so that the storm sees it as well as the people do."""

    def __init__(self, connector: Connector) -> None:
        self._send, self._replace = connector.send, connector.replace

    async def send(self, to: Place, activity: Mapping[str, Any]) -> str:
        return await self._send(to, _marked(activity))

    async def replace(self, to: Place, id: str, activity: Mapping[str, Any]) -> None:
        await self._replace(to, id, _marked(activity))


def _marked(activity: Mapping[str, Any]) -> dict[str, Any]:
    told = _told.get()
    return {**activity, "channelData": {**activity["channelData"], "told": told}} if told else dict(activity)


class TellingChat:
    """The adapter's chat, which remembers the card that it is drawing."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat

    async def post(self, to: Destination, card: Card, key: str, under: MessageRef | None = None) -> MessageRef:
        _told.set({"card": drawn(card), "key": key})
        return await self._chat.post(to, card, key, under)

    async def find(self, to: Destination, key: str, under: MessageRef | None = None) -> MessageRef | None:
        return await self._chat.find(to, key, under)

    async def update(self, ref: MessageRef, card: Card) -> None:
        _told.set({"card": drawn(card)})
        await self._chat.update(ref, card)


async def serve(setup: Setup) -> None:
    """Answer people through Teams until told to stop."""
    clock, origin = ScaledClock(setup.began), setup.platform
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    registered = Registration(APP, (TENANT,), f"http://127.0.0.1:{setup.port}", "secret")
    hosts = Hosts(metadata=f"{origin}/metadata", services=frozenset({origin}))
    teams = Teams(registered, clock, hosts, lambda: lambda: {"access_token": OURS, "expires_in": 3600})
    telling = TellingConnector(teams.connector)
    teams.connector.send, teams.connector.replace = telling.send, telling.replace  # type: ignore[method-assign]
    place, chat = replace(setup.place, apps=APPS), TellingChat(teams.chat)
    async with running(place, chat, clock, AROUND_THE_CLOCK, timings(setup.expire_hours)) as bot:
        app = web.Application()
        app.add_routes(teams.routes(bot.intake))
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await runner.setup()
        try:
            async with teams.at_work(bot.intake):
                await web.TCPSite(runner, "127.0.0.1", setup.port).start()
                print("ready", flush=True)
                await stop.wait()
        finally:
            await runner.cleanup()


if __name__ == "__main__":
    try:
        asyncio.run(serve(Setup.read(Path(sys.argv[1]))))
    except Misconfigured as error:
        sys.exit(str(error))
