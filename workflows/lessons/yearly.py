"""Every allowed phrase is looked at yearly: kept by somebody for another year, let go, or lapsed in silence."""

from datetime import datetime, timedelta

from workflows import access, audit, tasks
from workflows.engine.applying import Change, handles
from workflows.engine.commands import Command, Effect, Follow, Redraw, Tell
from workflows.engine.world import World
from workflows.errors import AlreadyDecided, Refused, Stale
from workflows.models import Lesson, Person
from workflows.people.allowed import phrases
from workflows.registers import versions
from workflows.states import Role

MAY_ALLOW = (Role.ADMINISTRATOR, Role.HEADTEACHER)
LASTS = timedelta(days=365)
"""No word of anybody's counts for longer, so that a phrase which no longer fits the pupils or the times is noticed."""
ASKED_BEFORE = timedelta(weeks=4)
"""Every holiday but the summer's is shorter. Whoever misses all of it may still allow the phrase again."""
ALREADY = (
    "That phrase is left alone at your school already. What is still found there is the full name of a pupil, or is not"
    " part of the phrase."
)
FORENAME = "That is the first name of a pupil at your school. It can only be allowed with the words around it."
GONE = "That phrase is no longer on record. If it is still a false alarm, say so on the card of the draft or comment."
DECIDED = "This was decided already. The card shows by whom and when."
LAPSED = "Nobody answered in time, so this phrase has lapsed. Its newest card lets you allow it again."


def lapses_at(lesson: Lesson) -> datetime:
    """When a phrase stops being allowed unless somebody keeps it."""
    return lesson.said_at + LASTS


def timers(lesson: Lesson) -> list[Effect]:
    """The question before a phrase's year is over, and its end, which does not depend on the question."""
    payload = {"lesson": lesson.id}
    return [
        Follow("lesson.review", payload, due=lapses_at(lesson) - ASKED_BEFORE),
        Follow("lesson.lapse", payload, due=lapses_at(lesson)),
    ]


async def under_review(schools: list[str], now: datetime) -> list[Lesson]:
    """The phrases of some schools about which people are being asked now, the oldest first."""
    asked = Lesson.filter(active=True, school_id__in=schools, said_at__lte=now - (LASTS - ASKED_BEFORE))
    return await asked.order_by("said_at")


async def year_after(lesson: Lesson) -> Lesson | None:
    """The year that followed on this one, because somebody kept the phrase or allowed it again."""
    return await Lesson.get_or_none(id=_id_after(lesson))


async def check_allowable(school: str, phrase: str, world: World) -> None:
    """Raise Refused where a phrase is allowed at the school already, or is nothing but a pupil's first name."""
    if await _is_allowed(school, phrase):
        raise AlreadyDecided(ALREADY)
    await _check_is_no_forename(school, phrase, world)


async def allow(lesson: Lesson) -> None:
    """Store a lesson as allowed, inside the caller's transaction; raises Stale where the same phrase just was.

    Whoever allows waits here for each other, so that a phrase is allowed once and one answer lets it go.
    """
    await versions.bump()
    if await _is_allowed(lesson.school_id, lesson.words["phrase"]):
        raise Stale("The same phrase was allowed meanwhile.")
    lesson.active = True
    await lesson.save(force_create=True)


@handles("lesson.review")
async def review(command: Command, world: World) -> Change:
    """Four weeks are left: everybody who may allow a phrase is asked whether to keep this one."""
    lesson = await Lesson.get_or_none(id=command.payload["lesson"], active=True)
    if lesson is None:
        return Change()
    return Change(lesson.id, await _told(lesson, "asked"))


@handles("lesson.show")
async def show(command: Command, world: World) -> Change:
    """Somebody wants to see the card again."""
    lesson = await _find(command)
    person = await access.require(command.actor, lesson.school_id, *MAY_ALLOW)
    return Change(lesson.id, [Tell("lesson", lesson.id, {"person": person.id})])


@handles("lesson.keep")
async def keep(command: Command, world: World) -> Change:
    """It is still a false alarm: another year begins today, with the same question at its end."""
    lesson, person = await _waiting(command)
    await _check_is_no_forename(lesson.school_id, lesson.words["phrase"], world)
    now = world.clock.now()
    another = _another_year(lesson, person, now)
    another.active = True

    async def write() -> None:
        await _end(lesson, person.id, now)
        await another.save(force_create=True)
        await audit.record("lesson.keep", lesson.id, f"person:{person.id}", {"next": another.id}, now)

    return Change(lesson.id, [Redraw(lesson.id), *timers(another)], write)


@handles("lesson.let_go")
async def let_go(command: Command, world: World) -> Change:
    """It is no false alarm any more: the words count again at once."""
    lesson, person = await _waiting(command)
    now = world.clock.now()

    async def write() -> None:
        await versions.bump()
        await _end(lesson, person.id, now)
        await audit.record("lesson.let_go", lesson.id, f"person:{person.id}", {}, now)

    return Change(lesson.id, [Redraw(lesson.id)], write)


@handles("lesson.lapse")
async def lapse(command: Command, world: World) -> Change:
    """The year is over and nobody answered: the words count again, and silence is never taken for a yes."""
    lesson = await Lesson.get_or_none(id=command.payload["lesson"], active=True)
    if lesson is None:
        return Change()
    now = world.clock.now()

    async def write() -> None:
        await versions.bump()
        await _end(lesson, None, now)
        await audit.record("lesson.lapse", lesson.id, "time", {}, now)

    return Change(lesson.id, [Redraw(lesson.id), *await _told(lesson, "lapsed")], write)


@handles("lesson.again")
async def again(command: Command, world: World) -> Change:
    """It lapsed and is still a false alarm: another year begins."""
    lesson = await _find(command)
    person = await access.require(command.actor, lesson.school_id, *MAY_ALLOW)
    if lesson.active or lesson.ended_by_id is not None or await year_after(lesson):
        raise AlreadyDecided(DECIDED)
    await check_allowable(lesson.school_id, lesson.words["phrase"], world)
    now = world.clock.now()
    another = _another_year(lesson, person, now)

    async def write() -> None:
        await allow(another)
        await audit.record("lesson.again", lesson.id, f"person:{person.id}", {"next": another.id}, now)

    return Change(lesson.id, [Redraw(lesson.id), *timers(another)], write)


async def _find(command: Command) -> Lesson:
    lesson = await Lesson.get_or_none(id=command.payload.get("lesson", ""), kind="false_alarm")
    if lesson is None:
        raise Refused(GONE)
    return lesson


async def _waiting(command: Command) -> tuple[Lesson, Person]:
    """A phrase that is still allowed, and who answers; raises NotAllowed, or AlreadyDecided where it is too late."""
    lesson = await _find(command)
    person = await access.require(command.actor, lesson.school_id, *MAY_ALLOW)
    if lesson.active:
        return lesson, person
    raise AlreadyDecided(DECIDED if lesson.ended_by_id or await year_after(lesson) else LAPSED)


async def _end(lesson: Lesson, person: int | None, at: datetime) -> None:
    # Two people may answer at once, or somebody may answer at the last moment: only one of them ends the year.
    claimed = Lesson.filter(id=lesson.id, active=True)
    if not await claimed.update(active=False, ended_by_id=person, ended_at=at):
        raise Stale("The phrase was decided meanwhile.")


async def _told(lesson: Lesson, why: str) -> list[Effect]:
    people = [*await access.administrators(lesson.school_id), *await access.headteachers(lesson.school_id)]
    return [Tell("lesson", lesson.id, {"person": one}, why) for one in dict.fromkeys(person.id for person in people)]


def _id_after(lesson: Lesson) -> str:
    return tasks.derived_id(lesson.id, "lesson")


def _another_year(lesson: Lesson, person: Person, at: datetime) -> Lesson:
    return Lesson(
        id=_id_after(lesson),
        school_id=lesson.school_id,
        kind=lesson.kind,
        words=lesson.words,
        about=lesson.about,
        said_by_id=person.id,
        said_at=at,
    )


async def _is_allowed(school: str, phrase: str) -> bool:
    """Whether the reader would take an allowed phrase of the school for the same."""
    allowed = await Lesson.filter(school_id=school, active=True)
    return any(phrases([one.words["phrase"]]) == phrases([phrase]) for one in allowed)


async def _check_is_no_forename(school: str, phrase: str, world: World) -> None:
    if (await world.readers.current()).is_a_pupils_forename(school, phrase):
        raise Refused(FORENAME)
