"""Clause 3.4 in Teams: who a user is, by Entra object id, tenant and work email; guests and others are nobody."""

from collections.abc import Collection
from datetime import timedelta

from bot.teams import PLATFORM
from bot.teams.connection import Activity, Connector, Member, Place
from bot.teams.models import TeamsPerson
from workflows import access
from workflows.errors import Unreachable
from workflows.models import Person
from workflows.ports import Clock

LOOKED_AT_AGAIN = timedelta(hours=12)
"""How long a profile is believed: somebody may become a guest, or change their name and address."""
GUEST_ACCOUNT = "#EXT#"
NOBODY = Member("", "", "", "", "")


class Identities:
    """Teams' users as members of staff; `tenants` are those of the trust."""

    def __init__(self, connector: Connector, tenants: Collection[str], clock: Clock) -> None:
        self._connector, self._tenants, self._clock = connector, frozenset(tenants), clock

    async def person(self, activity: Activity) -> Person:
        """The member of staff who did something; raises Stranger, or ChatError where Teams cannot say now."""
        external = external_id(activity)
        if await self._is_fresh(external) and (known := await access.person_behind(PLATFORM, external)):
            await access.acted(PLATFORM, external, self._clock.now())
        else:
            known = await self._bound(activity, external)
        await self._reached(activity, external)
        return known

    async def _is_fresh(self, external: str) -> bool:
        return await TeamsPerson.exists(external_id=external, checked_at__gt=self._clock.now() - LOOKED_AT_AGAIN)

    async def _bound(self, activity: Activity, external: str) -> Person:
        ours = activity.tenant in self._tenants
        profile = await self._profile(activity) if ours else NOBODY
        person = await access.bind_identity(
            PLATFORM,
            external,
            profile.email or profile.principal,
            verified=bool(activity.sender.aad_object_id) and profile.object_id == activity.sender.aad_object_id,
            guest=_is_guest(profile),
            external=not ours or profile.tenant not in ("", activity.tenant),
            bot=activity.sender.role == "bot" or activity.sender.id.startswith("28:"),
            at=self._clock.now(),
        )
        await TeamsPerson.update_or_create(
            external_id=external, defaults={"user": activity.sender.id, "checked_at": self._clock.now()}
        )
        return person

    async def _profile(self, activity: Activity) -> Member:
        try:
            return await self._connector.member(place(activity), activity.sender.id)
        except Unreachable:
            return NOBODY

    async def _reached(self, activity: Activity, external: str) -> None:
        """Note where the person can be written to."""
        if activity.is_personal:
            here = {"conversation": activity.conversation.id, "service": activity.service_url}
            await TeamsPerson.filter(external_id=external).update(**here)


def _is_guest(profile: Member) -> bool:
    return profile.role.casefold() in ("guest", "anonymous") or GUEST_ACCOUNT in profile.principal.upper()


def external_id(activity: Activity) -> str:
    """Tenant and object id: the same person in every conversation, and nobody else in another tenant."""
    return f"{activity.tenant}/{activity.sender.aad_object_id or activity.sender.id}"[:120]


def place(activity: Activity) -> Place:
    """Where an activity happened, as an address to answer to."""
    return Place(activity.service_url, activity.conversation.id)
