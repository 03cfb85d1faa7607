"""The child process from outside: started, killed by its own pid, started again on the same data."""

import asyncio
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tests.kill.bot_process import Setup

ROOT = Path(__file__).parents[2]
STARTED_WITHIN = 60.0


async def start(setup: Setup, folder: Path, module: str = "tests.kill.bot_process") -> Process:
    """A bot process, perhaps not ready yet."""
    file = folder / f"{setup.place.executor_id}.json"
    setup.write(file)
    command = (sys.executable, "-m", module, str(file))
    return await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=PIPE, stderr=PIPE, limit=1 << 20)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


class Bot:
    """One slot: at most one process at a time."""

    def __init__(self, setup: Setup, folder: Path, module: str = "tests.kill.bot_process") -> None:
        self.setup, self._folder, self._module = setup, folder, module
        self._process: Process | None = None
        self._reading: list[asyncio.Task[None]] = []
        self._ready = asyncio.Event()
        self.errors: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.setup.port}"

    async def start(self) -> None:
        self._ready.clear()
        self._process = await start(self.setup, self._folder, self._module)
        self._reading = [
            asyncio.create_task(self._listen(self._process)),
            asyncio.create_task(self._moan(self._process)),
        ]

    async def _listen(self, process: Process) -> None:
        assert process.stdout
        async for line in process.stdout:
            if line.strip() == b"ready":
                self._ready.set()
            else:
                self.errors.append(line.decode().rstrip())

    async def _moan(self, process: Process) -> None:
        assert process.stderr
        async for line in process.stderr:
            self.errors.append(line.decode().rstrip())

    async def ready(self) -> None:
        """Return once it answers; raises AssertionError where it ended instead."""
        assert self._process
        ended = asyncio.create_task(self._process.wait())
        began = asyncio.create_task(self._ready.wait())
        await asyncio.wait({ended, began}, timeout=STARTED_WITHIN, return_when=asyncio.FIRST_COMPLETED)
        for task in (ended, began):
            task.cancel()
        assert self._ready.is_set(), f"the bot did not start: {self.errors[-20:]}"

    async def kill(self) -> None:
        """`kill -9`, as a power cut would end it."""
        await self._end(lambda process: process.kill())

    async def stop(self) -> int:
        """Ask it to stop; its exit status."""
        return await self._end(lambda process: process.terminate())

    async def _end(self, how: Callable[[Process], None]) -> int:
        process = self._process
        assert process
        with suppress(ProcessLookupError):
            how(process)
        status = await process.wait()
        await asyncio.gather(*self._reading)
        return status
