"""What a person sees first, gathered from everything that their roles let them see."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from workflows import access, tasks
from workflows.alerts.alerting import RESPONSIBLE
from workflows.alerts.reporting import kind_of_alarm
from workflows.cards import HomeCard, HomeLine, HomeSection, WeekLine
from workflows.engine.commands import Tell
from workflows.engine.world import Built, World
from workflows.lessons.yearly import MAY_ALLOW, lapses_at, under_review
from workflows.models import Absence, Account, Alert, Comment, Person, Post, Publication, School, Task
from workflows.posts.moves import content_of
from workflows.states import TRUST_ROLES, AlertState, PostState, Role, TaskState
from workflows.telling.drafts import STATUS
from workflows.telling.phrases import excerpt, label, name_of, when

SHOWN = 8
"""Lines of a section: four sections with their buttons stay within the hundred blocks of Slack's Home tab."""
SCHOOLS_SHOWN = 20
MINE = (PostState.DRAFTING, PostState.IN_REVIEW, PostState.APPROVED, PostState.PUBLISHING, PostState.HELD)
Roles = frozenset[tuple[Role, str | None]]


async def home(tell: Tell, world: World) -> Built:
    """The home card as a message, as things stand when it is sent."""
    return Built(await home_card(await Person.get(id=tell.to["person"]), world), live=False)


async def home_card(person: Person, world: World) -> HomeCard:
    """The home card of one person."""
    roles = await access.roles_of(person)
    schools = await access.schools_of(person)
    working = list(await access.schools_with_accounts(person.id))
    absence = await Absence.get_or_none(person_id=person.id, until__gt=world.clock.now())
    return HomeCard(
        name=person.formal_name,
        waiting=_section(await _waiting(person, roles, working, world)),
        drafts=_section(await _drafts(person)),
        alerts=_section(await _alerts(roles, world)),
        upcoming=_section(await _upcoming(working, world)),
        week=await _week(roles, world),
        away=f"You are away until {world.calendar.say(absence.until)}." if absence else "",
        may_draft=bool(working),
        may_report=bool(schools),
    )


async def _waiting(person: Person, roles: Roles, working: list[str], world: World) -> list[HomeLine]:
    mine = [*await _decisions(person), *await _suggestions(person, working), *await _tasks(person, working)]
    return mine + await _lessons(roles, world)


async def _lessons(roles: Roles, world: World) -> list[HomeLine]:
    schools = [school for role, school in roles if role in MAY_ALLOW and school is not None]
    return [
        HomeLine(
            "lesson",
            one.id,
            "Say whether an allowed phrase is still a false alarm",
            f"It lapses on {world.calendar.day(lapses_at(one))}",
        )
        for one in await under_review(schools, world.clock.now())
    ]


def _section(lines: list[HomeLine]) -> HomeSection:
    return HomeSection(tuple(lines[:SHOWN]), max(0, len(lines) - SHOWN))


async def _said(post: Post) -> str:
    _, content = await content_of(post)
    return excerpt(content.text) or "A draft without text"


async def _decisions(person: Person) -> list[HomeLine]:
    waiting = await Post.filter(state=PostState.IN_REVIEW).order_by("submitted_at")
    return [
        HomeLine("approval", post.id, await _said(post), f"Written by {await name_of(post.author_id)}")
        for post in waiting
        if person.id in post.asked
    ]


async def _suggestions(person: Person, schools: list[str]) -> list[HomeLine]:
    lines = []
    for post in await Post.filter(state=PostState.SUGGESTED, school_id__in=schools).order_by("created_at"):
        asked = await access.administrators(post.school_id) or await access.headteachers(post.school_id)
        if person.id in {one.id for one in asked} - {post.author_id}:
            by = f"Suggested by {await name_of(post.suggested_by_id)}"
            lines.append(HomeLine("suggestion", post.id, await _said(post), by))
    return lines


async def _tasks(person: Person, schools: list[str]) -> list[HomeLine]:
    lines = []
    doers = {slug: await tasks.doers(slug) for slug in schools}
    for task in await Task.filter(state=TaskState.OPEN, school_id__in=schools).order_by("created_at"):
        post = await Post.get_or_none(id=task.about) if task.kind == "publish" else None
        if person.id in doers[task.school_id] or (post is not None and post.author_id == person.id):
            lines.append(HomeLine("task", task.id, *await _to_do(task, post)))
    return lines


async def _to_do(task: Task, post: Post | None) -> tuple[str, str]:
    if post is not None:
        return f"Publish by hand on {label(await Account.get(id=task.detail))}", await _said(post)
    what = "Delete a comment by hand" if task.kind == "delete_comment" else "Hide a comment by hand"
    return what, excerpt((await Comment.get(id=task.about)).content["post"], 80)


async def _drafts(person: Person) -> list[HomeLine]:
    mine = await Post.filter(author_id=person.id, state__in=MINE).order_by("-changed_at")
    lines = [HomeLine("draft", post.id, await _said(post), _stands(post)) for post in mine]
    suggested = await Post.filter(suggested_by_id=person.id, state=PostState.SUGGESTED).order_by("-changed_at")
    return lines + [HomeLine("suggested", post.id, await _said(post), _stands(post)) for post in suggested]


def _stands(post: Post) -> str:
    state = PostState(post.state)
    return STATUS.get(state, "On hold. It needs a change." if state is PostState.HELD else "Not sent yet.")


async def _alerts(roles: Roles, world: World) -> list[HomeLine]:
    schools = {school for role, school in roles if role in RESPONSIBLE}
    open_alerts = Alert.exclude(state=AlertState.RESOLVED).order_by("raised_at")
    rows = await (open_alerts if None in schools else open_alerts.filter(school_id__in=schools))
    return [await _alert(alert, world) for alert in rows]


async def _alert(alert: Alert, world: World) -> HomeLine:
    comment, school = await Comment.get(id=alert.comment_id), await School.get(slug=alert.school_id)
    text = f"{kind_of_alarm(comment.reading)}, {school.name}"
    if alert.state == AlertState.RAISED:
        return HomeLine(
            "raised", alert.id, text, f"Since {world.calendar.say(alert.raised_at)}, taken on by nobody yet"
        )
    return HomeLine("acknowledged", alert.id, text, f"Taken on by {await name_of(alert.acknowledged_by_id)}")


async def _upcoming(schools: list[str], world: World) -> list[HomeLine]:
    planned = []
    for post in await Post.filter(state=PostState.APPROVED, school_id__in=schools):
        _, content = await content_of(post)
        if content.planned_at is not None:
            text = excerpt(content.text) or "A draft without text"
            planned.append((content.planned_at, HomeLine("upcoming", post.id, text, when(content, world))))
    return [line for _, line in sorted(planned, key=lambda one: one[0])]


async def _week(roles: Roles, world: World) -> tuple[WeekLine, ...]:
    """Posts since Monday at each school that is somebody's own; for the whole trust, those furthest behind first."""
    own = {school for _, school in roles if school is not None}
    schools = School.filter(closed=False)
    rows = await (schools if any(role in TRUST_ROLES for role, _ in roles) else schools.filter(slug__in=own))
    since = _monday(world)
    out = await Publication.filter(published_at__gte=since).values_list("post_id", "post__school_id")
    counts = Counter(school for _, school in set(out))
    lines = [WeekLine(row.name, counts[row.slug]) for row in rows]
    return tuple(sorted(lines, key=lambda line: (line.published, line.school))[:SCHOOLS_SHOWN])


def _monday(world: World) -> datetime:
    local = world.clock.now().astimezone(world.calendar.zone)
    day = local.date() - timedelta(days=local.weekday())
    return datetime(day.year, day.month, day.day, tzinfo=world.calendar.zone).astimezone(UTC)
