"""Room for those who wait: work that can wait begins when the process has time, so that acknowledgements stay quick."""

import asyncio
from time import perf_counter

LOOK, LATE = 0.005, 0.004
"""Seconds: how long a look at the loop takes, and by how much it is late when the loop is busy."""


class Ease:
    """Lets one after the other begin, each once the event loop keeps its times; nobody waits for ever."""

    def __init__(self) -> None:
        self._turn = asyncio.Lock()

    async def wait(self, longest: float) -> None:
        """Return when there is time, at the latest after so many seconds."""
        try:
            async with asyncio.timeout(longest), self._turn:
                while await _late() > LATE:
                    pass
        except TimeoutError:
            # Whoever has waited long enough goes on, however busy it is.
            return


async def _late() -> float:
    """By how many seconds the loop is late now."""
    began = perf_counter()
    await asyncio.sleep(LOOK)
    return perf_counter() - began - LOOK
