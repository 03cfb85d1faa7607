"""Teams put together: one object that is written to through the port and hears people over HTTP."""

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, suppress

from aiohttp import web

from bot.teams import APPS, PLATFORM
from bot.teams.chat import TeamsChat
from bot.teams.connection import Activity, AppTokens, Connector, Gate, Hosts, LoopbackGate, NoTokens, SigningKeys
from bot.teams.connection.hosts import LoopbackHosts
from bot.teams.connection.http import Http
from bot.teams.connection.outbound import Acquire, by_secret
from bot.teams.events import Events
from bot.teams.identity import Identities, place
from bot.teams.inbox import Inbox
from bot.teams.invokes import Invokes
from bot.teams.pictures import Pictures
from bot.teams.registration import Registration
from bot.teams.server import Server
from bot.teams.submitting import Submitting
from workflows.cards import Notice
from workflows.database import Apps
from workflows.errors import ChatError
from workflows.intake import Intake
from workflows.ports import Clock

NOT_DONE = "I could not work on your last message, because Teams did not hand over everything. Please send it again."


class Teams:
    """The adapter; `hosts` and `begin` (which acquires tokens) are Microsoft's where none are given."""

    platform = PLATFORM

    def __init__(
        self,
        bot: Registration,
        clock: Clock,
        hosts: Hosts | None = None,
        begin: Callable[[], Acquire] | None = None,
    ) -> None:
        self._clock, self._http = clock, Http()
        hosts = hosts or (LoopbackHosts() if bot.anonymous else Hosts())
        begin = begin or by_secret(bot.app_id, bot.secret, bot.tenants[0])
        self.gate = (
            LoopbackGate(hosts) if bot.anonymous else Gate(bot.app_id, SigningKeys(self._http.session, hosts), hosts)
        )
        self.connector = Connector(self._http.session, NoTokens() if bot.anonymous else AppTokens(begin), hosts)
        self.identities = Identities(self.connector, bot.tenants, clock)
        self.pictures = Pictures(bot.address, clock)
        self.chat = TeamsChat(self.connector, self.pictures)
        self._inbox: Inbox | None = None

    @property
    def tables(self) -> Apps:
        """The adapter's own tables."""
        return APPS

    def routes(self, intake: Intake) -> Iterable[web.AbstractRouteDef]:
        """Where Teams sends activities and fetches pictures."""
        invokes = Invokes(intake, self.identities, Submitting(intake, self.identities), self.pictures, self.chat)
        return Server(self.gate, self.inbox(intake), invokes, self.pictures).routes()

    def inbox(self, intake: Intake) -> Inbox:
        """What was acknowledged and is to be worked on."""
        if self._inbox is None:
            events = Events(intake, self.chat, self.connector, self.identities, self._clock)
            self._inbox = Inbox(events.happened, self._give_up, self.chat.forget, self._clock)
        return self._inbox

    @asynccontextmanager
    async def at_work(self, intake: Intake) -> AsyncIterator[None]:
        """Works on what comes in, and on what a crash left, for as long as the block lasts."""
        try:
            async with self.inbox(intake).open():
                yield
        finally:
            await self._http.close()

    async def _give_up(self, activity: Activity) -> None:
        with suppress(ChatError):
            await self.chat.bring(place(activity), Notice(NOT_DONE, "warning"), f"undone:{activity.key}", None)
