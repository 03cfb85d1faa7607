"""Activities that need no answer: kept before they are acknowledged, worked on in the order of their conversation."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import structlog
from tortoise.exceptions import IntegrityError

from bot.teams.connection import Activity
from bot.teams.models import TeamsReceived
from bot.upkeep import repeated
from workflows.errors import ChatError, RateLimited
from workflows.ports import Clock

log = structlog.get_logger()

KEPT = timedelta(days=7)
"""How long a repeat of an activity is known as one."""
PAUSES = (0.5, 1.0, 2.0, 5.0, 15.0, 60.0)
"""Seconds before each further attempt; after the last the person is told."""
LONGEST_PAUSE = 120.0
CLEAN_UP_SECONDS = 3600.0
Work = Callable[[Activity], Awaitable[None]]


class Inbox:
    """`work` does what an activity asks for, `give_up` tells the person that it could not be done.

    `forget` is told now and then that what is older need not be remembered.
    """

    def __init__(self, work: Work, give_up: Work, forget: Callable[[datetime], Awaitable[None]], clock: Clock) -> None:
        self._work, self._give_up, self._forget, self._clock = work, give_up, forget, clock
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._tasks: set[asyncio.Task[None]] = set()

    async def take(self, activity: Activity) -> None:
        """Return once the activity cannot be lost any more; a repeat changes nothing."""
        kept = activity.model_dump(mode="json", by_alias=True)
        try:
            await TeamsReceived.create(key=activity.key, activity=kept, at=self._clock.now())
        except IntegrityError:
            return
        self._begin(activity)

    def _begin(self, activity: Activity) -> None:
        task = asyncio.create_task(self._worked_on(activity))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _worked_on(self, activity: Activity) -> None:
        async with self._turns[activity.conversation.id]:
            if not await self._done(activity):
                await self._give_up(activity)
            await TeamsReceived.filter(key=activity.key).update(done=True, activity={})

    async def _done(self, activity: Activity) -> bool:
        for pause in (*PAUSES, 0.0):
            try:
                await self._work(activity)
                return True
            except RateLimited as limited:
                await asyncio.sleep(min(limited.retry_after, LONGEST_PAUSE))
            except ChatError:
                await asyncio.sleep(pause)
            except Exception as error:
                # Only the kind: messages of libraries may quote what somebody wrote.
                log.error("teams.activity_failed", error=type(error).__name__, type=activity.type)
                await asyncio.sleep(pause)
        return False

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Go on with what a crash left, and keep working for as long as the block lasts."""
        for left in await TeamsReceived.filter(done=False).order_by("at"):
            self._begin(Activity.model_validate(left.activity))
        try:
            async with repeated(self._clean_up, CLEAN_UP_SECONDS):
                yield
        finally:
            for task in tuple(self._tasks):
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _clean_up(self) -> None:
        before = self._clock.now() - KEPT
        await TeamsReceived.filter(done=True, at__lt=before).delete()
        await self._forget(before)

    async def settled(self) -> None:
        """Return once everything that was taken in is done."""
        while self._tasks:
            await asyncio.wait(self._tasks)
