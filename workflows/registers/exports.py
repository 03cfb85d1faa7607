"""A school's own records in files: posts, alerts with their evidence, consents, roles, and what the audit log says."""

import csv
import json
from collections.abc import AsyncIterator, Iterable
from io import StringIO
from typing import Any

from workflows.errors import Refused
from workflows.keys import keyring
from workflows.models import (
    Alert,
    AuditEntry,
    Comment,
    ConsentChange,
    Decision,
    Evidence,
    Lesson,
    Person,
    Post,
    Publication,
    Pupil,
    Revision,
    RoleGrant,
    School,
)

FORMULAS = ("=", "+", "-", "@", "\t", "\r")
File = tuple[str, bytes]


async def export(school: str) -> AsyncIterator[File]:
    """The files of an export one after the other, as (name, content); raises Refused for an unknown school."""
    if not await School.exists(slug=school):
        raise Refused(f"There is no school {school!r}. `gatepost doctor` lists those there are.")
    yield (
        "posts.json",
        _json([await _post(post) for post in await Post.filter(school_id=school).order_by("created_at")]),
    )
    comments = await Comment.filter(school_id=school).order_by("reported_at")
    yield "comments.json", _json([await _comment(comment) for comment in comments])
    for comment in comments:
        async for file in _evidence(comment):
            yield file
    yield (
        "lessons.json",
        _json([_lesson(lesson) for lesson in await Lesson.filter(school_id=school).order_by("said_at")]),
    )
    yield "consents.csv", await _consents(school)
    yield "roles.csv", await _roles(school)
    yield "audit.csv", await _audit(school)


def _lesson(lesson: Lesson) -> dict[str, Any]:
    """An entry of the review list, for the next version of the reader; an allowed phrase has one for every year."""
    return {
        "id": lesson.id,
        "kind": lesson.kind,
        "phrase": lesson.words["phrase"],
        "about": lesson.about,
        "by": lesson.said_by_id,
        "at": lesson.said_at,
        "allowed": lesson.active,
        "ended_by": lesson.ended_by_id,
        "ended_at": lesson.ended_at,
    }


async def _post(post: Post) -> dict[str, Any]:
    revisions = await Revision.filter(post_id=post.id).order_by("number")
    decisions = await Decision.filter(post_id=post.id).order_by("review")
    publications = await Publication.filter(post_id=post.id).order_by("account_id")
    return {
        "id": post.id,
        "state": post.state,
        "author": post.author_id,
        "created_at": post.created_at,
        "changed_at": post.changed_at,
        "revisions": [
            {"number": one.number, "by": one.by_id, "at": one.at, "content": one.content, "claim": one.claim}
            for one in revisions
        ],
        "decisions": [
            {
                "decision": one.decision,
                "by": one.by_id,
                "as_deputy": one.as_deputy,
                "at": one.at,
                "reason": one.reason,
                "claim": one.claim,
                "policy_version": one.policy_version,
            }
            for one in decisions
        ],
        "publications": [
            {
                "account": one.account_id,
                "permalink": one.permalink,
                "by": one.published_by_id,
                "at": one.published_at,
                "device": one.device,
            }
            for one in publications
        ],
    }


async def _comment(comment: Comment) -> dict[str, Any]:
    alert = await Alert.get_or_none(comment_id=comment.id)
    raised = {} if alert is None else {
        "state": alert.state,
        "raised_at": alert.raised_at,
        "acknowledged_by": alert.acknowledged_by_id,
        "acknowledged_at": alert.acknowledged_at,
        "resolved_by": alert.resolved_by_id,
        "resolved_at": alert.resolved_at,
        "outcome": alert.outcome,
        "note": alert.note,
    }  # fmt: skip
    return {
        "id": comment.id,
        "reported_by": comment.reported_by_id,
        "reported_at": comment.reported_at,
        "content": comment.content,
        "reading": comment.reading,
        "alert": raised,
    }


async def _evidence(comment: Comment) -> AsyncIterator[File]:
    kept = await Evidence.get_or_none(comment_id=comment.id)
    if kept is None:
        return
    folder = f"evidence/{comment.id}"
    yield (
        f"{folder}/record.json",
        _json({"sha256": kept.sha256, "captured_at": kept.captured_at, "record": kept.record}),
    )
    yield f"{folder}/picture.png", keyring().unseal(bytes(kept.picture))
    if kept.screenshot:
        yield f"{folder}/screenshot.jpg", keyring().unseal(bytes(kept.screenshot))


async def _consents(school: str) -> bytes:
    pupils = {pupil.id: pupil for pupil in await Pupil.filter(school_id=school)}
    entries = await ConsentChange.filter(pupil__school_id=school).order_by("id")
    header = ("pupil", "forename", "surname", "consent", "before", "answer", "at", "source", "by")
    return _csv(header, (_consent_line(pupils[entry.pupil_id], entry) for entry in entries))


def _consent_line(pupil: Pupil, entry: ConsentChange) -> tuple[object, ...]:
    name = (pupil.identity.get("forename", ""), pupil.identity.get("surname", ""))
    return (pupil.id, *name, entry.consent, entry.before, entry.answer, entry.at.isoformat(), entry.source, entry.by)


async def _roles(school: str) -> bytes:
    people = {person.id: person for person in await Person.all()}
    grants = await RoleGrant.filter(school_id=school).order_by("id")
    header = ("person", "name", "role", "granted_at", "granted_by", "revoked_at", "revoked_by")
    return _csv(
        header,
        (
            (
                grant.person_id,
                people[grant.person_id].formal_name,
                grant.role,
                grant.granted_at.isoformat(),
                grant.granted_by,
                grant.revoked_at.isoformat() if grant.revoked_at else "",
                grant.revoked_by,
            )
            for grant in grants
        ),
    )


async def _audit(school: str) -> bytes:
    mine = {school, *await _ids_of(school)}
    header = ("number", "at", "actor", "action", "about", "details", "before", "hash")
    lines = []
    async for entry in AuditEntry.all().order_by("number"):
        if entry.about in mine or entry.details.get("school") == school:
            details = json.dumps(entry.details, sort_keys=True)
            at = entry.at.isoformat()
            lines.append((entry.number, at, entry.actor, entry.action, entry.about, details, entry.before, entry.hash))
    return _csv(header, lines)


async def _ids_of(school: str) -> list[str]:
    found: list[str] = []
    for model in (Post, Comment, Alert, Lesson):
        found += [one.id for one in await model.filter(school_id=school).only("id")]
    return [*found, *(one.id for one in await Evidence.filter(comment__school_id=school).only("id"))]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, default=_instant).encode()


def _instant(value: Any) -> str:
    return str(value.isoformat())


def _csv(header: tuple[str, ...], lines: Iterable[tuple[object, ...]]) -> bytes:
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow(header)
    writer.writerows([_cell(value) for value in line] for line in lines)
    return file.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    # A spreadsheet would carry out what begins like a formula.
    return f"'{value}" if str(value).startswith(FORMULAS) else str(value)
