"""The layout that a newcomer relies on: small files, short functions, known names, nothing foreign inside."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
TOP = {
    "bot",
    "workflows",
    "templates",
    "tests",
    "docs",
    "pyproject.toml",
    "manifest.yml",
    "README.md",
    "LICENSE",
    "CHANGELOG.md",
    "Makefile",
    "gatepost.example.toml",
    "package.json",
    "package-lock.json",
    "requirements.lock",
    "requirements-dev.lock",
}
LONGEST_FILE, LONGEST_FUNCTION = 300, 50
LONG_FOR_A_REASON = {"workflows/policy/clauses.py"}  # Data: one entry for each row of clauses.md.
OURS = ("bot", "workflows")


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / line for line in listed.splitlines() if (ROOT / line).exists()]


def _sources() -> list[Path]:
    return [path for top in OURS for path in (ROOT / top).rglob("*.py") if "migrations" not in path.parts]


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_the_top_level_has_only_the_known_names() -> None:
    tops = {path.relative_to(ROOT).parts[0] for path in _tracked()}
    assert {top for top in tops if not top.startswith(".")} <= TOP


def test_no_file_is_longer_than_300_lines() -> None:
    long = {str(path.relative_to(ROOT)) for path in _sources() if len(path.read_text().splitlines()) > LONGEST_FILE}
    assert long <= LONG_FOR_A_REASON


def test_files_and_functions_are_short() -> None:
    files = [sum(bool(line.strip()) for line in path.read_text().splitlines()) for path in _sources()]
    lengths = [(node.end_lineno or 0) - node.lineno + 1 for path in _sources() for node in _functions(path)]
    assert median(files) <= 70
    assert sum(length <= 200 for length in files) >= 0.9 * len(files)
    assert median(lengths) <= 8
    assert max(lengths) <= LONGEST_FUNCTION


def test_no_name_that_says_nothing() -> None:
    empty = {"utils", "helpers", "manager", "common", "misc"}
    assert not {path for path in _sources() if path.stem in empty or path.parent.name in empty}


def test_every_source_file_says_what_it_is() -> None:
    assert not [path for path in _sources() if not ast.get_docstring(ast.parse(path.read_text()))]


def test_lock_files_pin_with_hashes_and_name_no_index() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text()
        pins = re.findall(r"^\S+==\S+", text, re.MULTILINE)
        assert pins
        assert "://" not in text
        assert "--index" not in text
        assert all("--hash=sha256:" in part for part in re.split(r"^(?=\S+==)", text, flags=re.MULTILINE)[1:])


def test_no_mock_library_anywhere() -> None:
    uses = re.compile(r"unittest\.mock|MagicMock|mocker\b|monkeypatch\.setattr")
    found = [
        path for path in (ROOT / "tests").rglob("*.py") if path != Path(__file__) and uses.search(path.read_text())
    ]
    assert not found
