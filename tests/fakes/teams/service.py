"""The Bot Connector over HTTP: it asks for a token, knows who is where, and counts how often it is called."""

import json
import random
import time
from collections import Counter, defaultdict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from aiohttp import web

from tests.fakes.teams.checking import Unacceptable, check_message
from tests.fakes.teams.people import Conversation, Message
from tests.fakes.teams.signing import Published

OURS = "token-of-the-bot"
TROUBLE = 0.1


@dataclass
class Service:
    """`troubles` are answers to the next calls in their order: a status, or a status with headers.

    `per_second` is how many messages a conversation takes, 0 for any number. With `dice` one call in ten goes wrong.
    """

    published: Published = field(default_factory=Published)
    conversations: dict[str, Conversation] = field(default_factory=dict)
    troubles: deque[tuple[int, dict[str, str]]] = field(default_factory=deque)
    per_second: int = 0
    files: dict[str, bytes] = field(default_factory=dict)
    token: str = OURS
    dice: random.Random | None = None
    met: Counter[str] = field(default_factory=Counter)
    calls: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    origin: str = ""
    _numbers: "count[int]" = field(default_factory=lambda: count(1_700_000_000_001))
    _times: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    @property
    def address(self) -> str:
        return f"{self.origin}/uk/"

    def number(self) -> str:
        return str(next(self._numbers))

    def acquire(self) -> dict[str, Any]:
        """What Microsoft's sign-in answers to the right secret."""
        return {"access_token": self.token, "expires_in": 3600}

    @asynccontextmanager
    async def served(self) -> AsyncIterator["Service"]:
        """On a free port of this machine."""
        app = web.Application(middlewares=[self._guarded], client_max_size=1 << 20)
        app.add_routes([*self.published.routes(), *self._routes()])
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            self.origin = f"http://127.0.0.1:{runner.addresses[0][1]}"
            yield self
        finally:
            await runner.cleanup()

    def _routes(self) -> list[web.RouteDef]:
        at = "/uk/v3/conversations/{conversation}"
        return [
            web.post(f"{at}/activities", self._send),
            web.put(f"{at}/activities/{{id}}", self._replace),
            web.delete(f"{at}/activities/{{id}}", self._remove),
            web.get(f"{at}/members/{{user}}", self._member),
            web.get(f"{at}/pagedmembers", self._members),
            web.get("/uk/v3/attachments/{id}/views/original", self._file),
            web.get("/store/{id}", self._stored),
        ]

    @web.middleware
    async def _guarded(self, request: web.Request, handler: Any) -> web.StreamResponse:
        if not request.path.startswith("/uk/"):
            answer: web.StreamResponse = await handler(request)
            return answer
        self.calls.append(f"{request.method} {request.path}")
        if request.headers.get("Authorization") != f"Bearer {self.token}":
            return web.Response(status=401)
        if self.troubles:
            status, headers = self.troubles.popleft()
            return web.Response(status=status, headers=headers)
        fate = self._fate(request.method)
        if fate == "told to wait":
            return web.Response(status=429, headers={"Retry-After": "1"})
        if fate == "error":
            return web.Response(status=500)
        try:
            done: web.StreamResponse = await handler(request)
            if fate == "no answer" and request.transport:
                request.transport.abort()
            return done
        except Unacceptable as error:
            self.refused.append(str(error))
            return web.json_response({"error": {"code": str(error)}}, status=error.status)

    def _fate(self, method: str) -> str:
        bad = self.dice is not None and method != "GET" and self.dice.random() < TROUBLE
        fate = self.dice.choice(["told to wait", "error", "no answer"]) if self.dice and bad else "taken"
        self.met[fate] += 1
        return fate

    def _here(self, request: web.Request) -> Conversation:
        id = request.match_info["conversation"].partition(";messageid=")[0]
        found = self.conversations.get(id)
        if found is None:
            raise Unacceptable(404, "ConversationNotFound")
        if not found.bot_is_in:
            raise Unacceptable(403, "BotNotInConversationRoster")
        return found

    def _counted(self, conversation: Conversation) -> None:
        times, now = self._times[conversation.id], time.monotonic()
        while times and now - times[0] > 1:
            times.popleft()
        if self.per_second and len(times) >= self.per_second:
            raise web.HTTPTooManyRequests(headers={"Retry-After": "1"})
        times.append(now)

    async def _send(self, request: web.Request) -> web.Response:
        here, body = self._here(request), await request.read()
        self._counted(here)
        activity = json.loads(body)
        check_message(activity, len(body))
        message = Message(self.number(), request.match_info["conversation"], "", [activity])
        here.messages.append(message)
        return web.json_response({"id": message.id}, status=201)

    def _ours(self, request: web.Request) -> Message:
        here, id = self._here(request), request.match_info["id"]
        found = next((one for one in here.messages if one.id == id and not one.deleted), None)
        if found is None:
            raise Unacceptable(404, "ActivityNotFoundInConversation")
        if found.sender:
            raise Unacceptable(403, "MessageOfSomebodyElse")
        return found

    async def _replace(self, request: web.Request) -> web.Response:
        message, body = self._ours(request), await request.read()
        self._counted(self._here(request))
        activity = json.loads(body)
        check_message(activity, len(body))
        message.versions.append(activity)
        return web.json_response({"id": message.id})

    async def _remove(self, request: web.Request) -> web.Response:
        self._ours(request).deleted = True
        return web.Response()

    async def _member(self, request: web.Request) -> web.Response:
        user = request.match_info["user"]
        found = next((one for one in self._here(request).members if user in (one.id, one.object_id)), None)
        if found is None:
            raise Unacceptable(404, "MemberNotFoundInConversation")
        return web.json_response(found.profile())

    async def _members(self, request: web.Request) -> web.Response:
        """Two to a page, so that there is more than one."""
        start = int(request.query.get("continuationToken", "0"))
        members = self._here(request).members
        answer: dict[str, Any] = {"members": [one.profile() for one in members[start : start + 2]]}
        if start + 2 < len(members):
            answer["continuationToken"] = str(start + 2)
        return web.json_response(answer)

    async def _file(self, request: web.Request) -> web.Response:
        return self._content(request)

    async def _stored(self, request: web.Request) -> web.Response:
        if "Authorization" in request.headers:
            raise AssertionError("our token was sent to a file store")
        return self._content(request)

    def _content(self, request: web.Request) -> web.Response:
        content = self.files.get(request.match_info["id"])
        return web.Response(status=404) if content is None else web.Response(body=content)
