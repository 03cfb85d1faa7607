"""The labelled sets beside the tests, as facts and labels."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from workflows.people.files import read_register, read_staff, read_trust
from workflows.people.register import Register
from workflows.policy.facts import Pupil, StaffMember, Trust

FOLDER = Path(__file__).parent.parent / "corpus"
SETS = ("dev", "dev2", "dev3")
# Written by somebody who had never seen the reader; scored, never learned from.
ASIDE = tuple(f"aside/{folder.name}" for folder in sorted((FOLDER / "aside").iterdir()))


@dataclass(frozen=True)
class LabelledSet:
    """One set: its people and the rows of its drafts and comments with their labels."""

    name: str
    trust: Trust
    pupils: tuple[Pupil, ...]
    staff: tuple[StaffMember, ...]
    registers: dict[str, Register]
    drafts: tuple[dict[str, Any], ...]
    comments: tuple[dict[str, Any], ...]


@cache
def labelled_set(name: str) -> LabelledSet:
    """Read one set; the files of a set hold no bad line."""
    folder = FOLDER / name
    trust = read_trust((folder / "trust.json").read_text(encoding="utf-8"))
    pupils, bad_pupils = read_register((folder / "register.csv").read_text(encoding="utf-8"), trust)
    staff, bad_staff = read_staff((folder / "staff.csv").read_text(encoding="utf-8"), trust)
    assert not bad_pupils + bad_staff
    registers = {
        school.slug: Register(
            school,
            [pupil for pupil in pupils if pupil.school == school.slug],
            [member for member in staff if member.school == school.slug],
        )
        for school in trust.schools
    }
    drafts, comments = (tuple(_rows(folder / f"{kind}.jsonl")) for kind in ("drafts", "comments"))
    return LabelledSet(name, trust, tuple(pupils), tuple(staff), registers, drafts, comments)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
