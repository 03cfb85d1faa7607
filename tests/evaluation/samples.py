"""Training samples: for each question, the cues of every case of a set and the answer of its label."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.evaluation.corpus import LabelledSet
from workflows.people.cues import cues
from workflows.people.mention import Mention
from workflows.people.scene import Scene, scene
from workflows.people.singling import child_cues, cues_of_the_whole
from workflows.policy.evidence import Evidence
from workflows.policy.offence import offence_evidence
from workflows.policy.talk import talk
from workflows.policy.threats import threat_evidence

LONGEST_NAME = 28


@dataclass(frozen=True)
class Sample:
    """One case: its cues, the right answer, and enough to show it."""

    cues: frozenset[str]
    answer: bool
    case: str
    shown: str


def scenes(labelled: LabelledSet) -> Iterator[tuple[dict[str, Any], Scene]]:
    """Every draft and comment of a set, taken apart."""
    for rows, draft in ((labelled.drafts, True), (labelled.comments, False)):
        for row in rows:
            yield row, scene(row["text"], labelled.registers[row["school"]], draft=draft, above=row.get("post", ""))


def named(labelled: LabelledSet) -> Iterator[Sample]:
    """Is this mention the name of a child?"""
    for row, taken in scenes(labelled):
        quotes = _name_quotes(row, taken.draft)
        consented = {consent["pupil"] for consent in row.get("additional_consents", ())}
        for mention in taken.mentions:
            answer = _quoted(mention, row["text"], quotes)
            # A consented name is a child's name although no label quotes it: it teaches nothing reliable.
            if answer or not mention.pupils & consented:
                yield Sample(frozenset(cues(mention, taken)), answer, row["id"], _shown(row, mention))


def _name_quotes(row: dict[str, Any], draft: bool) -> list[str]:
    expect = row["expect"]
    if not draft:
        return expect.get("quotes", []) if expect["child"] == "named" else []
    quotes = expect.get("quotes", {})
    return [quote for rule in ("5.7", "4.1") for quote in quotes.get(rule, []) if len(quote) <= LONGEST_NAME]


def _quoted(mention: Mention, text: str, quotes: list[str]) -> bool:
    """Whether a quote of a name overlaps the mention, at any place where the quoted words stand."""
    for quote in quotes:
        at = text.find(quote)
        while at >= 0:
            if at < mention.end and mention.start < at + len(quote):
                return True
            at = text.find(quote, at + 1)
    return False


def _shown(row: dict[str, Any], mention: Mention) -> str:
    text = row["text"]
    return f"[{text[mention.start : mention.end]}] {text[max(0, mention.start - 60) : mention.end + 80]}"


def staff(labelled: LabelledSet) -> Iterator[Sample]:
    """Is this mention the forename of a member of staff?"""
    for row, taken in scenes(labelled):
        expect = row["expect"]
        children = _name_quotes(row, taken.draft)
        for mention in taken.mentions:
            if not mention.staff:
                continue
            if taken.draft:
                answer = _quoted(mention, row["text"], expect.get("quotes", {}).get("5.2", []))
            else:
                answer = expect["staff_forename"] and not _quoted(mention, row["text"], children)
            yield Sample(frozenset(cues(mention, taken)), answer, row["id"], _shown(row, mention))


def _singling(taken: Scene) -> frozenset[str]:
    """The cues of a text, each also under the kind of text."""
    cues = set(cues_of_the_whole(taken)).union(*(child_cues(child, taken) for child in taken.children))
    return frozenset({*cues, *(f"{taken.kind}: {cue}" for cue in cues)})


def described(labelled: LabelledSet) -> Iterator[Sample]:
    """Does this text without a name single a child out?"""
    for row, taken in scenes(labelled):
        if taken.draft:
            quotes = row["expect"].get("quotes", {}).get("5.7", [])
            answer = any(len(quote) > LONGEST_NAME for quote in quotes)
            clear = (answer or "5.7" not in row["expect"]["rules"]) and not row["additional_consents"]
        else:
            answer, clear = row["expect"]["child"] == "described", row["expect"]["child"] != "named"
        if clear:
            yield Sample(_singling(taken), answer, row["id"], row["text"])


def referred(labelled: LabelledSet) -> Iterator[Sample]:
    """Does this comment without a name speak of one child at all?"""
    for row, taken in scenes(labelled):
        child = row["expect"].get("child", "named")
        if not taken.draft and child != "named":
            yield Sample(_singling(taken), child != "none", row["id"], row["text"])


def _cues(evidence: Iterable[Evidence]) -> frozenset[str]:
    return frozenset(each.cue for each in evidence)


def offence(labelled: LabelledSet) -> Iterator[Sample]:
    """Is this comment abusive? Threats are asked about apart, and each is an offence anyway."""
    for row, taken in scenes(labelled):
        if not taken.draft and not row["expect"]["threat"]:
            yield Sample(_cues(offence_evidence(talk(taken))), row["expect"]["offensive"], row["id"], row["text"])


def threat(labelled: LabelledSet) -> Iterator[Sample]:
    """Does this comment threaten somebody?"""
    for row, taken in scenes(labelled):
        if not taken.draft:
            yield Sample(_cues(threat_evidence(talk(taken))), row["expect"]["threat"], row["id"], row["text"])


QUESTIONS: dict[str, tuple[str, Callable[[LabelledSet], Iterator[Sample]]]] = {
    "named": ("people", named),
    "staff": ("people", staff),
    "described": ("people", described),
    "referred": ("people", referred),
    "offence": ("policy", offence),
    "threat": ("policy", threat),
}
