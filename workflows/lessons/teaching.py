"""A school teaches the reader: false alarms are allowed at once, misses go on the review list."""

from typing import Literal

from workflows import access, audit, tasks
from workflows.engine.applying import Change, handles
from workflows.engine.commands import Command, Effect, Follow, Redraw, Tell
from workflows.engine.world import World
from workflows.errors import Refused
from workflows.lessons import yearly
from workflows.models import Comment, Lesson, Post
from workflows.states import ACCOUNT_ACCESS, Role

Kind = Literal["false_alarm", "missed"]
MAX_PHRASE = 200
FEWEST_LETTERS = 3
ALLOWED = (
    "From now on these words are left alone at your school. The full name of a pupil is still found. Before a year is"
    " over, your school is asked whether to keep the phrase."
)
HEAD = (
    "An administrator has allowed a phrase at your school that was taken for a child or for abuse. The export lists it."
)
THANKS = "Thank you. It is on the review list, which goes into the next version."


@handles("lesson.false_alarm")
async def false_alarm(command: Command, world: World) -> Change:
    """An administrator or headteacher says that some words were a false alarm: they are allowed from now on."""
    school, about = await _place(command)
    person = await access.require(command.actor, school, *yearly.MAY_ALLOW)
    phrase = _phrase(command)
    await yearly.check_allowable(school, phrase, world)
    lesson = _lesson(command, school, about, "false_alarm", phrase, person.id, world)
    effects: list[Effect] = [Tell("noted", "", {"person": person.id}, ALLOWED), Redraw(about)]
    heads = [head.id for head in await access.headteachers(school) if head.id != person.id]
    effects += [Tell("noted", "", {"person": head}, HEAD) for head in heads]
    effects += yearly.timers(lesson)

    async def write() -> None:
        await yearly.allow(lesson)
        await audit.record("lesson.false_alarm", lesson.id, f"person:{person.id}", {"about": about}, lesson.said_at)

    return Change(about, effects, write)


@handles("lesson.missed")
async def missed(command: Command, world: World) -> Change:
    """A member of staff says that the reader missed something: it goes on the review list."""
    school, about = await _place(command)
    person = await access.require(command.actor, school, Role.STAFF, *ACCOUNT_ACCESS)
    lesson = _lesson(command, school, about, "missed", _phrase(command), person.id, world)

    async def write() -> None:
        await lesson.save(force_create=True)
        await audit.record("lesson.missed", lesson.id, f"person:{person.id}", {"about": about}, lesson.said_at)

    effects: list[Effect] = [Tell("noted", "", {"person": person.id}, THANKS)]
    if command.payload.get("alarm"):
        effects.append(Follow("comment.alarm", {"comment": about}, actor=person.id))
    return Change(about, effects, write)


async def _place(command: Command) -> tuple[str, str]:
    """The school and the row that a lesson is about; raises Refused where there is none."""
    about = str(command.payload.get("about", ""))
    if post := await Post.get_or_none(id=about):
        return post.school_id, post.id
    if comment := await Comment.get_or_none(id=about):
        return comment.school_id, comment.id
    raise Refused("That post or comment is no longer kept. Please say so on a newer card.")


def _phrase(command: Command) -> str:
    phrase = " ".join(str(command.payload.get("phrase", "")).split())
    if sum(letter.isalpha() for letter in phrase) < FEWEST_LETTERS:
        raise Refused("Please give the words as they stand in the text.")
    if len(phrase) > MAX_PHRASE:
        raise Refused("Please give only the few words that matter.")
    return phrase


def _lesson(command: Command, school: str, about: str, kind: Kind, phrase: str, person: int, world: World) -> Lesson:
    return Lesson(
        id=tasks.derived_id(command.id, "lesson"),
        school_id=school,
        kind=kind,
        words={"phrase": phrase},
        about=about,
        said_by_id=person,
        said_at=world.clock.now(),
    )
