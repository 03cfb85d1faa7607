"""What a topic found out: tables, growth, and sentences."""

from dataclasses import dataclass, field

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of words under their columns; the first column names the row."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Growth:
    """How figures change with a size: one line a name, each a tuple of (size, figure)."""

    title: str
    size: str
    unit: str
    lines: dict[str, Points]


@dataclass(slots=True)
class Findings:
    """Everything about one topic, in the order in which it is shown."""

    title: str
    tables: list[Table] = field(default_factory=list)
    growths: list[Growth] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
