"""A chat platform over real HTTP that outlives the bot, keeps every card, and is as unreliable as real ones."""

import asyncio
import random
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

Shown = dict[str, Any]
RETRY_AFTER = 1.0


@dataclass
class Posted:
    """A card that the platform has, in every version in which it stood there."""

    number: int
    to: str
    key: str
    versions: list[Shown]

    @property
    def shown(self) -> Shown:
        return self.versions[-1]


@dataclass
class Platform:
    """`trouble` is the share of calls that go wrong: told to wait, an error, or taken without an answer."""

    random: random.Random
    trouble: float = 0.1
    posted: list[Posted] = field(default_factory=list)
    met: Counter[str] = field(default_factory=Counter)
    wait_until: dict[str, float] = field(default_factory=dict)
    too_early: int = 0
    _of: dict[tuple[str, str, str], list[Posted]] = field(default_factory=lambda: defaultdict(list))

    def cards(self, to: str, kind: str, subject: str = "") -> list[Posted]:
        """The cards of one kind at one place, all or those about one row, oldest first."""
        return self._of[to, kind, subject]

    def standing(self, reference: str) -> Shown:
        """What a card shows now, by the reference that the bot was given."""
        return self.posted[int(reference)].shown

    def under(self, key: str) -> list[Posted]:
        return [one for one in self.posted if one.key == key]

    @property
    def duplicates(self) -> int:
        """How many cards stand here more than once under the same key."""
        return sum(count - 1 for count in Counter(one.key for one in self.posted).values())

    async def post(self, request: web.Request) -> web.StreamResponse:
        said = await request.json()
        if time.monotonic() < self.wait_until.pop(said["key"], 0.0):
            self.too_early += 1
        fate = self._fate()
        if refused := self._refused(fate, said["key"]):
            return refused
        one = Posted(len(self.posted), said["to"], said["key"], [said["card"]])
        self.posted.append(one)
        for about in {"", subject(one.shown)}:
            self._of[one.to, one.shown["is"], about].append(one)
        return await self._answer(request, fate, {"number": one.number})

    async def find(self, request: web.Request) -> web.StreamResponse:
        key, to = request.query["key"], request.query["to"]
        found = next((one.number for one in self.posted if one.key == key and one.to == to), None)
        return web.json_response({"number": found})

    async def update(self, request: web.Request) -> web.StreamResponse:
        said = await request.json()
        fate = self._fate()
        if refused := self._refused(fate, ""):
            return refused
        self.posted[said["number"]].versions.append(said["card"])
        return await self._answer(request, fate, {})

    def _fate(self) -> str:
        bad = self.random.random() < self.trouble
        fate = self.random.choice(["told to wait", "error", "no answer"]) if bad else "taken"
        self.met[fate] += 1
        return fate

    def _refused(self, fate: str, key: str) -> web.Response | None:
        if fate == "told to wait":
            self.wait_until[key] = time.monotonic() + RETRY_AFTER
            return web.Response(status=429, headers={"Retry-After": str(RETRY_AFTER)})
        return web.Response(status=500) if fate == "error" else None

    async def _answer(self, request: web.Request, fate: str, answer: Shown) -> web.StreamResponse:
        # Where two calls cross, either may be the last to land.
        await asyncio.sleep(self.random.uniform(0.0, 0.01))
        if fate == "no answer" and request.transport:
            request.transport.abort()
        return web.json_response(answer)


def subject(card: Shown) -> str:
    """The row that a card is about."""
    return str(next((card[key] for key in ("task", "alert", "comment", "post") if card.get(key)), ""))


@asynccontextmanager
async def served(platform: Platform) -> AsyncIterator[str]:
    """The platform on a free port of this machine; its address."""
    app = web.Application()
    app.router.add_post("/post", platform.post)
    app.router.add_get("/find", platform.find)
    app.router.add_post("/update", platform.update)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
