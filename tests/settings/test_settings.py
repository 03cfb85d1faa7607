"""Settings come from the file and the environment; mistakes are said in words and never repeat a value."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.keyfile import demo_keys
from bot.settings import is_loopback, load
from workflows.calendar import TermDates
from workflows.errors import Misconfigured, WrongKey
from workflows.keys import new_key


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "gatepost.toml"


def test_without_a_file_the_defaults_hold(file: Path) -> None:
    settings = load()
    assert settings.environment == "production"
    assert settings.domain_url == f"sqlite://{file.parent}/var/gatepost.sqlite3"
    assert settings.engine_database_url == f"sqlite:///{file.parent}/var/engine.sqlite3"


def test_the_environment_wins_over_the_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text("log_level = 'debug'\n[reviews]\nremind_hours = 2\ndeputy_hours = 4\n")
    monkeypatch.setenv("GATEPOST_REVIEWS__REMIND_HOURS", "1.5")
    settings = load()
    assert settings.log_level == "debug"
    assert settings.timings().remind_after == timedelta(hours=1.5)
    assert settings.timings().deputy_after == timedelta(hours=4)


def test_terms_reach_the_calendar(file: Path) -> None:
    file.write_text("[[terms]]\nname = 'Autumn'\nfirst_day = 2026-09-02\nlast_day = 2026-12-18\n")
    assert load().calendar().terms == (TermDates(date(2026, 9, 2), date(2026, 12, 18)),)


def test_postgresql_gets_a_second_database_for_the_engine(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GATEPOST_DATABASE_URL", "postgres://gatepost:secret@db.example:5432/gatepost")
    assert load().engine_database_url == "postgresql://gatepost:secret@db.example:5432/gatepost_engine"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("colour = 1", "Setting colour"),
        ("[reviews]\ncolour = 1", "Setting reviews.colour"),
        ("[reviews]\nremind_hours = 7", "the reminder comes before the deputy"),
        ("[school_hours]\nopens = '18:00:00'", "school must open before it closes"),
        ("[[terms]]\nname = 'x'\nfirst_day = 2026-09-02\nlast_day = 2026-09-01", "must not come after its last"),
        ("time_zone = 'Europe/Londno'", "no time zone"),
        ("log_level = 'loud'", "Setting log_level"),
        ("port = 70000", "Setting port"),
        ("port = ", "cannot be read as TOML"),
    ],
)
def test_a_mistake_is_said_in_a_sentence(file: Path, content: str, sentence: str) -> None:
    file.write_text(content)
    with pytest.raises(Misconfigured, match=sentence):
        load()


def test_a_missing_named_file_is_said(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GATEPOST_FILE", "elsewhere.toml")
    with pytest.raises(Misconfigured, match=r"elsewhere\.toml, which does not exist"):
        load()


@pytest.mark.parametrize(
    "given",
    [
        {"environment": "demo", "host": "0.0.0.0"},  # noqa: S104
        {"teams_anonymous": True, "host": "10.0.0.5"},
        {"teams_anonymous": True, "host": "gatepost.example"},
        {"slack_api_url": "http://slack.example/api/"},
        {"slack_api_url": "http://127.0.0.1:9/api/", "host": "192.0.2.1"},
        {"teams_anonymous": True, "database_url": "postgres://u:p@db.example/x"},
    ],
)
def test_what_is_for_one_machine_is_refused_elsewhere(file: Path, given: dict[str, object]) -> None:
    with pytest.raises(Misconfigured, match="one machine only"):
        load(**given)


def test_what_is_for_one_machine_is_taken_there(file: Path) -> None:
    load(slack_api_url="http://127.0.0.1:9/api/", teams_anonymous=True, host="::1", environment="demo")


@pytest.mark.parametrize("host", ["127.0.0.1", "127.3.2.1", "::1", "localhost"])
def test_loopback(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["", "0.0.0.0", "::", "localhost.example", "127.0.0.1.example"])  # noqa: S104
def test_no_loopback(host: str) -> None:
    assert not is_loopback(host)


def test_secrets_are_neither_shown_nor_repeated_in_mistakes(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GATEPOST_KEYS", "s3cret-one, s3cret-two")
    assert "s3cret" not in repr(load())
    with pytest.raises(WrongKey) as wrong:
        load().keyring()
    assert "s3cret" not in str(wrong.value)
    with pytest.raises(Misconfigured) as mistake:
        load(slack_bot_token=["s3cret"])
    assert "s3cret" not in str(mistake.value)


def test_production_needs_a_key(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Misconfigured, match="gatepost keys new"):
        load().keyring()
    monkeypatch.setenv("GATEPOST_KEYS", f"{new_key()},{new_key()}")
    assert load().keyring().unseal(load().keyring().seal(b"x")) == b"x"


def test_the_demo_makes_its_own_key_for_its_owner_only(tmp_path: Path) -> None:
    keys = demo_keys(tmp_path / "var")
    assert demo_keys(tmp_path / "var") == keys
    assert (tmp_path / "var" / "keys").stat().st_mode & 0o777 == 0o600
