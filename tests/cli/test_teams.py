"""`gatepost teams package` and what the doctor says about Teams."""

import zipfile

import pytest

from tests.cli.commands import Keyboard

GOOD = {
    "GATEPOST_TEAMS_APP_ID": "8f0a6c1e-5b1d-4c53-9d3e-2f4b7a90c001",
    "GATEPOST_TEAMS_APP_PASSWORD": "secret",
    "GATEPOST_TEAMS_TENANTS": "1c9a7f52-0d5e-4a53-8a1e-6f0b5d22a001, 4b1d6c3e-77aa-4e06-9a0d-0d1f6a10f002",
    "GATEPOST_TEAMS_PUBLIC_URL": "https://gatepost.meadow.example",
}


def test_the_package_is_written(keyboard: Keyboard) -> None:
    keyboard.environment.update(GOOD)
    result = keyboard.types("teams", "package", "--website", "https://www.meadow.example")
    assert result.exit_code == 0, result.output
    assert zipfile.is_zipfile(keyboard.folder / "gatepost-teams.zip")


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("APP_ID", "", "Teams is not configured"),
        ("APP_ID", "gatepost", "no application (client) id"),
        ("APP_PASSWORD", "", "no client secret"),
        ("TENANTS", "", "no tenants"),
        ("TENANTS", "meadow", "no directory (tenant) id"),
        ("PUBLIC_URL", "http://gatepost.meadow.example", "must be the https address"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_written(
    keyboard: Keyboard, name: str, value: str, sentence: str
) -> None:
    keyboard.environment.update({**GOOD, f"GATEPOST_TEAMS_{name}": value})
    result = keyboard.types("teams", "package", "--website", "https://www.meadow.example")
    assert result.exit_code == 1
    assert sentence in result.output
    assert not (keyboard.folder / "gatepost-teams.zip").exists()


def test_an_icon_of_the_wrong_size_is_said(keyboard: Keyboard) -> None:
    keyboard.environment.update(GOOD)
    icon = keyboard.file("icon.png", b"no picture")
    result = keyboard.types("teams", "package", "--website", "https://www.meadow.example", "--colour", icon)
    assert result.exit_code == 1
    assert "not a PNG" in result.output


def test_the_doctor_says_whether_teams_is_ready(keyboard: Keyboard) -> None:
    keyboard.environment.update(GOOD)
    assert "Teams: the bot is registered, for 2 tenant(s)" in keyboard.types("doctor", "--offline").output
    keyboard.environment["GATEPOST_TEAMS_APP_PASSWORD"] = ""
    assert "Teams has no client secret" in keyboard.types("doctor", "--offline").output
