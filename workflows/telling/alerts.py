"""What leadership sees of a comment about a child: enough to act, no more about the child than needed."""

from datetime import datetime

from workflows.alerts.alerting import OUTCOMES
from workflows.alerts.reporting import kind_of_alarm
from workflows.cards import AlertCard, CommentCard, EvidenceCard
from workflows.engine.commands import Tell
from workflows.engine.world import Built, World
from workflows.models import Alert, Comment, Evidence, School, Task
from workflows.states import AlertState, TaskState
from workflows.telling.phrases import excerpt, name_of


async def alert(tell: Tell, world: World) -> Built:
    """The alert card; the detail of a repeat says which one it is."""
    row = await Alert.get(id=tell.about)
    found = await Comment.get(id=row.comment_id)
    removed, to_do = await _removal(found, world)
    card = AlertCard(
        alert=row.id,
        state=row.state,  # type: ignore[arg-type]
        school=(await School.get(slug=row.school_id)).name,
        what=kind_of_alarm(found.reading),
        where=excerpt(found.content["post"], 80) or "a post of the school",
        raised=world.calendar.say(row.raised_at),
        level=int(tell.detail or 0),
        done=("The evidence has been kept.", *removed),
        to_do=to_do,
        acknowledged=await _by("Acknowledged", row.acknowledged_by_id, row.acknowledged_at, world),
        resolved=await _by("Resolved", row.resolved_by_id, row.resolved_at, world),
        outcome=_outcome(row),
    )
    return Built(card, moot=bool(tell.detail) and row.state == AlertState.RESOLVED)


def _outcome(row: Alert) -> str:
    note = (row.note or {}).get("text", "")
    return ": ".join(part for part in (OUTCOMES.get(row.outcome, ""), note) if part)


async def _by(what: str, person: int | None, at: datetime | None, world: World) -> str:
    if person is None or at is None:
        return ""
    return f"{what} by {await name_of(person)}, {world.calendar.say(at)}."


async def _removal(found: Comment, world: World) -> tuple[tuple[str, ...], tuple[str, ...]]:
    task = await Task.filter(about=found.id, kind="delete_comment").first()
    if task is None:
        return (), ()
    if task.state != TaskState.DONE or task.done_at is None:
        return (), ("The comment has to be deleted by hand; the administrators have been asked to.",)
    return (f"The comment was deleted by {await name_of(task.done_by_id)}, {world.calendar.say(task.done_at)}.",), ()


async def comment(tell: Tell, world: World) -> Built:
    """To whoever reported a comment: thanks, what was made of it, what happens now."""
    found = await Comment.get(id=tell.about)
    reading = found.reading
    if found.urgent:
        sentence = f"{kind_of_alarm(reading)}. The headteacher and the leadership channel have been alerted."
        steps: tuple[str, ...] = (
            "The evidence has been kept, so the comment can go.",
            "An administrator has been asked to delete it.",
        )
    else:
        what = "It is offensive" if reading["offensive"] else "It does not single out a child"
        sentence = f"Thank you for reporting it. {what}; no alarm was raised."
        steps = ("An administrator has been asked to hide it, as every comment is hidden.",)
    school = (await School.get(slug=found.school_id)).name
    card = CommentCard(found.id, school, found.urgent, sentence, tuple(reading["reasons"]), steps)
    return Built(card, live=False)


async def evidence(tell: Tell, world: World) -> Built:
    """The kept record, for those responsible."""
    kept = await Evidence.get(comment_id=tell.about)
    found = await Comment.get(id=tell.about)
    removed, _ = await _removal(found, world)
    card = EvidenceCard(
        comment=found.id,
        school=(await School.get(slug=found.school_id)).name,
        text=kept.record["text"],
        author=kept.record["author"] or "unknown",
        permalink=kept.record["permalink"],
        where=kept.record["post"],
        captured=world.calendar.say(kept.captured_at),
        sha256=kept.sha256,
        deleted=removed[0] if removed else "",
        has_screenshot=kept.screenshot is not None,
    )
    return Built(card, live=False)
