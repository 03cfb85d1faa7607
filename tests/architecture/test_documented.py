"""The documentation is complete where completeness can be checked: commands, targets, clauses, cards."""

import re
from dataclasses import is_dataclass
from pathlib import Path
from typing import get_args

import typer.main

from bot.cli.main import app
from workflows import cards
from workflows.engine.applying import known_commands
from workflows.intake import PLAIN
from workflows.telling import BUILDERS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()


def _commands() -> set[str]:
    return set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def test_every_command_stands_in_the_readme() -> None:
    assert not [name for name in _commands() if f"`gatepost {name}" not in README]


def test_every_make_target_explains_itself() -> None:
    makefile = (ROOT / "Makefile").read_text()
    targets = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert targets is not None
    assert not [name for name in targets.group(1).split() if not re.search(rf"^{name}:.*## ", makefile, re.MULTILINE)]


def test_every_card_has_a_template_and_a_builder() -> None:
    kinds = get_args(cards.Card)
    assert all(is_dataclass(kind) for kind in kinds)
    for kind in kinds:
        name = re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()
        assert (ROOT / f"templates/cards/{name}.json.j2").exists(), name
    assert len(BUILDERS) >= len(kinds)


def test_every_plain_button_is_a_command() -> None:
    assert PLAIN - {"post.fix"} <= known_commands()


def test_every_decision_record_is_listed() -> None:
    index = (ROOT / "docs/decisions/README.md").read_text()
    records = [path.name for path in (ROOT / "docs/decisions").glob("*.md") if path.name != "README.md"]
    assert records
    assert not [name for name in records if name not in index]


def test_links_between_documents_lead_somewhere() -> None:
    broken = []
    for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text()):
            if not (page.parent / target).exists():
                broken.append(f"{page.name}: {target}")
    assert not broken
