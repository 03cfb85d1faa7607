"""Calls to Slack's Web API: each sent once, every failure in our words, about one message a second and channel."""

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientSession, ClientTimeout
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.errors import NotOffered, translated
from bot.slack.text import Json
from workflows.errors import ChatError

TIMEOUT = ClientTimeout(total=15, connect=5)
PER_CHANNEL, AT_ONCE = 1.0, 4
"""Slack takes about one message a second and channel, and a few at once now and then."""
PAGE = 200
READS = frozenset(
    {
        "conversations.history",
        "conversations.info",
        "conversations.members",
        "conversations.replies",
        "files.getUploadURLExternal",
        "files.info",
        "users.info",
        "users.lookupByEmail",
    }
)
"""Sent as GET, as Slack's own library does."""
AS_JSON = frozenset(
    {
        "chat.delete",
        "chat.postEphemeral",
        "chat.postMessage",
        "chat.update",
        "conversations.open",
        "views.open",
        "views.publish",
        "views.update",
    }
)
"""Slack reads the other methods' arguments from the address only."""


class Api:
    """The Web API as the adapter uses it; `session` also carries downloads and uploads.

    `missing` are the methods that this Slack turned out not to have; `base` is its address.
    """

    def __init__(self, token: str, base: str, per_channel: float = PER_CHANNEL) -> None:
        self.client, self.base = web_client(token, base), base
        self.missing: set[str] = set()
        self._per_channel = per_channel
        self._free: dict[str, float] = {}
        self._closed = False

    @property
    def session(self) -> ClientSession:
        """The connections to Slack, made when they are first needed; raises ChatError once they are closed."""
        if self._closed:
            raise ChatError("The connection to Slack is closed.")
        if self.client.session is None:
            self.client.session = ClientSession(timeout=TIMEOUT)
        return self.client.session

    async def close(self) -> None:
        """Close the connections for good."""
        self._closed = True
        if self.client.session is not None:
            await self.client.session.close()

    async def call(self, method: str, **given: Any) -> Json:
        """The answer of a method. Raises RateLimited, Unreachable, NotOffered or another ChatError."""
        if method in self.missing:
            raise NotOffered("unknown_method")
        try:
            response = await self._sent(method, given, self.session)
        except SlackApiError as error:
            raise self._noted(method, translated(error)) from None
        except (SlackClientError, ClientError, TimeoutError, OSError, ValueError) as error:
            # What a library says may quote what was sent.
            raise ChatError(f"Slack did not answer ({type(error).__name__}).") from None
        if not isinstance(response, dict):
            raise ChatError("Slack's answer could not be read.")
        return response

    async def _sent(self, method: str, given: Json, session: ClientSession) -> object:
        if method in AS_JSON:
            return (await self.client.api_call(method, json=given)).data
        return (await self.client.api_call(method, http_verb="GET" if method in READS else "POST", params=given)).data

    def _noted(self, method: str, error: ChatError) -> ChatError:
        if isinstance(error, NotOffered):
            self.missing.add(method)
        return error

    async def say(self, channel: str, **given: Any) -> Json:
        """A new message in a channel, after as long as Slack wants between two."""
        now = time.monotonic()
        due = max(self._free.get(channel, 0.0), now - AT_ONCE * self._per_channel)
        self._free[channel] = due + self._per_channel
        await asyncio.sleep(max(due + self._per_channel - now, 0.0))
        return await self.call("chat.postMessage", channel=channel, **given)

    async def each(self, method: str, key: str, most: int = 10, **given: Any) -> AsyncIterator[Json]:
        """Every item of a list that comes in pages, of at most so many pages."""
        cursor: Json = {}
        for _ in range(most):
            answer = await self.call(method, limit=PAGE, **given, **cursor)
            for one in answer.get(key) or ():
                yield one
            following = (answer.get("response_metadata") or {}).get("next_cursor")
            if not following:
                return
            cursor = {"cursor": following}


def web_client(token: str | None, base: str) -> AsyncWebClient:
    """Slack's own client for an address."""
    # Without retry handlers: the library's own sends a message again whose answer was lost on the way.
    client = AsyncWebClient(token=token, base_url=base, retry_handlers=[])
    if urlsplit(base).scheme == "http":
        # On loopback: a proxy of the environment leads elsewhere.
        client.proxy = None
    return client
