"""What comes in is stored before it is acknowledged, then dealt with; what a crash left behind is dealt with first."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from weakref import WeakValueDictionary

import structlog

from bot.slack.ease import Ease
from bot.slack.journal import Journal
from bot.slack.text import Json
from workflows.errors import ChatError, RateLimited, Refused

log = structlog.get_logger()
FIRST_WAIT, LONGEST_WAIT, ATTEMPTS = 1.0, 120.0, 10
TOGETHER, REMEMBERED = 200, 20_000
PATIENCE = {"event": 5.0, "click": 1.5}
"""Seconds for which a kind of thing lets others be acknowledged first; a form may be waiting behind a click."""


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

    def __init__(self, journal: Journal, work: Work, refuse: Apology) -> None:
        self._journal, self._work, self._refuse = journal, work, refuse
        self._waiting: list[tuple[Arrived, asyncio.Future[bool]]] = []
        self._writing: asyncio.Task[None] | None = None
        self._lanes: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._tasks: set[asyncio.Task[None]] = set()
        # In the order in which they came, the oldest first.
        self._known: dict[str, None] = {}
        self._ease = Ease()
        self._watched: dict[str, asyncio.Future[str]] = {}

    async def take(self, arrived: Arrived) -> None:
        """Return once it cannot be lost any more; what is known already changes nothing."""
        stored: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append((arrived, stored))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())
        if await stored:
            self._begin(arrived)

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
        new = {one.id: one for one in batch if one.id not in self._known}
        if new:
            await self._journal.keep((id, asdict(one)) for id, one in new.items())
        # What was known before a restart may be begun once more, which is harmless: each command has its id.
        self._known.update(dict.fromkeys(new))
        return set(new)

    async def resume(self) -> None:
        """Begin with what an earlier process stored and did not finish."""
        for kept in await asyncio.to_thread(self._journal.opened):
            arrived = Arrived(**kept)
            self._known[arrived.id] = None
            self._begin(arrived)

    async def clean_up(self) -> None:
        """Forget what Slack will not send again."""
        self._known = dict.fromkeys(list(self._known)[-REMEMBERED:])
        await self._journal.shrink()

    async def close(self) -> None:
        """Stop; what is in hand is taken up again at the next start."""
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._journal.close()

    def _begin(self, arrived: Arrived) -> None:
        task = asyncio.create_task(self._dealt_with(arrived))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _dealt_with(self, arrived: Arrived) -> None:
        lane, attempts = self._lanes.setdefault(arrived.lane, asyncio.Lock()), 0
        async with lane:
            await self._ease.wait(PATIENCE.get(arrived.kind, 0.0))
            while not await self._tried(arrived, attempts):
                attempts += 1
        self._journal.done(arrived.id)
        watched = self._watched.get(arrived.id)
        if watched is not None and watched.done() and watched.result():
            # The form is still open, and may be sent again as it is.
            self._known.pop(arrived.id, None)
        elif watched is not None and not watched.done():
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
