"""The Bot Connector's interface: send, replace, remove, open, look up a member, fetch a file."""

import json
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import quote

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout

from bot.teams.connection.hosts import Hosts
from bot.teams.connection.outbound import Tokens
from workflows.errors import BadFile, ChatError, RateLimited, Unreachable

TIMEOUT = ClientTimeout(total=15)
FILE_TIMEOUT = ClientTimeout(total=120, sock_read=30)
DEFAULT_RETRY_SECONDS = 5.0
LARGEST_ANSWER = 1024 * 1024
PAGE, MOST_PAGES = 500, 20
GONE = {403: "not_in_channel", 404: "missing", 410: "missing"}
"""Reasons that people can be told of: the bot was removed or blocked, or the conversation is no more."""
Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """A conversation, and the service through which it is reached."""

    service: str
    conversation: str


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody's profile in a conversation."""

    object_id: str
    tenant: str
    email: str
    principal: str
    role: str


class Connector:
    """Calls with our token, to Microsoft's services only.

    Everything raises RateLimited, Unreachable, or another ChatError where it should be tried again.
    """

    def __init__(self, session: Callable[[], ClientSession], tokens: Tokens, hosts: Hosts) -> None:
        self._session, self._tokens, self._hosts = session, tokens, hosts

    async def send(self, to: Place, activity: Json) -> str:
        """Send a message; its id."""
        return _id(await self._call("POST", to.service, f"{_at(to)}/activities", activity))

    async def replace(self, to: Place, id: str, activity: Json) -> None:
        """Replace a message that we sent."""
        await self._call("PUT", to.service, f"{_at(to)}/activities/{_safe(id)}", activity)

    async def remove(self, to: Place, id: str) -> None:
        """Delete a message that we sent."""
        await self._call("DELETE", to.service, f"{_at(to)}/activities/{_safe(id)}")

    async def open(self, service: str, parameters: Json) -> tuple[str, str]:
        """Open a conversation; its id and that of its first message, where it has one."""
        answer = await self._call("POST", service, "v3/conversations", parameters)
        return _id(answer), str(answer.get("activityId") or "")

    async def member(self, at: Place, user: str) -> Member:
        """The profile of a member of a conversation."""
        return _member(await self._call("GET", at.service, f"{_at(at)}/members/{_safe(user)}"))

    async def members(self, at: Place) -> AsyncIterator[Member]:
        """Everybody in a conversation but the bot."""
        more = ""
        for _ in range(MOST_PAGES):
            page = f"{_at(at)}/pagedmembers?pageSize={PAGE}{more}"
            answer = await self._call("GET", at.service, page)
            for one in answer.get("members") or ():
                yield _member(one)
            if not (token := answer.get("continuationToken")):
                return
            more = f"&continuationToken={_safe(str(token))}"

    async def file(self, address: str, largest: int) -> bytes:
        """A file that somebody sent; raises BadFile where it is elsewhere than at Microsoft's, or too large."""
        headers = {}
        if self._hosts.is_service(address):
            headers = await self._authorization()
        elif not self._hosts.is_file_store(address):
            raise BadFile("That file is not in Teams. Please send it as a file or paste the picture here.")
        try:
            request = self._session().get(address, headers=headers, allow_redirects=False, timeout=FILE_TIMEOUT)
            async with request as answer:
                _raise_for(answer.status, answer.headers.get("Retry-After", ""))
                return await _read(answer, largest)
        except (ClientError, TimeoutError):
            raise ChatError("Teams did not hand over a file.") from None

    async def _call(self, method: str, service: str, path: str, body: Json | None = None) -> dict[str, Any]:
        if not self._hosts.is_service(service):
            raise Unreachable("That address is not Microsoft's.", "missing")
        url = f"{service.rstrip('/')}/{path}"
        status, answer = await self._once(method, url, body)
        if status == 401:
            # The secret may have been changed, or the token withdrawn: once more with a new one.
            self._tokens.forget()
            status, answer = await self._once(method, url, body)
        _raise_for(status, str(answer.get("retry-after", "")))
        return answer

    async def _once(self, method: str, url: str, body: Json | None) -> tuple[int, dict[str, Any]]:
        headers = {**await self._authorization(), "Content-Type": "application/json; charset=utf-8"}
        # Not escaped to ASCII, which would make an emoji three times as long as it is counted.
        data = json.dumps(body, ensure_ascii=False).encode() if body is not None else None
        try:
            request = self._session().request(
                method, url, data=data, headers=headers, allow_redirects=False, timeout=TIMEOUT
            )
            async with request as answer:
                if answer.status >= 300:
                    return answer.status, {"retry-after": answer.headers.get("Retry-After", "")}
                return answer.status, _object(await _read(answer, LARGEST_ANSWER))
        except (ClientError, TimeoutError, BadFile):
            raise ChatError("Teams did not answer.") from None

    async def _authorization(self) -> dict[str, str]:
        token = await self._tokens.token()
        return {"Authorization": f"Bearer {token}"} if token else {}


async def _read(answer: ClientResponse, largest: int) -> bytes:
    body = bytearray()
    async for chunk in answer.content.iter_any():
        body += chunk
        if len(body) > largest:
            raise BadFile(f"That file has more than {largest >> 20} MB. Please send a smaller version.")
    return bytes(body)


def _raise_for(status: int, retry_after: str) -> None:
    if status in (429, 503) and (status == 429 or retry_after):
        raise RateLimited(_seconds(retry_after))
    if status in GONE:
        raise Unreachable("Teams knows no such conversation, or the bot is not in it.", GONE[status])
    if status >= 300:
        raise ChatError(f"Teams answered with {status}.")


def _seconds(retry_after: str) -> float:
    try:
        return max(0.0, float(retry_after))
    except ValueError:
        pass
    try:
        return max(0.0, (parsedate_to_datetime(retry_after) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return DEFAULT_RETRY_SECONDS


def _object(body: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(body) if body else {}
    except ValueError:
        raise ChatError("Teams gave an answer that cannot be read.") from None
    return answer if isinstance(answer, dict) else {}


def _member(answer: Json) -> Member:
    return Member(
        object_id=str(answer.get("aadObjectId") or answer.get("objectId") or ""),
        tenant=str(answer.get("tenantId") or ""),
        email=str(answer.get("email") or ""),
        principal=str(answer.get("userPrincipalName") or ""),
        role=str(answer.get("userRole") or ""),
    )


def _id(answer: Json) -> str:
    id = str(answer.get("id") or "")
    if not id:
        raise ChatError("Teams gave no id.")
    return id


def _at(place: Place) -> str:
    return f"v3/conversations/{_safe(place.conversation)}"


def _safe(id: str) -> str:
    return quote(id, safe="")
