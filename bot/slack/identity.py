"""Clause 3.4 in Slack: who a user is, by confirmed work email; bots, guests and people from outside are nobody."""

import time
from dataclasses import dataclass

from bot.slack import PLATFORM
from bot.slack.api import Api
from bot.slack.text import Json
from workflows import access
from workflows.errors import ChatError, RateLimited, Stranger
from workflows.models import Person
from workflows.ports import Clock

FRESH = 300.0
"""Seconds for which Slack is not asked again about the same user; `user_change` ends them at once."""
SLACKBOT = "USLACKBOT"
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

    def __init__(self, api: Api, workspace: Workspace, clock: Clock) -> None:
        self._api, self._workspace, self._clock = api, workspace, clock
        self._fresh: dict[str, float] = {}

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
            external=self._is_external(described),
            bot=bool(described.get("is_bot")) or user == SLACKBOT,
            at=self._clock.now(),
        )

    def _is_external(self, described: Json) -> bool:
        teams = {str(described.get("team_id") or self._workspace.team)}
        teams |= set((described.get("enterprise_user") or {}).get("teams", ()))
        return bool(described.get("is_stranger")) or self._workspace.team not in teams

    def forget(self, user: str) -> None:
        """Something about a user changed: ask Slack again."""
        self._fresh.pop(user, None)
