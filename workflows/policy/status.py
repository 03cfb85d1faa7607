"""What of the policy the program enforces today, computed from the marks in the code."""

import importlib
import pkgutil
from dataclasses import dataclass
from enum import StrEnum

import workflows
from workflows.policy.clauses import CLAUSES, Clause
from workflows.policy.enforcement import EVERY_MODE, enforced_by, enforces, modes_served


class Enforced(StrEnum):
    """Whether a row is enforced: every clause number of it in every mode, some of this, or nothing."""

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
    pieces = dict.fromkeys(piece for number in clause.numbers for piece in enforced_by(number))
    in_full = all(_served(number, clause) for number in clause.numbers)
    enforced = Enforced.YES if in_full else Enforced.PARTLY if pieces else Enforced.NOT_YET
    return Status(clause, enforced, tuple(pieces))


def _served(number: str, clause: Clause) -> bool:
    modes = modes_served(number)
    return EVERY_MODE in modes or modes.issuperset(clause.modes)
