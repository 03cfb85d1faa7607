"""The keys that Microsoft signs with: fetched from one pinned host, kept, and asked for again in moderation."""

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import structlog
from aiohttp import ClientError, ClientSession, ClientTimeout
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from jwt.algorithms import RSAAlgorithm
from jwt.exceptions import InvalidKeyError

from bot.teams.connection.hosts import Hosts, origin

log = structlog.get_logger()

KEEP_SECONDS = 24 * 3600.0
"""Microsoft asks for a refresh at least once a day."""
PAUSE_SECONDS = 60.0
"""Between two fetches that were caused by a key id that nobody knows."""
LARGEST = 512 * 1024
TIMEOUT = ClientTimeout(total=10)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A public key, and the channels for which it may sign."""

    key: RSAPublicKey
    endorsements: frozenset[str]


class SigningKeys:
    """Microsoft's present signing keys by their id."""

    def __init__(
        self, session: Callable[[], ClientSession], hosts: Hosts, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._session, self._hosts, self._clock = session, hosts, clock
        self._keys: dict[str, SigningKey] = {}
        self._fresh_until = self._not_before = clock()
        self._lock = asyncio.Lock()

    @property
    def known(self) -> int:
        """How many keys were had at the last time of asking."""
        return len(self._keys)

    async def key(self, id: str) -> SigningKey | None:
        """The key, fetched where it is not known yet; None where Microsoft does not know it either."""
        if id not in self._keys or self._clock() >= self._fresh_until:
            async with self._lock:
                if id not in self._keys or self._clock() >= self._fresh_until:
                    await self._refresh()
        return self._keys.get(id)

    async def _refresh(self) -> None:
        now = self._clock()
        if now < self._not_before:
            return
        stale = now >= self._fresh_until
        # A refresh that was due leaves one more for a key that is rotated in just afterwards.
        self._not_before = now if stale else now + PAUSE_SECONDS
        try:
            self._keys = await self._fetched()
            self._fresh_until = now + KEEP_SECONDS
        except (ClientError, TimeoutError, ValueError, KeyError, TypeError, InvalidKeyError) as error:
            self._not_before = now + PAUSE_SECONDS
            log.warning("teams.keys_not_fetched", error=type(error).__name__)

    async def _fetched(self) -> dict[str, SigningKey]:
        address = str((await self._json(self._hosts.metadata))["jwks_uri"])
        if origin(address) != origin(self._hosts.metadata):
            raise ValueError("The keys are said to be on another host.")
        listed = (await self._json(address))["keys"]
        return {str(one["kid"]): _signing_key(one) for one in listed if one.get("kty") == "RSA" and "kid" in one}

    async def _json(self, address: str) -> dict[str, Any]:
        async with self._session().get(address, allow_redirects=False, timeout=TIMEOUT) as answer:
            if answer.status != 200:
                raise ValueError("There was no document.")
            body = bytearray()
            async for chunk in answer.content.iter_any():
                body += chunk
                if len(body) > LARGEST:
                    raise ValueError("The document is too large.")
            return dict(json.loads(body))


def _signing_key(listed: dict[str, Any]) -> SigningKey:
    key = RSAAlgorithm.from_jwk({name: listed[name] for name in ("kty", "n", "e")})
    if not isinstance(key, RSAPublicKey):
        raise ValueError("This is no public key.")
    return SigningKey(key, frozenset(str(one) for one in listed.get("endorsements", ())))
