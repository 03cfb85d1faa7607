"""What is done again and again while the bot is at work: old things are cleaned up, whatever went wrong before."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

import structlog

log = structlog.get_logger()


@asynccontextmanager
async def repeated(what: Callable[[], Awaitable[object]], seconds: float) -> AsyncIterator[None]:
    """Call `what` at once and then every so many `seconds`, while the block lasts; one that fails comes again."""

    async def again() -> None:
        while True:
            try:
                await what()
            except Exception as error:
                # Only the kind: messages of libraries may quote what somebody wrote.
                log.warning("upkeep.failed", error=type(error).__name__)
            await asyncio.sleep(seconds)

    task = asyncio.create_task(again())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
