"""What those who may allow a phrase see when its year is nearly over."""

from workflows.cards import LessonCard
from workflows.engine.commands import Tell
from workflows.engine.world import Built, World
from workflows.lessons.yearly import lapses_at, year_after
from workflows.models import Lesson, School
from workflows.telling.phrases import name_of

WORTH_SENDING = {"asked": "waiting", "lapsed": "lapsed"}
"""In which state a card that nobody asked for is still news."""


async def lesson(tell: Tell, world: World) -> Built:
    """One year of an allowed phrase: waiting for an answer, or how it ended; `detail` says why it is sent."""
    row = await Lesson.get(id=tell.about)
    next_year = await year_after(row)
    state = _state(row, next_year)
    card = LessonCard(
        lesson=row.id,
        state=state,  # type: ignore[arg-type]
        school=(await School.get(slug=row.school_id)).name,
        phrase=row.words["phrase"],
        allowed=f"{await name_of(row.said_by_id)}, {world.calendar.day(row.said_at)}",
        until=world.calendar.day(lapses_at(row)),
        decision=await _decision(row, next_year, state, world),
    )
    return Built(card, moot=WORTH_SENDING.get(tell.detail, state) != state)


def _state(row: Lesson, next_year: Lesson | None) -> str:
    if row.active:
        return "waiting"
    if row.ended_by_id is None:
        return "again" if next_year else "lapsed"
    return "kept" if next_year else "let_go"


async def _decision(row: Lesson, next_year: Lesson | None, state: str, world: World) -> str:
    if row.ended_at is None:
        return ""
    if state == "lapsed":
        return f"Nobody answered in time. It lapsed on {world.calendar.day(row.ended_at)} and is checked again."
    if next_year is None:
        by, at = await name_of(row.ended_by_id), world.calendar.say(row.ended_at)
        return f"Let go by {by}, {at}. It is checked again."
    by, at = await name_of(next_year.said_by_id), world.calendar.say(next_year.said_at)
    what = "Kept" if state == "kept" else "Allowed again"
    return f"{what} by {by}, {at}. It is left alone until {world.calendar.day(lapses_at(next_year))}."
