"""Clauses 7.4 and 8.6: an alert repeats and escalates until acknowledged, then until resolved with an outcome."""

from datetime import datetime
from typing import Any

from workflows import access, audit
from workflows.engine.applying import Change, handles
from workflows.engine.commands import Command, Effect, Follow, Redraw, Tell
from workflows.engine.world import World
from workflows.errors import AlreadyDecided, Refused, Stale
from workflows.models import Alert
from workflows.policy.enforcement import enforces
from workflows.states import AlertState, Role

OUTCOMES = {
    "parent_contacted": "The parent or carer was spoken to",
    "family_informed": "The child's family was told",
    "referred": "Passed to the designated safeguarding lead",
    "authorities": "Passed to the police or another authority",
    "not_about_a_child": "It was not about a particular child",
    "other": "Something else (see the note)",
}
FAST_REPEATS = 3
LEADERSHIP_FROM, WHOLE_TRUST_FROM = 2, 3
"""From which repeat on everybody in leadership, and the trust's Communications Lead, are told in person."""


def next_chase(alert: Alert, world: World) -> Follow:
    """When the alert speaks up again: soon and often at first, then every half hour, day and night."""
    times, now = world.timings, world.clock.now()
    if alert.state == AlertState.ACKNOWLEDGED:
        due = world.calendar.after(now, times.resolve_after, alert.school_id)
    else:
        due = now + (times.alert_repeat if alert.level < FAST_REPEATS else times.alert_slow_repeat)
    return Follow("alert.chase", {"alert": alert.id, "level": alert.level + 1}, due)


async def _find(command: Command) -> Alert:
    alert = await Alert.get_or_none(id=command.payload.get("alert", ""))
    if alert is None:
        raise Refused("That alert cannot be found.")
    return alert


def _claim(alert: Alert, command: Command, at: datetime, effects: list[Effect], **fields: Any) -> Change:
    async def write() -> None:
        if not await Alert.filter(id=alert.id, version=alert.version).update(version=alert.version + 1, **fields):
            raise Stale("The alert changed meanwhile.")
        actor = "time" if command.actor is None else f"person:{command.actor}"
        await audit.record(command.name, alert.id, actor, {"level": fields.get("level", alert.level)}, at)

    return Change(alert.id, effects, write)


@handles("alert.chase")
@enforces("7.4 acts", "8.6")
async def chase(command: Command, world: World) -> Change:
    """Nobody acknowledged, or nobody resolved it: say it again, louder each time."""
    alert = await _find(command)
    if alert.state == AlertState.RESOLVED or alert.level != command.payload["level"] - 1:
        return Change(alert.id)
    alert.level += 1
    tells = await _again(alert)
    if alert.state == AlertState.RAISED:
        tells = _in_the_channel(alert) + tells
    # The cards from before keep their words: bringing all of them up to date at each repeat would never end.
    effects = [*tells, next_chase(alert, world)]
    return _claim(alert, command, world.clock.now(), effects, level=alert.level)


async def _again(alert: Alert) -> list[Effect]:
    return [Tell("alert", alert.id, {"person": one}, str(alert.level)) for one in await _reached(alert)]


def _in_the_channel(alert: Alert) -> list[Effect]:
    """A repeat stays in the thread of the first alert; whenever more people hear of it, it also stands anew."""
    channel = {"leadership": alert.school_id}
    tells: list[Effect] = [Tell("alert", alert.id, channel, str(alert.level), reply=True)]
    if alert.level in (LEADERSHIP_FROM, WHOLE_TRUST_FROM):
        tells.append(Tell("alert", alert.id, channel, str(alert.level)))
    return tells


async def _reached(alert: Alert) -> list[int]:
    """The headteacher first, from the second time on everybody in leadership, then the whole trust's lead."""
    people = await access.headteachers(alert.school_id)
    if alert.state == AlertState.ACKNOWLEDGED:
        mine = [alert.acknowledged_by_id] if alert.acknowledged_by_id else []
        return list(dict.fromkeys([*mine, *(person.id for person in people)]))
    if alert.level >= LEADERSHIP_FROM:
        people += await access.leadership(alert.school_id)
    if alert.level >= WHOLE_TRUST_FROM:
        people += await access.communications_leads()
    return list(dict.fromkeys(person.id for person in people))


RESPONSIBLE = (Role.HEADTEACHER, Role.LEADERSHIP, Role.COMMUNICATIONS_LEAD)


@handles("alert.acknowledge")
@enforces("8.6")
async def acknowledge(command: Command, world: World) -> Change:
    """A named person takes the alert on; it stops repeating and waits for its outcome."""
    alert = await _find(command)
    person = await access.require(command.actor, alert.school_id, *RESPONSIBLE)
    if alert.state != AlertState.RAISED:
        raise AlreadyDecided("This alert has already been acknowledged. The card shows by whom and when.")
    now = world.clock.now()
    alert.state, alert.level = AlertState.ACKNOWLEDGED, alert.level + 1
    effects: list[Effect] = [Redraw(alert.id), next_chase(alert, world)]
    changed = {"acknowledged_by_id": person.id, "acknowledged_at": now, "level": alert.level}
    return _claim(alert, command, now, effects, state=alert.state, **changed)


@handles("alert.pass_on")
@enforces("3.5 acts")
async def pass_on(command: Command, world: World) -> Change:
    """Whoever was dealing with it is gone: it is raised again until somebody else takes it on."""
    alert = await _find(command)
    if alert.state != AlertState.ACKNOWLEDGED or alert.acknowledged_by_id != command.payload["person"]:
        return Change(alert.id)
    alert.state, alert.level = AlertState.RAISED, alert.level + 1
    effects: list[Effect] = [Tell("alert", alert.id, {"leadership": alert.school_id}, str(alert.level))]
    effects += [*await _again(alert), Redraw(alert.id), next_chase(alert, world)]
    nobody = {"acknowledged_by_id": None, "acknowledged_at": None, "level": alert.level}
    return _claim(alert, command, world.clock.now(), effects, state=alert.state, **nobody)


@handles("alert.resolve")
@enforces("8.6")
async def resolve(command: Command, world: World) -> Change:
    """The end of an alert: what was done, in a word and a note."""
    alert = await _find(command)
    person = await access.require(command.actor, alert.school_id, *RESPONSIBLE)
    if alert.state == AlertState.RESOLVED:
        raise AlreadyDecided("This alert has already been resolved. The card shows by whom and with which outcome.")
    outcome, note = str(command.payload.get("outcome", "")), str(command.payload.get("note", "")).strip()
    if outcome not in OUTCOMES:
        raise Refused("Please choose what was done, so that the record is complete.")
    if outcome == "other" and not note:
        raise Refused("Please say in the note what was done.")
    now = world.clock.now()
    taken = {} if alert.acknowledged_by_id else {"acknowledged_by_id": person.id, "acknowledged_at": now}
    changed = {"resolved_by_id": person.id, "resolved_at": now, "outcome": outcome, "note": {"text": note}, **taken}
    return _claim(alert, command, now, [Redraw(alert.id)], state=AlertState.RESOLVED, **changed)


@handles("alert.evidence")
async def show_evidence(command: Command, world: World) -> Change:
    """Somebody responsible looks at the kept record; that they did is itself recorded."""
    alert = await _find(command)
    person = await access.require(command.actor, alert.school_id, *RESPONSIBLE)
    at = world.clock.now()

    async def write() -> None:
        await audit.record("evidence.show", alert.comment_id, f"person:{person.id}", {}, at)

    return Change(alert.id, [Tell("evidence", alert.comment_id, {"person": person.id})], write)
