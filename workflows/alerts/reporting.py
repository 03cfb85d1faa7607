"""Clauses 5.4, 5.7 and 8.6: a reported comment is stored and read; one that describes a child raises an alert."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workflows import access, audit, tasks
from workflows.alerts import evidence
from workflows.alerts.alerting import next_chase
from workflows.engine.applying import Change, handles
from workflows.engine.commands import Call, Command, Effect, Redraw, Tell
from workflows.engine.world import World
from workflows.errors import Refused
from workflows.models import Alert, Comment, Evidence, Picture
from workflows.policy.enforcement import enforces
from workflows.policy.facts import Comment as CommentFacts
from workflows.policy.findings import ChildMention, Reading
from workflows.states import ACCOUNT_ACCESS, AlertState, Role

MAX_COMMENT = 20_000
"""Characters; Facebook takes 8,000 in a comment."""


@handles("comment.report")
@enforces("8.6", "5.4", "5.7")
async def report(command: Command, world: World) -> Change:
    """A member of staff reports a comment; whatever they say of it, it is read."""
    said = command.payload
    person = await access.require(command.actor, said["school"], Role.STAFF, *ACCOUNT_ACCESS)
    content = _content(said)
    reader = await world.readers.current()
    reading = reader.comment(CommentFacts(said["school"], content["text"], content["author"], content["post"]))
    urgent = reading.urgent or bool(said.get("about_a_child"))
    now = world.clock.now()
    comment = Comment(
        id=tasks.derived_id(command.id, "comment"),
        school_id=said["school"],
        content=content,
        reading=_reading(reading, bool(said.get("about_a_child"))),
        urgent=urgent,
        reported_by_id=person.id,
        reported_at=now,
    )
    if not urgent:
        return _quiet(comment, person.id, now)
    return await _alarm(comment, person.id, said.get("screenshot"), now, world)


@handles("comment.alarm")
@enforces("8.6")
async def alarm_after_all(command: Command, world: World) -> Change:
    """Somebody says of a comment that was found harmless that it is about a child, or a threat; once is enough."""
    comment = await Comment.get(id=command.payload["comment"])
    person = await access.require(command.actor, comment.school_id, Role.STAFF, *ACCOUNT_ACCESS)
    if comment.urgent:
        return Change(comment.id)
    comment.urgent, comment.reading = True, {**comment.reading, "reporter_says_child": True}
    return await _alarm(comment, person.id, None, world.clock.now(), world)


def _content(said: dict[str, Any]) -> dict[str, str]:
    content = {key: str(said.get(key, "")).strip() for key in ("text", "author", "permalink", "post")}
    if not content["text"]:
        raise Refused("Please copy the text of the comment into the form, so that it can be read and kept.")
    if len(content["text"]) > MAX_COMMENT:
        raise Refused(f"That comment has more than {MAX_COMMENT:,} characters. Please copy the part that matters.")
    return content


def _reading(reading: Reading, about_a_child: bool) -> dict[str, Any]:
    return {
        "child": reading.child,
        "offensive": reading.offensive,
        "threat": reading.threat,
        "staff_forename": reading.staff_forename,
        "pupils": list(reading.pupils),
        "quotes": list(reading.quotes),
        "reasons": list(reading.reasons),
        "reporter_says_child": about_a_child,
    }


def _quiet(comment: Comment, person: int, now: datetime) -> Change:
    async def write() -> None:
        await comment.save(force_create=True)
        await audit.record("comment.report", comment.id, f"person:{person}", {"urgent": False}, now)

    return Change(
        comment.id, [Tell("comment", comment.id, {"person": person}), Call("hide_comment", comment.id)], write
    )


@dataclass(slots=True)
class _Alarm:
    comment: Comment
    kept: Evidence
    alert: Alert
    by: int

    async def write(self) -> None:
        """Evidence first of all: from here on the comment may disappear."""
        at, comment = self.alert.raised_at, self.comment
        await comment.save()
        await self.kept.save(force_create=True)
        await self.alert.save(force_create=True)
        await audit.record("comment.report", comment.id, f"person:{self.by}", {"urgent": True}, at)
        await audit.record("evidence.keep", self.kept.id, "time", {"sha256": self.kept.sha256}, at)
        await audit.record("alert.raise", self.alert.id, "time", {"comment": comment.id}, at)


async def _alarm(comment: Comment, person: int, screenshot: str | None, now: datetime, world: World) -> Change:
    alert = Alert(
        id=tasks.derived_id(comment.id, "alert"),
        school_id=comment.school_id,
        comment_id=comment.id,
        state=AlertState.RAISED,
        raised_at=now,
    )
    alarm = _Alarm(comment, await _kept(comment, screenshot, now), alert, person)
    heads = await access.headteachers(comment.school_id)
    effects: list[Effect] = [Tell("alert", alert.id, {"leadership": comment.school_id})]
    effects += [Tell("alert", alert.id, {"person": head.id}) for head in heads]
    effects += [
        Call("delete_comment", comment.id),
        Tell("comment", comment.id, {"person": person}),
        next_chase(alert, world),
    ]
    return Change(alert.id, effects, alarm.write)


async def _kept(comment: Comment, screenshot: str | None, now: datetime) -> Evidence:
    record = evidence.record(comment.id, comment.content, comment.reported_at, now)
    shot = await Picture.get_or_none(id=screenshot) if screenshot else None
    return Evidence(
        id=tasks.derived_id(comment.id, "evidence"),
        comment_id=comment.id,
        record=record,
        picture=await asyncio.to_thread(evidence.picture, record),
        screenshot=shot.sealed if shot else None,
        sha256=evidence.sha256(record),
        captured_at=now,
    )


@handles("delete_comment.answered")
@handles("hide_comment.answered")
async def answered(command: Command, world: World) -> Change:
    """A network removed the comment, or asks for a person to do it."""
    said = command.payload
    comment = await Comment.get(id=said["about"])
    if not said.get("steps"):
        return Change(comment.id)
    kind: tasks.Kind = "delete_comment" if command.name.startswith("delete") else "hide_comment"
    task = tasks.new(command.id, kind, comment.school_id, comment.id, world.clock.now())
    effects = [*tasks.told(task, await tasks.doers(comment.school_id)), tasks.chased(task, world)]
    effects += [Redraw(alert.id) for alert in await Alert.filter(comment_id=comment.id)]
    return Change(task.id, effects, tasks.opening(task))


def kind_of_alarm(reading: dict[str, Any]) -> str:
    """What a comment does, in words that say no more about a child than needed."""
    names = reading["child"] == ChildMention.NAMED
    describes = reading["child"] == ChildMention.DESCRIBED or reading["reporter_says_child"]
    does = ["names a child"] if names else ["describes a child"] if describes else []
    if reading["threat"]:
        does.append("makes a threat")
    return "A comment " + " and ".join(does)
