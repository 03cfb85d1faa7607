"""What the handlers share: who is asking, Slack, and everything they may ask of."""

import time
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from bot.slack.answering import Answers
from bot.slack.api import Api
from bot.slack.home import Home
from bot.slack.identity import Identities, Workspace
from bot.slack.pictures import Pictures
from workflows.intake import Intake

JOINS_SECONDS = 120.0
"""Photos that somebody sends within this time after a message belong to its draft."""


@dataclass(slots=True)
class Desk:
    """The adapter's collaborators; `zone` is the trust's, in which forms ask for times."""

    api: Api
    workspace: Workspace
    identities: Identities
    intake: Intake
    pictures: Pictures
    home: Home
    answers: Answers
    zone: ZoneInfo
    _recent: dict[str, tuple[str, float]] = field(default_factory=dict)

    def began(self, user: str, message: str) -> None:
        """A message began a draft."""
        self._recent[user] = (message, time.monotonic() + JOINS_SECONDS)

    def joins(self, user: str) -> str:
        """The message to whose draft photos without words belong; empty where none is recent."""
        message, until = self._recent.get(user, ("", 0.0))
        return message if time.monotonic() < until else ""
