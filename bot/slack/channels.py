"""Channels: whether one is private, and what it means when the bot is no longer in one."""

from bot.slack import PLATFORM
from bot.slack.api import Api
from bot.slack.errors import NotOffered
from bot.slack.text import Json
from workflows.errors import Refused, Unreachable
from workflows.ports import Place

INVITE = "I am not a member of this channel. Invite me first: type /invite @Gatepost, then try again."
PRIVATE_NAME = "privategroup"
LEFT = frozenset({"channel_left", "group_left", "member_left_channel"})
ARCHIVED = frozenset({"channel_archive", "group_archive"})
DELETED = frozenset({"channel_deleted", "group_deleted"})


async def place(api: Api, channel: str, name: str) -> Place:
    """A channel in which a command was typed, `name` as the command called it; raises Refused where we are not in."""
    try:
        found: Json = (await api.call("conversations.info", channel=channel))["channel"]
    except NotOffered:
        # A server in Slack's place: the command itself says whether the channel is private.
        return Place(PLATFORM, channel, name == PRIVATE_NAME)
    except Unreachable as error:
        raise (Refused(INVITE) if error.reason == "not_in_channel" else error) from None
    if found.get("is_im") or found.get("is_mpim"):
        return Place(PLATFORM, channel, False)
    if not found.get("is_member", True):
        raise Refused(INVITE)
    shared = found.get("is_ext_shared") or found.get("is_shared")
    return Place(PLATFORM, channel, bool(found.get("is_private")) and not shared)


def lost(event: Json, bot: str) -> str:
    """Why a channel is closed to the bot from now on, in the words of `Unreachable`; empty where it is not."""
    kind = event.get("type")
    if kind in ARCHIVED:
        return "archived"
    if kind in DELETED:
        return "missing"
    # `channel_left` and `group_left` come about oneself only.
    if kind in LEFT and event.get("user", bot) == bot:
        return "not_in_channel"
    return ""
