"""School time: which hours count while a draft waits for a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
HORIZON = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class TermDates:
    """A stretch of school days, both ends included; `school` is empty where it holds for the whole trust."""

    first_day: date
    last_day: date
    school: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Hours on weekdays within term, on the wall clocks of `zone`. Without term dates every weekday counts."""

    zone: ZoneInfo = LONDON
    opens: time = time(8, 0)
    closes: time = time(17, 0)
    terms: Sequence[TermDates] = ()

    def after(self, start: datetime, hours: timedelta, school: str) -> datetime:
        """The instant (UTC) at which `hours` of school time have passed since `start`.

        Where no school day comes within 400 days, because no later term is entered, weekdays count
        instead: a forgotten term date must not silence a reminder.
        """
        due = self._walk(start, hours, school)
        return due if due is not None else self._without_terms()._certain(start, hours, school)

    def is_open(self, instant: datetime, school: str) -> bool:
        """Whether school is on at `instant`."""
        local = instant.astimezone(self.zone)
        return self._is_school_day(local.date(), school) and self.opens <= local.time() < self.closes

    def _walk(self, start: datetime, hours: timedelta, school: str) -> datetime | None:
        left, day = hours, start.astimezone(self.zone).date()
        last = day + HORIZON
        while day <= last:
            if self._is_school_day(day, school):
                begin = max(self._at(day, self.opens), start)
                room = self._at(day, self.closes) - begin
                if room >= left and room > timedelta(0):
                    return begin + left
                left -= max(room, timedelta(0))
            day += timedelta(days=1)
        return None

    def _certain(self, start: datetime, hours: timedelta, school: str) -> datetime:
        due = self._walk(start, hours, school)
        assert due is not None, "400 days hold more weekdays than any setting of hours"  # noqa: S101
        return due

    def _without_terms(self) -> "Calendar":
        return Calendar(self.zone, self.opens, self.closes)

    def _at(self, day: date, wall: time) -> datetime:
        return datetime.combine(day, wall, self.zone).astimezone(UTC)

    def _is_school_day(self, day: date, school: str) -> bool:
        if day.weekday() > 4:
            return False
        own = [term for term in self.terms if term.school == school]
        terms = own or [term for term in self.terms if not term.school]
        return not terms or any(term.first_day <= day <= term.last_day for term in terms)

    def say(self, instant: datetime) -> str:
        """An instant as people read it, such as `Tuesday 4 November, 15:20`."""
        local = instant.astimezone(self.zone)
        return f"{local:%A} {local.day} {local:%B}, {local:%H:%M}"

    def day(self, instant: datetime) -> str:
        """A day of any year, such as `4 November 2026`."""
        local = instant.astimezone(self.zone)
        return f"{local.day} {local:%B %Y}"
