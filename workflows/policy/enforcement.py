"""Which clause is enforced by which piece of the program: marked in the code, read by `gatepost policy`."""

from collections import defaultdict
from collections.abc import Callable
from typing import TypeVar

Marked = TypeVar("Marked", bound=Callable[..., object])

_enforced: dict[str, list[str]] = defaultdict(list)


def enforces(*clauses: str) -> Callable[[Marked], Marked]:
    """Mark a rule or a workflow as the place that enforces `clauses` (numbers as in the policy, such as "5.2")."""

    def mark(function: Marked) -> Marked:
        for clause in clauses:
            _enforced[clause].append(f"{function.__module__}.{getattr(function, '__qualname__', '?')}")
        return function

    return mark


def enforced_by(clause: str) -> tuple[str, ...]:
    """Dotted names of everything imported so far that enforces `clause`; empty where nothing does."""
    return tuple(_enforced.get(clause, ()))
