"""Two commands at the same instant: both are decided on what they read before either of them is written."""

import heapq
from collections.abc import Sequence

from tortoise.exceptions import IntegrityError

from tests.fakes.engine import InstantEngine
from workflows.engine.applying import claim, decide
from workflows.engine.commands import Command
from workflows.errors import Stale


class RacingEngine(InstantEngine):
    """While `held` is a list, submitted commands wait in it for `race`."""

    held: list[Command] | None = None

    async def submit(self, command: Command) -> None:
        if self.held is None:
            await super().submit(command)
        else:
            self.held.append(command)

    def due_next(self) -> list[Command]:
        """The timer that fires next, taken out, at the instant at which it is due."""
        if not self._later:
            return []
        due, _, command = heapq.heappop(self._later)
        self._clock.move_to(max(due, self._clock.now()))
        return [command]

    async def race(self, commands: Sequence[Command]) -> int:
        """The worst case of every race, in the order given; returns how many were overtaken and looked again."""
        self.held, overtaken = None, 0
        decided = [(command, await decide(command, self._world)) for command in commands]
        for command, change in decided:
            try:
                await claim(command, change, self._world)
            except (Stale, IntegrityError):
                overtaken += 1
        for command in commands:
            # Carried out already: only its effects follow. Overtaken: read and decided again, as the engine does.
            self._known.discard(command.id)
            self._put(command)
        await self.settle()
        return overtaken
