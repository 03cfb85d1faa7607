"""A job in a process of its own: memory starts fresh, a hanging engine is stopped, nothing is left behind."""

import asyncio
import importlib
import inspect
import json
import os
import signal
import subprocess
import sys
import traceback
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


class JobFailed(Exception):
    """A job ended without a result; the message holds its last words."""


def apart(job: str, longest: float, **arguments: Any) -> Any:
    """The result of `job` (`module:function`) run elsewhere, at most `longest` seconds; raises JobFailed."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.apart", job],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        said, complained = process.communicate(json.dumps(arguments), timeout=longest)
    except BaseException as error:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        if isinstance(error, subprocess.TimeoutExpired):
            raise JobFailed(f"{job} took longer than {longest:.0f} s and was stopped") from None
        raise
    if process.returncode:
        raise JobFailed(f"{job}: {complained.strip().splitlines()[-1] if complained.strip() else 'no words'}")
    return json.loads(said.splitlines()[-1])


def _run(job: str) -> None:
    module, function = job.split(":")
    done = getattr(importlib.import_module(module), function)(**json.load(sys.stdin))
    print(json.dumps(asyncio.run(done) if inspect.iscoroutine(done) else done), flush=True)


if __name__ == "__main__":
    try:
        _run(sys.argv[1])
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        # Not sys.exit: a database's thread that was never told to stop would keep the process.
        os._exit(1)
    os._exit(0)
