"""Clause 3.4 in Slack: who a user is, by confirmed work email; bots, guests and people from outside are nobody."""

import time
from dataclasses import dataclass

from bot.slack import PLATFORM
from bot.slack.api import Api
from bot.slack.errors import NotOffered
from bot.slack.text import Json
from workflows import access
from workflows.errors import ChatError, RateLimited, Stranger, Unreachable
from workflows.models import ChatIdentity, Person
from workflows.ports import Clock

FRESH = 300.0
"""Seconds for which Slack is not asked again about the same user; `user_change` ends them at once."""
SLACKBOT = "USLACKBOT"
NOT_HERE = "They have no account here that is known by their work email."
CLOSED = "Your Slack account is deactivated, so Gatepost is closed to you. The school office can help."


@dataclass(frozen=True, slots=True)
class Workspace:
    """Our own place in Slack: the team, and the bot's user."""

    team: str
    bot: str

    @classmethod
    async def of(cls, api: Api) -> "Workspace":
        """As Slack itself says; raises ChatError, Unreachable where our token is not taken."""
        said = await api.call("auth.test")
        return cls(str(said.get("team_id", "")), str(said.get("user_id", "")))


class Identities:
    """Slack's users as members of staff."""

    def __init__(self, api: Api, clock: Clock) -> None:
        self._api, self._clock = api, clock
        self._workspace: Workspace | None = None
        self._fresh: dict[str, float] = {}

    async def workspace(self) -> Workspace:
        """Our own workspace; raises as `Workspace.of`."""
        if self._workspace is None:
            self._workspace = await Workspace.of(self._api)
        return self._workspace

    async def person(self, user: str) -> Person:
        """The member of staff behind a user; raises Stranger, or ChatError where Slack cannot say now."""
        if self._fresh.get(user, 0.0) > time.monotonic() and (known := await access.person_behind(PLATFORM, user)):
            await access.acted(PLATFORM, user, self._clock.now())
            return known
        try:
            described: Json = (await self._api.call("users.info", user=user))["user"]
        except ChatError as error:
            return await self._bound_before(user, error)
        person = await self._bound(user, described)
        self._fresh[user] = time.monotonic() + FRESH
        return person

    async def user_of(self, person: int) -> str:
        """The user who is a member of staff, looked up by work email where they have not been here yet.

        Raises Unreachable where there is none, or another ChatError where Slack cannot say now.
        """
        known = await ChatIdentity.get_or_none(platform=PLATFORM, person_id=person)
        if known is not None:
            return known.external_id
        email = str((await Person.get(id=person)).identity["email"])
        if not email:
            raise Unreachable(NOT_HERE, "no_identity")
        try:
            described: Json = (await self._api.call("users.lookupByEmail", email=email))["user"]
            bound = await self._bound(str(described["id"]), described)
        except (NotOffered, Stranger):
            raise Unreachable(NOT_HERE, "no_identity") from None
        if bound.id != person:
            raise Unreachable(NOT_HERE, "no_identity")
        return str(described["id"])

    async def _bound_before(self, user: str, error: ChatError) -> Person:
        """Whoever was bound before is who they were, also while Slack does not answer or tells us to wait."""
        transient = isinstance(error, RateLimited) or type(error) is ChatError
        known = await access.person_behind(PLATFORM, user) if transient else None
        if known is None:
            raise error
        return known

    async def _bound(self, user: str, described: Json) -> Person:
        if described.get("deleted"):
            raise Stranger(CLOSED)
        profile = described.get("profile") or {}
        return await access.bind_identity(
            PLATFORM,
            user,
            str(profile.get("email") or ""),
            # A server in Slack's place need not know this field; Slack's own always sends it.
            verified=bool(described.get("is_email_confirmed", True)),
            guest=bool(described.get("is_restricted") or described.get("is_ultra_restricted")),
            external=_is_external(described, (await self.workspace()).team),
            bot=bool(described.get("is_bot")) or user == SLACKBOT,
            at=self._clock.now(),
        )

    def forget(self, user: str) -> None:
        """Something about a user changed: ask Slack again."""
        self._fresh.pop(user, None)


def _is_external(described: Json, ours: str) -> bool:
    teams = {str(described.get("team_id") or ours), *((described.get("enterprise_user") or {}).get("teams") or ())}
    return bool(described.get("is_stranger")) or ours not in teams
