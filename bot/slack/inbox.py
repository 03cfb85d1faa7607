"""What comes in is stored before it is acknowledged, then dealt with; what a crash left behind is dealt with first."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from weakref import WeakValueDictionary

import structlog
from tortoise.transactions import in_transaction

from bot.slack.models import SlackEvent
from bot.slack.text import Json
from workflows.errors import ChatError, RateLimited, Refused
from workflows.ports import Clock

log = structlog.get_logger()
KEPT = timedelta(days=1)
"""Longer than Slack repeats anything."""
FIRST_WAIT, LONGEST_WAIT, ATTEMPTS = 1.0, 120.0, 10
TOGETHER = 200


@dataclass(frozen=True, slots=True)
class Arrived:
    """Something that came in: its id is the same when it comes again; what shares a `lane` keeps its order."""

    id: str
    kind: str
    payload: Json
    lane: str


Work = Callable[[Arrived], Awaitable[None]]
Apology = Callable[[Arrived, str], Awaitable[None]]
OURS = "Something went wrong on our side, so nothing was done. Please try again, or ask your school office."


class Inbox:
    """`work` deals with what arrived; `refuse` tells the person a sentence when it cannot be done."""

    def __init__(self, slot: str, clock: Clock, work: Work, refuse: Apology) -> None:
        self._slot, self._clock, self._work, self._refuse = slot, clock, work, refuse
        self._waiting: list[tuple[Arrived, asyncio.Future[bool]]] = []
        self._writing: asyncio.Task[None] | None = None
        self._lanes: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._tasks: set[asyncio.Task[None]] = set()
        self._watched: dict[str, asyncio.Future[str]] = {}

    async def take(self, arrived: Arrived) -> None:
        """Return once it cannot be lost any more; what is known already changes nothing."""
        stored: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append((arrived, stored))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())
        if await stored:
            self._begin(arrived, 0)

    async def settle(self, arrived: Arrived, seconds: float) -> str:
        """The same, and why it was refused, where that shows within so many seconds; it may then come again."""
        refusal: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._watched[arrived.id] = refusal
        try:
            await self.take(arrived)
            async with asyncio.timeout(seconds):
                return await refusal
        except TimeoutError:
            # It goes on by itself, and whoever sent it hears of a refusal in another way.
            return ""
        finally:
            self._watched.pop(arrived.id, None)

    async def _write(self) -> None:
        """Whatever came in while the last write was under way is written together."""
        while self._waiting:
            batch, self._waiting = self._waiting[:TOGETHER], self._waiting[TOGETHER:]
            try:
                new = await self._stored([arrived for arrived, _ in batch])
            except Exception as error:
                for _, stored in batch:
                    if not stored.done():
                        stored.set_exception(error)
                continue
            for arrived, stored in batch:
                if not stored.done():
                    stored.set_result(arrived.id in new)
                    new.discard(arrived.id)

    async def _stored(self, batch: list[Arrived]) -> set[str]:
        """The ids of those that are new, now durable."""
        by_id = {arrived.id: arrived for arrived in batch}
        now = self._clock.now()
        async with in_transaction():
            known = {row.id for row in await SlackEvent.filter(id__in=list(by_id)).only("id")}
            new = [one for id, one in by_id.items() if id not in known]
            rows = [
                SlackEvent(id=one.id, kind=one.kind, slot=self._slot, received_at=now, payload=_kept(one))
                for one in new
            ]
            if rows:
                await SlackEvent.bulk_create(rows, ignore_conflicts=True)
        return {one.id for one in new}

    async def resume(self) -> None:
        """Begin with what an earlier process of this slot stored and did not finish."""
        left = await SlackEvent.filter(done=False, slot=self._slot).order_by("received_at", "id")
        for row in left:
            self._begin(Arrived(row.id, row.kind, row.payload["payload"], row.payload["lane"]), row.attempts)

    async def clean_up(self) -> None:
        """Forget what Slack will not send again."""
        await SlackEvent.filter(done=True, received_at__lt=self._clock.now() - KEPT).delete()

    async def close(self) -> None:
        """Stop; what is in hand is taken up again at the next start."""
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _begin(self, arrived: Arrived, attempts: int) -> None:
        task = asyncio.create_task(self._dealt_with(arrived, attempts))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _dealt_with(self, arrived: Arrived, attempts: int) -> None:
        lane = self._lanes.setdefault(arrived.lane, asyncio.Lock())
        async with lane:
            while not await self._tried(arrived, attempts):
                attempts += 1
                await SlackEvent.filter(id=arrived.id).update(attempts=attempts)
        watched = self._watched.get(arrived.id)
        if watched is not None and watched.done() and watched.result():
            await SlackEvent.filter(id=arrived.id).delete()
            return
        await SlackEvent.filter(id=arrived.id).update(done=True, payload=None)
        if watched is not None and not watched.done():
            watched.set_result("")

    async def _tried(self, arrived: Arrived, attempts: int) -> bool:
        """Whether it is settled: done, or refused with a sentence."""
        try:
            await self._work(arrived)
        except Refused as refusal:
            await self._apologise(arrived, str(refusal))
        except Exception as error:
            # Only the kind: messages of libraries may quote what somebody wrote.
            log.warning("slack.event_failed", id=arrived.id, kind=arrived.kind, error=type(error).__name__)
            if attempts + 1 >= ATTEMPTS:
                await self._apologise(arrived, OURS)
                return True
            await asyncio.sleep(_wait(error, attempts))
            return False
        return True

    async def _apologise(self, arrived: Arrived, sentence: str) -> None:
        watched = self._watched.get(arrived.id)
        if watched is not None and not watched.done():
            watched.set_result(sentence)
            return
        try:
            await self._refuse(arrived, sentence)
        except ChatError as error:
            log.warning("slack.refusal_unsaid", id=arrived.id, error=type(error).__name__)


def _wait(error: Exception, attempts: int) -> float:
    if isinstance(error, RateLimited):
        return error.retry_after
    return float(min(FIRST_WAIT * 2**attempts, LONGEST_WAIT))


def _kept(arrived: Arrived) -> Json:
    return {"payload": arrived.payload, "lane": arrived.lane}
