"""What can be looked at: the page, its static files, pictures."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from aiohttp import web
from markupsafe import Markup

from bot.cards.rendering import TEMPLATES
from bot.local import cards
from bot.local.desk import DESK, Desk, asking, conversation_of
from bot.local.guide import place, player, progress
from bot.local.members import Member
from bot.local.messages import drawn
from bot.local.reading import SHOWN, latest, unseen
from bot.showing import shown
from workflows.errors import Refused

STATIC = {"workspace.css": "text/css", "workspace.js": "text/javascript", "icon.svg": "image/svg+xml"}
PICTURE_TYPES = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif", "video/mp4"})
EVERYTHING = 100_000


async def page(request: web.Request) -> web.Response:
    """The whole workspace as one person sees it; without a person, as whoever takes the first step."""
    desk = request.app[DESK]
    if "as" not in request.query:
        raise web.HTTPFound(f"/?as={_first(desk, await desk.people())}")
    me, people = await asking(request)
    conversation = conversation_of(me, request.query.get("in", ""))
    limit = EVERYTHING if "all" in request.query else SHOWN
    newest = await latest(conversation.id, limit)
    values = {
        "conversation": conversation,
        "messages": Markup("").join(await drawn(desk, me, newest)),
        "after": max((message.change for message in newest), default=0),
        "has_earlier": len(newest) == limit,
    }
    values |= await _surroundings(desk, me, people, request.query.get("put", ""))
    text = cards.pages().get_template("page.html.j2").render(values)
    return web.Response(text=text, content_type="text/html")


async def _surroundings(desk: Desk, me: Member, people: Sequence[Member], put: str) -> dict[str, Any]:
    steps = [(step, one, place(step, one)) for step in desk.guide for one in [player(step, me, people)]]
    return {
        "me": me,
        "schools": [(school, list(group)) for school, group in groupby(people, key=lambda one: one.school)],
        "guide": steps,
        "put": steps[int(put)][0].message if put.isdecimal() and int(put) < len(steps) else "",
        "skips": desk.skips,
        "state": await state(desk, me, people),
    }


async def state(desk: Desk, me: Member, people: Sequence[Member]) -> dict[str, Any]:
    """What changes around the conversation: unseen messages, steps taken, the time."""
    counts = await unseen(people)
    return {
        "unseen": {each.id: counts[me.id].get(each.id, 0) for each in me.conversations},
        "people": {str(person): sum(each.values()) for person, each in counts.items()},
        "steps": await progress(desk.guide),
        "time": desk.time,
    }


def _first(desk: Desk, people: Sequence[Member]) -> int:
    if not people:
        raise Refused("There is nobody on the staff register yet. Please import the sample trust first.")
    return player(desk.guide[0], people[0], people).id if desk.guide else people[0].id


async def static(request: web.Request) -> web.Response:
    """One of the few static files."""
    name = request.match_info["name"]
    if name not in STATIC:
        raise web.HTTPNotFound
    text = (TEMPLATES / "web" / name).read_text(encoding="utf-8")
    return web.Response(text=text, content_type=STATIC[name], charset="utf-8")


async def picture(request: web.Request) -> web.Response:
    """A picture or video, for those who may see it."""
    me, _ = await asking(request)
    content, content_type = await request.app[DESK].picture(me.id, request.match_info["id"])
    if content_type not in PICTURE_TYPES:
        raise Refused("That is neither a picture nor a video.")
    return shown(request, content, content_type)
