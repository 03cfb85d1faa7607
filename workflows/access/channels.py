"""Clause 8.6: the private conversation in which a school's leadership is alerted."""

from datetime import datetime

from workflows import audit
from workflows.models import LeadershipChannel


async def leadership_channel(school: str) -> LeadershipChannel | None:
    """Where the leadership of a school is alerted; None until somebody has said where."""
    return await LeadershipChannel.get_or_none(school_id=school)


async def leadership_channel_at(platform: str, conversation: str) -> LeadershipChannel | None:
    """The leadership channel that a conversation is, if it is one."""
    return await LeadershipChannel.get_or_none(platform=platform, conversation=conversation)


async def bind_channel(school: str, platform: str, conversation: str, by: str, at: datetime) -> None:
    """Write down inside the caller's transaction where a school's leadership is alerted from now on."""
    await LeadershipChannel.filter(school_id=school).delete()
    await LeadershipChannel.create(school_id=school, platform=platform, conversation=conversation, bound_at=at)
    await audit.record("leadership.bind", school, by, {"platform": platform}, at)
