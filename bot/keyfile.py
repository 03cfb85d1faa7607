"""The demo's encryption key: made at the first start, kept beside its data, readable by its owner only."""

import os
from pathlib import Path

from workflows.keys import new_key


def demo_keys(folder: Path) -> tuple[str, ...]:
    """The keys in `folder`/keys, newest first; a new key where there is none yet."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "keys"
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return tuple(file.read_text().split())
    with os.fdopen(handle, "w") as opened:
        opened.write(f"{new_key()}\n")
    return tuple(file.read_text().split())
