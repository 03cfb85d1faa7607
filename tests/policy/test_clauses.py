"""The register of clauses, row by row against the document, and the rules against the folder."""

import importlib
import pkgutil
from pathlib import Path

import pytest

import workflows.policy
from workflows.policy.clauses import CLAUSES, Clause
from workflows.policy.enforcement import EVERY_MODE, marked_clauses, modes_served
from workflows.policy.rules import RULES
from workflows.policy.status import Enforced, statuses

DOCUMENT = Path(__file__).parents[2] / "docs" / "policy" / "clauses.md"


def rows() -> list[list[str]]:
    lines = DOCUMENT.read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    return [row for row in cells if row[0] not in ("clause", "---")]


def test_1_1_the_register_has_every_row_of_the_document_and_no_other() -> None:
    assert [clause.label for clause in CLAUSES] == [row[0] for row in rows()]


@pytest.mark.parametrize(
    ("clause", "row"), list(zip(CLAUSES, rows(), strict=True)), ids=[clause.label for clause in CLAUSES]
)
def test_1_1_each_clause_says_what_the_document_says(clause: Clause, row: list[str]) -> None:
    assert [clause.label, clause.demand, clause.answer, ", ".join(clause.modes)] == row


def test_1_1_a_label_names_its_clause_numbers() -> None:
    by_label = {clause.label: clause.numbers for clause in CLAUSES}
    assert by_label["1.1–1.3"] == ("1.1", "1.2", "1.3")
    assert by_label["9.4, 9.5"] == ("9.4", "9.5")


def test_1_2_the_status_of_a_clause_is_computed_from_the_code() -> None:
    status = {row.clause.label: row for row in statuses()}
    assert status["6.5"].enforced is Enforced.YES
    assert status["6.5"].by == ("workflows.policy.clause_6_5.video_sources",)
    assert status["3.5"].enforced is Enforced.PARTLY, "leavers lose their access, and nobody is asked for new passwords"
    assert all(bool(row.by) == (row.enforced is not Enforced.NOT_YET) for row in status.values())


def test_every_clause_module_has_its_rules_in_the_one_tuple() -> None:
    modules = [each.name for each in pkgutil.iter_modules(workflows.policy.__path__) if each.name.startswith("clause_")]
    listed = {rule.__module__.rpartition(".")[2] for rule in RULES}
    assert listed == set(modules)
    for name in modules:
        module = importlib.import_module(f"workflows.policy.{name}")
        assert module.__doc__ is not None
        assert module.__doc__.startswith(f"Clause {name.removeprefix('clause_').replace('_', '.')}:")


def test_1_2_a_mark_names_a_clause_of_the_register_and_a_mode_that_it_has() -> None:
    modes = {number: set(row.clause.modes) for row in statuses() for number in row.clause.numbers}
    for number, known in modes.items():
        assert modes_served(number) - {EVERY_MODE} <= known
    assert set(marked_clauses()) <= set(modes)
