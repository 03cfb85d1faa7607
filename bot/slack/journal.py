"""A file to which what came in is added before it is acknowledged: one write and one flush, beside the database."""

import asyncio
import json
import os
from collections.abc import Iterable
from pathlib import Path

import structlog

from bot.slack.text import Json
from workflows.errors import WrongKey
from workflows.keys import keyring

log = structlog.get_logger()


class Journal:
    """Lines of `{"id", "sealed"}` for what came in, and `{"done"}` for what was dealt with; one process at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor = -1
        self._open: dict[str, bytes] = {}
        self._done: list[bytes] = []
        self._writing = asyncio.Lock()

    def opened(self) -> list[Json]:
        """Open the file; what an earlier process left undone, in the order in which it came."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._open = dict(_undone(self._path.read_bytes().splitlines() if self._path.exists() else ()))
        self._rewrite()
        return [found for line in self._open.values() if (found := _read(line)) is not None]

    async def keep(self, things: Iterable[tuple[str, Json]]) -> None:
        """Return once these are on the disk, each under its id."""
        lines = {id: _line({"id": id, "sealed": _sealed(one)}) for id, one in things}
        async with self._writing:
            # First the end of a line, in case the write before this one was broken off.
            content, self._done = b"".join((b"\n", *self._done, *lines.values())), []
            await asyncio.to_thread(self._write, content)
        self._open.update(lines)

    def done(self, id: str) -> None:
        """This one is dealt with; the disk hears of it with the next that comes, for to do it twice does no harm."""
        if self._open.pop(id, None) is not None:
            self._done.append(_line({"done": id}))

    async def shrink(self) -> None:
        """Write the file anew without the words of what is done."""
        async with self._writing:
            await asyncio.to_thread(self._rewrite)

    def close(self) -> None:
        """Write what is left, and close the file."""
        self._write(b"".join(self._done))
        os.close(self._descriptor)

    def _write(self, content: bytes) -> None:
        view = memoryview(content)
        while view:
            view = view[os.write(self._descriptor, view) :]
        os.fdatasync(self._descriptor)

    def _rewrite(self) -> None:
        """The same file with what is undone only, put in the place of the old one at a stroke."""
        fresh = self._path.with_suffix(".new")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o600)
        old, self._descriptor, self._done = self._descriptor, descriptor, []
        self._write(b"".join(self._open.values()))
        fresh.replace(self._path)
        folder = os.open(self._path.parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)
        if old >= 0:
            os.close(old)


def _line(value: Json) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode() + b"\n"


def _sealed(one: Json) -> str:
    return keyring().seal(json.dumps(one).encode()).decode()


def _undone(lines: Iterable[bytes]) -> Iterable[tuple[str, bytes]]:
    found: dict[str, bytes] = {}
    for line in lines:
        try:
            said = json.loads(line)
        except ValueError:
            # The end of a write that a power cut broke off: it was never acknowledged.
            continue
        if "done" in said:
            found.pop(said["done"], None)
        else:
            found[said["id"]] = line + b"\n"
    return found.items()


def _read(line: bytes) -> Json | None:
    """What a line holds; None under a key that is not configured any more."""
    try:
        found: Json = json.loads(keyring().unseal(json.loads(line)["sealed"].encode()))
    except WrongKey:
        log.error("slack.journal_under_another_key")
        return None
    return found
