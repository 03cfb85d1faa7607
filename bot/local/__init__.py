"""The local workspace: a small chat in the browser, on loopback, for trying out and training."""

from collections.abc import Mapping
from typing import Any

APPS: Mapping[str, Mapping[str, Any]] = {
    "local": {
        "models": ["bot.local.models"],
        "default_connection": "default",
        "migrations": "bot.local.migrations",
    }
}
"""The workspace's own tables, for `workflows.database.connect` and `bring_up_to_date`."""
