"""Clause 8.6: what is kept of a comment that describes a child, with a hash that shows it was not changed."""

import hashlib
import json
from datetime import datetime
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from workflows.keys import keyring

WIDTH, MARGIN, LINE, SIZE = 900, 40, 30, 20
"""Pixels of the rendered picture; readable when printed on A4."""


def record(comment: str, content: dict[str, Any], reported_at: datetime, captured_at: datetime) -> dict[str, str]:
    """What the evidence says: text, author, address, the post it stood under, and when; never an attachment."""
    return {
        "comment": comment,
        "text": content["text"],
        "author": content["author"],
        "permalink": content["permalink"],
        "post": content["post"],
        "reported_at": reported_at.isoformat(),
        "captured_at": captured_at.isoformat(),
    }


def sha256(evidence: dict[str, str]) -> str:
    """The hash of a record, over its canonical JSON."""
    return hashlib.sha256(json.dumps(evidence, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def picture(evidence: dict[str, str]) -> bytes:
    """The record drawn as a PNG, in place of a screenshot of the page, encrypted."""
    font = ImageFont.load_default(SIZE)
    lines = _lines(evidence, font)
    image = Image.new("RGB", (WIDTH, 2 * MARGIN + LINE * len(lines)), "white")
    pen = ImageDraw.Draw(image)
    for number, line in enumerate(lines):
        pen.text((MARGIN, MARGIN + number * LINE), line, fill="black", font=font)
    file = BytesIO()
    image.save(file, "PNG")
    return keyring().seal(file.getvalue())


def _lines(evidence: dict[str, str], font: Any) -> list[str]:
    heads = {
        "author": "Author",
        "permalink": "Address",
        "post": "Under the post",
        "reported_at": "Reported",
        "captured_at": "Captured",
        "text": "Comment",
    }
    lines = ["Evidence of a comment", ""]
    for key, label in heads.items():
        lines += [*_wrapped(f"{label}: {evidence[key]}", font), ""]
    return [*lines, f"SHA-256 of the record: {sha256(evidence)[:32]}", f"  {sha256(evidence)[32:]}"]


def _wrapped(text: str, font: Any) -> list[str]:
    lines: list[str] = []
    for paragraph in text.splitlines():
        line = ""
        for word in _short_words(paragraph):
            longer = f"{line} {word}".strip()
            if line and font.getlength(longer) > WIDTH - 2 * MARGIN:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return lines


def _short_words(paragraph: str, longest: int = 60) -> list[str]:
    """Words, with those that would not fit into one line cut into pieces."""
    return [word[at : at + longest] for word in paragraph.split() for at in range(0, len(word), longest)]
