"""The bot with its Slack adapter as a process of its own, to be killed: `python -m tests.kill.slack_process SETUP`."""

import asyncio
import json
import signal
import sys
from contextvars import ContextVar
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.app import running
from bot.slack import APPS
from bot.slack.api import Api
from bot.slack.server import Access, Slack
from bot.slack.text import Json
from tests.fakes.slack.workspace import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET
from tests.kill.bot_process import Setup
from tests.kill.http_chat import drawn
from tests.kill.scaled import AROUND_THE_CLOCK, ScaledClock, timings
from workflows.cards import Card
from workflows.errors import Misconfigured
from workflows.ports import Chat, Destination, MessageRef

_card: ContextVar[Card | None] = ContextVar("card", default=None)


class TellingApi(Api):
    """Sends with each message what card it is, so that the storm sees it as well as the people do."""

    async def call(self, method: str, **given: Any) -> Json:
        card, marked = _card.get(), given.get("metadata")
        if card is not None and marked and "part" not in marked["event_payload"]:
            marked["event_payload"]["card"] = json.dumps(drawn(card))
        return await super().call(method, **given)


class TellingChat:
    """The adapter's chat, which remembers the card that it is drawing."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat

    async def post(self, to: Destination, card: Card, key: str, under: MessageRef | None = None) -> MessageRef:
        _card.set(card)
        return await self._chat.post(to, card, key, under)

    async def find(self, to: Destination, key: str, under: MessageRef | None = None) -> MessageRef | None:
        return await self._chat.find(to, key, under)

    async def update(self, ref: MessageRef, card: Card) -> None:
        _card.set(card)
        await self._chat.update(ref, card)


def journal_of(setup: Setup) -> Path:
    return setup.place.data / "slack.journal"


async def serve(setup: Setup) -> None:
    """Answer people through Slack until told to stop."""
    clock = ScaledClock(setup.began)
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    base = f"{setup.platform}/api/"
    access = Access(BOT_TOKEN, APP_TOKEN, SIGNING_SECRET, base, journal=journal_of(setup))
    adapter = Slack(access, clock, ZoneInfo("Europe/London"), TellingApi(BOT_TOKEN, base, per_channel=0.0))
    place = replace(setup.place, apps=APPS)
    chat = TellingChat(adapter.chat)
    async with (
        running(place, chat, clock, AROUND_THE_CLOCK, timings(setup.expire_hours)) as bot,
        adapter.at_work(bot.intake),
    ):
        print("ready", flush=True)
        await stop.wait()


if __name__ == "__main__":
    try:
        asyncio.run(serve(Setup.read(Path(sys.argv[1]))))
    except Misconfigured as error:
        sys.exit(str(error))
