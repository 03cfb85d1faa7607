"""Every setting stands in the example file and in the documentation, and the example says the true defaults."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot.schedules import TermSetting
from bot.settings import Settings

ROOT = Path(__file__).parents[2]
EXAMPLE = (ROOT / "gatepost.example.toml").read_text()
DOCUMENTATION = (ROOT / "docs" / "settings.md").read_text()


def names(model: type[BaseModel]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        part = field.annotation
        yield name
        if isinstance(part, type) and issubclass(part, BaseModel):
            yield from names(part)


EVERY_SETTING = [*names(Settings), *names(TermSetting)]


@pytest.mark.parametrize("name", EVERY_SETTING)
def test_every_setting_is_in_the_example(name: str) -> None:
    assert re.search(rf"^(# {name} = |\[{name}\]$)", EXAMPLE, re.MULTILINE)


@pytest.mark.parametrize("name", EVERY_SETTING)
def test_every_setting_is_documented(name: str) -> None:
    assert re.search(rf"`(\[\[?)?{name}(\]\]?)?`", DOCUMENTATION)


def test_the_example_says_the_defaults(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    before_the_terms = EXAMPLE[: EXAMPLE.index("# [[terms]]")]
    settings = re.sub(r"^# (\w+ = )", r"\1", before_the_terms, flags=re.MULTILINE)
    # `terms` is written last for the reader, where TOML would take it into the table before.
    written = tomllib.loads(settings.replace("terms = []", ""))
    assert set(written) == set(Settings.model_fields) - {"terms"}
    assert Settings(**written) == Settings()


def test_the_example_as_it_is_sets_nothing() -> None:
    assert all(table == {} for table in tomllib.loads(EXAMPLE).values())
