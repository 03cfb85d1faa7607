"""After a rotation the old key reads nothing and the new key reads everything."""

import sqlite3
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from tests.cli.commands import Keyboard
from tests.cli.conftest import Looks
from tests.registers.sheets import PUPIL_HEADER, STAFF_HEADER, a_pupil, by_line
from tests.staff import NOON
from workflows.access import bind_identity
from workflows.engine.resealing import reseal
from workflows.errors import WrongKey
from workflows.keys import Keyring, new_key
from workflows.models import Person, Picture, Pupil, School
from workflows.registers.facts import pupil_register

HEAD = "S1,hillside,Mrs,Ada,Vance,Headteacher,ada.vance@hillside.example"


@pytest.fixture
def people(keyboard: Keyboard, trust: None) -> None:
    pupils = keyboard.file("register.csv", by_line(PUPIL_HEADER, *(a_pupil(f"H{n}") for n in range(250))))
    staff = keyboard.file("staff.csv", by_line(STAFF_HEADER, HEAD))
    for words in (("pupils", pupils), ("staff", staff)):
        assert keyboard.types("import", *words, "--yes").exit_code == 0


def test_a_new_key_is_a_key(keyboard: Keyboard) -> None:
    Keyring([keyboard.types("keys", "new").stdout.strip()])


def test_rotating_with_one_key_says_what_to_do(keyboard: Keyboard) -> None:
    result = keyboard.types("keys", "rotate")
    assert result.exit_code == 1
    assert "gatepost keys new" in result.output


def test_after_rotation_only_the_new_key_reads(keyboard: Keyboard, people: None, looked_up: Looks[object]) -> None:
    old, new = keyboard.environment["GATEPOST_KEYS"], new_key()

    async def add_a_picture() -> None:
        await School.get(slug="hillside")
        await Picture.create(
            id="p1", school_id="hillside", sealed=Keyring([old]).seal(b"jpeg"), content_type="image/jpeg",
            width=1, height=1, sha256="0" * 64,
        )  # fmt: skip

    looked_up(add_a_picture)
    keyboard.environment["GATEPOST_KEYS"] = f"{new},{old}"
    result = keyboard.types("keys", "rotate")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("252 rows")

    keyboard.environment["GATEPOST_KEYS"] = new

    async def read_everything() -> None:
        assert {pupil.forename for pupil in (await pupil_register()).current.values()} == {"Amara"}
        assert Keyring([new]).unseal(bytes((await Picture.get(id="p1")).sealed)) == b"jpeg"
        found = await bind_identity(
            "slack", "U1", "ada.vance@hillside.example", verified=True, guest=False, external=False, at=NOON
        )
        assert found.staff_id == "S1"

    looked_up(read_everything)
    assert keyboard.types("audit", "verify").exit_code == 0

    keyboard.environment["GATEPOST_KEYS"] = old

    async def read_anything() -> None:
        for query in (Pupil.all().first(), Person.all().first()):
            with pytest.raises(WrongKey):
                await query

    looked_up(read_anything)


def test_rotating_again_finds_nothing_to_do(keyboard: Keyboard, people: None) -> None:
    keyboard.environment["GATEPOST_KEYS"] = f"{new_key()},{keyboard.environment['GATEPOST_KEYS']}"
    assert keyboard.types("keys", "rotate").stdout.startswith("251 rows")
    assert keyboard.types("keys", "rotate").stdout.startswith("0 rows")


def test_rotating_with_the_wrong_keys_changes_nothing(keyboard: Keyboard, people: None) -> None:
    right = keyboard.environment["GATEPOST_KEYS"]
    keyboard.environment["GATEPOST_KEYS"] = f"{new_key()},{new_key()}"
    result = keyboard.types("keys", "rotate")
    assert result.exit_code == 1
    assert "a key that is not configured" in result.output
    keyboard.environment["GATEPOST_KEYS"] = right
    assert keyboard.types("audit", "verify").exit_code == 0


def test_commands_that_wait_in_the_engine_are_sealed_anew(tmp_path: Path) -> None:
    old, new = new_key(), new_key()
    file = tmp_path / "engine.sqlite3"
    with sqlite3.connect(file) as engine:
        engine.execute("CREATE TABLE workflow_status (workflow_uuid TEXT PRIMARY KEY, name TEXT, inputs TEXT)")
        for number in range(3):
            row = (str(number), "command", Keyring([old]).seal(b"{}").decode())
            engine.execute("INSERT INTO workflow_status VALUES (?, ?, ?)", row)
    assert reseal(f"sqlite:///{file}", Keyring([new, old])) == 3
    assert reseal(f"sqlite:///{file}", Keyring([new, old])) == 0
    with sqlite3.connect(file) as engine:
        for (sealed,) in engine.execute("SELECT inputs FROM workflow_status"):
            assert Fernet(new).decrypt(sealed) == b"{}"


def test_an_engine_that_never_ran_has_nothing_to_seal(tmp_path: Path) -> None:
    assert reseal(f"sqlite:///{tmp_path}/none.sqlite3", Keyring([new_key()])) == 0
