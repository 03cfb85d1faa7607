"""The home card: what waits, drafts, alerts, this week and what is planned, and nothing that is not theirs."""

from datetime import timedelta

from tests.builders import person
from tests.scenarios.story import CLEAN, Story, shows
from workflows.cards import AlertCard, DraftCard, HomeCard, PublishCard, SuggestionCard
from workflows.models import Publication
from workflows.states import Role


async def kinds(story: Story, someone: int) -> dict[str, list[str]]:
    card = await story.intake.home(someone)
    sections = {"waiting": card.waiting, "drafts": card.drafts, "alerts": card.alerts, "upcoming": card.upcoming}
    return {name: [line.kind for line in section.lines] for name, section in sections.items() if section.lines}


async def test_a_draft_waits_for_the_headteacher_and_stands_among_its_authors_drafts(story: Story) -> None:
    card = await story.submitted()
    assert await kinds(story, story.cast.head) == {"waiting": ["approval"]}
    assert await kinds(story, story.cast.administrator) == {"drafts": ["draft"]}
    for other in (story.cast.deputy, story.cast.other_administrator, story.cast.teacher, story.cast.other_head):
        assert await kinds(story, other) == {}
    await story.presses(story.cast.head, "post.show", post=card.post)
    assert story.approval().state == "waiting"
    await story.presses(story.cast.head, "post.approve", post=card.post, claim=story.approval().claim)
    assert await kinds(story, story.cast.head) == {}


async def test_a_post_to_publish_by_hand_waits_for_its_author_until_it_is_done(story: Story) -> None:
    await story.approved()
    assert (await kinds(story, story.cast.administrator))["waiting"] == ["task", "task"]
    home = await story.intake.home(story.cast.administrator)
    sent = len(story.chat.cards(story.cast.administrator, PublishCard))
    await story.presses(story.cast.administrator, "task.show", task=home.waiting.lines[0].id)
    assert len(story.chat.cards(story.cast.administrator, PublishCard)) == sent + 1
    for card in story.chat.cards(story.cast.administrator, PublishCard)[:2]:
        await story.confirms(card)
    assert await kinds(story, story.cast.administrator) == {}


async def test_a_suggestion_waits_for_the_administrators(story: Story) -> None:
    await story.says(story.cast.teacher, CLEAN)
    assert await kinds(story, story.cast.teacher) == {"drafts": ["suggested"]}
    assert await kinds(story, story.cast.other_administrator) == {"waiting": ["suggestion"]}
    assert await kinds(story, story.cast.head) == {}
    post = (await story.post()).id
    await story.presses(story.cast.administrator, "post.show", post=post)
    assert story.chat.newest(story.cast.administrator, SuggestionCard).state == "open"
    await story.presses(story.cast.teacher, "post.show", post=post)
    assert not story.chat.cards(story.cast.teacher, DraftCard)
    assert "This is for" in story.notices(story.cast.teacher)[-1]


async def test_8_6_open_alerts_are_shown_to_those_responsible_only(story: Story) -> None:
    await story.reports("Amara Okonkwo was crying at the gate again")
    for responsible in (story.cast.head, story.cast.deputy, story.cast.lead):
        assert (await kinds(story, responsible))["alerts"] == ["raised"]
        assert "Amara" not in shows(await story.intake.home(responsible))
    for other in (story.cast.teacher, story.cast.administrator, story.cast.other_head):
        assert "alerts" not in await kinds(story, other)
    alert = story.chat.newest(story.cast.head, AlertCard).alert
    await story.presses(story.cast.deputy, "alert.acknowledge", alert=alert)
    assert (await kinds(story, story.cast.head))["alerts"] == ["acknowledged"]
    await story.fills(story.cast.head, "alert.resolve", {"alert": alert}, outcome="referred", note="")
    assert "alerts" not in await kinds(story, story.cast.head)


async def test_posts_of_this_school_week_are_counted_once_whatever_number_of_pages(story: Story) -> None:
    await story.approved()
    for card in story.chat.cards(story.cast.administrator, PublishCard):
        await story.confirms(card)
    assert await Publication.all().count() == 2
    (week,) = (await story.intake.home(story.cast.teacher)).week
    assert (week.school, week.published, week.goal) == ("Hillside School", 1, 2)
    trust = (await story.intake.home(story.cast.lead)).week
    assert [(line.school, line.published) for line in trust] == [("Brookside School", 0), ("Hillside School", 1)]
    await story.engine.advance(timedelta(days=7))
    (week,) = (await story.intake.home(story.cast.teacher)).week
    assert week.published == 0


async def test_what_is_approved_for_later_is_coming_up(story: Story) -> None:
    await story.says(story.cast.administrator, CLEAN)
    draft = story.draft()
    plan = {"accounts": ("hillside-facebook",), "planned_at": "2026-11-03T15:30"}
    await story.fills(story.cast.administrator, "post.plan", {"post": draft.post, "claim": draft.claim}, **plan)
    draft = story.draft()
    await story.presses(story.cast.administrator, "post.submit", post=draft.post, claim=draft.claim)
    asked = story.approval()
    await story.presses(story.cast.head, "post.approve", post=asked.post, claim=asked.claim)
    (line,) = (await story.intake.home(story.cast.office)).upcoming.lines
    assert line.detail == "Tuesday 3 November, 15:30"
    assert "upcoming" not in await kinds(story, story.cast.teacher)
    assert "upcoming" not in await kinds(story, story.cast.other_head)


async def test_a_long_section_says_how_many_more_there_are(story: Story) -> None:
    for number in range(11):
        await story.says(story.cast.administrator, f"Draft {number}")
    home = await story.intake.home(story.cast.administrator)
    assert (len(home.drafts.lines), home.drafts.more) == (8, 3)


async def test_status_sends_the_same_card_as_a_message(story: Story) -> None:
    await story.submitted()
    await story.says(story.cast.head, "status")
    assert story.chat.newest(story.cast.head, HomeCard) == await story.intake.home(story.cast.head)


async def test_an_absence_stands_on_ones_own_card(story: Story) -> None:
    await story.types(story.cast.head, "away until 5 November")
    assert "5 November" in (await story.intake.home(story.cast.head)).away
    assert not (await story.intake.home(story.cast.deputy)).away


async def test_where_there_is_no_administrator_suggestions_wait_for_the_headteacher(story: Story) -> None:
    teacher = await person(20, "Lane", "brookside", Role.STAFF)
    await story.says(teacher, CLEAN)
    assert await kinds(story, story.cast.other_head) == {"waiting": ["suggestion"]}
