"""Microsoft Presidio beside us: set up from a lock file in an environment of its own, asked through a pipe."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.bench.apart import ROOT
from workflows.policy.facts import Pupil

HERE = Path(__file__).parent
ENVIRONMENT = ROOT / ".venv-presidio"
STAMP = ENVIRONMENT / ".installed"
LOCK = HERE / "presidio.lock.txt"
LONGEST_INSTALL = 600
Text = dict[str, str]


class NoPresidio(Exception):
    """Presidio cannot be measured here; the message is a sentence for the report."""


def set_up(install: bool) -> None:
    """See that the environment is as the lock file says; raises NoPresidio."""
    if STAMP.exists() and STAMP.read_text() == LOCK.read_text():
        return
    if not install:
        raise NoPresidio("Presidio is not installed and the short form does not install it; run the full form once.")
    try:
        _run(sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT))
        pip = [str(_python()), "-m", "pip", "--quiet", "--disable-pip-version-check"]
        _run(*pip, "install", "--require-hashes", "--requirement", str(LOCK))
    except (OSError, subprocess.SubprocessError) as error:
        raise NoPresidio(f"Presidio could not be installed ({type(error).__name__}), so it is left out.") from error
    STAMP.write_text(LOCK.read_text())


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=LONGEST_INSTALL)


def _python() -> Path:
    return ENVIRONMENT / "bin" / "python"


class Presidio:
    """A running worker that has the names and the texts."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def round(self) -> tuple[float, list[list[bool]]]:
        """Seconds for all texts, and for each whether a person and whether a pupil was found."""
        self.say("go")
        answer = self.hear()
        return answer["seconds"], answer["found"]

    def say(self, value: Any) -> None:
        """One line of JSON to the worker."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(value) + "\n")
        self._process.stdin.flush()

    def hear(self) -> Any:
        """One line of JSON from the worker; raises NoPresidio when it ended."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise NoPresidio("Presidio ended before it answered, so it is left out.")
        return json.loads(line)


@contextmanager
def presidio(pupils: Sequence[Pupil], texts: Sequence[Text]) -> Iterator[Presidio]:
    """A worker that is warm, stopped afterwards."""
    process = subprocess.Popen(
        [str(_python()), str(HERE / "presidio_worker.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        worker = Presidio(process)
        worker.say(deny_lists(pupils))
        worker.say(list(texts))
        worker.hear()
        yield worker
    except BrokenPipeError:
        raise NoPresidio("Presidio ended before it answered, so it is left out.") from None
    finally:
        process.kill()
        process.communicate()


def deny_lists(pupils: Sequence[Pupil]) -> dict[str, list[str]]:
    """Forenames and preferred names by school, each once."""
    names: dict[str, set[str]] = {}
    for pupil in pupils:
        names.setdefault(pupil.school, set()).update({pupil.forename, pupil.preferred_name} - {""})
    return {school: sorted(listed) for school, listed in names.items()}
