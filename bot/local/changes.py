"""Waking those who wait for news; what the news is, they read from the database."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


class Changes:
    """A bell: nothing is queued, so nothing can be lost or overflow between a bell and its listener."""

    def __init__(self) -> None:
        self._listeners: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()

    @contextmanager
    def listening(self) -> Iterator[asyncio.Event]:
        """An event that is set at every ring; clear it before reading the news."""
        listener = (asyncio.get_running_loop(), asyncio.Event())
        self._listeners.add(listener)
        try:
            yield listener[1]
        finally:
            self._listeners.discard(listener)

    def ring(self) -> None:
        """Wake every listener, also from another event loop or thread."""
        for loop, event in tuple(self._listeners):
            loop.call_soon_threadsafe(event.set)
