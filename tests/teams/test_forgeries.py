"""Every forged token is refused, most of them before the body is read; a good one is taken."""

import base64
import hashlib
import hmac
import json
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

import jwt
import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from bot.teams.connection import Activity, Gate, Hosts, NotFromTeams, SigningKeys
from bot.teams.connection.inbound import LONGEST_TOKEN, SKEW_SECONDS, Malformed
from bot.teams.connection.keys import KEEP_SECONDS, LARGEST, PAUSE_SECONDS
from tests.fakes.teams.signing import APP, TENANT, Published, claims, listed, private_key, signed

SERVICE = "https://smba.trafficmanager.net/uk/"
ENTRA = "https://login.microsoftonline.com"
BODY = {
    "type": "message",
    "id": "1700000000001",
    "serviceUrl": SERVICE,
    "channelId": "msteams",
    "from": {"id": "29:one"},
    "conversation": {"id": "a:one"},
    "text": "Hello",
}


class HandClock:
    def __init__(self) -> None:
        self.time = 1000.0

    def __call__(self) -> float:
        return self.time


@dataclass
class Door:
    """The gate with Microsoft's published keys behind it."""

    gate: Gate
    published: Published
    clock: HandClock

    async def lets_in(self, authorization: str | None, **changed: Any) -> Activity:
        return self.gate.activity(await self.gate.token(authorization), json.dumps({**BODY, **changed}).encode())


@pytest.fixture
async def door() -> AsyncIterator[Door]:
    published, clock = Published(), HandClock()
    app = web.Application()
    app.add_routes(published.routes())
    async with TestServer(app) as server, ClientSession() as session:
        hosts = Hosts(metadata=str(server.make_url("/metadata")))
        yield Door(Gate(APP, SigningKeys(lambda: session, hosts, clock), hosts), published, clock)


def bearer(said: dict[str, Any], key: str = "first", **header: Any) -> str:
    return f"Bearer {signed(said, key, **header)}"


def unsigned() -> str:
    return f"Bearer {jwt.encode(claims(SERVICE), '', algorithm='none', headers={'kid': 'first'})}"


def confused() -> str:
    """HS256 with the public key as the secret, made by hand because the library refuses to."""
    secret = private_key("first").public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)

    def part(data: bytes) -> str:
        return base64.urlsafe_b64encode(data).rstrip(b"=").decode()

    head = part(json.dumps({"alg": "HS256", "typ": "JWT", "kid": "first"}).encode())
    signing = f"{head}.{part(json.dumps(claims(SERVICE)).encode())}"
    return f"Bearer {signing}.{part(hmac.new(secret, signing.encode(), hashlib.sha256).digest())}"


def entra(tenant: str) -> dict[str, Any]:
    """An access token of Entra for our app, such as any app of the tenant can get."""
    return claims(SERVICE, iss=f"{ENTRA}/{tenant}/v2.0", tid=tenant, ver="2.0")


FOREIGN = "4b1d6c3e-77aa-4e06-9a0d-0d1f6a10f002"
EVIL = "https://smba.trafficmanager.net.evil.example/uk/"
FORGED: dict[str, Callable[[], str | None]] = {
    "no token": lambda: None,
    "another scheme": lambda: f"Basic {signed(claims(SERVICE))}",
    "an empty token": lambda: "Bearer ",
    "garbage": lambda: "Bearer not.a.token",
    "a token that is too long": lambda: "Bearer " + "a" * (LONGEST_TOKEN + 1),
    "for another app": lambda: bearer(claims(SERVICE, aud="00000000-0000-0000-0000-000000000000")),
    "for several apps": lambda: bearer(claims(SERVICE, aud=[APP, "another"])),
    "without an audience": lambda: bearer(claims(SERVICE, aud=None)),
    "of another issuer": lambda: bearer(claims(SERVICE, iss="https://api.botframework.example")),
    "without an issuer": lambda: bearer(claims(SERVICE, iss=None)),
    "expired": lambda: bearer(claims(SERVICE, exp=int(time.time()) - SKEW_SECONDS - 10)),
    "not valid yet": lambda: bearer(claims(SERVICE, nbf=int(time.time()) + SKEW_SECONDS + 60)),
    "issued in the future": lambda: bearer(claims(SERVICE, iat=int(time.time()) + SKEW_SECONDS + 60)),
    "without an end": lambda: bearer(claims(SERVICE, exp=None)),
    "with another key under a known id": lambda: bearer(claims(SERVICE), "stranger", kid="first"),
    "with an unknown key": lambda: bearer(claims(SERVICE), "stranger"),
    "without a key id": lambda: f"Bearer {jwt.encode(claims(SERVICE), private_key('first'), algorithm='RS256')}",
    "unsigned": unsigned,
    "signed with the public key as a secret": confused,
    "without a service": lambda: bearer(claims(SERVICE, serviceurl=None)),
    "with a service that is no text": lambda: bearer(claims(SERVICE, serviceurl=[SERVICE])),
    "of our own tenant": lambda: bearer(entra(TENANT)),
    "of a foreign tenant": lambda: bearer(entra(FOREIGN)),
    "with a service that is not Microsoft's": lambda: bearer(claims(EVIL)),
    "with a service over plain HTTP": lambda: bearer(claims(SERVICE.replace("https", "http"))),
    "with a service that names another host": lambda: bearer(claims("https://smba.trafficmanager.net@evil.example/")),
    "with a service on another port": lambda: bearer(claims("https://smba.trafficmanager.net:8443/uk/")),
}


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED.keys())
async def test_a_forged_token_is_refused_before_the_body_is_read(door: Door, forge: Callable[[], str | None]) -> None:
    with pytest.raises(NotFromTeams) as refused:
        await door.gate.token(forge())
    assert "eyJ" not in str(refused.value), "a refusal never repeats the token"


@pytest.mark.parametrize("header", [{"alg": "RS512"}, {"alg": "PS256"}])
async def test_only_rs256_is_taken(door: Door, header: dict[str, str]) -> None:
    token = jwt.encode(claims(SERVICE), private_key("first"), algorithm=header["alg"], headers={"kid": "first"})
    with pytest.raises(NotFromTeams):
        await door.gate.token(f"Bearer {token}")


@pytest.mark.parametrize(
    "changed",
    [
        {"serviceUrl": "https://smba.trafficmanager.net/emea/"},
        {"serviceUrl": EVIL},
        {"serviceUrl": ""},
        {"channelId": "webchat"},
        {"channelId": ""},
    ],
    ids=["another region", "an evil service", "no service", "another channel", "no channel"],
)
async def test_a_token_that_does_not_fit_its_activity_is_refused(door: Door, changed: dict[str, str]) -> None:
    with pytest.raises(NotFromTeams):
        await door.lets_in(bearer(claims(SERVICE)), **changed)


async def test_a_key_that_is_endorsed_for_another_channel_only_is_refused(door: Door) -> None:
    door.published.keys = [listed("first", ("webchat",))]
    with pytest.raises(NotFromTeams):
        await door.lets_in(bearer(claims(SERVICE)))


async def test_a_good_token_is_taken(door: Door) -> None:
    activity = await door.lets_in(bearer(claims(SERVICE)))
    assert (activity.text, activity.conversation.id) == ("Hello", "a:one")


async def test_clocks_may_be_a_little_apart(door: Door) -> None:
    now = int(time.time())
    late = claims(SERVICE, exp=now - SKEW_SECONDS + 30)
    early = claims(SERVICE, nbf=now + SKEW_SECONDS - 30, iat=now + SKEW_SECONDS - 30)
    for said in (late, early):
        await door.lets_in(bearer(said))


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"type": "message"}', b'{"type": 1, "serviceUrl": "x"}', b"\xff"])
async def test_an_activity_that_cannot_be_read_is_refused(door: Door, body: bytes) -> None:
    proof = await door.gate.token(bearer(claims(SERVICE)))
    with pytest.raises(Malformed):
        door.gate.activity(proof, body)


async def test_a_key_that_was_rotated_in_is_fetched_once_and_an_unknown_one_makes_no_storm(door: Door) -> None:
    await door.lets_in(bearer(claims(SERVICE)))
    door.published.keys.append(listed("second"))
    await door.lets_in(bearer(claims(SERVICE), "second"))
    assert door.published.fetched == 2
    for number in range(20):
        with pytest.raises(NotFromTeams):
            await door.gate.token(bearer(claims(SERVICE), "stranger", kid=f"unknown-{number}"))
    assert door.published.fetched == 2
    door.clock.time += PAUSE_SECONDS
    with pytest.raises(NotFromTeams):
        await door.gate.token(bearer(claims(SERVICE), "stranger"))
    assert door.published.fetched == 3


async def test_a_key_that_was_rotated_out_is_refused_a_day_later(door: Door) -> None:
    await door.lets_in(bearer(claims(SERVICE)))
    door.published.keys = [listed("second")]
    door.clock.time += KEEP_SECONDS
    with pytest.raises(NotFromTeams):
        await door.lets_in(bearer(claims(SERVICE)))


async def test_keys_are_kept_while_microsoft_does_not_answer(door: Door) -> None:
    await door.lets_in(bearer(claims(SERVICE)))
    door.published.status = 500
    door.clock.time += KEEP_SECONDS
    await door.lets_in(bearer(claims(SERVICE)))


async def test_keys_from_another_host_are_refused(door: Door) -> None:
    door.published.keys_at = "http://127.0.0.1:9/keys"
    with pytest.raises(NotFromTeams):
        await door.lets_in(bearer(claims(SERVICE)))


async def test_a_list_of_keys_without_end_is_refused(door: Door) -> None:
    door.published.keys.append({"kid": "x", "kty": "oct", "k": "a" * LARGEST})
    with pytest.raises(NotFromTeams):
        await door.lets_in(bearer(claims(SERVICE)))
