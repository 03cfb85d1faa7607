"""The local workspace with a sample trust: set up on the first start, served on loopback."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from importlib.resources import files
from pathlib import Path

from aiohttp import web

from bot.app import Place, running
from bot.keyfile import demo_keys
from bot.local import APPS
from bot.local.chat import LocalChat
from bot.local.server import workspace
from bot.serving import listening, told_to_stop
from bot.settings import Settings
from workflows import access
from workflows.clocks import TrainingClock
from workflows.errors import Misconfigured
from workflows.media.pictures import open_picture
from workflows.models import Person, Trust
from workflows.registers import pupils, staff, trust
from workflows.registers.facts import load_trust
from workflows.registers.sheets import pupils_sheet, staff_sheet
from workflows.states import Role

HOST = "127.0.0.1"
SAMPLE = files("bot.sample")


def demo_place(data: Path) -> Place:
    """The demo's files under `data`; its key is made on the first start and kept there."""
    return Place.on_files(data, demo_keys(data), APPS)


async def fill(now: datetime) -> None:
    """Import the sample trust and authorise its administrators, unless that was done before."""
    if await Trust.exists():
        return
    await trust.apply(await trust.plan(_sample("trust.json")), "sample", now)
    known = await load_trust()
    _, people = await staff.plan(staff_sheet(_sample("staff.csv"), known))
    await staff.apply(people, "sample", now, _silent)
    _, children, _ = await pupils.plan(pupils_sheet(_sample("pupils.csv"), known))
    await pupils.apply(children, "pupils.csv", "sample", now, _silent)
    for school in known.schools:
        (head,) = await access.headteachers(school.slug)
        for person in await Person.filter(school_id=school.slug, job_title="Administrator"):
            await access.grant(head.id, person.id, Role.ADMINISTRATOR, school.slug, now)


def _sample(name: str) -> bytes:
    return SAMPLE.joinpath(name).read_bytes()


def _silent(done: int) -> None:
    """The sample is small: no progress needed."""


class DemoClock(TrainingClock):
    """A training clock that remembers across restarts how far it was moved on, in seconds in a small file."""

    def __init__(self, kept_in: Path) -> None:
        ahead = float(kept_in.read_text()) if kept_in.exists() else 0.0
        super().__init__(timedelta(seconds=ahead))
        self._kept_in = kept_in
        self.moved: Callable[[], Awaitable[None]] | None = None

    async def skip(self, hours: float) -> None:
        """Move on; what falls due meanwhile happens at once."""
        self.move_on(timedelta(hours=hours))
        self._kept_in.write_text(str(self.ahead.total_seconds()))
        if self.moved:
            await self.moved()


def refuse_in_production(settings: Settings) -> None:
    """Raise Misconfigured where the settings are those of a real installation: there is no sign-in here."""
    said = settings.model_fields_set
    real = "environment" in said and settings.environment == "production"
    if real or said & {"database_url", "engine_url", "keys", "slack_bot_token", "slack_app_token", "teams_app_id"}:
        raise Misconfigured(
            "The demo lets anybody on this machine be anybody, so it does not start with the settings of a real"
            " installation. Start it in a folder without gatepost.toml and without GATEPOST_* in the environment."
        )


@asynccontextmanager
async def demo(data: Path, settings: Settings) -> AsyncIterator[web.Application]:
    """The workspace as a web application, with Gatepost at work behind it.

    Raises Misconfigured in a production configuration, and where another process runs on the data.
    """
    refuse_in_production(settings)
    place, clock = demo_place(data), DemoClock(data / "clock")
    chat = LocalChat(clock)
    async with running(place, chat, clock, settings.calendar(), settings.timings()) as gatepost:
        clock.moved = gatepost.engine.retime
        await fill(clock.now())
        yield workspace(gatepost.intake, chat, open_picture, clock, zone=settings.time_zone)


async def serve(data: Path, port: int, settings: Settings, ready: Callable[[str], None]) -> None:
    """Serve the demo on loopback until the process is told to stop; `ready` is told the address.

    Raises Misconfigured as `demo` does, and where the port is taken.
    """
    async with demo(data, settings) as application, listening(application, HOST, port):
        ready(f"http://{HOST}:{port}/")
        await told_to_stop()
