"""One HTTP session for all calls, made when the first one is due and the loop runs."""

from aiohttp import ClientSession, DummyCookieJar

from workflows.errors import ChatError


class Http:
    """Hands out the session; after it was closed, what is still to be sent is sent by the next process."""

    def __init__(self) -> None:
        self._session: ClientSession | None = None
        self._closed = False

    def session(self) -> ClientSession:
        """The session; raises ChatError once it was closed."""
        if self._closed:
            raise ChatError("The bot is about to stop.")
        if self._session is None:
            self._session = ClientSession(cookie_jar=DummyCookieJar())
        return self._session

    async def close(self) -> None:
        """Close the session for good."""
        self._closed = True
        if self._session is not None:
            await self._session.close()
