"""Clause 3.7: what is older than the retention schedule allows is removed, holds excepted, with a report."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from tortoise.transactions import in_transaction

from workflows import audit
from workflows.models import (
    Alert,
    Comment,
    ConsentChange,
    Decision,
    Event,
    Evidence,
    Lesson,
    Message,
    Person,
    Picture,
    Post,
    Publication,
    Pupil,
    Revision,
    Task,
)
from workflows.policy.enforcement import enforces
from workflows.registers import versions
from workflows.states import AlertState, PostState, TaskState

UNPUBLISHED = frozenset(PostState) - {
    PostState.PUBLISHED,
    PostState.IN_REVIEW,
    PostState.APPROVED,
    PostState.PUBLISHING,
}
FORMER = {"title": "", "forename": "", "surname": "a former member of staff", "email": ""}


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long each kind of record is kept after it was last needed."""

    published_posts: timedelta
    unpublished_drafts: timedelta
    comments: timedelta
    evidence: timedelta
    messages: timedelta
    pupils_left: timedelta
    staff_left: timedelta


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the report: how many records of a kind went (or would go), and how many are held."""

    kind: str
    gone: int
    held: int


Due = tuple[set[Any], set[Any]]
"""Ids of a kind that are too old: those that may go, and those that are held."""


@enforces("3.7")
async def purge(schedule: Schedule, now: datetime, by: str, *, dry_run: bool = False) -> list[Line]:
    """Remove what is due and write down how much it was; with `dry_run` only count.

    Whatever belongs to an open alert, an open task or a post that is kept is held, whatever its age.
    Staff keep a nameless row, because what they did stays on record.
    """
    report = []
    for step in STEPS:
        going, held = await step.find(now - getattr(schedule, step.period))
        if going and not dry_run:
            await step.remove(going)
        report.append(Line(step.kind, len(going), len(held)))
    if not dry_run:
        async with in_transaction():
            await audit.record("purge", "all", by, {line.kind: line.gone for line in report}, now)
    return report


async def _open_tasks() -> set[str]:
    return {task.about for task in await Task.filter(state=TaskState.OPEN).only("id", "about")}


def _split(due: Iterable[Any], held: set[Any]) -> Due:
    everything = set(due)
    return everything - held, everything & held


async def _published_posts(before: datetime) -> Due:
    late = {one.post_id for one in await Publication.filter(published_at__gte=before)}
    old = await Post.filter(state=PostState.PUBLISHED, changed_at__lt=before).only("id")
    return _split({post.id for post in old} - late, await _open_tasks())


async def _unpublished_drafts(before: datetime) -> Due:
    old = await Post.filter(state__in=UNPUBLISHED, changed_at__lt=before).only("id")
    return _split((post.id for post in old), await _open_tasks())


async def _remove_posts(ids: set[Any]) -> None:
    for post in await Post.filter(id__in=ids):
        async with in_transaction():
            # Claimed like any other change: somebody may take up an old draft at this very moment.
            if await Post.filter(id=post.id, version=post.version).update(version=post.version + 1):
                await _remove_post(post.id)


async def _remove_post(post: str) -> None:
    shown = {photo["picture"] for one in await Revision.filter(post_id=post) for photo in one.content["photos"]}
    for part in (Revision, Decision, Publication):
        await part.filter(post_id=post).delete()
    await Task.filter(about=post).delete()
    await Picture.filter(id__in=shown).delete()
    await Post.filter(id=post).delete()


async def _comments(before: datetime) -> Due:
    alarmed = {alert.comment_id for alert in await Alert.all().only("id", "comment_id")}
    old = await Comment.filter(reported_at__lt=before).only("id")
    return _split({comment.id for comment in old} - alarmed, await _open_tasks())


async def _remove_comments(ids: set[Any]) -> None:
    async with in_transaction():
        await Task.filter(about__in=ids).delete()
        await Evidence.filter(comment_id__in=ids).delete()
        await Alert.filter(comment_id__in=ids).delete()
        await Comment.filter(id__in=ids).delete()


async def _lessons(before: datetime) -> Due:
    """What a school taught the reader, unless the phrase is still allowed; one that lapsed may be allowed again."""
    old = [one for one in await Lesson.filter(said_at__lt=before) if (one.ended_at or one.said_at) < before]
    return {lesson.id for lesson in old if not lesson.active}, {lesson.id for lesson in old if lesson.active}


async def _remove_lessons(ids: set[Any]) -> None:
    await Lesson.filter(id__in=ids).delete()


async def _evidence(before: datetime) -> Due:
    old = await Alert.filter(raised_at__lt=before)
    kept = {one.comment_id for one in old if one.state != AlertState.RESOLVED}
    late = {one.comment_id for one in old if one.resolved_at is not None and one.resolved_at >= before}
    return _split({one.comment_id for one in old} - late, kept | await _open_tasks())


async def _messages(before: datetime) -> Due:
    old = await Message.filter(intended_at__lt=before).only("key", "about")
    live = {post.id for post in await Post.filter(changed_at__gte=before).only("id")}
    live |= {alert.id for alert in await Alert.exclude(state=AlertState.RESOLVED).only("id")}
    live |= {task.id for task in await Task.filter(state=TaskState.OPEN).only("id")}
    live |= {lesson.id for lesson in await Lesson.filter(active=True).only("id")}
    held = {message.key for message in old if message.about in live}
    return _split((message.key for message in old), held)


async def _remove_messages(keys: set[Any]) -> None:
    await _in_portions(keys, lambda portion: Message.filter(key__in=portion).delete())


async def _events(before: datetime) -> Due:
    return {event.id for event in await Event.filter(at__lt=before).only("id")}, set()


async def _remove_events(ids: set[Any]) -> None:
    await _in_portions(ids, lambda portion: Event.filter(id__in=portion).delete())


async def _pupils_left(before: datetime) -> Due:
    old = await Pupil.filter(left_at__lt=before).only("id")
    return _split((pupil.id for pupil in old), await _shown() if old else set())


async def _shown() -> set[str]:
    revisions = await Revision.all().only("id", "content")
    return {pupil for one in revisions for photo in one.content["photos"] for pupil in photo["pupils"]}


async def _remove_pupils(ids: set[Any]) -> None:
    async with in_transaction():
        await versions.bump()
        await ConsentChange.filter(pupil_id__in=ids).delete()
        await Pupil.filter(id__in=ids).delete()


async def _staff_left(before: datetime) -> Due:
    old = await Person.filter(left_at__lt=before)
    return {person.id for person in old if person.identity != FORMER}, set()


async def _forget_staff(ids: set[Any]) -> None:
    async with in_transaction():
        await versions.bump()
        await Person.filter(id__in=ids).update(identity=FORMER, email_index="")


async def _in_portions(ids: set[Any], remove: Callable[[list[Any]], Awaitable[object]]) -> None:
    ordered = sorted(ids)
    for start in range(0, len(ordered), 500):
        await remove(ordered[start : start + 500])


@dataclass(frozen=True, slots=True)
class Step:
    """How one kind of record is found and removed; `period` names its entry in the schedule."""

    kind: str
    period: str
    find: Callable[[datetime], Awaitable[Due]]
    remove: Callable[[set[Any]], Awaitable[None]]


STEPS = (
    Step("published_posts", "published_posts", _published_posts, _remove_posts),
    Step("unpublished_drafts", "unpublished_drafts", _unpublished_drafts, _remove_posts),
    Step("comments", "comments", _comments, _remove_comments),
    Step("lessons", "comments", _lessons, _remove_lessons),
    Step("evidence", "evidence", _evidence, _remove_comments),
    Step("messages", "messages", _messages, _remove_messages),
    Step("events", "messages", _events, _remove_events),
    Step("pupils_left", "pupils_left", _pupils_left, _remove_pupils),
    Step("staff_left", "staff_left", _staff_left, _forget_staff),
)
