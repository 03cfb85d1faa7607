"""Slack: the same cards and forms as everywhere, over Socket Mode or signed HTTP."""

from collections.abc import Mapping
from typing import Any

PLATFORM = "slack"
APPS: Mapping[str, Mapping[str, Any]] = {
    "slack": {
        "models": ["bot.slack.models"],
        "default_connection": "default",
        "migrations": "bot.slack.migrations",
    }
}
"""The adapter's own tables, for `workflows.database.connect` and `bring_up_to_date`."""
