"""Which clause is enforced by which piece of the program: marked in the code, read by `gatepost policy`."""

from collections import defaultdict
from collections.abc import Callable
from typing import TypeVar

Marked = TypeVar("Marked", bound=Callable[..., object])

EVERY_MODE = ""
_enforced: dict[str, dict[str, str]] = defaultdict(dict)


def enforces(*clauses: str) -> Callable[[Marked], Marked]:
    """Mark a rule or a workflow as a place that enforces `clauses`.

    "5.2" says that with it all is done that the clause asks for; "3.5 acts" that its mode `acts` is served.
    """

    def mark(function: Marked) -> Marked:
        for clause in clauses:
            number, _, mode = clause.partition(" ")
            _enforced[number][f"{function.__module__}.{getattr(function, '__qualname__', '?')}"] = mode
        return function

    return mark


def enforced_by(clause: str) -> tuple[str, ...]:
    """Dotted names of everything imported so far that enforces `clause`; empty where nothing does."""
    return tuple(_enforced.get(clause, ()))


def modes_served(clause: str) -> frozenset[str]:
    """The modes of `clause` that are served; `EVERY_MODE` among them stands for all."""
    return frozenset(_enforced.get(clause, {}).values())


def marked_clauses() -> tuple[str, ...]:
    """Every clause that something imported so far is marked with."""
    return tuple(_enforced)
