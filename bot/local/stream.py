"""Live updates as server-sent events: what changed since the reader's place, then whatever changes next."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import cast

from aiohttp import web

from bot.local.desk import DESK, asking, conversation_of
from bot.local.messages import drawn
from bot.local.reading import changed
from bot.local.views import state

TICK = 20.0
"""Seconds after which the state is sent again: the clock moves, and a dead connection is noticed."""

STREAMS: web.AppKey[set[asyncio.Task[object]]] = web.AppKey("streams")


async def events(request: web.Request) -> web.StreamResponse:
    """Follow one conversation from `Last-Event-ID` (or `after`), the number of the last change that was received."""
    desk = request.app[DESK]
    me, _ = await asking(request)
    conversation = conversation_of(me, request.query.get("in", ""))
    after = _place(request)
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream; charset=utf-8"})
    await response.prepare(request)
    with _ended_with(request.app), desk.chat.changes.listening() as bell, suppress(ConnectionResetError):
        while True:
            bell.clear()
            me, people = await asking(request)
            news = await changed(conversation.id, after)
            for message, html in zip(news, await drawn(desk, me, news), strict=True):
                after = message.change
                await response.write(_event("message", {"id": message.id, "html": html}, after))
            await response.write(_event("state", await state(desk, me, people)))
            with suppress(TimeoutError):
                await asyncio.wait_for(bell.wait(), TICK)
    return response


def _place(request: web.Request) -> int:
    given = request.headers.get("Last-Event-ID") or request.query.get("after", "0")
    return int(given) if given.isdecimal() else 0


def _event(name: str, data: object, id: int | None = None) -> bytes:
    head = f"id: {id}\n" if id is not None else ""
    return f"{head}event: {name}\ndata: {json.dumps(data)}\n\n".encode()


@contextmanager
def _ended_with(app: web.Application) -> Iterator[None]:
    # Without this a shutdown would wait for every reader to leave.
    task = cast(asyncio.Task[object], asyncio.current_task())
    app[STREAMS].add(task)
    try:
        yield
    finally:
        app[STREAMS].discard(task)


async def end_streams(app: web.Application) -> None:
    """End every open stream."""
    streams = app[STREAMS]
    for task in tuple(streams):
        task.cancel()
