"""Channels and group chats: how they are reached, and whether only the leadership can read them."""

from bot.teams.connection import Activity, Connector
from bot.teams.connection import Place as At
from bot.teams.models import TeamsChannel
from workflows import access
from workflows.keys import keyring
from workflows.models import Person
from workflows.states import Role

LEADERS = frozenset({Role.HEADTEACHER, Role.LEADERSHIP, Role.COMMUNICATIONS_LEAD, Role.EXECUTIVE_PRINCIPAL})
THREAD = ";messageid="


def root(conversation: str) -> str:
    """The channel of a thread; a conversation without threads is its own."""
    return conversation.partition(THREAD)[0]


async def noted(activity: Activity) -> None:
    """Note how a channel or group chat is reached."""
    if not activity.is_personal and activity.conversation.id:
        here = {"service": activity.service_url, "team": activity.channel_data.team.id}
        await TeamsChannel.update_or_create(conversation=root(activity.conversation.id), defaults=here)


CLOSED = {"channelDeleted": "missing", "teamDeleted": "missing", "teamArchived": "archived"}
"""What Teams says of a channel or its team, and the reason as people are told of it."""


async def lost(activity: Activity) -> tuple[str, list[str]]:
    """Why and which conversations are closed to the bot from now on; none for everything else that happens."""
    removed = any(one.id == activity.recipient.id for one in activity.members_removed)
    reason = "not_in_channel" if removed else CLOSED.get(activity.channel_data.event_type, "")
    if not reason or activity.is_personal:
        return "", []
    here, team = root(activity.conversation.id), activity.channel_data.team.id
    channel = activity.channel_data.channel.id
    if activity.channel_data.event_type == "channelDeleted":
        return reason, [channel or here]
    known = await TeamsChannel.filter(team=team) if team else []
    return reason, sorted({here, *(one.conversation for one in known)})


async def is_private(activity: Activity, connector: Connector) -> bool:
    """Whether everybody in a conversation leads a school or the trust, as far as their work email says.

    Teams does not tell bots reliably which channels are private, and a channel of a team for all staff is not.
    """
    at = At(activity.service_url, root(activity.conversation.id))
    found = 0
    async for member in connector.members(at):
        found += 1
        if not await _leads(member.email) and not await _leads(member.principal):
            return False
    return found > 0


async def _leads(email: str) -> bool:
    if not email:
        return False
    people = await Person.filter(email_index__in=keyring().indexes(email), left_at=None)
    return any([bool({role for role, _ in await access.roles_of(person)} & LEADERS) for person in people])
