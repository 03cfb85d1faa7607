"""Clauses 5.7, 7.7 and 8.6: what a school left alone is looked at yearly, and silence keeps no hole open."""

import json
from itertools import permutations

import pytest

from bot.schedules import Retention
from tests.builders import pupil
from tests.database import Database
from tests.races.racing import RacingEngine
from tests.scenarios.story import Story, shows
from tests.scenarios.test_lessons import SWEARS, taught
from workflows.cards import LessonCard, Notice
from workflows.engine.commands import Command
from workflows.intake import Intake
from workflows.models import AuditEntry, Event, Lesson, Message
from workflows.registers.exports import export
from workflows.retention import purge

ASKED = 365 - 28
NAMED = "Amara cut her knee on the old pier and nobody rang me"


def cards(story: Story, person: int) -> list[LessonCard]:
    return story.chat.cards(person, LessonCard)


async def asked(story: Story) -> LessonCard:
    """A phrase that was allowed nearly a year ago, as the headteacher is asked about it."""
    await story.says(story.cast.administrator, SWEARS)
    await taught(story)
    await story.passes(days=ASKED)
    return story.chat.newest(story.cast.head, LessonCard)


async def found(story: Story) -> list[str]:
    """The clauses that a new draft with the phrase breaks."""
    await story.says(story.cast.administrator, SWEARS)
    return [one.clause for one in story.draft().findings]


async def test_four_weeks_before_the_year_is_over_those_who_may_allow_it_are_asked_once(story: Story) -> None:
    await story.says(story.cast.administrator, SWEARS)
    await taught(story)
    await story.passes(days=ASKED - 1)
    assert not cards(story, story.cast.head)
    await story.passes(days=1)
    for person in (story.cast.head, story.cast.administrator, story.cast.other_administrator):
        (card,) = cards(story, person)
        assert (card.state, card.phrase, card.school) == ("waiting", "Bloody Meadow", "Hillside School")
        assert (card.allowed, card.until) == ("Mrs Thornton, 2 November 2026", "2 November 2027")
    for person in (story.cast.teacher, story.cast.deputy, story.cast.office, story.cast.other_head):
        assert not cards(story, person)
    await story.passes(days=27)
    assert len(cards(story, story.cast.head)) == 1


async def test_kept_it_is_left_alone_for_another_year_and_asked_about_again(story: Story) -> None:
    card = await asked(story)
    await story.presses(story.cast.head, "lesson.keep", lesson=card.lesson)
    for person in (story.cast.head, story.cast.administrator, story.cast.other_administrator):
        (card,) = cards(story, person)
        assert card.state == "kept"
        assert card.decision.startswith("Kept by Mrs Vance, Tuesday 5 October, 10:00. It is left alone until 4 October")
    await story.passes(days=ASKED)
    assert await found(story) == []
    first, second = cards(story, story.cast.administrator)
    assert (first.state, second.state, second.allowed) == ("kept", "waiting", "Mrs Vance, 5 October 2027")
    await story.passes(days=28)
    assert await found(story) == ["7.7"]
    assert [one.state for one in cards(story, story.cast.head)] == ["kept", "lapsed", "lapsed"]


async def test_7_7_let_go_it_counts_again_at_once(story: Story) -> None:
    card = await asked(story)
    assert await found(story) == []
    await story.presses(story.cast.other_administrator, "lesson.let_go", lesson=card.lesson)
    assert await found(story) == ["7.7"]
    (card,) = cards(story, story.cast.head)
    assert (card.state, card.decision) == (
        "let_go",
        "Let go by Mrs Rahmani, Tuesday 5 October, 10:00. It is checked again.",
    )
    await story.passes(days=100)
    assert [one.state for one in cards(story, story.cast.head)] == ["let_go"]


async def test_8_6_a_comment_that_an_allowed_phrase_kept_quiet_raises_the_alarm_after_silence(story: Story) -> None:
    await story.says(story.cast.administrator, NAMED)
    await taught(story, "Amara cut her knee")
    await story.reports(NAMED)
    assert not story.alerts()
    await story.presses(story.cast.administrator, "task.done", task=story.removals(story.cast.administrator)[-1].task)
    await story.passes(days=365)
    await story.reports(NAMED)
    assert story.alerts()


async def test_silence_lets_it_lapse_and_the_same_people_hear_which_phrase(story: Story) -> None:
    await asked(story)
    await story.passes(days=28)
    assert await found(story) == ["7.7"]
    for person in (story.cast.head, story.cast.administrator, story.cast.other_administrator):
        before, news = cards(story, person)
        assert (before.state, news.state, news.phrase) == ("lapsed", "lapsed", "Bloody Meadow")
        assert news.decision == "Nobody answered in time. It lapsed on 2 November 2027 and is checked again."


async def test_a_lapsed_phrase_is_allowed_again_for_a_year_with_one_button(story: Story) -> None:
    card = await asked(story)
    await story.passes(days=40)
    for _ in range(2):
        await story.presses(story.cast.administrator, "lesson.again", lesson=card.lesson)
    assert "decided already" in story.notices(story.cast.administrator)[-1]
    assert [one.state for one in cards(story, story.cast.head)] == ["again", "again"]
    assert "Allowed again by Mrs Thornton" in cards(story, story.cast.head)[0].decision
    assert await found(story) == []
    await story.passes(days=ASKED)
    assert cards(story, story.cast.head)[-1].state == "waiting"
    assert await Lesson.filter(active=True).count() == 1


@pytest.mark.parametrize("verb", ["lesson.keep", "lesson.let_go", "lesson.again", "lesson.show"])
async def test_whoever_may_not_decide_is_told_who_may(story: Story, verb: str) -> None:
    card = await asked(story)
    for person, words in (
        (story.cast.teacher, "an administrator or the headteacher"),
        (story.cast.deputy, "an administrator or the headteacher"),
        (story.cast.other_head, "at which you have no role"),
    ):
        await story.presses(person, verb, lesson=card.lesson)
        assert words in story.notices(person)[-1]
        assert not cards(story, person)
    assert cards(story, story.cast.head)[-1].state == "waiting"


@pytest.mark.parametrize("verb", ["lesson.keep", "lesson.let_go"])
async def test_an_answer_that_comes_too_late_gets_a_clear_sentence(story: Story, verb: str) -> None:
    card = await asked(story)
    await story.presses(story.cast.head, "lesson.let_go", lesson=card.lesson)
    await story.presses(story.cast.administrator, verb, lesson=card.lesson)
    assert story.notices(story.cast.administrator)[-1] == "This was decided already. The card shows by whom and when."
    await story.presses(story.cast.head, "lesson.again", lesson=card.lesson)
    assert story.notices(story.cast.head)[-1] == "This was decided already. The card shows by whom and when."
    assert not await Lesson.filter(active=True)
    await taught_anew(story)
    await story.passes(days=365)
    lapsed = cards(story, story.cast.administrator)[-1].lesson
    await story.presses(story.cast.administrator, verb, lesson=lapsed)
    assert "has lapsed" in story.notices(story.cast.administrator)[-1]


async def taught_anew(story: Story) -> None:
    await story.says(story.cast.administrator, SWEARS)
    await taught(story)


async def test_a_phrase_is_allowed_once_so_that_one_answer_lets_it_go(story: Story) -> None:
    card = await asked(story)
    await taught(story, "bloody  meadow")
    assert "left alone at your school already" in story.notices(story.cast.administrator)[-1]
    await story.passes(days=28)
    await taught_anew(story)
    await story.presses(story.cast.head, "lesson.again", lesson=card.lesson)
    assert "left alone at your school already" in story.notices(story.cast.head)[-1]
    assert await Lesson.filter(active=True).count() == 1


async def test_5_7_what_has_become_a_pupils_first_name_is_not_kept(story: Story) -> None:
    await story.says(story.cast.administrator, "Bramble was in the garden all day.")
    await taught(story, "Bramble")
    await story.passes(days=ASKED)
    await pupil("H9", "Bramble", "Ashdown")
    await story.registers_changed()
    card = story.chat.newest(story.cast.head, LessonCard)
    await story.presses(story.cast.head, "lesson.keep", lesson=card.lesson)
    assert "first name of a pupil" in story.notices(story.cast.head)[-1]
    await story.passes(days=28)
    await story.presses(story.cast.head, "lesson.again", lesson=card.lesson)
    assert "first name of a pupil" in story.notices(story.cast.head)[-1]
    assert not await Lesson.filter(active=True)


@pytest.mark.parametrize("order", list(permutations(["keep", "let_go", "lapse"])), ids=" ".join)
async def test_of_answers_and_the_end_at_the_same_instant_one_counts(story: Story, order: tuple[str, ...]) -> None:
    engine = RacingEngine(story.world, story.clock)
    story.engine, story.intake = engine, Intake(engine, story.world)
    lesson = (await asked(story)).lesson
    by = {"keep": story.cast.head, "let_go": story.cast.administrator, "lapse": None}
    overtaken = await engine.race([Command(one, f"lesson.{one}", {"lesson": lesson}, by[one]) for one in order])
    assert overtaken == 2
    state = {"keep": "kept", "let_go": "let_go", "lapse": "lapsed"}[order[0]]
    assert {one.state for one in cards(story, story.cast.other_administrator)} == {state}
    assert await Lesson.filter(active=True).count() == (order[0] == "keep")
    ends = ("lesson.keep", "lesson.let_go", "lesson.lapse")
    assert [one.action for one in await AuditEntry.filter(action__in=ends)] == [f"lesson.{order[0]}"]
    late = [story.notices(person)[-1] for one, person in by.items() if person and one != order[0]]
    assert all("decided already" in sentence or "has lapsed" in sentence for sentence in late)


async def test_two_who_allow_the_same_phrase_at_the_same_instant_open_one_hole(story: Story) -> None:
    engine = RacingEngine(story.world, story.clock)
    story.engine, story.intake = engine, Intake(engine, story.world)
    lesson = (await asked(story)).lesson
    await story.passes(days=28)
    await story.says(story.cast.administrator, SWEARS)
    said = {"about": story.draft().post, "phrase": "Bloody Meadow"}
    commands = [
        Command("again", "lesson.again", {"lesson": lesson}, story.cast.head),
        Command("anew", "lesson.false_alarm", said, story.cast.administrator),
        Command("too", "lesson.again", {"lesson": lesson}, story.cast.other_administrator),
    ]
    assert await engine.race(commands) == 2
    assert await Lesson.filter(active=True).count() == 1
    assert "left alone at your school already" in story.notices(story.cast.administrator)[-1]
    assert "decided already" in story.notices(story.cast.other_administrator)[-1]


async def test_a_phrase_under_review_waits_on_the_home_card_and_is_shown_from_there(story: Story) -> None:
    await asked(story)
    for person in (story.cast.teacher, story.cast.deputy, story.cast.other_head, story.cast.lead):
        assert not (await story.intake.home(person)).waiting.lines
    (line,) = (await story.intake.home(story.cast.head)).waiting.lines
    assert (line.kind, line.detail) == ("lesson", "It lapses on 2 November 2027")
    await story.presses(story.cast.head, "lesson.show", lesson=line.id)
    first, shown = cards(story, story.cast.head)
    assert first == shown
    await story.presses(story.cast.head, "lesson.keep", lesson=line.id)
    assert [one.state for one in cards(story, story.cast.head)] == ["kept", "kept"]
    assert not (await story.intake.home(story.cast.administrator)).waiting.lines


async def test_every_year_stands_in_the_export_with_who_ended_it_and_in_its_audit_log(story: Story) -> None:
    card = await asked(story)
    await story.presses(story.cast.head, "lesson.keep", lesson=card.lesson)
    await story.passes(days=ASKED)
    await story.presses(story.cast.administrator, "lesson.let_go", lesson=cards(story, story.cast.head)[-1].lesson)
    files = {name: content async for name, content in export("hillside")}
    first, second = json.loads(files["lessons.json"])
    assert (first["by"], first["ended_by"]) == (story.cast.administrator, story.cast.head)
    assert (second["by"], second["ended_by"]) == (story.cast.head, story.cast.administrator)
    assert first["ended_at"] == second["at"]
    assert {(one["phrase"], one["allowed"]) for one in (first, second)} == {("Bloody Meadow", False)}
    log = files["audit.csv"].decode()
    assert all(action in log for action in ("lesson.false_alarm", "lesson.keep", "lesson.let_go"))
    assert "Meadow" not in log


async def test_3_7_a_lapsed_phrase_can_be_allowed_again_until_it_is_purged_a_year_later(story: Story) -> None:
    card = await asked(story)
    await story.passes(days=28 + 364)
    await purge(Retention().schedule(), story.clock.now(), "test")
    assert await Lesson.all().count() == 1
    await story.passes(days=2)
    await purge(Retention().schedule(), story.clock.now(), "test")
    assert not await Lesson.all().count()
    await story.presses(story.cast.head, "lesson.again", lesson=card.lesson)
    assert "no longer on record" in story.notices(story.cast.head)[-1]


async def test_3_7_the_cards_of_an_allowed_phrase_are_held_so_that_they_can_be_redrawn(story: Story) -> None:
    card = await asked(story)
    brief = Retention(messages=1, comments=1).schedule()
    await story.passes(days=7)
    await purge(brief, story.clock.now(), "test")
    await story.presses(story.cast.head, "lesson.let_go", lesson=card.lesson)
    assert cards(story, story.cast.administrator)[-1].state == "let_go"
    await story.passes(days=7)
    await purge(brief, story.clock.now(), "test")
    assert not await Lesson.all().count()
    assert not await Message.filter(about=card.lesson)


async def test_the_phrase_is_on_its_card_alone(story: Story, database: Database) -> None:
    card = await asked(story)
    await story.passes(days=28)
    await story.presses(story.cast.head, "lesson.again", lesson=card.lesson)
    assert "Meadow" not in " ".join(
        [
            *(str(one.effects) for one in await Event.all()),
            *(one.detail for one in await Message.all()),
            *(str(one.details) for one in await AuditEntry.all()),
            *(shows(one) for one in story.chat.cards(story.cast.head, Notice)),
        ]
    )
    if database.path is not None:
        assert b"Bloody Meadow" not in database.raw_bytes()
