"""The two bots whose acknowledgements are compared, each a process: `python -m tests.bench.slack_bots WHICH SETUP`."""

import asyncio
import json
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.app import Place, running
from bot.serving import listening
from bot.slack import APPS
from bot.slack.api import Api
from bot.slack.server import PATH, Access, Slack
from tests.fakes.slack.workspace import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET
from workflows.clocks import SystemClock

ANYTHING = re.compile(".*")
Setup = dict[str, Any]


@asynccontextmanager
async def bare(setup: Setup) -> AsyncIterator[web.Application]:
    """The smallest Bolt application: it acknowledges, and does nothing."""
    client = AsyncWebClient(token=BOT_TOKEN, base_url=f"{setup['slack']}/api/")
    app = AsyncApp(client=client, signing_secret=SIGNING_SECRET)

    async def event() -> None:
        """Nothing: Bolt has acknowledged."""

    async def click(ack: AsyncAck) -> None:
        await ack()

    app.event(ANYTHING)(event)
    app.action(ANYTHING)(click)
    yield app.web_app(path=PATH)


@asynccontextmanager
async def gatepost(setup: Setup) -> AsyncIterator[web.Application]:
    """The whole of Gatepost."""
    place = Place(**{**setup["place"], "data": Path(setup["place"]["data"]), "keys": tuple(setup["place"]["keys"])})
    clock, base = SystemClock(), f"{setup['slack']}/api/"
    access = Access(BOT_TOKEN, APP_TOKEN, SIGNING_SECRET, base, "http", place.data / "slack.journal")
    adapter = Slack(access, clock, ZoneInfo("Europe/London"), Api(BOT_TOKEN, base, per_channel=0.0))
    async with running(replace(place, apps=APPS), adapter.chat, clock) as bot:
        application = web.Application()
        application.add_routes(adapter.routes(bot.intake))
        async with adapter.at_work(bot.intake):
            yield application


BOTS = {"bare": bare, "gatepost": gatepost}


async def serve(which: str, setup: Setup) -> None:
    """Serve until killed."""
    async with BOTS[which](setup) as application, listening(application, "127.0.0.1", setup["port"]):
        print("ready", flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1], json.loads(sys.argv[2])))
