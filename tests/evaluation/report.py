"""A report that people can read: every miss and false alarm, grouped by what went wrong."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from tests.evaluation.corpus import LabelledSet

Rows = dict[str, dict[str, Any]]


def report(name: str, labelled: LabelledSet, drafts: Rows, comments: Rows) -> str:
    """Markdown for one set."""
    groups: dict[str, list[str]] = defaultdict(list)
    for row in labelled.drafts:
        for cause in _draft_causes(row["expect"], drafts[row["id"]]):
            groups[cause].append(f"{row['id']}: {row['text']}")
    for row in labelled.comments:
        for cause in _comment_causes(row["expect"], comments[row["id"]]):
            groups[cause].append(f"{row['id']}: {row['text']}")
    lines = [f"# {name}, weights that never saw it", ""]
    for cause in sorted(groups):
        lines += [f"## {cause} ({len(groups[cause])})", "", *(f"- {_one_line(each)}" for each in groups[cause]), ""]
    return "\n".join(lines)


def _draft_causes(expect: dict[str, Any], answer: dict[str, Any]) -> Iterator[str]:
    for label, wanted, given in (
        ("draft rule", expect["rules"], answer["rules"]),
        ("draft advice", expect["advice"], answer["advice"]),
    ):
        yield from (f"{label} {rule} missed" for rule in wanted if rule not in given)
        yield from (f"{label} {rule} false" for rule in given if rule not in wanted)


def _comment_causes(expect: dict[str, Any], answer: dict[str, Any]) -> Iterator[str]:
    if expect["child"] != answer["child"]:
        yield f"comment {expect['child']} read as {answer['child']}"
    for label in ("offensive", "threat", "staff_forename"):
        if expect[label] != answer[label]:
            yield f"comment {label} {'missed' if expect[label] else 'false'}"
    if set(expect["pupils"]) != set(answer["pupils"]):
        yield "comment pupils differ"


def _one_line(text: str) -> str:
    return " ".join(text.split())
