"""The clocks: the real one, and one that training may move on."""

from datetime import UTC, datetime, timedelta


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present instant in UTC."""
        return datetime.now(UTC)

    def seconds_until(self, due: datetime) -> float:
        """Real seconds until `due`, never negative."""
        return max(0.0, (due - self.now()).total_seconds())


class TrainingClock(SystemClock):
    """The machine's clock moved forward by what a trainee skipped; never in a production configuration."""

    def __init__(self, ahead: timedelta = timedelta(0)) -> None:
        self.ahead = ahead

    def now(self) -> datetime:
        """The present instant of the exercise in UTC."""
        return datetime.now(UTC) + self.ahead

    def move_on(self, by: timedelta) -> None:
        """Skip ahead; time never runs backwards."""
        self.ahead += max(by, timedelta(0))
