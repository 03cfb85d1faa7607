"""`gatepost import`: a preview, a question, all or nothing, and rejected lines in a file of their own."""

import json
from pathlib import Path

from tests.cli.commands import Keyboard
from tests.cli.conftest import Looks
from tests.registers.sheets import PUPIL_HEADER, STAFF_HEADER, TRUST, a_pupil, by_line
from workflows.models import Pupil

TEN = [a_pupil(f"H{n}") for n in range(10)]


def imports(keyboard: Keyboard, *lines: str, name: str = "register.csv", more: tuple[str, ...] = ("--yes",)) -> str:
    result = keyboard.types("import", "pupils", keyboard.file(name, by_line(PUPIL_HEADER, *lines)), *more)
    return f"{result.exit_code} {result.output}"


def pupils(looked_up: Looks[int]) -> int:
    return looked_up(lambda: Pupil.filter(left_at=None).count())


def test_the_preview_asks_before_anything_changes(keyboard: Keyboard, trust: None, looked_up: Looks[int]) -> None:
    register = keyboard.file("register.csv", by_line(PUPIL_HEADER, *TEN))
    refused = keyboard.types("import", "pupils", register, answer="n\n")
    assert "hillside │  10 │" in refused.output
    assert "Nothing was changed." in refused.output
    assert pupils(looked_up) == 0
    assert "Done." in keyboard.types("import", "pupils", register, answer="y\n").output
    assert pupils(looked_up) == 10


def test_twice_is_once(keyboard: Keyboard, trust: None, looked_up: Looks[int]) -> None:
    imports(keyboard, *TEN)
    assert "Nothing to change." in imports(keyboard, *TEN)
    assert pupils(looked_up) == 10


def test_half_a_file_is_stopped_unless_it_is_meant(keyboard: Keyboard, trust: None, looked_up: Looks[int]) -> None:
    imports(keyboard, *TEN)
    stopped = imports(keyboard, *TEN[:5])
    assert stopped.startswith("1 ")
    assert "5 of 10 people of hillside" in stopped
    assert pupils(looked_up) == 10
    assert imports(keyboard, *TEN[:5], more=("--yes", "--accept-leavers")).startswith("0 ")
    assert pupils(looked_up) == 5


def test_rejected_lines_go_to_a_file_for_its_owner_only(keyboard: Keyboard, trust: None) -> None:
    output = imports(keyboard, *TEN, "X1,nowhere,Zelda,,Quill,,,,,,,", more=("--yes", "--rejects", "rejects.csv"))
    rejects = Path("rejects.csv")
    assert rejects.stat().st_mode & 0o777 == 0o600
    assert rejects.read_text().splitlines()[1].startswith("12,The column school names no school of this trust.,")
    assert "line 12: The column school" in output
    assert "Zelda" not in output


def test_files_that_cannot_be_read_are_said(keyboard: Keyboard, trust: None) -> None:
    for words in (("trust", "none.json"), ("pupils", "none.csv"), ("pupils", keyboard.file("empty.csv", ""))):
        result = keyboard.types("import", *words)
        assert result.exit_code == 1
        assert "Traceback" not in result.output


def test_pupils_before_the_trust_are_rejected(keyboard: Keyboard) -> None:
    assert imports(keyboard, TEN[0]).startswith("1 ")


def test_the_trust_again_changes_nothing(keyboard: Keyboard, trust: None) -> None:
    again = keyboard.types("import", "trust", keyboard.file("trust.json", json.dumps(TRUST)), "--yes")
    assert "Nothing to change." in again.output


def test_staff_are_shown_with_their_roles(keyboard: Keyboard, trust: None) -> None:
    staff = by_line(
        STAFF_HEADER, "S1,hillside,Mrs,Ada,Vance,Headteacher,a@h.example", "S2,hillside,Mr,Bo,Pugh,Teacher,"
    )
    result = keyboard.types("import", "staff", keyboard.file("staff.csv", staff), "--yes")
    assert "hillside: 1 as headteacher, 1 as staff" in result.output
    assert "Vance" not in result.output
