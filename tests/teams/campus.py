"""A small trust on Teams: the real adapter and the real workflows, with a Microsoft of our own on loopback."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from bot.chats import Chats
from bot.networks.manual import Manual
from bot.teams import PLATFORM
from bot.teams.adapter import Teams
from bot.teams.connection import Hosts
from bot.teams.registration import Registration
from bot.teams.server import MESSAGES
from tests.builders import Cast, a_trust
from tests.fakes.clock import TestClock
from tests.fakes.engine import InstantEngine
from tests.fakes.teams.hands import CHANNEL, Hands, buttons
from tests.fakes.teams.people import Conversation, Message, User
from tests.fakes.teams.service import Service
from tests.fakes.teams.signing import APP, TENANT
from tests.scenarios.story import MONDAY_NINE
from tests.teams.drawing import text
from workflows.calendar import Calendar
from workflows.engine.world import World
from workflows.intake import Intake
from workflows.models import Person
from workflows.registers.readers import RegisterReaders
from workflows.telling import build
from workflows.timings import Timings

LEADERSHIP = "19:leadership@thread.tacv2"
PUBLIC = "https://gatepost.example"


class OurHosts(Hosts):
    """Our service, and beside it its store, which has no encryption on loopback."""

    def is_service(self, address: str) -> bool:
        return super().is_service(address) and not self.is_file_store(address)

    def is_file_store(self, address: str) -> bool:
        return address.startswith(f"{next(iter(self.services))}/store/")


@dataclass
class Campus:
    """Everybody and everything; people act through `hands`, and what they see stands in `service`."""

    cast: Cast
    service: Service
    hands: Hands
    teams: Teams
    engine: InstantEngine
    clock: TestClock
    intake: Intake
    users: dict[int, User]

    async def settled(self) -> None:
        """Everything that was acknowledged is worked on."""
        await self.teams.inbox(self.intake).settled()
        await self.engine.settle()

    async def passes(self, **time: float) -> None:
        await self.engine.advance(timedelta(**time))

    async def arrives(self, *people: int) -> None:
        """They have the app, as when the IT department installs it for everybody."""
        for person in people:
            await self.hands.arrive(self.users[person])
        await self.settled()

    async def says(self, person: int, text: str, *files: bytes, quoting: Message | None = None) -> Message:
        said = await self.hands.say(self.users[person], text, *files, quoting=quoting)
        await self.settled()
        return said

    async def presses(self, person: int, message: Message, title: str, *, old: bool = False) -> Any:
        answer = await self.hands.press(self.users[person], message, title, old=old)
        await self.settled()
        return answer

    async def fills(self, person: int, message: Message, title: str, **answers: str) -> Any:
        """Open the dialog behind a button and send it."""
        opened = await self.presses(person, message, title)
        answer = await self.hands.submit(self.users[person], opened, **answers)
        await self.settled()
        return answer

    def leadership(self) -> Conversation:
        """The channel, with the headteacher, the deputies and the trust's lead in it."""
        people = (self.cast.head, self.cast.deputy, self.cast.second_deputy, self.cast.lead)
        return self.hands.conversation(LEADERSHIP, CHANNEL, *(self.users[one] for one in people))

    async def leadership_is_here(self) -> Conversation:
        """The headteacher names the channel."""
        channel = self.leadership()
        await self.hands.arrive(self.users[self.cast.head], channel)
        await self.hands.mention(self.users[self.cast.head], channel, "leadership here")
        await self.settled()
        return channel

    def cards(self, where: int | Conversation) -> list[Message]:
        """The bot's messages that stand somewhere now, oldest first."""
        at = self.hands.chat(self.users[where]) if isinstance(where, int) else where
        return [one for one in at.messages if not one.sender and not one.deleted]

    def newest(self, where: int | Conversation, *words: str) -> Message:
        """The newest message that says all of these words."""
        found = [one for one in self.cards(where) if all(word in text(one.card) for word in words)]
        assert found, f"nothing says {words}: {[text(one.card) for one in self.cards(where)]}"
        return found[-1]

    def titles(self, message: Message) -> list[str]:
        return [action["title"] for action in buttons(message.card)]


async def users() -> dict[int, User]:
    """An account for everybody on the staff register, under their work email."""
    return {one.id: User(f"object-{one.id:04d}", one.identity["email"]) for one in await Person.all()}


@asynccontextmanager
async def campus() -> AsyncIterator[Campus]:
    cast, clock = await a_trust(), TestClock(MONDAY_NINE)
    async with Service().served() as service, ClientSession() as session:
        hosts = OurHosts(metadata=f"{service.origin}/metadata", services=frozenset({service.origin}))
        bot = Registration(APP, (TENANT,), PUBLIC, "secret")
        teams = Teams(bot, clock, hosts, lambda: service.acquire)
        world = World(
            clock,
            Calendar(),
            Timings(),
            RegisterReaders(),
            Chats({PLATFORM: teams.chat}),
            {"manual": Manual()},
            build,
        )
        engine = InstantEngine(world, clock)
        intake = Intake(engine, world)
        app = web.Application()
        app.add_routes(teams.routes(intake))
        async with TestServer(app) as server, teams.at_work(intake):
            hands = Hands(service, session, str(server.make_url(MESSAGES)))
            yield Campus(cast, service, hands, teams, engine, clock, intake, await users())
