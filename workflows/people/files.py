"""The files a school brings, as facts: trust.json, register.csv and staff.csv, each line taken or rejected."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, TypeVar

from workflows.people.sheet import Row, rows
from workflows.people.trust_file import TrustFileError, read_trust
from workflows.policy.facts import Consents, Pupil, StaffMember, Trust

__all__ = ["RejectedLine", "TrustFileError", "read_register", "read_staff", "read_trust"]

PUPIL_COLUMNS = ("pupil_id", "school", "forename", "surname")
STAFF_COLUMNS = ("staff_id", "school", "forename", "surname")
YES, NO = frozenset({"yes", "y", "true"}), frozenset({"no", "n", "false", ""})
TRUST_WIDE, TRUST_ROLES = frozenset({"", "trust"}), frozenset({"communications lead", "executive principal"})
DATE_FORMATS = ("%Y-%m-%d", "%d/%m/%Y")


class Registered(Protocol):
    """Anyone on a register has an id that stands there once."""

    @property
    def id(self) -> str:
        """The register id."""


Person = TypeVar("Person", bound=Registered)


@dataclass(frozen=True, slots=True)
class RejectedLine:
    """A line that was not taken, numbered as in a text editor; the reason never repeats personal data."""

    line_number: int
    reason: str


class UnusableRow(ValueError):
    """A row cannot be taken; the message names the column and what is wrong with it."""


def read_register(text: str, trust: Trust) -> tuple[list[Pupil], list[RejectedLine]]:
    """The pupils of a register.csv in file order, and the rejected lines with their reasons."""
    return _read(rows(text, PUPIL_COLUMNS), _schools(trust), _pupil)


def read_staff(text: str, trust: Trust) -> tuple[list[StaffMember], list[RejectedLine]]:
    """The staff of a staff.csv in file order, and the rejected lines with their reasons."""
    return _read(rows(text, STAFF_COLUMNS), _schools(trust), _staff_member)


def _schools(trust: Trust) -> frozenset[str]:
    return frozenset(school.slug for school in trust.schools)


def _read(
    sheet: Iterable[Row], schools: frozenset[str], parse: Callable[[Row, frozenset[str]], Person]
) -> tuple[list[Person], list[RejectedLine]]:
    people: dict[str, Person] = {}
    rejected = []
    for row in sheet:
        try:
            person = parse(row, schools)
            if person.id in people:
                raise UnusableRow("The id already stands on an earlier line.")
            people[person.id] = person
        except UnusableRow as error:
            rejected.append(RejectedLine(row.line_number, str(error)))
    return list(people.values()), rejected


def _pupil(row: Row, schools: frozenset[str]) -> Pupil:
    return Pupil(
        id=_required(row, "pupil_id"),
        school=_school(row, schools),
        forename=_name(row, "forename"),
        surname=_name(row, "surname"),
        preferred_name=row.cell("preferred_name"),
        year_group=row.cell("year_group"),
        class_name=row.cell("class_name"),
        consents=Consents(
            image_internal=_consent(row, "image_internal"),
            name_print=_consent(row, "name_print"),
            image_public=_consent(row, "image_public"),
            named_press=_consent(row, "named_press"),
        ),
        date_of_birth=_date(row, "date_of_birth"),
    )


def _staff_member(row: Row, schools: frozenset[str]) -> StaffMember:
    return StaffMember(
        id=_required(row, "staff_id"),
        school=_workplace(row, schools),
        title=row.cell("title"),
        forename=_name(row, "forename"),
        surname=_name(row, "surname"),
        role=row.cell("role"),
        email=_email(row),
    )


def _required(row: Row, column: str) -> str:
    if row.problem:
        raise UnusableRow(row.problem)
    if not (value := row.cell(column)):
        raise UnusableRow(f"The column {column} is empty.")
    return value


def _name(row: Row, column: str) -> str:
    name = _required(row, column)
    if not any(character.isalpha() for character in name):
        raise UnusableRow(f"The column {column} holds no letters.")
    return name


def _school(row: Row, schools: frozenset[str]) -> str:
    school = _required(row, "school")
    if school not in schools:
        raise UnusableRow("The column school names no school of this trust.")
    return school


def _workplace(row: Row, schools: frozenset[str]) -> str:
    """The school, empty for those two who work for the trust as a whole."""
    if row.cell("school").lower() in TRUST_WIDE and row.cell("role").lower() in TRUST_ROLES:
        return ""
    return _school(row, schools)


def _consent(row: Row, column: str) -> bool:
    answer = row.cell(column).lower()
    if answer not in YES | NO:
        raise UnusableRow(f"The column {column} holds neither yes nor no.")
    return answer in YES


def _date(row: Row, column: str) -> date | None:
    value = row.cell(column)
    for pattern in DATE_FORMATS:
        try:
            return datetime.strptime(value, pattern).date()  # noqa: DTZ007 - a birthday has no time zone
        except ValueError:
            continue
    if value:
        raise UnusableRow(f"The column {column} holds no date such as 2018-03-31 or 31/03/2018.")
    return None


def _email(row: Row) -> str:
    email = row.cell("email")
    if email and ("@" not in email.strip("@") or any(character.isspace() for character in email)):
        raise UnusableRow("The column email holds no email address.")
    return email
