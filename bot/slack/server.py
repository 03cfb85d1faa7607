"""Slack as one of Gatepost's chat platforms: how it is written to, and both ways in which it is heard."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

import structlog
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp

from bot.slack import APPS, PLATFORM
from bot.slack.answering import Answers
from bot.slack.api import Api
from bot.slack.chat import SlackChat
from bot.slack.desk import Desk
from bot.slack.handlers import work
from bot.slack.home import Home
from bot.slack.identity import Identities, Workspace
from bot.slack.inbox import Inbox
from bot.slack.journal import Journal
from bot.slack.listening import bolt
from bot.slack.pictures import Pictures
from bot.slack.signing import Signatures
from bot.upkeep import repeated
from workflows.database import Apps
from workflows.errors import ChatError, Misconfigured
from workflows.intake import Intake
from workflows.ports import Chat, Clock

log = structlog.get_logger()
PATH = "/slack/events"
CLEAN_UP_SECONDS, FORGET_SECONDS, PING_SECONDS, AGAIN_SECONDS = 600.0, 86_400.0, 5.0, 5.0
Mode = Literal["socket", "http"]


@dataclass(frozen=True, slots=True)
class Access:
    """How Slack is reached, and reaches us; `journal` is this process's own file for what came in."""

    bot_token: str
    app_token: str
    signing_secret: str
    base: str
    mode: Mode = "socket"
    journal: Path = Path("var/slack.journal")


class Slack:
    """The adapter; its chat may be used from the start, people are heard while it is at work."""

    platform = PLATFORM
    tables: Apps = APPS

    def __init__(self, access: Access, clock: Clock, zone: ZoneInfo, api: Api | None = None) -> None:
        self._access, self._zone = access, zone
        self._api = api or Api(access.bot_token, access.base)
        self._pictures, self._home = Pictures(self._api), Home(self._api)
        self._signatures = Signatures(access.signing_secret)
        self._app: AsyncApp | None = None
        self._identities = Identities(self._api, clock)
        self.chat: Chat = SlackChat(self._api, self._identities, self._pictures, self._home.touch)

    def routes(self, intake: Intake) -> Iterable[web.AbstractRouteDef]:
        """The one address to which Slack sends everything in the mode `http`."""
        return [web.post(PATH, self._requested)] if self._access.mode == "http" else []

    async def _requested(self, request: web.Request) -> web.Response:
        body = await request.read()
        stamp = request.headers.get("X-Slack-Request-Timestamp", "")
        signature = request.headers.get("X-Slack-Signature", "")
        if not self._signatures.right(body, stamp, signature):
            log.warning("slack.request_refused")
            return web.Response(status=401)
        if self._app is None:
            return web.Response(status=503)
        answer = await to_aiohttp_response(await self._app.async_dispatch(await to_bolt_request(request)))
        if answer.status == 200:
            self._signatures.answered(signature)
        return answer

    def at_work(self, intake: Intake) -> AbstractAsyncContextManager[None]:
        """Hears people for as long as the block lasts. Raises Misconfigured where Slack does not take our tokens."""
        return self._at_work(intake)

    @asynccontextmanager
    async def _at_work(self, intake: Intake) -> AsyncIterator[None]:
        try:
            workspace = await self._workspace()
            desk, inbox = self._desk(intake, workspace)
            self._home.intake = intake
            self._app = bolt(self._api, workspace, inbox, desk)
            await inbox.resume()
            async with (
                repeated(inbox.clean_up, CLEAN_UP_SECONDS),
                repeated(self.forget_what_is_gone, FORGET_SECONDS),
                self._heard(self._app),
            ):
                yield
            self._app = None
            await inbox.close()
        finally:
            await self._home.close()
            await self._api.close()

    async def forget_what_is_gone(self) -> None:
        """What retention removed here goes in Slack too."""
        await self._home.forget_leavers()
        await self._pictures.remove_gone()

    def _desk(self, intake: Intake, workspace: Workspace) -> tuple[Desk, Inbox]:
        answers = Answers(self._api)
        desk = Desk(self._api, workspace, self._identities, intake, self._pictures, self._home, answers, self._zone)
        return desk, Inbox(Journal(self._access.journal), lambda arrived: work(desk, arrived), answers.refuse)

    async def _workspace(self) -> Workspace:
        """Our workspace, as soon as Slack answers."""
        while True:
            try:
                return await self._identities.workspace()
            except ChatError as error:
                if getattr(error, "reason", "") == "revoked":
                    raise Misconfigured(f"{error} Put it into GATEPOST_SLACK_BOT_TOKEN.") from None
                log.warning("slack.not_reached", error=type(error).__name__)
                await asyncio.sleep(AGAIN_SECONDS)

    @asynccontextmanager
    async def _heard(self, app: AsyncApp) -> AsyncIterator[None]:
        if self._access.mode == "http":
            yield
            return
        handler = AsyncSocketModeHandler(app, self._access.app_token, proxy=None, ping_interval=PING_SECONDS)
        if self._access.base.startswith("http:"):
            handler.client.proxy = None
        connecting = asyncio.create_task(handler.connect_async())  # type: ignore[no-untyped-call]
        try:
            yield
        finally:
            connecting.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await connecting
            await handler.close_async()  # type: ignore[no-untyped-call]
