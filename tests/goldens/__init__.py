"""What cards look like today, as files: `UPDATE_GOLDENS=1 pytest tests/cards` writes them anew for review."""

import json
import os
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def matches_golden(folder: str, name: str, value: Any) -> None:
    """Compare `value` with `goldens/<folder>/<name>.json`, or write that file where asked to."""
    path = HERE / folder / f"{name}.json"
    if os.environ.get("UPDATE_GOLDENS"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert json.loads(path.read_text(encoding="utf-8")) == value
