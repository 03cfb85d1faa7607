"""The other commands: migrate, audit verify, doctor, export, purge."""

import json
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.commands import Keyboard
from tests.cli.conftest import Looks
from tests.registers.sheets import PUPIL_HEADER, STAFF_HEADER, a_pupil, by_line
from workflows.keys import keyring
from workflows.models import AuditEntry, Comment, Evidence, Person, Post, Pupil, Revision

STAFF = (
    "S1,hillside,Mrs,Ada,Vance,Headteacher,ada@hillside.example",
    "S2,hillside,Mr,Ben,Achebe,Deputy Headteacher,ben@hillside.example",
    "S3,brookside,Ms,Cat,Foss,Headteacher,cat@brookside.example",
    "S4,brookside,Mr,Dan,Pugh,Assistant Headteacher,dan@brookside.example",
    "T1,trust,Ms,Eve,Marsh,Communications Lead,eve@trust.example",
)


@pytest.fixture
def people(keyboard: Keyboard, trust: None) -> None:
    pupils = by_line(PUPIL_HEADER, a_pupil("H1"), a_pupil("B1", school="brookside"))
    for words in (
        ("pupils", keyboard.file("register.csv", pupils)),
        ("staff", keyboard.file("staff.csv", by_line(STAFF_HEADER, *STAFF))),
    ):
        assert keyboard.types("import", *words, "--yes").exit_code == 0


def test_migrating_twice_is_safe(keyboard: Keyboard) -> None:
    for _ in range(2):
        assert keyboard.types("migrate").exit_code == 0


def test_a_whole_audit_log_is_said_to_be(keyboard: Keyboard, people: None) -> None:
    result = keyboard.types("audit", "verify")
    assert (result.exit_code, "is whole" in result.output) == (0, True)


def test_a_changed_audit_log_is_found(keyboard: Keyboard, people: None, looked_up: Looks[int]) -> None:
    looked_up(lambda: AuditEntry.filter(number=3).update(actor="person:99"))
    result = keyboard.types("audit", "verify")
    assert result.exit_code == 1
    assert "Entry 3 was changed after it was written." in result.output


def test_the_doctor_is_content_when_everything_is_there(keyboard: Keyboard, people: None) -> None:
    keyboard.environment |= {"GATEPOST_SLACK_BOT_TOKEN": "xoxb-1", "GATEPOST_SLACK_APP_TOKEN": "xapp-1"}
    assert "Run gatepost migrate" in keyboard.types("doctor", "--offline").output, "Slack has tables of its own"
    keyboard.types("migrate")
    result = keyboard.types("doctor", "--offline")
    assert result.exit_code == 0, result.output
    assert "Gatepost can serve." in result.output
    assert "hillside has no leadership channel" in result.output
    assert "xoxb" not in result.output


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (STAFF[0], "hillside lacks a headteacher with an email, a second person"),
        (STAFF[1], "hillside lacks a second person who can approve"),
    ],
)
def test_the_doctor_misses_people(keyboard: Keyboard, trust: None, line: str, complaint: str) -> None:
    staff = by_line(STAFF_HEADER, *(each for each in STAFF if each != line))
    keyboard.types("import", "staff", keyboard.file("staff.csv", staff), "--yes")
    result = keyboard.types("doctor")
    assert result.exit_code == 1
    assert complaint in result.output


def test_the_doctor_says_what_is_not_configured(keyboard: Keyboard) -> None:
    result = keyboard.types("doctor")
    for complaint in ("Neither Slack nor Teams", "No terms are set", "No school is known"):
        assert complaint in result.output


def test_the_doctor_sees_the_wrong_key(keyboard: Keyboard, people: None) -> None:
    keyboard.environment["GATEPOST_KEYS"] = keyboard.types("keys", "new").stdout.strip()
    assert "cannot be read with the configured keys" in keyboard.types("doctor").output


def test_the_doctor_sees_a_database_that_does_not_answer(keyboard: Keyboard) -> None:
    keyboard.environment["GATEPOST_DATABASE_URL"] = "postgres://nobody:secret@127.0.0.1:9/none"
    result = keyboard.types("doctor")
    assert "does not answer" in result.output
    assert "secret" not in result.output


async def _a_post_and_a_comment() -> None:
    now, author = datetime.now(UTC), await Person.get(staff_id="S1")
    await Post.create(id="p1", school_id="hillside", author=author, state="rejected", created_at=now, changed_at=now)
    await Revision.create(post_id="p1", number=1, content={"text": "Bulbs", "photos": []}, claim="c", by=author, at=now)
    await Comment.create(
        id="c1", school_id="hillside", content={"text": "=1+1"}, reading={}, urgent=False, reported_at=now
    )
    picture = keyring().seal(b"png")
    await Evidence.create(id="e1", comment_id="c1", record={}, picture=picture, sha256="", captured_at=now)
    await Post.create(id="p2", school_id="brookside", author=author, state="rejected", created_at=now, changed_at=now)


def test_an_export_holds_a_schools_records_and_no_others(
    keyboard: Keyboard, people: None, looked_up: Looks[None]
) -> None:
    looked_up(_a_post_and_a_comment)
    result = keyboard.types("export", "hillside", "hillside.zip")
    assert result.exit_code == 0, result.output
    assert Path("hillside.zip").stat().st_mode & 0o777 == 0o600
    with zipfile.ZipFile("hillside.zip") as archive:
        (post,) = json.loads(archive.read("posts.json"))
        assert (post["id"], post["revisions"][0]["content"]["text"]) == ("p1", "Bulbs")
        assert archive.read("evidence/c1/picture.png") == b"png"
        consents = archive.read("consents.csv").decode("utf-8-sig").splitlines()
        assert len(consents) == 5
        assert all(line.startswith(("pupil,", "H1,Amara,Okonkwo,")) for line in consents)
        assert b"register.pupils" in archive.read("audit.csv")
    again = keyboard.types("export", "hillside", "hillside.zip")
    assert (again.exit_code, "exists already" in again.output) == (1, True)


def test_an_export_of_an_unknown_school_leaves_no_file(keyboard: Keyboard, trust: None) -> None:
    result = keyboard.types("export", "nowhere", "nowhere.zip")
    assert (result.exit_code, "no school 'nowhere'" in result.output) == (1, True)
    assert not Path("nowhere.zip").exists()


def test_purging_says_what_would_go_and_then_removes_it(
    keyboard: Keyboard, people: None, looked_up: Looks[int]
) -> None:
    long_ago = datetime.now(UTC) - timedelta(days=4000)
    looked_up(lambda: Pupil.filter(id="H1").update(left_at=long_ago))
    assert "Nothing was removed." in keyboard.types("purge", "--dry-run").output
    assert looked_up(lambda: Pupil.all().count()) == 2
    assert keyboard.types("purge", answer="n\n").exit_code == 1
    assert "Removed." in keyboard.types("purge", "--yes").output
    assert looked_up(lambda: Pupil.all().count()) == 1
    assert "Nothing was removed." in keyboard.types("purge", "--yes").output
