"""A kill storm: people work, the platform plays up, and again and again the bot dies in the middle of it."""

import asyncio  # noqa: I001
import random
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any
from dataclasses import dataclass, field

from aiohttp import ClientSession

from tests.builders import Cast
from tests.kill.alarms import Report, alarm, harmless
from tests.kill.bot import Bot
from tests.kill.drafts import PLOTS, Draft, Overtaken
from tests.kill.engine_rows import unsettled
from tests.kill.hands import Hands
from tests.kill.platform import Platform

AT_ONCE = 16
SETTLES_WITHIN = 300.0


@dataclass(frozen=True, slots=True)
class Size:
    """How much happens; a draft left alone expires after `expire_hours`, an hour being a second."""

    drafts: int
    alerts: int
    kills: int
    expire_hours: float


@dataclass
class Storm:
    """One run; `failed` are the plots that did not come to their end, `overtaken` those that expired meanwhile."""

    size: Size
    seed: int
    cast: Cast
    bot: Bot
    platform: Platform
    hands: Hands
    kills: int = 0
    overtaken: int = 0
    failed: list[str] = field(default_factory=list)
    posts: list[str] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)

    async def rage(self) -> None:
        """Everything until nobody has anything left to do; then let the bot settle and stop it."""
        await self.bot.start()
        await asyncio.gather(self._kill(), *self._plays())
        await self._settle()
        assert await self.bot.stop() == 0, self.bot.errors[-20:]

    async def _kill(self) -> None:
        dice = random.Random(self.seed)
        for _ in range(self.size.kills):
            # Now and then while it is still starting, when it takes up what the last kill left behind.
            if dice.random() < 0.85:
                await self.bot.ready()
            await asyncio.sleep(dice.uniform(0.2, 2.5))
            await self.bot.kill()
            self.kills += 1
            await self.bot.start()
        await self.bot.ready()

    def _plays(self) -> list[Coroutine[Any, Any, None]]:
        gate = asyncio.Semaphore(AT_ONCE)
        drafts = [self._play(gate, number, self.size.drafts, self._draft) for number in range(self.size.drafts)]
        total = self.size.alerts + self.size.alerts // 5
        return drafts + [self._play(gate, number, total, self._report) for number in range(total)]

    async def _play(
        self, gate: asyncio.Semaphore, number: int, of: int, play: Callable[[int], Awaitable[None]]
    ) -> None:
        # Spread over the whole storm, so that every kill finds work in hand.
        while self.kills < number * self.size.kills // of:  # noqa: ASYNC110
            await asyncio.sleep(0.1)
        async with gate:
            try:
                await play(number)
            except Overtaken:
                self.overtaken += 1
            except Exception as error:
                self.failed.append(f"{play.__name__} {number}: {error!r}")

    async def _draft(self, number: int) -> None:
        plot = PLOTS[number % len(PLOTS)]
        draft = Draft(number, self.cast, self.hands, self.platform, random.Random(self.seed + number))
        try:
            await plot(draft)
        except TimeoutError:
            raise AssertionError(f"{plot.__name__} is stuck on {draft.post}") from None
        finally:
            self.posts.append(draft.post)

    async def _report(self, number: int) -> None:
        dice = random.Random(self.seed - number - 1)
        report = Report(number, self.cast, self.hands, self.platform, dice)
        self.reports.append(report)
        await (alarm if number < self.size.alerts else harmless)(report)

    async def _settle(self) -> None:
        calm = 0
        async with asyncio.timeout(SETTLES_WITHIN):
            while calm < 3:
                await asyncio.sleep(0.5)
                calm = 0 if await unsettled(self.bot.setup.place.engine_url) else calm + 1

    def figures(self, seconds: float, messages: int) -> str:
        met = Counter(self.platform.met)
        return (
            f"kill storm on {'SQLite' if self.bot.setup.place.on_sqlite else 'PostgreSQL'}, seed {self.seed}:"
            f" {len(self.posts)} drafts ({self.overtaken} expired meanwhile), {self.size.alerts} alerts,"
            f" {self.kills} kills, {messages} messages, {self.platform.duplicates} duplicates,"
            f" {met['told to wait']} times told to wait, {met['error']} errors, {met['no answer']} answers lost,"
            f" {self.hands.repeated} repeats by people, {seconds:.0f} s"
        )


async def storm(
    size: Size, seed: int, cast: Cast, bot: Bot, platform: Platform, hands: Hands | None = None
) -> tuple[Storm, float]:
    """Run one storm; the seconds it took."""
    began = time.monotonic()
    async with ClientSession() as session:
        run = Storm(size, seed, cast, bot, platform, hands or Hands(bot.address, session))
        try:
            await run.rage()
        except BaseException:
            print(f"seed {seed}: {run.failed[:10]} {bot.errors[-20:]}")
            await bot.kill()
            raise
    return run, time.monotonic() - began
