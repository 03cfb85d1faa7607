"""Tokens as the Bot Connector signs them, and the documents in which it publishes its keys."""

import json
import time
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from bot.teams.connection.inbound import ISSUER

APP = "8f0a6c1e-5b1d-4c53-9d3e-2f4b7a90c001"
TENANT = "1c9a7f52-0d5e-4a53-8a1e-6f0b5d22a001"
ENDORSED = ("msteams", "webchat")


@cache
def private_key(name: str) -> rsa.RSAPrivateKey:
    """One key per name for the whole run: making them takes a while."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def listed(name: str, endorsements: tuple[str, ...] = ENDORSED) -> dict[str, Any]:
    """A public key as it stands in the published list; its id is its name."""
    key: dict[str, Any] = json.loads(RSAAlgorithm.to_jwk(private_key(name).public_key()))
    return {**key, "kid": name, "use": "sig", "endorsements": list(endorsements)}


def claims(service: str, **changed: Any) -> dict[str, Any]:
    """What a good token says, with changes; None takes a claim out."""
    now = int(time.time())
    said = {"iss": ISSUER, "aud": APP, "serviceurl": service, "iat": now, "nbf": now, "exp": now + 3600, **changed}
    return {name: value for name, value in said.items() if value is not None}


def signed(said: dict[str, Any], key: str = "first", **header: Any) -> str:
    """A token with a key of ours, by default the first one published."""
    return jwt.encode(said, private_key(key), algorithm="RS256", headers={"kid": key, **header})


@dataclass
class Published:
    """The metadata and the keys over HTTP; counts how often the keys are fetched."""

    keys: list[dict[str, Any]] = field(default_factory=lambda: [listed("first")])
    keys_at: str = ""
    status: int = 200
    fetched: int = 0

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/metadata", self._metadata), web.get("/keys", self._keys)]

    async def _metadata(self, request: web.Request) -> web.Response:
        where = self.keys_at or f"{request.url.origin()}/keys"
        return web.json_response({"issuer": ISSUER, "jwks_uri": where}, status=self.status)

    async def _keys(self, request: web.Request) -> web.Response:
        self.fetched += 1
        return web.json_response({"keys": self.keys})
