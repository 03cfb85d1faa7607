"""Children described, referred to or not meant, in the words of many parents and staff of all parts of Britain.

No weight is learned from these texts. More than half of them were looked at while the word lists were written, so the
figures are kinder than those on texts by somebody else.
"""

import json
from collections import Counter
from functools import cache
from pathlib import Path

from workflows.policy.facts import Comment, Draft, Pupil, School, SchoolClass, StaffMember, Trust
from workflows.policy.findings import ChildMention
from workflows.policy.reader import Reader

TEXTS = Path(__file__).parent.parent / "corpus" / "wording" / "described.jsonl"
CLASSES = {
    "brackenhill": {
        "Dormouse": "Reception", "Puffin": "Year 1", "Otter": "Year 2", "Hare": "Year 3", "Kestrel": "Year 4",
        "Badger": "Year 5", "Skylark": "Year 6",
    },
    "st-aidans": {
        "Juniper": "Reception", "Bramble": "Year 1", "Foxglove": "Year 2", "Hawthorn": "Year 3", "Sorrel": "Year 4",
        "Larch": "Year 6",
    },
}  # fmt: skip
TRUST = Trust(
    name="Two Rivers Trust",
    schools=tuple(
        School(slug, slug, classes=tuple(SchoolClass(name, year) for name, year in classes.items()))
        for slug, classes in CLASSES.items()
    ),
)
FORENAMES = (
    "Nia",
    "Callum",
    "Hamza",
    "Beatrix",
    "Yusuf",
    "Orla",
    "Kwame",
    "Elodie",
    "Ravi",
    "Jemima",
    "Piotr",
    "Amara",
)
SURNAMES = (
    "Pritchard",
    "Baxter",
    "Sheikh",
    "Demir",
    "Kinsella",
    "Asante",
    "Farrow",
    "Menon",
    "Stokes",
    "Eze",
    "Macrae",
)
STAFF = (("Mr", "Askew"), ("Mrs", "Teale"), ("Miss", "Obuya"), ("Mrs", "Pryce"), ("Mr", "Dunmore"), ("Mr", "Fenn"))
URGENT = (ChildMention.NAMED, ChildMention.DESCRIBED)
Told = Counter[tuple[bool, bool]]


@cache
def reader() -> Reader:
    """A reader for two invented schools with a small register."""
    pupils = [
        Pupil(f"P{slug}{at}", slug, forename, surname, "", year, name)
        for slug, classes in CLASSES.items()
        for at, (forename, surname, (name, year)) in enumerate(zip(FORENAMES, SURNAMES, classes.items(), strict=False))
    ]
    staff = [
        StaffMember(f"S{slug}{at}", slug, title, "Lynne", surname, "Teacher")
        for slug in CLASSES
        for at, (title, surname) in enumerate(STAFF)
    ]
    return Reader(TRUST, pupils, staff)


def texts(kind: str) -> list[dict[str, str]]:
    """The rows that hold a text of a kind: "text" of a comment, or "draft"."""
    rows = (json.loads(line) for line in TEXTS.read_text(encoding="utf-8").splitlines())
    return [row for row in rows if kind in row]


def kinds() -> Counter[tuple[ChildMention, ChildMention]]:
    """How often a comment of one kind is read as another."""
    return Counter(
        (ChildMention(row["child"]), reader().comment(Comment(row["school"], row["text"])).child)
        for row in texts("text")
    )


def precision(told: Told) -> float:
    return told[True, True] / (told[True, True] + told[False, True])


def recall(told: Told) -> float:
    return told[True, True] / (told[True, True] + told[True, False])


def test_8_6_children_who_are_singled_out_in_other_words_are_urgent() -> None:
    told: Told = Counter()
    for (child, read), times in kinds().items():
        told[child in URGENT, read in URGENT] += times
    assert recall(told) >= 0.92
    assert precision(told) >= 0.94


def test_8_6_children_who_are_only_referred_to_and_nobody_are_told_apart() -> None:
    read = kinds()
    right = sum(times for (child, answer), times in read.items() if child == answer)
    assert right / read.total() >= 0.92


def test_5_7_drafts_that_single_a_child_out_in_other_words_are_blocked() -> None:
    told: Told = Counter()
    for row in texts("draft"):
        findings = reader().draft(Draft(row["school"], (), row["draft"]))
        told[bool(row["described"]), any(finding.clause == "5.7" for finding in findings)] += 1
    assert recall(told) >= 0.93
    assert precision(told) >= 0.96


def test_5_7_the_reason_gives_a_year_with_its_number() -> None:
    told = reader().comment(Comment("elder-bank", "The knight in Year 2 who fell asleep, bless him"))
    assert "“Year 2”" in told.reasons[0]
