"""What must hold after a storm, read from the rows and from the platform; each check returns what is wrong."""

from collections.abc import AsyncIterator

from tests.kill.engine_rows import left_behind, waiting
from tests.kill.http_chat import drawn, place
from tests.kill.platform import Platform
from tests.kill.storm import Storm
from workflows.audit_check import verify
from workflows.engine.commands import Follow, Tell
from workflows.engine.outgoing import destination
from workflows.engine.wire import effect_from_json, effect_key
from workflows.engine.world import World
from workflows.models import Alert, AuditEntry, Comment, Decision, Event, Message, Post, Task
from workflows.states import POST, AlertState, Move, PostState, TaskState
from workflows.telling import build


async def wrong(storm: Storm, world: World) -> list[str]:
    """Everything that is wrong after a storm."""
    url, platform = storm.bot.setup.place.engine_url, storm.platform
    found = [f"plot: {one}" for one in storm.failed]
    found += [f"left in the engine: {row}" for row in await left_behind(url)]
    found += [f"audit: {fault.sentence}" for fault in await verify()]
    checks = (_lost(storm), _lives(), _decided_once(), _told(platform), _shown(platform, world), _chased(url))
    for check in checks:
        found += [fault async for fault in check]
    return found


async def _lost(storm: Storm) -> AsyncIterator[str]:
    events = set(await Event.all().values_list("id", flat=True))
    for event in storm.hands.accepted - events:
        yield f"accepted and lost: {event}"
    for post in storm.posts:
        if not await Post.exists(id=post):
            yield f"draft lost: {post}"
    for report in storm.reports:
        if not await Comment.exists(id=report.comment):
            yield f"report lost: {report.comment}"
        if report.number < storm.size.alerts and not await Alert.exists(id=report.alert):
            yield f"alert lost: {report.alert}"


async def _lives() -> AsyncIterator[str]:
    """Every post's audit entries, played through the table, end where the row stands."""
    for post in await Post.all():
        state, version = "", 0
        for entry in await AuditEntry.filter(about=post.id).order_by("number"):
            step = entry.action.removeprefix("post.")
            if step == "create":
                state, version = str(entry.details["state"]), 1
            elif step in set(Move):
                state, version = POST.get((PostState(state), Move(step)), "nowhere"), version + 1
            if step in {"create", *Move} and state != entry.details["state"]:
                yield f"post {post.id}: {entry.action} led to {entry.details['state']}, not to {state}"
        if state != post.state:
            yield f"post {post.id}: is {post.state}, its history says {state}"


async def _decided_once() -> AsyncIterator[str]:
    """One decision a review, with one entry in the audit log, by somebody who did not write it."""
    for post in await Post.all():
        made = await Decision.filter(post_id=post.id)
        steps = await AuditEntry.filter(about=post.id, action__in=[f"post.{one}" for one in ENDS]).count()
        if len(made) != steps:
            yield f"post {post.id}: {len(made)} decisions, {steps} entries"
        for one in made:
            if one.by_id in post.touched_by and one.decision != "declined":
                yield f"post {post.id}: decided by its author"


ENDS = (Move.APPROVE, Move.SEND_BACK, Move.REJECT, Move.EXPIRE)


async def _told(platform: Platform) -> AsyncIterator[str]:
    """Every card that an event asks for was sent to where it belongs, or was not worth sending any more."""
    there = {(one.key, one.to) for one in platform.posted}
    messages = {message.key: message for message in await Message.all()}
    async for key, tell in _tells():
        message = messages.pop(key, None)
        if message is None or message.state not in ("sent", "moot"):
            yield f"not told: {tell.card} about {tell.about} ({message and message.state})"
        elif (message.state == "sent") != ((key, place(destination(tell.to))) in there):
            yield f"{message.state}, but not so on the platform: {tell.card} {key}"
    for key in messages:
        yield f"told without a reason: {key}"


async def _tells() -> AsyncIterator[tuple[str, Tell]]:
    for event in await Event.all():
        for number, data in enumerate(event.effects):
            effect = effect_from_json(data)
            if isinstance(effect, Tell):
                yield effect_key(event.id, number), effect


async def _shown(platform: Platform, world: World) -> AsyncIterator[str]:
    """Every card on the platform that is kept up to date shows how things stand now."""
    for message in await Message.filter(state="sent"):
        built = await build(Tell(message.card, message.about, message.destination, message.detail), world)
        if not built.live:
            continue
        shown = platform.standing(message.reference)
        if shown != drawn(built.card):
            yield f"out of date: {message.card} {message.key} shows {shown.get('state')}, is {built.card.state}"  # type: ignore[union-attr]


async def _chased(engine_url: str) -> AsyncIterator[str]:
    """Whatever still waits for a person has a timer that will remind them."""
    timers = await waiting(engine_url)
    about = {row.id: "alert" for row in await Alert.exclude(state=AlertState.RESOLVED)}
    about |= {row.id: "task" for row in await Task.filter(state=TaskState.OPEN)}
    about |= {row.id: "post" for row in await Post.filter(state=PostState.IN_REVIEW)}
    for event in await Event.all():
        for number, data in enumerate(event.effects):
            effect = effect_from_json(data)
            if isinstance(effect, Follow) and effect_key(event.id, number) in timers:
                for row in effect.payload.values():
                    about.pop(str(row), None)
    for row, kind in about.items():
        yield f"{kind} {row} waits for somebody, and nobody will be reminded"
