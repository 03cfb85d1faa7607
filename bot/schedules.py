"""Times a trust may set: school hours, terms, how long people are given, how long records are kept."""

from datetime import date, time, timedelta
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from workflows.calendar import TermDates
from workflows.retention import Schedule
from workflows.timings import Timings

Hours = Annotated[float, Field(gt=0, le=1000)]
Minutes = Annotated[float, Field(gt=0, le=1440)]
Days = Annotated[int, Field(ge=1, le=40_000)]


class Part(BaseModel):
    """A table of gatepost.toml; a key that it does not know is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class SchoolHours(Part):
    """When people are expected to answer, on the wall clocks of the trust's time zone, Monday to Friday."""

    opens: time = time(8, 0)
    closes: time = time(17, 0)

    @model_validator(mode="after")
    def _in_order(self) -> "SchoolHours":
        if self.opens >= self.closes:
            raise ValueError("school must open before it closes")
        return self


class TermSetting(Part):
    """A stretch of school days, both ends included; without a school it holds for the whole trust."""

    name: str
    first_day: date
    last_day: date
    school: str = ""

    @model_validator(mode="after")
    def _in_order(self) -> "TermSetting":
        if self.first_day > self.last_day:
            raise ValueError("a term's first day must not come after its last")
        return self

    def dates(self) -> TermDates:
        """The term as the calendar wants it."""
        return TermDates(self.first_day, self.last_day, self.school)


class Reviews(Part):
    """How long people are given with a draft, in school hours."""

    remind_hours: Hours = 3
    deputy_hours: Hours = 6
    next_deputy_hours: Hours = 3
    expire_hours: Hours = 30
    publish_by_hand_hours: Hours = 2
    late_hours: Hours = 1

    @model_validator(mode="after")
    def _in_order(self) -> "Reviews":
        if not self.remind_hours < self.deputy_hours < self.expire_hours:
            raise ValueError("the reminder comes before the deputy, and the deputy before the expiry")
        return self


class Alerts(Part):
    """How long people are given with an alert, by the clock on the wall, day and night."""

    repeat_minutes: Minutes = 10
    slow_repeat_minutes: Minutes = 30
    removal_repeat_minutes: Minutes = 30
    resolve_hours: Hours = 8


class Retention(Part):
    """How many days each kind of record is kept after it was last needed (clause 3.7)."""

    published_posts: Days = 1095
    unpublished_drafts: Days = 365
    comments: Days = 365
    evidence: Days = 2555
    messages: Days = 365
    pupils_left: Days = 365
    staff_left: Days = 365

    def schedule(self) -> Schedule:
        """As the purge wants it."""
        return Schedule(**{kind: timedelta(days=days) for kind, days in self})


def timings(reviews: Reviews, alerts: Alerts) -> Timings:
    """Both as the workflows want them."""
    return Timings(
        remind_after=timedelta(hours=reviews.remind_hours),
        deputy_after=timedelta(hours=reviews.deputy_hours),
        next_deputy_after=timedelta(hours=reviews.next_deputy_hours),
        expire_after=timedelta(hours=reviews.expire_hours),
        publish_by_hand_after=timedelta(hours=reviews.publish_by_hand_hours),
        late_after=timedelta(hours=reviews.late_hours),
        alert_repeat=timedelta(minutes=alerts.repeat_minutes),
        alert_slow_repeat=timedelta(minutes=alerts.slow_repeat_minutes),
        removal_repeat=timedelta(minutes=alerts.removal_repeat_minutes),
        resolve_after=timedelta(hours=alerts.resolve_hours),
    )
