"""A register as a school exports it: comma, semicolon or tab separated, with or without a byte order mark."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass

MOST_LINES_IN_A_ROW = 6


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the number of its first line, its cells by column, and what is wrong with it as a whole."""

    line_number: int
    cells: dict[str, str]
    problem: str = ""

    def cell(self, column: str) -> str:
        """The trimmed value of a column; empty where the file has no such column."""
        return self.cells.get(column, "").strip()


def rows(text: str, required: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a sheet; a sheet without its header or a required column is one row with a problem."""
    lines = text.removeprefix("\ufeff").splitlines()
    first = 1 if lines and lines[0].lower().startswith("sep=") else 0
    if len(lines) <= first or not lines[first].strip():
        yield Row(first + 1, {}, "The file is empty or has no header line.")
        return
    delimiter = max(",;\t", key=lines[first].count)
    columns = [name.strip().lower().replace(" ", "_") for name in _split(lines[first], delimiter)]
    if missing := [name for name in required if name not in columns]:
        yield Row(first + 1, {}, f"The header has no column {' and no column '.join(missing)}.")
        return
    yield from _body(lines, first + 1, columns, delimiter)


def _body(lines: list[str], at: int, columns: list[str], delimiter: str) -> Iterator[Row]:
    while at < len(lines):
        taken = _lines_of_row(lines, at, columns, delimiter)
        record = "\n".join(lines[at : at + taken])
        if record.strip(delimiter + " "):
            yield _row(at + 1, record, columns, delimiter)
        at += taken


def _lines_of_row(lines: list[str], at: int, columns: list[str], delimiter: str) -> int:
    """A quoted cell may hold line breaks; a stray quotation mark must not swallow the rest of the file."""
    if lines[at].count('"') % 2 == 0:
        return 1
    for end in range(at + 2, min(at + MOST_LINES_IN_A_ROW, len(lines)) + 1):
        record = "\n".join(lines[at:end])
        if record.count('"') % 2 == 0:
            return end - at if len(_split(record, delimiter)) == len(columns) else 1
    return 1


def _row(line_number: int, record: str, columns: list[str], delimiter: str) -> Row:
    if "\0" in record:
        return Row(line_number, {}, "The line holds a character that cannot stand in a text (NUL).")
    if record.count('"') % 2:
        return Row(line_number, {}, "A quotation mark is opened and not closed.")
    try:
        cells = _split(record, delimiter)
    except csv.Error:
        return Row(line_number, {}, "A column is longer than any name or date can be.")
    if any(cell.strip() for cell in cells[len(columns) :]):
        return Row(line_number, {}, f"The line has {len(cells)} columns, the header has {len(columns)}.")
    return Row(line_number, dict(zip(columns, cells, strict=False)))


def _split(record: str, delimiter: str) -> list[str]:
    return next(csv.reader(record.split("\n"), delimiter=delimiter, skipinitialspace=True), [])
