"""A register file as a school sends it: its text, the people in it, the lines that cannot be taken."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from workflows.errors import BadFile
from workflows.people.files import RejectedLine, read_register, read_staff
from workflows.people.sheet import rows
from workflows.policy.facts import Pupil, StaffMember, Trust

Who = TypeVar("Who", bound=Pupil | StaffMember)
LARGEST = 50_000_000
# Column lengths of the tables, in characters.
LONGEST = {"id": 40, "school": 80, "year_group": 40, "class_name": 80, "role": 120}


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Who]):
    """Who is in a file. `mentioned` are all ids, those of rejected lines too; `legible` is False where one is lost."""

    people: tuple[Who, ...]
    rejected: tuple[RejectedLine, ...]
    mentioned: frozenset[str]
    legible: bool
    lines: tuple[str, ...]

    def line(self, number: int) -> str:
        """A line of the file as it stands there, counted from 1."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


def decoded(content: bytes) -> str:
    """The text of a file that a spreadsheet saved; raises BadFile with what to do."""
    if len(content) > LARGEST:
        raise BadFile("The file is larger than 50 MB, which no register is. Please check that it is the right one.")
    encodings = ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadFile("The file is no text. Please save it as CSV (UTF-8) and try again.")


def pupils_sheet(content: bytes, trust: Trust) -> Sheet[Pupil]:
    """The pupils of a register.csv; raises BadFile where the file as a whole cannot be read."""
    return _sheet(decoded(content), trust, read_register, "pupil_id")


def staff_sheet(content: bytes, trust: Trust) -> Sheet[StaffMember]:
    """The staff of a staff.csv; raises BadFile where the file as a whole cannot be read."""
    return _sheet(decoded(content), trust, read_staff, "staff_id")


def _sheet(
    text: str, trust: Trust, read: Callable[[str, Trust], tuple[list[Who], list[RejectedLine]]], id_column: str
) -> Sheet[Who]:
    everybody, rejected = read(text, trust)
    if not everybody and len(rejected) <= 1:
        raise BadFile(rejected[0].reason if rejected else "The file has a header and no lines.")
    table = list(rows(text, (id_column,)))
    line_of = {row.cell(id_column): row.line_number for row in reversed(table)}
    too_long = {person.id: _too_long(person) for person in everybody if _too_long(person)}
    rejected += [RejectedLine(line_of[who], f"The column {column} is too long.") for who, column in too_long.items()]
    return Sheet(
        people=tuple(person for person in everybody if person.id not in too_long),
        rejected=tuple(sorted(rejected, key=lambda line: line.line_number)),
        mentioned=frozenset(line_of) - {""},
        legible=all(row.cell(id_column) for row in table),
        lines=tuple(text.removeprefix("\ufeff").splitlines()),
    )


def _too_long(person: Pupil | StaffMember) -> str:
    return next((name for name, most in LONGEST.items() if len(getattr(person, name, "")) > most), "")
