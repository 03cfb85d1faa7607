"""`gatepost serve` as a process of its own, for the emulator, with the sample trust in its database."""

import asyncio
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from bot.app import Place, opened
from bot.demo import fill
from bot.teams import APPS, PLATFORM
from bot.teams.models import TeamsPerson
from tests.teams.playground import GROUP, HEAD, TENANT, object_id
from workflows.keys import new_key
from workflows.models import ChatIdentity, Person


async def _prepared(place: Place, service: str) -> None:
    """The sample trust; the headteacher is reached in a chat, for the emulator has one personal chat only."""
    async with opened(place):
        now = datetime.now(UTC)
        await fill(now)
        head = await Person.get(staff_id="OS01")
        external = f"{TENANT}/{object_id(HEAD)}"
        await ChatIdentity.create(
            platform=PLATFORM, external_id=external, person_id=head.id, bound_at=now, last_acted_at=now
        )
        await TeamsPerson.create(
            external_id=external,
            user=HEAD,
            conversation=GROUP,
            service=service,
            checked_at=datetime.min.replace(tzinfo=UTC),
        )


@contextmanager
def serving(folder: Path, port: int, service: str) -> Iterator[str]:
    """Yields where the bot takes messages; `service` is the emulator's."""
    key = new_key()
    place = Place.on_files(folder / "var", (key,), APPS)
    place.data.mkdir()
    asyncio.run(_prepared(place, service))
    environment = {
        **os.environ,
        "GATEPOST_KEYS": key,
        "GATEPOST_DATA": str(place.data),
        "GATEPOST_PORT": str(port),
        "GATEPOST_TEAMS_ANONYMOUS": "1",
        "GATEPOST_TEAMS_TENANTS": TENANT,
    }
    command = [sys.executable, "-m", "bot", "serve"]
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert re.search(r"at work", line), f"the bot ended: {line}{process.stdout.read()}"
        yield f"http://127.0.0.1:{port}/teams/messages"
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 0
