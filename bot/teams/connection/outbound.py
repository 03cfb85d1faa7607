"""As whom we call: an access token of our app, fetched in a thread because msal blocks."""

import asyncio
import time
from collections.abc import Callable, Mapping
from typing import Any, Protocol

import structlog

from workflows.errors import ChatError

log = structlog.get_logger()

SCOPE = "https://api.botframework.com/.default"
AUTHORITY = "https://login.microsoftonline.com/"
EARLY_SECONDS = 300.0
TIMEOUT_SECONDS = 10


class Tokens(Protocol):
    """Gives the token that goes with a call."""

    async def token(self) -> str:
        """A valid access token, empty where none is needed; raises ChatError."""

    def forget(self) -> None:
        """The last token was not accepted."""


Acquire = Callable[[], Mapping[str, Any]]


class AppTokens:
    """Tokens by client credentials; `begin` makes what acquires them, and may block."""

    def __init__(self, begin: Callable[[], Acquire], clock: Callable[[], float] = time.monotonic) -> None:
        self._begin, self._clock = begin, clock
        self._acquire: Acquire | None = None
        self._token, self._until = "", 0.0
        self._lock = asyncio.Lock()

    async def token(self) -> str:
        """The token that is still valid for five minutes, or a new one."""
        async with self._lock:
            if not self._token or self._clock() >= self._until:
                await self._renew()
            return self._token

    def forget(self) -> None:
        """Ask for a new one next time."""
        self._token, self._acquire = "", None

    async def _renew(self) -> None:
        try:
            answer = await asyncio.to_thread(self._acquired)
        except Exception as error:
            # msal lets through whatever its HTTP library raises.
            log.warning("teams.no_token", error=type(error).__name__)
            raise ChatError("Microsoft's sign-in did not answer.") from None
        if "access_token" not in answer:
            log.error("teams.no_token", error=str(answer.get("error", "unknown"))[:60])
            raise ChatError("Microsoft's sign-in did not accept the bot.")
        self._token = str(answer["access_token"])
        self._until = self._clock() + float(answer.get("expires_in", 0)) - EARLY_SECONDS

    def _acquired(self) -> Mapping[str, Any]:
        if self._acquire is None:
            self._acquire = self._begin()
        return self._acquire()


class NoTokens:
    """For a local emulator."""

    async def token(self) -> str:
        """None is needed."""
        return ""

    def forget(self) -> None:
        """There is nothing to forget."""


def by_secret(app_id: str, secret: str, tenant: str, web: object = None) -> Callable[[], Acquire]:
    """What begins to acquire tokens with the app's secret in the tenant in which the app is registered.

    `web` is an HTTP client for msal in place of its own.
    """

    def begin() -> Acquire:
        # Imported here, in the thread: msal takes a while, and its client calls the network when it is made.
        from msal import ConfidentialClientApplication  # type: ignore[import-untyped]

        app = ConfidentialClientApplication(
            app_id, client_credential=secret, authority=f"{AUTHORITY}{tenant}", timeout=TIMEOUT_SECONDS, http_client=web
        )
        return lambda: app.acquire_token_for_client(scopes=[SCOPE])

    return begin
