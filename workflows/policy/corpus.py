"""The corpus format: lines of drafts and comments into facts, findings and readings into answer lines."""

import json
from typing import Any

from workflows.policy.facts import AdditionalConsent, Comment, Draft, Medium
from workflows.policy.findings import Finding, Reading

# The corpus has no label for the equality policy: a slur is what its profanity filter would stop.
LABELS = {"5.8": "7.7"}
KINDS = ("photo", "video", "link")
SCOPES = ("name", "name_with_image")


class BadLine(ValueError):
    """A line cannot be read; the message says why without repeating the text."""


def row(line: str) -> dict[str, Any]:
    """One line as an object with an id, a school and a text; raises BadLine."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        raise BadLine("it is not JSON") from None
    if not isinstance(value, dict):
        raise BadLine("it is not a JSON object")
    for field in ("id", "school", "text"):
        if not isinstance(value.get(field), str):
            raise BadLine(f"it has no {field}, or the {field} is not text")
    return value


def draft(value: dict[str, Any]) -> Draft:
    """A row of drafts.jsonl as a draft; raises BadLine."""
    try:
        return Draft(
            school=value["school"],
            accounts=(str(value["account"]),),
            text=value["text"],
            media=tuple(_medium(each) for each in value.get("media") or ()),
            additional_consents=tuple(_consent(each) for each in value.get("additional_consents") or ()),
        )
    except KeyError as error:
        raise BadLine(f"it has no {error}") from None
    except (TypeError, AttributeError, ValueError):
        raise BadLine("its media, consents or account are not arranged as the guide says") from None


def _medium(value: dict[str, Any]) -> Medium:
    if value["kind"] not in KINDS:
        raise ValueError(value["kind"])
    return Medium(
        kind=value["kind"],
        pupils=tuple(value.get("pupils") or ()),
        obscured=tuple(value.get("obscured") or ()),
        unlisted_faces=int(value.get("unlisted_faces") or 0),
        url=str(value.get("url") or ""),
    )


def _consent(value: dict[str, Any]) -> AdditionalConsent:
    if value["scope"] not in SCOPES:
        raise ValueError(value["scope"])
    return AdditionalConsent(str(value["pupil"]), value["scope"])


def comment(value: dict[str, Any]) -> Comment:
    """A row of comments.jsonl as a comment."""
    return Comment(value["school"], value["text"], str(value.get("author") or ""), str(value.get("post") or ""))


def draft_answer(case: str, findings: tuple[Finding, ...]) -> dict[str, Any]:
    """The answer line for a draft."""
    blocking = [finding for finding in findings if finding.blocks]
    advice = {finding.clause for finding in findings if not finding.blocks}
    return {
        "id": case,
        "rules": sorted({_label(finding) for finding in blocking}),
        "advice": sorted(advice),
        "findings": [
            {
                "rule": _label(finding),
                "quote": finding.quote,
                "start": finding.start,
                "end": finding.end,
                "pupils": list(finding.pupils),
            }
            for finding in findings
        ],
    }


def _label(finding: Finding) -> str:
    return LABELS.get(finding.clause, finding.clause)


def comment_answer(case: str, reading: Reading) -> dict[str, Any]:
    """The answer line for a comment."""
    return {
        "id": case,
        "child": reading.child.value,
        "urgent": reading.singles_out_a_child,
        "offensive": reading.offensive,
        "threat": reading.threat,
        "staff_forename": reading.staff_forename,
        "quotes": list(reading.quotes),
        "pupils": list(reading.pupils),
    }
