"""A school teaches the reader: a false alarm is allowed at once and lapses in a year, a miss goes on a review list."""

import json

import pytest

from tests.scenarios.story import Story
from workflows.cards import CommentCard, LessonCard
from workflows.errors import NotAllowed
from workflows.models import AuditEntry, Evidence, Lesson
from workflows.registers.exports import export

SWEARS = "The walk starts at Bloody Meadow at nine."


async def taught(story: Story, phrase: str = "Bloody Meadow") -> None:
    card = story.draft()
    await story.fills(story.cast.administrator, "lesson.false_alarm", {"about": card.post}, phrase=phrase)


async def test_a_false_alarm_on_a_draft_is_left_alone_at_once(story: Story) -> None:
    await story.says(story.cast.administrator, SWEARS)
    assert [found.clause for found in story.draft().findings] == ["7.7"]
    form = await story.presses(story.cast.administrator, "lesson.false_alarm", about=story.draft().post)
    assert form is not None
    assert form.inputs[0].initial == "Bloody"
    await taught(story)
    assert story.draft().findings == ()
    assert "left alone at your school" in story.notices(story.cast.administrator)[-1]


async def test_the_headteacher_hears_that_a_phrase_was_allowed_and_the_log_keeps_it(story: Story) -> None:
    await story.says(story.cast.administrator, SWEARS)
    await taught(story)
    assert "allowed a phrase" in story.notices(story.cast.head)[-1]
    assert "Bloody" not in story.notices(story.cast.head)[-1]
    assert await AuditEntry.filter(action="lesson.false_alarm").count() == 1


async def test_an_allowed_phrase_lapses_after_a_year(story: Story) -> None:
    await story.says(story.cast.administrator, SWEARS)
    await taught(story)
    await story.passes(days=366)
    assert not (await Lesson.all())[0].active
    lapsed = story.chat.newest(story.cast.administrator, LessonCard)
    assert (lapsed.state, lapsed.phrase) == ("lapsed", "Bloody Meadow")
    await story.says(story.cast.administrator, SWEARS)
    assert [found.clause for found in story.draft().findings] == ["7.7"]


async def test_a_pupils_first_name_alone_is_never_allowed(story: Story) -> None:
    await story.says(story.cast.administrator, "A cake for Amara is in the hall.")
    await taught(story, "Amara")
    assert "first name of a pupil" in story.notices(story.cast.administrator)[-1]
    assert await Lesson.all().count() == 0


async def test_a_full_name_is_found_whatever_was_allowed(story: Story) -> None:
    await story.says(story.cast.administrator, "Amara Okonkwo planted the first bulb.")
    await taught(story, "Amara Okonkwo planted")
    assert "5.7" in [found.clause for found in story.draft().findings]


async def test_what_was_missed_goes_on_the_review_list_and_into_the_export(story: Story) -> None:
    await story.reports("Lovely weather for it")
    card = story.chat.newest(story.cast.teacher, CommentCard)
    await story.fills(story.cast.teacher, "lesson.missed", {"about": card.comment}, phrase="Lovely weather")
    assert "review list" in story.notices(story.cast.teacher)[-1]
    files = {name: content async for name, content in export("hillside")}
    (entry,) = json.loads(files["lessons.json"])
    assert (entry["kind"], entry["phrase"], entry["allowed"]) == ("missed", "Lovely weather", False)


async def test_8_6_whoever_says_that_a_child_was_missed_raises_the_alarm(story: Story) -> None:
    await story.reports("That one in the corner again, we all know who")
    card = story.chat.newest(story.cast.teacher, CommentCard)
    assert not story.alerts()
    for _ in range(2):
        value = {"about": card.comment}
        await story.fills(story.cast.teacher, "lesson.missed", value, phrase="we all know who", alarm="1")
    (alert,) = story.alerts()
    assert alert.what == "A comment describes a child"
    assert await Evidence.filter(comment_id=card.comment).count() == 1
    assert any(card.kind == "delete_comment" for card in story.removals(story.cast.administrator))


async def test_a_miss_that_is_about_no_child_raises_no_alarm(story: Story) -> None:
    await story.reports("That one in the corner again, we all know who")
    card = story.chat.newest(story.cast.teacher, CommentCard)
    value = {"about": card.comment}
    await story.fills(story.cast.teacher, "lesson.missed", value, phrase="we all know who", alarm="")
    assert not story.alerts()


async def test_other_staff_may_report_a_miss_but_allow_nothing(story: Story) -> None:
    await story.reports("Amara was crying again")
    card = story.chat.newest(story.cast.teacher, CommentCard)
    with pytest.raises(NotAllowed):
        await story.presses(story.cast.teacher, "lesson.false_alarm", about=card.comment)
    assert await Lesson.all().count() == 0
