"""Days as people write them: “3 December”, “03/12/2026”, “Monday”, “tomorrow”."""

import re
from datetime import date, timedelta

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = re.compile(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}))?")
WORDS = re.compile(r"(?:on |the )*(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})\.?,?(?: (\d{4}))?")


def read_day(text: str, today: date) -> date | None:
    """The day that is meant, the next one of its kind where no year is said; None where it is no day."""
    said = " ".join(text.casefold().rstrip("!.").split())
    if said == "tomorrow":
        return today + timedelta(days=1)
    weekday = said.removeprefix("next ")
    if weekday in WEEKDAYS:
        return today + timedelta(days=(WEEKDAYS.index(weekday) - today.weekday() - 1) % 7 + 1)
    return _iso(said) or _written(said, today)


def _iso(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def _written(said: str, today: date) -> date | None:
    if found := NUMBERS.fullmatch(said):
        day, month, year = found.groups()
        return _day(int(day), int(month), year, today)
    found = WORDS.fullmatch(said)
    if found is None or found[2][:3] not in MONTHS:
        return None
    return _day(int(found[1]), MONTHS.index(found[2][:3]) + 1, found[3], today)


def _day(day: int, month: int, year: str | None, today: date) -> date | None:
    try:
        if year:
            return date(int(year), month, day)
        this_year = date(today.year, month, day)
        return this_year if this_year > today else date(today.year + 1, month, day)
    except ValueError:
        return None
