"""What to do with each thing that arrived: one short function each, all of them safe to repeat."""

import json
from collections.abc import Awaitable, Callable

from bot.slack import PLATFORM
from bot.slack.carrying import CARRIED, carried, carrying
from bot.slack.channels import lost, place
from bot.slack.desk import Desk
from bot.slack.events import read_message
from bot.slack.files import fetched
from bot.slack.forms import choices, opened, read
from bot.slack.inbox import Arrived
from bot.slack.messages import heard
from bot.slack.opening import open_form
from bot.slack.text import Json
from workflows.errors import Refused
from workflows.ports import Filled, Place, Pressed, Typed

SHORTCUTS = {"make_this_a_draft": "draft.new", "report_a_comment": "comment.report"}
COMMANDS = {"/post": "draft.new", "/report": "comment.report"}
ANSWERED = "I have answered you in our direct conversation."
NO_FORM = "That is not known here."


async def work(desk: Desk, arrived: Arrived) -> None:
    """Deal with what arrived. Raises Refused with the sentence to show, or ChatError where to try again."""
    await WORK[arrived.kind](desk, arrived)


async def _event(desk: Desk, arrived: Arrived) -> None:
    event = arrived.payload
    match event["type"]:
        case "message":
            if message := read_message(event):
                await heard(desk, arrived.id, message)
        case "app_home_opened":
            if event.get("tab", "home") == "home":
                await desk.home.opened(event["user"], (await desk.identities.person(event["user"])).id)
        case "user_change":
            await _user_changed(desk, arrived.id, event["user"])
        case _:
            await _channel_changed(desk, arrived.id, event)


async def _user_changed(desk: Desk, event_id: str, user: Json) -> None:
    desk.identities.forget(str(user["id"]))
    if user.get("deleted"):
        await desk.intake.deactivated(event_id, PLATFORM, str(user["id"]))


async def _channel_changed(desk: Desk, event_id: str, event: Json) -> None:
    if reason := lost(event, desk.workspace.bot):
        await desk.intake.channel_lost(event_id, PLATFORM, str(event["channel"]), reason)


async def _click(desk: Desk, arrived: Arrived) -> None:
    kept = arrived.payload
    person = (await desk.identities.person(kept["user"])).id
    verb, _, number = str(kept["action"]).partition("/")
    if not number:
        return
    value: dict[str, str] = json.loads(kept["value"] or "{}")
    form = await desk.intake.pressed(Pressed(arrived.id, person, verb, value))
    if form is not None:
        await open_form(desk, form, person, kept["trigger"])


async def _form(desk: Desk, arrived: Arrived) -> None:
    person = (await desk.identities.person(arrived.payload["user"])).id
    sent = read(arrived.payload["view"], person, desk.zone)
    sent.files[CARRIED] = tuple(carried(sent.value))
    files = {name: await fetched(desk.api, list(each)) for name, each in sent.files.items()}
    await desk.intake.filled(Filled(arrived.id, person, sent.name, sent.value, sent.answers, files))


async def _command(desk: Desk, arrived: Arrived) -> None:
    kept = arrived.payload
    person = (await desk.identities.person(kept["user"])).id
    if name := COMMANDS.get(kept["command"]):
        form = await desk.intake.opened(person, name, {"text": kept["text"]} if kept["text"] else {})
    else:
        typed = Typed(arrived.id, person, kept["text"].strip() or "help", await _where(desk, kept))
        found = await desk.intake.typed(typed)
        if found is None:
            await _point_to_answer(desk, kept)
            return
        form = found
    await open_form(desk, form, person, kept["trigger"])


async def _where(desk: Desk, kept: Json) -> Place | None:
    """The channel, where the words are about it."""
    if not kept["text"].strip().lower().startswith("leadership") or not kept["channel"]:
        return None
    return await place(desk.api, kept["channel"], kept["name"])


async def _point_to_answer(desk: Desk, kept: Json) -> None:
    # In a direct conversation the answer stands right below.
    if not str(kept["channel"]).startswith("D"):
        await desk.answers.to_alone(kept, ANSWERED)


async def _shortcut(desk: Desk, arrived: Arrived) -> None:
    kept = arrived.payload
    person = (await desk.identities.person(kept["user"])).id
    if kept["callback"] not in SHORTCUTS:
        raise Refused(NO_FORM)
    form = await desk.intake.opened(person, SHORTCUTS[kept["callback"]], {"text": kept["text"]})
    await open_form(desk, await carrying(desk.api, form, kept["files"]), person, kept["trigger"])


WORK: dict[str, Callable[[Desk, Arrived], Awaitable[None]]] = {
    "event": _event,
    "click": _click,
    "form": _form,
    "command": _command,
    "shortcut": _shortcut,
}


async def suggested(desk: Desk, body: Json) -> list[Json]:
    """What a long choice offers for what somebody has typed; nothing to whoever may not see it."""
    try:
        person = (await desk.identities.person(body["user"]["id"])).id
        form = opened(body["view"], person)
        query = str(body.get("value") or "")
        if form.sources.get(str(body.get("block_id"))) == "pupils":
            return choices(await desk.intake.pupil_options(person, form.value.get("post", ""), query))
        return choices(await desk.intake.staff_options(person, query))
    except Refused:
        return []
