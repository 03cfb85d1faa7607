"""The job of the Slack topic: events at a steady rate to a bare Bolt application and to Gatepost, in turn."""

import asyncio
import json
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import perf_counter
from typing import Any

from aiohttp import ClientSession, TCPConnector

from bot.app import Place, opened
from bot.slack import APPS
from tests.bench.apart import ROOT
from tests.builders import a_trust, person
from tests.fakes.slack import People, Workspace, served
from tests.fakes.slack.delivery import ByHttp, NotAcknowledged
from tests.fakes.slack.workspace import BOT
from tests.kill.bot import free_port
from workflows.models import Person
from workflows.states import Role

STAFF = 40
Figures = dict[str, list[float]]


@dataclass
class Scene:
    """Slack, one bot at a time, and staff who write."""

    space: Workspace
    people: People
    delivery: ByHttp
    users: list[str] = field(default_factory=list)

    async def steadily(self, kind: str, rate: int, seconds: float) -> Figures:
        """Send so many a second, whatever becomes of the ones before; seconds until each was acknowledged."""
        times: list[float] = []
        self.delivery.times = times
        lost, tasks, began = 0, [], perf_counter()
        for number in range(int(rate * seconds)):
            await asyncio.sleep(max(0.0, began + number / rate - perf_counter()))
            tasks.append(asyncio.create_task(self._one(kind, self.users[number % len(self.users)], number)))
        for done in await asyncio.gather(*tasks, return_exceptions=True):
            lost += isinstance(done, NotAcknowledged)
        return {"acknowledged": times, "lost": [float(lost)]}

    async def _one(self, kind: str, user: str, number: int) -> None:
        if kind == "message":
            await self.people.say(user, f"Kestrel class planted bulbs, row {number}.")
        elif kind == "home":
            await self.people.event("app_home_opened", user=user, tab="messages")
        else:
            where = {"ts": "1.000001", "blocks": [BUTTON]}
            await self.people.press(user, where, "Withdraw", self.space.direct(user).id)

    async def to_card(self, count: int) -> Figures:
        """Seconds from a message to its draft card, one after another."""
        took = []
        for number in range(count):
            user = self.users[number % len(self.users)]
            conversation, began = self.space.direct(user).messages, perf_counter()
            had = len([one for one in conversation if one["user"] == BOT])
            await self.people.say(user, f"Kestrel class planted tulips, row {number}.")
            while len([one for one in conversation if one["user"] == BOT]) <= had:  # noqa: ASYNC110
                await asyncio.sleep(0.001)
            took.append(perf_counter() - began)
        return {"card": took}


BUTTON = {
    "type": "actions",
    "elements": [
        {
            "type": "button",
            "action_id": "post.withdraw/1",
            "text": {"type": "plain_text", "text": "Withdraw"},
            "value": json.dumps({"post": "none"}),
        }
    ],
}


async def compared(place: dict[str, Any], rates: list[int], seconds: float, cards: int) -> Any:
    """Figures by bot, kind and rate."""
    found: dict[str, Figures] = {}
    async with served() as slack:
        users = await _staffed(place, slack.space)
        for bot in ("bare", "gatepost"):
            async with _playing(bot, place, slack, users) as scene:
                for kind in ("home", "click", "message"):
                    await scene.steadily(kind, 5, 0.4)
                    for rate in rates:
                        found[f"{bot} {kind} {rate}"] = await scene.steadily(kind, rate, seconds)
                        await _calm(scene, bot)
                if bot == "gatepost":
                    found["card"] = await scene.to_card(cards)
    return found


async def _calm(scene: Scene, bot: str) -> None:
    """Wait until what was acknowledged is dealt with, so that the next figure begins afresh."""
    said, still = -1, 0
    while bot == "gatepost" and still < 10:
        now = scene.space.calls["chat.postMessage"]
        still, said = (still + 1 if now == said else 0), now
        await asyncio.sleep(0.1)


async def _staffed(place: dict[str, Any], space: Workspace) -> list[str]:
    """A small trust with many administrators, each with a Slack account."""
    async with opened(replace(_place(place), apps=APPS)):
        await a_trust()
        for number in range(STAFF):
            await person(100 + number, f"Staff{number}", "hillside", Role.ADMINISTRATOR)
        users = [
            (f"U{one.id:06d}", one) for one in await Person.filter(staff_id__startswith="S1").exclude(staff_id="S1")
        ]
        return [space.add_user(user, one.identity["email"]) for user, one in users]


def _place(place: dict[str, Any]) -> Place:
    return Place(Path(place["data"]), place["database_url"], place["engine_url"], tuple(place["keys"]), place["slot"])


@asynccontextmanager
async def _playing(bot: str, place: dict[str, Any], slack: Any, users: list[str]) -> AsyncIterator[Scene]:
    port = free_port()
    given = {key: one for key, one in place.items() if key != "slot"}
    setup = {"slack": slack.space.base, "port": port, "place": {**given, "executor_id": place["slot"]}}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.bench.slack_bots", bot, json.dumps(setup)), cwd=ROOT, stdout=PIPE
    )
    try:
        await asyncio.wait_for(_ready(process), 60)
        async with ClientSession(connector=TCPConnector(limit=0)) as session:
            delivery = ByHttp(slack, f"http://127.0.0.1:{port}/slack/events", session)
            yield Scene(slack.space, People(slack.space, delivery), delivery, users)
    finally:
        process.kill()
        await process.wait()


async def _ready(process: Process) -> None:
    assert process.stdout
    while (line := await process.stdout.readline()).strip() != b"ready":
        if not line:
            raise RuntimeError("the bot did not start")
