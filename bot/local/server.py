"""The workspace as a web application: routes, protections, and what it is put together from."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.local import handlers, stream, views
from bot.local.answers import in_words
from bot.local.chat import LocalChat
from bot.local.desk import DESK, Desk
from bot.local.guide import GUIDE, Step
from bot.local.intake import Intake, Pictures
from bot.local.members import People, members
from bot.local.protection import MAX_REQUEST, add_headers, protected
from workflows.ports import Clock


def workspace(
    intake: Intake,
    chat: LocalChat,
    picture: Pictures,
    clock: Clock,
    *,
    people: People = members,
    guide: Sequence[Step] = GUIDE,
    zone: str = "Europe/London",
) -> web.Application:
    """The application to serve on loopback; with a clock that can `skip`, trainees may move time on."""
    app = web.Application(middlewares=[protected, in_words], client_max_size=MAX_REQUEST)
    app[DESK] = Desk(intake, chat, picture, clock, people, guide, ZoneInfo(zone))
    app[stream.STREAMS] = set()
    app.on_response_prepare.append(add_headers)
    app.on_shutdown.append(stream.end_streams)
    app.add_routes(
        [
            web.get("/", views.page),
            web.get("/static/{name}", views.static),
            web.get("/picture/{id}", views.picture),
            web.get("/events", stream.events),
            web.post("/say", handlers.say),
            web.post("/press", handlers.press),
            web.post("/fill", handlers.fill),
            web.post("/seen", handlers.seen),
            web.post("/skip", handlers.skip),
        ]
    )
    return app
