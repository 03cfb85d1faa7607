"""The one place where everything is put together."""

from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from bot.networks.manual import Manual
from bot.one_process import only_one_as, only_one_on
from bot.upkeep import repeated
from workflows import database
from workflows.calendar import Calendar
from workflows.database import NO_MORE, Apps
from workflows.engine.durable import DurableEngine
from workflows.engine.world import World
from workflows.intake import Intake
from workflows.keys import Keyring, use_keyring
from workflows.leaving import see_to_leavers
from workflows.ports import Chat, Clock, Network
from workflows.registers.readers import RegisterReaders
from workflows.telling import build
from workflows.timings import Timings

CLEAN_UP_SECONDS = 3600.0
LEAVERS_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where an installation keeps its things; `executor_id` is this process's slot among several."""

    data: Path
    database_url: str
    engine_url: str
    keys: tuple[str, ...]
    executor_id: str = "gatepost-1"
    apps: Apps = field(default_factory=lambda: NO_MORE)

    @property
    def on_sqlite(self) -> bool:
        """Whether everything is in files of one machine."""
        return self.database_url.startswith("sqlite:")

    @classmethod
    def on_files(cls, data: Path, keys: tuple[str, ...], apps: Apps = NO_MORE) -> "Place":
        """The default: two SQLite files side by side, the domain's and the engine's."""
        data = data.resolve()
        return cls(data, f"sqlite://{data}/gatepost.sqlite3", f"sqlite:///{data}/engine.sqlite3", keys, apps=apps)


@dataclass(frozen=True, slots=True)
class Running:
    """A running Gatepost: what adapters hand events to, and what it is made of."""

    engine: DurableEngine
    intake: Intake
    world: World


@asynccontextmanager
async def opened(place: Place) -> AsyncIterator[None]:
    """The migrated database of an installation, for as long as the block lasts."""
    use_keyring(Keyring(place.keys))
    await database.bring_up_to_date(place.database_url, place.apps)
    await database.connect(place.database_url, place.apps)
    try:
        yield
    finally:
        await database.disconnect()


@asynccontextmanager
async def running(
    place: Place,
    chat: Chat,
    clock: Clock,
    calendar: Calendar | None = None,
    timings: Timings | None = None,
    networks: Mapping[str, Network] | None = None,
) -> AsyncIterator[Running]:
    """Gatepost at work: one process on its data, database open, engine launched; stopped in the reverse order.

    Raises Misconfigured where another process already runs here.
    """
    async with AsyncExitStack() as stack:
        if place.on_sqlite:
            stack.enter_context(only_one_on(place.data))
        else:
            await stack.enter_async_context(only_one_as(place.executor_id, place.database_url))
        await stack.enter_async_context(opened(place))
        world = World(
            clock,
            calendar or Calendar(),
            timings or Timings(),
            RegisterReaders(),
            chat,
            {"manual": Manual(), **(networks or {})},
            build,
        )
        engine = DurableEngine(place.engine_url, place.executor_id, world)
        await engine.launch()
        stack.push_async_callback(engine.close)
        await stack.enter_async_context(repeated(engine.clean_up, CLEAN_UP_SECONDS))
        await stack.enter_async_context(repeated(partial(see_to_leavers, engine), LEAVERS_SECONDS))
        yield Running(engine, Intake(engine, world), world)
