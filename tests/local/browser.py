"""What the page in the browser sends, without a browser."""

import json
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from html import unescape
from typing import Any
from uuid import uuid4

from aiohttp import ClientResponse, FormData
from aiohttp.test_utils import TestClient

from bot.local.members import Member


@dataclass
class Event:
    """One server-sent event."""

    name: str
    data: Any
    id: str = ""


class Stream:
    """An open event stream."""

    def __init__(self, response: ClientResponse) -> None:
        self._response = response

    async def next(self, name: str = "message") -> Event:
        """The next event of that name."""
        while True:
            event = await self._event()
            if event.name == name:
                return event

    async def _event(self) -> Event:
        text = (await self._response.content.readuntil(b"\n\n")).decode().strip()
        lines = dict(line.split(": ", 1) for line in text.splitlines())
        return Event(lines["event"], json.loads(lines["data"]), lines.get("id", ""))


@dataclass
class Browser:
    """The page of one tab; every call says who is asking."""

    client: TestClient[Any, Any]

    @property
    def origin(self) -> dict[str, str]:
        return {"Origin": f"http://127.0.0.1:{self.client.port}"}

    async def look(self, me: Member, conversation: str = "", path: str = "/", **more: str) -> ClientResponse:
        query = {"as": str(me.id), **({"in": conversation} if conversation else {}), **more}
        return await self.client.get(path, params=query)

    async def text(self, me: Member, conversation: str = "", **more: str) -> str:
        """The words and markup of the page, with entities resolved."""
        return unescape(await (await self.look(me, conversation, **more)).text())

    async def send(self, path: str, me: Member, **body: Any) -> ClientResponse:
        """A JSON request."""
        return await self.client.post(path, params={"as": str(me.id)}, json=body, headers=self.origin)

    async def say(
        self, me: Member, text: str, event: str = "", photos: Mapping[str, bytes] | None = None, **more: str
    ) -> ClientResponse:
        return await self.submit(
            "/say", me, {"event": event or str(uuid4()), "text": text, **more}, {"photos": photos or {}}
        )

    async def press(self, me: Member, message: int, verb: str, event: str = "", **value: str) -> ClientResponse:
        return await self.send("/press", me, event=event or str(uuid4()), message=message, verb=verb, value=value)

    async def submit(
        self,
        path: str,
        me: Member,
        fields: Mapping[str, str | list[str]],
        files: Mapping[str, Mapping[str, bytes]] | None = None,
    ) -> ClientResponse:
        """A form with or without files."""
        form = FormData()
        for name, value in fields.items():
            for each in [value] if isinstance(value, str) else value:
                form.add_field(name, each, content_type="text/plain")
        for name, photos in (files or {}).items():
            for filename, content in photos.items():
                form.add_field(name, content, filename=filename, content_type="image/png")
        return await self.client.post(path, params={"as": str(me.id)}, data=form, headers=self.origin)

    @asynccontextmanager
    async def stream(self, me: Member, conversation: str = "", after: int = 0, last: str = "") -> AsyncIterator[Stream]:
        query = {"as": str(me.id), "in": conversation, "after": str(after)}
        headers = {"Last-Event-ID": last} if last else {}
        async with self.client.get("/events", params=query, headers=headers) as response:
            assert response.status == 200, await response.text()
            yield Stream(response)


def token(form: str) -> str:
    """The sealed token of a form."""
    found = re.search(r'name="token" value="([^"]+)"', form)
    assert found
    return found[1]
