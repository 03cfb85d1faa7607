"""The bot as a process of its own, to be killed: `python -m tests.kill.bot_process SETUP.json`."""

import asyncio
import json
import signal
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, web

from bot.app import Place, running
from tests.kill.http_chat import HttpChat
from tests.kill.scaled import AROUND_THE_CLOCK, ScaledClock, timings
from workflows.errors import Misconfigured, Refused
from workflows.intake import Intake
from workflows.ports import Filled, Pressed, Said


@dataclass(frozen=True, slots=True)
class Setup:
    """Everything that a bot process is told."""

    place: Place
    platform: str
    port: int
    began: datetime
    expire_hours: float

    def write(self, path: Path) -> None:
        where = {name: getattr(self.place, name) for name in ("database_url", "engine_url", "keys", "executor_id")}
        place = {**where, "data": str(self.place.data)}
        said = {"platform": self.platform, "port": self.port, "expire_hours": self.expire_hours}
        path.write_text(json.dumps({**said, "place": place, "began": self.began.isoformat()}))

    @classmethod
    def read(cls, path: Path) -> "Setup":
        data = json.loads(path.read_text())
        place = {**data["place"], "data": Path(data["place"]["data"]), "keys": tuple(data["place"]["keys"])}
        began = datetime.fromisoformat(data["began"])
        return cls(Place(**place), data["platform"], data["port"], began, data["expire_hours"])


Work = Callable[[dict[str, Any]], Awaitable[Any]]


def _handler(work: Work) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handle(request: web.Request) -> web.Response:
        try:
            return web.json_response(await work(await request.json()))
        except Refused as refusal:
            return web.json_response({"sentence": str(refusal)}, status=409)

    return handle


def _inbound(intake: Intake) -> web.Application:
    async def said(data: dict[str, Any]) -> None:
        await intake.said(Said(**data))

    async def pressed(data: dict[str, Any]) -> Any:
        form = await intake.pressed(Pressed(**data))
        return {"form": form.name, "value": form.value} if form else None

    async def filled(data: dict[str, Any]) -> None:
        answers = {key: tuple(one) if isinstance(one, list) else one for key, one in data.pop("answers").items()}
        await intake.filled(Filled(**data, answers=answers, files={}))

    app = web.Application()
    for name, work in {"said": said, "pressed": pressed, "filled": filled}.items():
        app.router.add_post(f"/{name}", _handler(work))
    return app


async def serve(setup: Setup) -> None:
    """Answer people, each only after what they did is durable, until told to stop."""
    clock = ScaledClock(setup.began)
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    async with ClientSession() as session:
        chat = HttpChat(setup.platform, session)
        async with running(setup.place, chat, clock, AROUND_THE_CLOCK, timings(setup.expire_hours)) as bot:
            runner = web.AppRunner(_inbound(bot.intake), access_log=None, shutdown_timeout=1)
            await runner.setup()
            try:
                await web.TCPSite(runner, "127.0.0.1", setup.port).start()
                print("ready", flush=True)
                await stop.wait()
            finally:
                await runner.cleanup()


if __name__ == "__main__":
    try:
        asyncio.run(serve(Setup.read(Path(sys.argv[1]))))
    except Misconfigured as error:
        sys.exit(str(error))
