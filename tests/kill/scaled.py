"""A clock on which an hour passes in a second, the same before and after a restart."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from workflows.calendar import Calendar
from workflows.timings import Timings

MONDAY = datetime(2026, 11, 2, tzinfo=UTC)
SPEED = 3600.0
"""Seconds of the story in a second of the machine."""
AROUND_THE_CLOCK = Calendar(opens=time(0, 0), closes=time(23, 59, 59))


@dataclass(frozen=True, slots=True)
class ScaledClock:
    """`began` is the instant of the machine at which the story's Monday began."""

    began: datetime

    def now(self) -> datetime:
        return MONDAY + (datetime.now(UTC) - self.began) * SPEED

    def seconds_until(self, due: datetime) -> float:
        return max(0.0, (due - self.now()).total_seconds() / SPEED)


def timings(expire_hours: float) -> Timings:
    """Long enough that people who hurry are in time although the bot dies under their hands."""
    return Timings(
        remind_after=timedelta(hours=expire_hours / 4),
        deputy_after=timedelta(hours=expire_hours / 2),
        next_deputy_after=timedelta(hours=expire_hours / 8),
        expire_after=timedelta(hours=expire_hours),
        publish_by_hand_after=timedelta(hours=4),
        alert_repeat=timedelta(hours=2),
        alert_slow_repeat=timedelta(hours=30),
        removal_repeat=timedelta(hours=4),
        resolve_after=timedelta(hours=5),
    )
