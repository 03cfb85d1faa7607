"""`gatepost serve`: the configured chat platforms behind one web application, and a clear sentence without any."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Iterable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import ClientSession, web

from bot.app import Place
from bot.serving import adapters, serve, served
from bot.settings import Settings
from tests.fakes.chat import FakeChat
from workflows.clocks import SystemClock
from workflows.database import NO_MORE, Apps
from workflows.errors import Misconfigured
from workflows.intake import Intake
from workflows.keys import new_key
from workflows.ports import Chat, Clock


class Pigeons:
    """A platform that hears people over HTTP and says when it is at work."""

    platform = "pigeons"
    tables: Apps = NO_MORE

    def __init__(self) -> None:
        self.chat: Chat = FakeChat()
        self.working = False

    def routes(self, intake: Intake) -> Iterable[web.AbstractRouteDef]:
        async def land(request: web.Request) -> web.Response:
            return web.Response(text="coo" if self.working else "")

        return [web.get("/pigeons", land)]

    def at_work(self, intake: Intake) -> AbstractAsyncContextManager[None]:
        return self._at_work()

    @asynccontextmanager
    async def _at_work(self) -> AsyncIterator[None]:
        self.working = True
        yield
        self.working = False


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path, port=0, keys=(new_key(),))  # type: ignore[arg-type]


@pytest.fixture
def place(settings: Settings) -> Place:
    return Place.on_files(settings.data, tuple(key.get_secret_value() for key in settings.keys))


def test_without_a_chat_platform_it_says_what_to_do(settings: Settings) -> None:
    with pytest.raises(Misconfigured, match="gatepost doctor"):
        adapters(settings, SystemClock(), [lambda settings, clock: None])


async def test_a_platform_works_as_long_as_it_is_served(settings: Settings, place: Place) -> None:
    pigeons = Pigeons()
    async with served(settings, place, [lambda settings, clock: pigeons]) as application:
        assert pigeons.working
        assert {"/health", "/pigeons"} <= {resource.canonical for resource in application.router.resources()}
    assert not pigeons.working


async def test_health_says_that_it_answers_and_nothing_else_until_it_is_told_to_stop(
    settings: Settings, place: Place, unused_tcp_port: int
) -> None:
    answers: list[tuple[int, str]] = []

    def ready(address: str) -> None:
        asking.append(asyncio.create_task(ask(address)))

    async def ask(address: str) -> None:
        async with ClientSession() as session:
            for path in ("health", "pigeons", "else"):
                async with session.get(f"{address}{path}") as answer:
                    answers.append((answer.status, await answer.text()))
        os.kill(os.getpid(), signal.SIGTERM)

    asking: list[asyncio.Task[None]] = []
    settings = settings.model_copy(update={"port": unused_tcp_port})
    await asyncio.wait_for(serve(settings, place, ready, [_pigeons]), 30)
    assert answers[:2] == [(200, '{"status": "ok"}'), (200, "coo")]
    assert answers[2][0] == 404


def _pigeons(settings: Settings, clock: Clock) -> Pigeons:
    return Pigeons()


async def test_a_port_that_is_taken_is_named(settings: Settings, place: Place, unused_tcp_port: int) -> None:
    server = await asyncio.start_server(lambda reader, writer: None, "127.0.0.1", unused_tcp_port)
    async with server:
        with pytest.raises(Misconfigured, match=str(unused_tcp_port)):
            await serve(settings.model_copy(update={"port": unused_tcp_port}), place, print, [_pigeons])
