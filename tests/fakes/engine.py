"""An engine in memory, in which days of reminders pass in milliseconds; it runs the real commands and effects."""

import heapq
from collections import deque
from datetime import datetime, timedelta
from itertools import count

from tests.fakes.clock import TestClock
from workflows.engine.applying import apply
from workflows.engine.commands import Command, Effect, Follow
from workflows.engine.performing import perform
from workflows.engine.wire import command_from_json, command_to_json, effect_key, followed
from workflows.engine.world import World
from workflows.errors import ChatError


class InstantEngine:
    """Runs what is due at once, and what is due later when the clock gets there."""

    def __init__(self, world: World, clock: TestClock) -> None:
        self._world, self._clock = world, clock
        self._now: deque[tuple[str, Command | Effect]] = deque()
        self._later: list[tuple[datetime, int, Command]] = []
        self._order = count()
        self._known: set[str] = set()
        self.failed: list[str] = []

    async def submit(self, command: Command) -> None:
        self._put(command)
        await self.settle()

    def _put(self, command: Command) -> None:
        if command.id not in self._known:
            self._known.add(command.id)
            # Through JSON, as the durable engine stores it.
            self._now.append((command.id, command_from_json(command_to_json(command))))

    async def settle(self) -> None:
        """Run everything that is due now."""
        while self._now:
            key, work = self._now.popleft()
            if isinstance(work, Command):
                for number, effect in enumerate(await apply(work, self._world)):
                    self._dispatch(effect_key(key, number), effect)
            else:
                await self._perform(key, work)

    def _dispatch(self, key: str, effect: Effect) -> None:
        if isinstance(effect, Follow):
            command = followed(key, effect)
            if effect.due is not None and effect.due > self._clock.now():
                heapq.heappush(self._later, (effect.due, next(self._order), command))
            else:
                self._put(command)
        else:
            self._now.append((key, effect))

    async def _perform(self, key: str, effect: Effect) -> None:
        try:
            follows = await perform(key, effect, self._world)
        except ChatError:
            self.failed.append(key)
            return
        if follows is not None:
            self._put(follows)

    async def advance(self, by: timedelta) -> None:
        """Let time pass, stopping at every instant at which something is due."""
        end = self._clock.now() + by
        while self._later and self._later[0][0] <= end:
            due, _, command = heapq.heappop(self._later)
            self._clock.move_to(max(due, self._clock.now()))
            self._put(command)
            await self.settle()
        self._clock.move_to(end)
