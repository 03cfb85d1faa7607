"""Where Teams reaches us over HTTP: the token first, then the body, then the work."""

import structlog
from aiohttp import web

from bot.teams.connection import Activity, Gate, LoopbackGate, NotFromTeams
from bot.teams.connection.inbound import LARGEST_BODY, Malformed
from bot.teams.inbox import Inbox
from bot.teams.invokes import Invokes
from bot.teams.pictures import PATH, Pictures
from workflows.errors import ChatError

log = structlog.get_logger()

MESSAGES = "/teams/messages"


class Server:
    """The routes of the adapter."""

    def __init__(self, gate: Gate | LoopbackGate, inbox: Inbox, invokes: Invokes, pictures: Pictures) -> None:
        self._gate, self._inbox, self._invokes, self._pictures = gate, inbox, invokes, pictures

    def routes(self) -> list[web.RouteDef]:
        """What the application answers."""
        return [
            web.post(MESSAGES, self.messages),
            web.get(f"{PATH}{{token}}", self._pictures.show),
        ]

    async def messages(self, request: web.Request) -> web.Response:
        """An activity: refused, acknowledged once it is kept, or answered."""
        if "Origin" in request.headers:
            # A page in somebody's browser; neither Teams nor its emulator sends this.
            return web.Response(status=403)
        try:
            proof = await self._gate.token(request.headers.get("Authorization"))
            activity = self._gate.activity(proof, await _body(request))
        except NotFromTeams as refused:
            log.warning("teams.refused", why=str(refused))
            return web.Response(status=401)
        except Malformed:
            return web.Response(status=400)
        return await self._answered(activity)

    async def _answered(self, activity: Activity) -> web.Response:
        if activity.type != "invoke":
            await self._inbox.take(activity)
            return web.Response(status=202)
        try:
            answer = await self._invokes.answered(activity)
        except ChatError:
            # Teams shows that it did not work, and the person presses again.
            return web.Response(status=503)
        except Exception as error:
            log.error("teams.invoke_failed", error=type(error).__name__, name=activity.name)
            return web.Response(status=500)
        return web.Response(status=501) if answer is None else web.json_response(answer)


async def _body(request: web.Request) -> bytes:
    body = bytearray()
    async for chunk in request.content.iter_any():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise web.HTTPRequestEntityTooLarge(LARGEST_BODY, len(body))
    return bytes(body)
