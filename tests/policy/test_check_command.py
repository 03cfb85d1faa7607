"""`gatepost check` as somebody at a keyboard meets it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli.main import app
from tests.evaluation.corpus import FOLDER

RUNNER = CliRunner()


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for name in ("trust.json", "register.csv", "staff.csv"):
        (tmp_path / name).write_bytes((FOLDER / "dev" / name).read_bytes())
    lines = (FOLDER / "dev" / "drafts.jsonl").read_text(encoding="utf-8").splitlines()[:3]
    (tmp_path / "drafts.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def check(corpus: Path, texts: str = "drafts") -> Result:
    return RUNNER.invoke(app, ["check", texts, "--corpus", str(corpus), "--output", str(corpus / "answers.jsonl")])


def answers(corpus: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (corpus / "answers.jsonl").read_text(encoding="utf-8").splitlines()]


def test_every_line_gets_an_answer_whose_quotes_lie_in_the_text(corpus: Path) -> None:
    assert check(corpus).exit_code == 0
    assert [answer["id"] for answer in answers(corpus)] == ["d001", "d002", "d003"]


def test_labels_are_not_read(corpus: Path) -> None:
    rows = [json.loads(line) for line in (corpus / "drafts.jsonl").read_text(encoding="utf-8").splitlines()]
    check(corpus)
    before = answers(corpus)
    for row in rows:
        row["expect"] = {"rules": ["9.9"]}
    (corpus / "drafts.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    check(corpus)
    assert answers(corpus) == before


def test_a_malformed_line_is_reported_with_its_number_and_the_rest_is_answered(corpus: Path) -> None:
    path = corpus / "drafts.jsonl"
    first, *rest = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([first, "{oops", '{"id": "x", "school": "willowbrook"}', *rest]), encoding="utf-8")
    result = check(corpus)
    assert result.exit_code == 1
    assert "line 2: skipped, it is not JSON." in result.stderr
    assert "line 3: skipped, it has no text" in result.stderr
    assert len(answers(corpus)) == 3


def test_a_missing_file_is_one_clear_sentence(corpus: Path) -> None:
    result = check(corpus, "comments")
    assert result.exit_code == 2
    assert result.stderr.strip() == f"There is no file {corpus / 'comments.jsonl'}."


def test_a_bad_register_line_is_reported_and_the_rest_is_used(corpus: Path) -> None:
    with (corpus / "register.csv").open("a", encoding="utf-8") as register:
        register.write("W9999,nowhere,Somebody,,Else,,,,,,,\n")
    result = check(corpus)
    assert result.exit_code == 1
    assert "names no school of this trust" in result.stderr
    assert "Somebody" not in result.stderr
    assert len(answers(corpus)) == 3


def test_the_policy_command_lists_every_clause() -> None:
    result = RUNNER.invoke(app, ["policy"])
    assert result.exit_code == 0
    for label in ("1.1–1.3", "5.7", "12.1"):
        assert label in result.stdout
