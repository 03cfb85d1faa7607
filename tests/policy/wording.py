"""The invented texts of tests/corpus/wording: what people may write, apart from the labelled sets."""

from pathlib import Path

FOLDER = Path(__file__).parent.parent / "corpus" / "wording"


def lines(name: str) -> list[str]:
    """The texts of one file, one a line."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
