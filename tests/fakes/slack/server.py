"""The fake on a free port of this machine: Web API, files, Socket Mode, and events over signed HTTP."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import WSMsgType, web

from tests.fakes.slack import methods  # noqa: F401 (registers the methods)
from tests.fakes.slack.web_api import WebApi
from tests.fakes.slack.workspace import APP, BOT, BOT_TOKEN, Json, Workspace

TROUBLES = {"429:1": "told to wait", "500": "error", "lost": "no answer"}


class FakeSlack:
    """A workspace and its wires. `sockets` are the open Socket Mode connections."""

    def __init__(self, space: Workspace | None = None) -> None:
        self.space = space or Workspace()
        self.api = WebApi(self.space)
        self.sockets: list[web.WebSocketResponse] = []
        self.acks: dict[str, asyncio.Future[Json]] = {}
        self.connections = 0
        self.opened = asyncio.Event()

    def application(self) -> web.Application:
        app = web.Application(client_max_size=64 << 20)
        app.router.add_route("*", "/api/{method}", self._method)
        app.router.add_get("/files-pri/{id}/{name}", self._download)
        app.router.add_post("/upload/{id}", self._upload)
        app.router.add_get("/socket", self._socket)
        app.router.add_post("/respond/{channel}/{user}", self._respond)
        return app

    async def _method(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["method"]
        given = await _arguments(request)
        token = request.headers.get("Authorization", "").removeprefix("Bearer ") or str(given.get("token", ""))
        trouble = self._trouble(name)
        if trouble.startswith("429"):
            return web.json_response({"ok": False, "error": "ratelimited"}, status=429,
                                     headers={"Retry-After": trouble.partition(":")[2] or "1"})  # fmt: skip
        if trouble.isdecimal():
            return web.Response(status=int(trouble), text="<html>upstream</html>", content_type="text/html")
        if trouble == "timeout":
            await asyncio.sleep(30)
        answer = {"ok": False, "error": trouble} if trouble not in ("", "lost") else await self.api.call(
            name, token, given)  # fmt: skip
        if trouble == "lost" and request.transport:
            request.transport.abort()
        if answer.get("error") == "ratelimited":
            return web.json_response(answer, status=429, headers={"Retry-After": "1"})
        return web.json_response(answer, headers={"X-OAuth-Scopes": ",".join(sorted(self.space.scopes))})

    def _trouble(self, name: str) -> str:
        if waiting := self.space.trouble.get(name):
            return waiting.pop(0)
        if name.startswith("chat.") and self.space.dice.random() < self.space.random_trouble:
            trouble = self.space.dice.choice(list(TROUBLES))
            self.space.met[TROUBLES[trouble]] += 1
            return trouble
        return ""

    async def _download(self, request: web.Request) -> web.StreamResponse:
        if request.headers.get("Authorization") != f"Bearer {BOT_TOKEN}":
            # Slack answers with its sign-in page and 200.
            return web.Response(text="<html>Sign in</html>", content_type="text/html")
        self.api.require("a download", "files:read")
        if self._trouble("files-pri"):
            return web.Response(status=500)
        file = self.space.files[request.match_info["id"]]
        return web.Response(body=file.content, content_type=file.mimetype)

    async def _upload(self, request: web.Request) -> web.StreamResponse:
        file = self.space.files[request.match_info["id"]]
        file.content = await request.read()
        file.mimetype = "image/jpeg" if file.name.endswith("jpg") else "text/plain"
        return web.Response(text=f"OK - {len(file.content)}")

    async def _respond(self, request: web.Request) -> web.StreamResponse:
        said = await request.json()
        where = {"channel": request.match_info["channel"], "user": request.match_info["user"]}
        self.space.ephemeral.append({**where, **said})
        return web.Response(text="ok")

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse(autoping=True)
        await socket.prepare(request)
        self.connections += 1
        info = {"app_id": APP}
        await socket.send_json({"type": "hello", "num_connections": 1, "connection_info": info})
        self.sockets.append(socket)
        self.opened.set()
        async for message in socket:
            if message.type == WSMsgType.TEXT:
                said = json.loads(message.data)
                waiting = self.acks.get(said.get("envelope_id", ""))
                if waiting and not waiting.done():
                    waiting.set_result(said.get("payload") or {})
        self._forget(socket)
        return socket

    def _forget(self, socket: web.WebSocketResponse) -> None:
        if socket in self.sockets:
            self.sockets.remove(socket)
        if not self.sockets:
            self.opened.clear()

    async def disconnect(self) -> None:
        """What Slack does every few hours: a warning, then the end of the connection."""
        for socket in tuple(self.sockets):
            self._forget(socket)
            await socket.send_json({"type": "disconnect", "reason": "refresh_requested"})
            await socket.close()

    @property
    def bot(self) -> str:
        return BOT


async def _arguments(request: web.Request) -> Json:
    if request.content_type == "application/json":
        said: Json = await request.json()
        return said
    form: dict[str, Any] = dict(await request.post())
    return {**form, **request.query}


@asynccontextmanager
async def served(space: Workspace | None = None) -> AsyncIterator[FakeSlack]:
    """The fake, listening; `slack.space.base` is its address."""
    slack = FakeSlack(space)
    runner = web.AppRunner(slack.application(), access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    slack.space.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    slack.api.socket_address = slack.space.base.replace("http", "ws") + "/socket"
    try:
        yield slack
    finally:
        await runner.cleanup()
