"""Opening the domain database: where it is, its migrations, one connection set-up for SQLite and PostgreSQL."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tortoise import Tortoise
from tortoise.backends.base.executor import EXECUTOR_CACHE
from tortoise.migrations.api import migrate

APP = "gatepost"
Apps = Mapping[str, Mapping[str, Any]]
NO_MORE: Apps = MappingProxyType({})


def configuration(url: str, apps: Apps = NO_MORE) -> dict[str, Any]:
    """The ORM's configuration for `url` (`sqlite:///absolute/path` or `postgres://…`), times in UTC.

    `apps` are further ORM applications that live in the same database, such as a chat platform's own tables.
    """
    return {
        "connections": {"default": _tuned(url)},
        "apps": {
            APP: {
                "models": ["workflows.models"],
                "default_connection": "default",
                "migrations": "workflows.migrations",
            },
            **{name: dict(app) for name, app in apps.items()},
        },
        "use_tz": True,
        "timezone": "UTC",
    }


def _tuned(url: str) -> str:
    if url.startswith("sqlite:"):
        # busy_timeout in ms: an import may write while the bot runs. FULL keeps every commit over a power cut.
        return f"{url}?busy_timeout=10000&synchronous=FULL"
    return f"{url}{'&' if '?' in url else '?'}maxsize=20"


async def bring_up_to_date(url: str, apps: Apps = NO_MORE) -> None:
    """Create or migrate the tables of the database at `url`."""
    if url.startswith("sqlite:"):
        Path(url.removeprefix("sqlite://")).parent.mkdir(parents=True, exist_ok=True)
    await migrate(config=configuration(url, apps))
    await Tortoise.close_connections()


async def connect(url: str, apps: Apps = NO_MORE) -> None:
    """Open the database for the whole process, also for work that the engine starts from its queues."""
    await Tortoise.init(config=configuration(url, apps), _enable_global_fallback=True)


async def disconnect() -> None:
    """Close every connection."""
    await Tortoise.close_connections()
    # The ORM keeps prepared statements by table, whichever kind of database they were written for.
    EXECUTOR_CACHE.clear()
