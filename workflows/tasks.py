"""Things that a person does by hand: opened, told, chased until done or no longer needed."""

from datetime import datetime, timedelta
from typing import Literal
from uuid import NAMESPACE_URL, uuid5

from workflows import access, audit
from workflows.engine.applying import Change, handles
from workflows.engine.commands import Command, Effect, Follow, Redraw, Tell
from workflows.engine.world import World
from workflows.errors import AlreadyDecided, Refused, Stale
from workflows.models import Alert, Post, Task
from workflows.policy.enforcement import enforces
from workflows.posts.moves import Write
from workflows.states import ACCOUNT_ACCESS, TaskState

Kind = Literal["publish", "delete_comment", "hide_comment"]
RAREST = timedelta(hours=9)
"""School hours: once a school day, so that nobody learns to ignore it."""
CARDS = {"publish": "publish", "delete_comment": "removal", "hide_comment": "removal"}


def derived_id(command_id: str, what: str) -> str:
    """The id of a row that a command makes: the same whenever the command is carried out again."""
    return str(uuid5(NAMESPACE_URL, f"{what}:{command_id}"))


def new(command_id: str, kind: Kind, school: str, about: str, at: datetime, detail: str = "") -> Task:
    """A task, not yet stored."""
    return Task(
        id=derived_id(command_id, kind),
        kind=kind,
        school_id=school,
        about=about,
        detail=detail,
        state=TaskState.OPEN,
        created_at=at,
    )


def opening(task: Task) -> Write:
    """What stores a new task."""

    async def write() -> None:
        await task.save(force_create=True)
        await audit.record(f"task.{task.kind}", task.id, "time", {"about": task.about}, task.created_at)

    return write


def told(task: Task, people: list[int], reminder: str = "") -> list[Effect]:
    """The task's card for each of `people`."""
    return [Tell(CARDS[task.kind], task.id, {"person": person}, reminder) for person in people]


def chased(task: Task, world: World) -> Follow:
    """The next reminder: a removal by the clock on the wall, a publication in school hours and ever more rarely."""
    now = world.clock.now()
    if task.kind == "publish":
        wait = min(world.timings.publish_by_hand_after * 2**task.level, RAREST)
        due = world.calendar.after(now, wait, task.school_id)
    else:
        due = now + world.timings.removal_repeat
    return Follow("task.chase", {"task": task.id, "level": task.level + 1}, due)


async def find(command: Command, *kinds: str) -> Task:
    """The task that a command speaks of; raises Refused where there is none."""
    task = await Task.get_or_none(id=command.payload.get("task", ""))
    if task is None or (kinds and task.kind not in kinds):
        raise Refused("That task cannot be found any more. Nothing was changed.")
    return task


def finishing(task: Task, person: int, at: datetime) -> Write:
    """What marks a task as done; raises Stale when somebody else was first."""

    async def write() -> None:
        await _end(task, TaskState.DONE, person, at)
        await audit.record("task.done", task.id, f"person:{person}", {"about": task.about}, at)

    return write


def cancelling(task: Task, person: int, at: datetime) -> Write:
    """What marks a task as no longer needed; whatever made it so is what the audit log tells."""

    async def write() -> None:
        await _end(task, TaskState.CANCELLED, person, at)

    return write


async def _end(task: Task, state: TaskState, person: int, at: datetime) -> None:
    claimed = Task.filter(id=task.id, version=task.version, state=TaskState.OPEN)
    if not await claimed.update(state=state, version=task.version + 1, done_by_id=person, done_at=at):
        raise Stale("The task changed meanwhile.")


@handles("task.done")
@enforces("5.4")
async def done(command: Command, world: World) -> Change:
    """Somebody deleted or hid the comment by hand."""
    task = await find(command, "delete_comment", "hide_comment")
    person = await access.require(command.actor, task.school_id, *ACCOUNT_ACCESS)
    if task.state != TaskState.OPEN:
        raise AlreadyDecided("Thank you, somebody had recorded that already.")
    effects: list[Effect] = [Redraw(task.id)]
    effects += [Redraw(alert.id) for alert in await Alert.filter(comment_id=task.about)]
    return Change(task.id, effects, finishing(task, person.id, world.clock.now()))


@handles("task.chase")
async def chase(command: Command, world: World) -> Change:
    """Nobody did it yet: remind everybody at the school who can, headteacher included from the second time on."""
    task = await find(command)
    if task.state != TaskState.OPEN or task.level != command.payload["level"] - 1:
        return Change(task.id)
    version, task.level = task.version, task.level + 1

    async def write() -> None:
        if not await Task.filter(id=task.id, version=version).update(level=task.level, version=version + 1):
            raise Stale("The task changed meanwhile.")

    effects = [*told(task, await _helpers(task), "reminder"), chased(task, world)]
    return Change(task.id, effects, write)


async def _helpers(task: Task) -> list[int]:
    people = await doers(task.school_id)
    if task.kind == "publish":
        post = await Post.get(id=task.about)
        people = sorted({*people, post.author_id})
    if task.level > 1:
        people = sorted({*people, *(person.id for person in await access.headteachers(task.school_id))})
    return people


async def doers(school: str) -> list[int]:
    """Who does things by hand at a school: administrators, else the office, else headteacher and leadership."""
    people = await access.administrators(school) or await access.office_managers(school)
    people = people or [*await access.headteachers(school), *await access.leadership(school)]
    return list(dict.fromkeys(person.id for person in people))
