"""What of the policy the program enforces today, computed from the marks in the code."""

import importlib
import pkgutil
from dataclasses import dataclass
from enum import StrEnum

import workflows
from workflows.policy.clauses import CLAUSES, Clause
from workflows.policy.enforcement import enforced_by, enforces


class Enforced(StrEnum):
    """Whether a row is enforced: every clause number of it, some, or none."""

    YES = "yes"
    PARTLY = "partly"
    NOT_YET = "not yet"


@dataclass(frozen=True, slots=True)
class Status:
    """A row of the register with its state and the dotted names of the pieces of code that enforce it."""

    clause: Clause
    enforced: Enforced
    by: tuple[str, ...]


@enforces("1.1", "1.2", "1.3")
def statuses() -> tuple[Status, ...]:
    """Shows every clause of the policy and how it is enforced."""
    _import_everything()
    return tuple(_status(clause) for clause in CLAUSES)


def _import_everything() -> None:
    """Marks are made when a module is imported."""
    for module in pkgutil.walk_packages(workflows.__path__, "workflows."):
        importlib.import_module(module.name)


def _status(clause: Clause) -> Status:
    by_number = [enforced_by(number) for number in clause.numbers]
    whole = enforced_by(clause.label)
    pieces = dict.fromkeys([*whole, *(piece for pieces in by_number for piece in pieces)])
    in_full = bool(whole) or all(by_number)
    enforced = Enforced.YES if in_full else Enforced.PARTLY if pieces else Enforced.NOT_YET
    return Status(clause, enforced, tuple(pieces))
