"""Installed as a wheel into a clean environment and started from another folder, everything is inside."""

import re
import signal
import subprocess
import sys
import urllib.request
import venv
from pathlib import Path

import pytest

pytestmark = pytest.mark.install
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def gatepost(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of a wheel in an environment of its own."""
    home = tmp_path_factory.mktemp("installed")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(home), cwd=ROOT)
    (wheel,) = home.glob("*.whl")
    venv.create(home / "venv", with_pip=True)
    pip = [str(home / "venv/bin/python"), "-m", "pip", "--quiet", "install"]
    _run(*pip, "--require-hashes", "-r", str(ROOT / "requirements.lock"), cwd=home)
    _run(*pip, "--no-deps", str(wheel), cwd=home)
    return home / "venv/bin/gatepost"


def _run(*command: str, cwd: Path) -> str:
    return subprocess.run(command, cwd=cwd, check=True, capture_output=True, text=True, timeout=300).stdout


def test_the_policy_is_shown(gatepost: Path, tmp_path: Path) -> None:
    assert "8.6" in _run(str(gatepost), "policy", cwd=tmp_path)


def test_drafts_are_checked_with_the_word_lists_inside(gatepost: Path, tmp_path: Path) -> None:
    corpus = ROOT / "tests/corpus/dev3"
    answers = tmp_path / "answers.jsonl"
    _run(str(gatepost), "check", "drafts", "--corpus", str(corpus), "--output", str(answers), cwd=tmp_path)
    assert len(answers.read_text().splitlines()) == len((corpus / "drafts.jsonl").read_text().splitlines())


def test_the_demo_migrates_fills_and_serves(gatepost: Path, tmp_path: Path) -> None:
    process = subprocess.Popen(
        [gatepost, "demo", "--port", "8097", "--data", tmp_path / "var"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        said = ""
        while "http://" not in said:
            line = process.stdout.readline()
            assert line, f"the demo ended: {said}"
            said += line
        address = re.search(r"http://\S+/", said)
        assert address is not None
        with urllib.request.urlopen(address.group(), timeout=20) as page:  # noqa: S310
            assert "Gatepost" in page.read().decode()
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 0
