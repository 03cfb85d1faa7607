"""What the handlers of the workspace share: who is asking, and everything they may ask of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar
from zoneinfo import ZoneInfo

from aiohttp import web
from pydantic import BaseModel, ValidationError

from bot.local.chat import LocalChat
from bot.local.guide import Step
from bot.local.intake import Intake, Pictures, SkippingClock
from bot.local.members import Conversation, Member, People
from workflows.errors import NotAllowed, Refused
from workflows.ports import Clock

EVENT_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Desk:
    """The workspace's collaborators."""

    intake: Intake
    chat: LocalChat
    picture: Pictures
    clock: Clock
    people: People
    guide: Sequence[Step]
    zone: ZoneInfo

    @property
    def time(self) -> str:
        """The present time of the trust, in words."""
        return f"{self.clock.now().astimezone(self.zone):%A %-d %B %Y, %H:%M}"

    @property
    def skips(self) -> bool:
        """Whether time can be moved on."""
        return isinstance(self.clock, SkippingClock)


DESK = web.AppKey("desk", Desk)
UNREADABLE = "The page sent something that could not be read. Please load it again."
Body = TypeVar("Body", bound=BaseModel)


async def asking(request: web.Request) -> tuple[Member, tuple[Member, ...]]:
    """Who this tab is, by its `as`, among everybody; raises Refused for an unknown number."""
    people = await request.app[DESK].people()
    me = next((one for one in people if str(one.id) == request.query.get("as")), None)
    if me is None:
        raise NotAllowed("Nobody here has that number. Please choose a person on the start page.")
    return me, people


def conversation_of(me: Member, id: str) -> Conversation:
    """One of the person's own conversations; raises NotAllowed for anybody else's."""
    conversation = me.conversation(id or me.conversations[0].id)
    if conversation is None:
        raise NotAllowed("That conversation is not yours. Please choose one of yours on the left.")
    return conversation


def event_id(value: object) -> str:
    """The browser's own id of a click or message, a UUID; raises Refused for anything else."""
    if not isinstance(value, str) or not EVENT_ID.fullmatch(value):
        raise Refused(UNREADABLE)
    return value


async def sent(request: web.Request, body: type[Body]) -> Body:
    """The JSON body of a request; raises Refused where it is not what the page sends."""
    try:
        return body.model_validate_json(await request.text())
    except (ValidationError, UnicodeDecodeError):
        raise Refused(UNREADABLE) from None
