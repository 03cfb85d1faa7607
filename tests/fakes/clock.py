"""A clock that a test moves."""

from datetime import datetime, timedelta


class TestClock:
    """Stands still until it is moved."""

    __test__ = False

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def seconds_until(self, due: datetime) -> float:
        return max(0.0, (due - self._now).total_seconds())

    def move_to(self, instant: datetime) -> None:
        assert instant >= self._now, "time never runs backwards"
        self._now = instant

    def move_on(self, by: timedelta) -> None:
        self.move_to(self._now + by)
