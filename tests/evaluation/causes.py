"""Why the reader missed something or took something for what it is not, in a few words to group by."""

from collections.abc import Iterator
from typing import Any

from tests.evaluation.corpus import LabelledSet
from workflows.people.mention import Mention
from workflows.people.scene import Scene, scene
from workflows.people.spot import Spot

Row = dict[str, Any]


def draft_causes(labelled: LabelledSet, row: Row, answer: Row) -> Iterator[str]:
    """One cause for each rule or advice that was missed or given wrongly."""
    expect = row["expect"]
    for rule in expect["rules"]:
        if rule not in answer["rules"]:
            quotes = expect.get("quotes", {}).get(rule, [])
            yield f"draft, {rule} missed{_why_missed(labelled, row, quotes, draft=True) if rule == '5.7' else ''}"
    for rule in answer["rules"]:
        if rule not in expect["rules"]:
            quotes = [finding["quote"] for finding in answer["findings"] if finding["rule"] == rule]
            yield f"draft, {rule} false{_why_false(labelled, row, quotes, draft=True) if rule == '5.7' else ''}"
    yield from (f"draft, advice {each} missed" for each in expect["advice"] if each not in answer["advice"])
    yield from (f"draft, advice {each} false" for each in answer["advice"] if each not in expect["advice"])


def comment_causes(labelled: LabelledSet, row: Row, answer: Row) -> Iterator[str]:
    """One cause for each way in which the answer on a comment differs from its label."""
    expect = row["expect"]
    if expect["child"] != answer["child"]:
        why = ""
        if expect["child"] == "named":
            why = _why_missed(labelled, row, expect["quotes"], draft=False)
        elif answer["child"] == "named":
            why = _why_false(labelled, row, answer["quotes"], draft=False)
        yield f"comment, {expect['child']} read as {answer['child']}{why}"
    for label in ("offensive", "threat", "staff_forename"):
        if expect[label] != answer[label]:
            yield f"comment, {label.replace('_', ' ')} {'missed' if expect[label] else 'false'}"
    wanted, given = set(expect["pupils"]), set(answer["pupils"])
    if wanted - given:
        yield "comment, pupils missed"
    if given - wanted:
        yield "comment, pupils too many"


def _why_missed(labelled: LabelledSet, row: Row, quotes: list[str], *, draft: bool) -> str:
    taken = scene(row["text"], labelled.registers[row["school"]], draft=draft)
    seen = [mention for mention in taken.mentions for quote in quotes if _overlaps(taken, mention, quote)]
    if not seen:
        return ": no possible name seen" if all(len(quote) < 28 for quote in quotes) else ": a description"
    return f": {_kind(seen[0], taken)} weighed as no child"


def _why_false(labelled: LabelledSet, row: Row, quotes: list[str], *, draft: bool) -> str:
    taken = scene(row["text"], labelled.registers[row["school"]], draft=draft)
    seen = [mention for mention in taken.mentions if taken.text[mention.start : mention.end] in quotes]
    return f": {_kind(seen[0], taken)} taken for a child" if seen else ": a description"


def _kind(mention: Mention, taken: Scene) -> str:
    spot = Spot(mention, taken)
    case = "in capitals" if spot.token.shouted else "with a capital" if spot.token.capital else "in small letters"
    what = "a word that is also a name" if spot.wordy else "a name"
    whose = "on the register" if mention.pupils else "of staff" if mention.staff else "on no register"
    return f"{what} {whose}, {case},"


def _overlaps(taken: Scene, mention: Mention, quote: str) -> bool:
    at = taken.text.find(quote)
    return at >= 0 and at < mention.end and mention.start < at + len(quote)
