"""What people do: say something, press a button, send a form, note what they read, skip time."""

from datetime import timedelta
from typing import Literal, cast

from aiohttp import web
from pydantic import BaseModel

from bot.local import forms
from bot.local.answers import sentence
from bot.local.chat import direct
from bot.local.desk import DESK, asking, conversation_of, event_id, sent
from bot.local.intake import SkippingClock
from bot.local.models import LocalMessage
from bot.local.reading import mark_seen
from workflows.cards import Notice
from workflows.errors import Refused
from workflows.ports import Filled, Pressed, Said, ToPerson

MORNING = timedelta(hours=8, minutes=30)
"""When a school day has begun, after midnight of the trust's zone."""


class Press(BaseModel):
    """A button as the page reports it; `message` is the one whose card it stands on."""

    event: str
    message: int
    verb: str
    value: dict[str, str]


class Seen(BaseModel):
    """The last message that stood on the screen."""

    conversation: str
    message: int


class Skip(BaseModel):
    """How far to move time on."""

    to: Literal["four hours", "morning"]


async def say(request: web.Request) -> web.Response:
    """A message to Gatepost: kept first, then handed on; a refusal is answered in the conversation."""
    desk = request.app[DESK]
    me, _ = await asking(request)
    fields = await request.post()
    under = await _key(forms.text(fields, "under"), direct(me.id))
    said = Said(
        event_id(fields.get("event")), me.id, forms.text(fields, "text"), forms.incoming(fields, "photos"), under
    )
    if not said.text.strip() and not said.files:
        raise Refused("Please write something or add a photo or video first.")
    await desk.chat.hear(said)
    try:
        await desk.intake.said(said)
    except Refused as refusal:
        await desk.chat.post(ToPerson(me.id), Notice(str(refusal), "warning"), f"refused:{said.event_id}")
    return web.Response(status=204)


async def _key(message: str, conversation: str) -> str:
    if not message.isdecimal():
        return ""
    found = await LocalMessage.get_or_none(id=int(message), conversation=conversation)
    return found.key if found else ""


async def press(request: web.Request) -> web.Response:
    """A button on a card of the person's own conversations; answered with a form where one is to be opened."""
    me, _ = await asking(request)
    press = await sent(request, Press)
    message = await LocalMessage.get_or_none(id=press.message)
    conversation_of(me, message.conversation if message else "gone")
    pressed = Pressed(event_id(press.event), me.id, press.verb, press.value)
    form = await request.app[DESK].intake.pressed(pressed)
    if form is None:
        return web.Response(status=204)
    return web.Response(text=forms.html(form, me.id), content_type="text/html")


async def fill(request: web.Request) -> web.Response:
    """A form that was sent: its faults beside the questions, or handed on."""
    me, _ = await asking(request)
    fields = await request.post()
    form = forms.unsealed(forms.text(fields, "token"), me.id)
    answers = forms.read(form, fields)
    if answers.faults:
        return sentence("Please look at the marked questions.", 422, faults=answers.faults)
    filled = Filled(event_id(fields.get("event")), me.id, form.name, form.value, answers.texts, answers.files)
    await request.app[DESK].intake.filled(filled)
    return web.Response(status=204)


async def seen(request: web.Request) -> web.Response:
    """The person has a conversation open and sees its messages up to this one."""
    me, _ = await asking(request)
    place = await sent(request, Seen)
    await mark_seen(me.id, conversation_of(me, place.conversation).id, place.message)
    request.app[DESK].chat.changes.ring()
    return web.Response(status=204)


async def skip(request: web.Request) -> web.Response:
    """Move the training clock on by four hours, or to the next morning."""
    desk = request.app[DESK]
    if not desk.skips:
        raise Refused("Time cannot be moved on here.")
    far = await sent(request, Skip)
    local = desk.clock.now().astimezone(desk.zone)
    morning = local.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1) + MORNING
    hours = (morning - local).total_seconds() / 3600 if far.to == "morning" else 4.0
    await cast(SkippingClock, desk.clock).skip(hours)
    desk.chat.changes.ring()
    return web.json_response({"time": desk.time})
