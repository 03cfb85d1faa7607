"""How long people are given before somebody is reminded or the next in line is asked."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Timings:
    """Reviews count in school hours, alerts by the clock on the wall, day and night."""

    remind_after: timedelta = timedelta(hours=3)
    deputy_after: timedelta = timedelta(hours=6)
    next_deputy_after: timedelta = timedelta(hours=3)
    expire_after: timedelta = timedelta(hours=30)
    publish_by_hand_after: timedelta = timedelta(hours=2)
    late_after: timedelta = timedelta(hours=1)
    alert_repeat: timedelta = timedelta(minutes=10)
    alert_slow_repeat: timedelta = timedelta(minutes=30)
    removal_repeat: timedelta = timedelta(minutes=30)
    resolve_after: timedelta = timedelta(hours=8)
