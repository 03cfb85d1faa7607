"""The app package: valid by Microsoft's own schema, with the ids of this installation; what is wrong is named."""

import json
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.teams import icons
from bot.teams.invokes import SHORTCUTS
from bot.teams.package import FOLDER, Facts, check, package, written
from workflows.commanding import TABLE
from workflows.errors import Misconfigured

FACTS = Facts(
    "8f0a6c1e-5b1d-4c53-9d3e-2f4b7a90c001",
    "0.1.0",
    "https://gatepost.meadow.example",
    "https://www.meadow.example",
    "https://www.meadow.example/privacy",
    "https://www.meadow.example/terms",
)


def png(side: int, colour: object = (255, 255, 255, 0), kind: str = "PNG") -> bytes:
    file = BytesIO()
    Image.new("RGBA", (side, side), colour).convert("RGB" if kind == "JPEG" else "RGBA").save(file, kind)  # type: ignore[arg-type]
    return file.getvalue()


def test_the_package_holds_a_valid_manifest_with_our_ids_and_both_icons() -> None:
    with zipfile.ZipFile(BytesIO(package(FACTS))) as zipped:
        assert set(zipped.namelist()) == {"manifest.json", "color.png", "outline.png"}
        manifest = json.loads(zipped.read("manifest.json"))
        sizes = {name: Image.open(BytesIO(zipped.read(name))).size for name in ("color.png", "outline.png")}
    assert sizes == {"color.png": (192, 192), "outline.png": (32, 32)}
    assert manifest["id"] == manifest["bots"][0]["botId"] == manifest["composeExtensions"][0]["botId"] == FACTS.app_id
    assert manifest["validDomains"] == ["gatepost.meadow.example"]
    check(manifest)


def test_the_same_settings_give_the_same_package() -> None:
    assert package(FACTS) == package(FACTS)


def test_every_command_and_shortcut_of_the_manifest_is_known() -> None:
    manifest = written(FACTS)
    known = {words for word in TABLE for words in word.words}
    said = {one["title"] for commands in manifest["bots"][0]["commandLists"] for one in commands["commands"]}
    assert said <= known
    assert {one["id"] for one in manifest["composeExtensions"][0]["commands"]} == set(SHORTCUTS)


@pytest.mark.parametrize(
    "name", [name for name in written(FACTS) if name not in ("bots", "composeExtensions") and name in json.loads(
        (FOLDER / "manifest.schema.json").read_text())["required"]]
)  # fmt: skip
def test_a_missing_field_is_found_and_named(name: str) -> None:
    manifest = written(FACTS)
    del manifest[name]
    with pytest.raises(Misconfigured, match=name):
        check(manifest)


@pytest.mark.parametrize(
    ("place", "manifest"),
    [
        ("id", {"id": "gatepost"}),
        ("name.short", {"name": {"short": "x" * 31}}),
        ("description.short", {"description": {"short": "x" * 81, "full": "x"}}),
        ("developer", {"developer": {"name": "Gatepost"}}),
        ("icons", {"icons": {"color": "color.png"}}),
        ("bots", {"bots": [{"botId": FACTS.app_id, "scopes": ["everywhere"]}]}),
        ("manifest", {"surprise": 1}),
    ],
)
def test_what_the_schema_does_not_allow_is_found_and_named(place: str, manifest: dict[str, object]) -> None:
    with pytest.raises(Misconfigured, match=place):
        check({**written(FACTS), **manifest})


@pytest.mark.parametrize("changed", [{"app_id": "x"}, {"website": "http://www.meadow.example"}, {"address": ""}])
def test_wrong_facts_give_no_package(changed: dict[str, str]) -> None:
    with pytest.raises(Misconfigured):
        package(replace(FACTS, **changed))


@pytest.mark.parametrize(
    ("colour", "outline", "sentence"),
    [
        (png(191), None, "192 × 192"),
        (None, png(33), "32 × 32"),
        (None, png(32, "navy"), "white"),
        (None, png(32, "white"), "transparent"),
        (png(192, kind="JPEG"), None, "not a PNG"),
        (b"no picture", None, "not a PNG"),
    ],
)
def test_a_wrong_icon_is_found(colour: bytes | None, outline: bytes | None, sentence: str) -> None:
    with pytest.raises(Misconfigured, match=sentence):
        package(FACTS, colour, outline)


def test_our_own_icons_are_as_teams_wants_them() -> None:
    assert icons.checked(icons.outline(), icons.OUTLINE, "outline")
    assert icons.checked(icons.colour(), icons.COLOUR, "colour")


@pytest.mark.teams
def test_our_copy_of_the_schema_is_the_published_one() -> None:
    published = Path("node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.25/MicrosoftTeams.schema.json")
    assert json.loads((FOLDER / "manifest.schema.json").read_text()) == json.loads(published.read_text())
