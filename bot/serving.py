"""Gatepost for real: the configured chat platforms, one web application, until the process is told to stop."""

import asyncio
import signal
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import replace
from typing import Protocol
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.app import Place, running
from bot.chats import Chats
from bot.settings import Settings
from bot.slack import APPS as SLACK_TABLES
from bot.slack.server import Access, Slack
from bot.teams import APPS as TEAMS_TABLES
from bot.teams.adapter import Teams
from bot.teams.registration import Registration
from workflows.clocks import SystemClock
from workflows.database import NO_MORE, Apps
from workflows.errors import Misconfigured
from workflows.intake import Intake
from workflows.ports import Chat, Clock

MAX_REQUEST = 1024 * 1024
"""Bytes of one request; platforms send events, and files are fetched from them."""


class Adapter(Protocol):
    """One chat platform: how it is written to, and how it is heard."""

    @property
    def platform(self) -> str:
        """Its name in identities, channels and message references."""

    @property
    def chat(self) -> Chat:
        """The port through which it is written to."""

    @property
    def tables(self) -> Apps:
        """Its own tables, for `workflows.database.connect`; none for most."""

    def routes(self, intake: Intake) -> Iterable[web.AbstractRouteDef]:
        """What it answers over HTTP; nothing where it connects by itself."""

    def at_work(self, intake: Intake) -> AbstractAsyncContextManager[None]:
        """Hears people for as long as the block lasts; what was acknowledged before its end is durable."""


Maker = Callable[[Settings, Clock], Adapter | None]


def slack(settings: Settings, clock: Clock) -> Adapter | None:
    """Slack, where its bot token is set; raises Misconfigured where what its mode needs is missing."""
    bot_token = settings.slack_bot_token.get_secret_value()
    if not bot_token:
        return None
    app_token, secret = settings.slack_app_token.get_secret_value(), settings.slack_signing_secret.get_secret_value()
    if settings.slack_mode == "socket" and not app_token:
        raise Misconfigured("Slack has no app token. Set GATEPOST_SLACK_APP_TOKEN, or slack_mode to http.")
    if settings.slack_mode == "http" and not secret:
        raise Misconfigured("Slack has no signing secret. Set GATEPOST_SLACK_SIGNING_SECRET, or slack_mode to socket.")
    base = settings.slack_api_url.rstrip("/") + "/"
    journal = settings.data / f"slack-{settings.executor_id}.journal"
    access = Access(bot_token, app_token, secret, base, settings.slack_mode, journal)
    return Slack(access, clock, ZoneInfo(settings.time_zone))


def teams_registration(settings: Settings) -> Registration | None:
    """The bot in Teams as the settings say, None where it is not configured."""
    if not (settings.teams_app_id or settings.teams_anonymous):
        return None
    return Registration(
        settings.teams_app_id,
        settings.teams_tenants,
        settings.teams_public_url or f"http://{settings.host}:{settings.port}",
        settings.teams_app_password.get_secret_value(),
        settings.teams_anonymous,
    )


def tables(settings: Settings) -> Apps:
    """The own tables of the platforms that are configured, for commands that open the database without serving."""
    slack_too = SLACK_TABLES if settings.slack_bot_token.get_secret_value() else NO_MORE
    return {**slack_too, **(TEAMS_TABLES if teams_registration(settings) else NO_MORE)}


def teams(settings: Settings, clock: Clock) -> Adapter | None:
    """Teams; raises Misconfigured where something of its registration is missing."""
    bot = teams_registration(settings)
    if bot is None:
        return None
    if missing := list(bot.missing()):
        raise Misconfigured("\n".join(missing))
    return Teams(bot, clock)


MAKERS: Sequence[Maker] = (slack, teams)
"""One function a platform: its adapter as the settings say, None where it is not configured."""


def adapters(settings: Settings, clock: Clock, makers: Sequence[Maker] = MAKERS) -> tuple[Adapter, ...]:
    """The chat platforms that are configured; raises Misconfigured where there is none."""
    made = tuple(adapter for adapter in (make(settings, clock) for make in makers) if adapter is not None)
    if not made:
        raise Misconfigured(
            "No chat platform is configured, so nobody could reach Gatepost. Set the tokens of Slack or the"
            " registration of Teams; gatepost doctor says what is missing. Without them there is gatepost demo."
        )
    return made


@asynccontextmanager
async def served(settings: Settings, place: Place, makers: Sequence[Maker] = MAKERS) -> AsyncIterator[web.Application]:
    """Gatepost at work behind one web application, for as long as the block lasts.

    Raises Misconfigured without a chat platform, and where another process runs on the data.
    """
    clock = SystemClock()
    made = adapters(settings, clock, makers)
    tables = {name: table for adapter in made for name, table in adapter.tables.items()}
    place = replace(place, apps={**place.apps, **tables})
    chats = Chats({adapter.platform: adapter.chat for adapter in made})
    async with running(place, chats, clock, settings.calendar(), settings.timings()) as gatepost:
        application = web.Application(client_max_size=MAX_REQUEST)
        application.router.add_get("/health", health)
        async with AsyncExitStack() as stack:
            for adapter in made:
                application.add_routes(adapter.routes(gatepost.intake))
                await stack.enter_async_context(adapter.at_work(gatepost.intake))
            yield application


async def health(request: web.Request) -> web.Response:
    """That the process answers, and nothing else."""
    return web.json_response({"status": "ok"}, headers={"Cache-Control": "no-store"})


async def serve(
    settings: Settings, place: Place, ready: Callable[[str], None], makers: Sequence[Maker] = MAKERS
) -> None:
    """Serve until the process is told to stop; `ready` is told the address.

    Raises Misconfigured as `served` does, and where the port is taken.
    """
    async with served(settings, place, makers) as application, listening(application, settings.host, settings.port):
        ready(f"http://{settings.host}:{settings.port}/")
        await told_to_stop()


@asynccontextmanager
async def listening(application: web.Application, host: str, port: int) -> AsyncIterator[None]:
    """The application on an address; raises Misconfigured where the address cannot be had."""
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=2)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError:
            raise Misconfigured(f"Port {port} of {host} cannot be had. Stop what uses it, or choose another.") from None
        yield
    finally:
        await runner.cleanup()


async def told_to_stop() -> None:
    """Wait for SIGINT or SIGTERM."""
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    await stop.wait()
