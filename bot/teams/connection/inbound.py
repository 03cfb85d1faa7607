"""Who may hand us an activity: the Bot Connector, for the Teams channel and for our app alone."""

from dataclasses import dataclass
from typing import Any, Protocol

import jwt
from pydantic import ValidationError

from bot.teams.connection.activity import Activity
from bot.teams.connection.hosts import Hosts
from bot.teams.connection.keys import SigningKey
from workflows.errors import GatepostError

ISSUER = "https://api.botframework.com"
CHANNEL = "msteams"
SKEW_SECONDS = 300
"""How far the clocks of Microsoft and of this machine may be apart."""
LARGEST_BODY = 512 * 1024
"""Bytes of one activity; a message of Teams has at most about 100 KB."""
LONGEST_TOKEN = 8_000


class NotFromTeams(GatepostError):
    """The request does not prove that it comes from the Teams channel of the Bot Connector."""


class Malformed(GatepostError):
    """The request is from Teams and cannot be read."""


class Keys(Protocol):
    """Gives the key with which a token must be signed."""

    async def key(self, id: str) -> SigningKey | None:
        """The key of that id, None where there is none."""


@dataclass(frozen=True, slots=True)
class Pass:
    """What a token proves: where the activity comes from, and for which channels its key may sign."""

    service: str
    endorsements: frozenset[str]


class Gate:
    """The check of every request, in two steps: the token before the body is read, then both together."""

    def __init__(self, app_id: str, keys: Keys, hosts: Hosts) -> None:
        self._app_id, self._keys, self._hosts = app_id, keys, hosts

    async def token(self, authorization: str | None) -> Pass:
        """Check the token alone; raises NotFromTeams."""
        scheme, _, token = (authorization or "").partition(" ")
        if scheme.lower() != "bearer" or not token or len(token) > LONGEST_TOKEN:
            raise NotFromTeams("There is no bearer token.")
        try:
            return await self._proven(token)
        except jwt.InvalidTokenError as error:
            # Only the kind: the words of the library may quote the token.
            raise NotFromTeams(f"The token is not valid ({type(error).__name__}).") from None

    async def _proven(self, token: str) -> Pass:
        header = jwt.get_unverified_header(token)
        if header.get("alg") != "RS256":
            raise NotFromTeams("The token is not signed with RS256.")
        key = await self._keys.key(str(header.get("kid", "")))
        if key is None:
            raise NotFromTeams("The token is signed with a key that is not Microsoft's.")
        claims: dict[str, Any] = jwt.decode(
            token,
            key.key,
            algorithms=["RS256"],
            audience=self._app_id,
            issuer=ISSUER,
            leeway=SKEW_SECONDS,
            options={"require": ["exp", "iss", "aud", "serviceurl"], "strict_aud": True},
        )
        service = claims["serviceurl"]
        if not isinstance(service, str) or not self._hosts.is_service(service):
            raise NotFromTeams("The token names a service that is not Microsoft's.")
        return Pass(service, key.endorsements)

    def activity(self, proof: Pass, body: bytes) -> Activity:
        """The activity, where it is the one that the token speaks for; raises NotFromTeams or Malformed."""
        activity = read(body)
        if activity.service_url != proof.service:
            raise NotFromTeams("The activity comes from another service than its token says.")
        if activity.channel_id != CHANNEL or CHANNEL not in proof.endorsements:
            raise NotFromTeams("The key may not sign for this channel.")
        return activity


class LoopbackGate:
    """For a local emulator, which has no tokens: only addresses of this machine are answered."""

    def __init__(self, hosts: Hosts) -> None:
        self._hosts = hosts

    async def token(self, authorization: str | None) -> Pass:
        """Nothing to check: the settings allow this on loopback only."""
        return Pass("", frozenset({CHANNEL}))

    def activity(self, proof: Pass, body: bytes) -> Activity:
        """The activity, where it is answered on this machine; raises NotFromTeams or Malformed."""
        activity = read(body)
        if not self._hosts.is_service(activity.service_url):
            raise NotFromTeams("The emulator is not on this machine.")
        return activity


def read(body: bytes) -> Activity:
    """An activity from JSON; raises Malformed."""
    try:
        return Activity.model_validate_json(body)
    except ValidationError:
        raise Malformed("The activity cannot be read.") from None
