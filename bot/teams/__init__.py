"""Teams: the same cards and forms as everywhere, over the Bot Connector."""

from collections.abc import Mapping
from typing import Any

PLATFORM = "teams"
APPS: Mapping[str, Mapping[str, Any]] = {
    "teams": {
        "models": ["bot.teams.models"],
        "default_connection": "default",
        "migrations": "bot.teams.migrations",
    }
}
"""The adapter's own tables, for `workflows.database.connect` and `bring_up_to_date`."""
