"""What Microsoft's own parser has against a card."""

import json
import subprocess
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SCRIPT = "tests/teams/node/parse_cards.cjs"


def complaints(cards: dict[str, Any]) -> dict[str, list[str]]:
    """The parser's complaints by the name of the card, for version 1.5; cards without one are left out."""
    ran = subprocess.run(["node", SCRIPT], cwd=ROOT, input=json.dumps(cards), capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    said: dict[str, list[str]] = json.loads(ran.stdout)
    return {name: found for name, found in said.items() if found}
