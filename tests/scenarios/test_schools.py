"""Clause 1.6: somebody who works at several schools chooses for which one they write."""

import pytest

from tests.builders import LONG_AGO
from tests.scenarios.story import CLEAN, Story, photo
from workflows.cards import DraftCard
from workflows.errors import NotAllowed, Refused
from workflows.models import Comment, Picture, RoleGrant
from workflows.ports import Filled
from workflows.states import Role


@pytest.fixture
async def both(story: Story) -> int:
    """An administrator of Hillside who is also one of Brookside."""
    person = story.cast.administrator
    await RoleGrant.create(
        person_id=person, role=Role.ADMINISTRATOR, school_id="brookside", granted_at=LONG_AGO, granted_by="test"
    )
    return person


async def test_the_form_asks_for_the_school_first_and_only_those_with_several(story: Story, both: int) -> None:
    for verb in ("draft.new", "comment.report"):
        form = await story.presses(both, verb)
        assert form is not None
        assert form.inputs[0].name == "school"
        assert [option.value for option in form.inputs[0].options] == ["hillside", "brookside"]
        assert form.inputs[0].initial == "hillside"
        other = await story.presses(story.cast.other_administrator, verb)
        assert other is not None
        assert "school" not in {one.name for one in other.inputs}


async def test_a_draft_and_a_report_go_to_the_school_that_was_chosen(story: Story, both: int) -> None:
    await story.fills(both, "draft.new", {}, text=CLEAN, school="brookside", photos=(photo(),))
    assert story.draft().school == "Brookside School"
    assert all("@brookside" in account for account in story.draft().accounts)
    assert (await Picture.get()).school_id == "brookside"
    await story.fills(both, "comment.report", {}, text="So sad", school="brookside")
    assert (await Comment.get()).school_id == "brookside"


async def test_nobody_writes_for_a_school_at_which_they_have_no_role(story: Story) -> None:
    answers: dict[str, str | tuple[str, ...]] = {"text": CLEAN, "school": "brookside"}
    with pytest.raises(NotAllowed):
        await story.intake.filled(Filled("e", story.cast.administrator, "draft.new", {}, answers, {}))
    assert await story.post() is None


async def test_a_plain_message_is_for_the_own_school_and_can_be_moved(story: Story, both: int) -> None:
    await story.says(both, CLEAN, photo())
    card = story.draft()
    assert (card.school, card.may_move) == ("Hillside School", True)
    value = {"post": card.post, "claim": card.claim, "picture": card.pictures[0].id}
    await story.fills(both, "post.who", value, who=("H1",), nobody="", alt="A child with a spade")
    card = story.draft()
    await story.fills(both, "post.school", {"post": card.post, "claim": card.claim}, school="brookside")
    card = story.draft()
    assert card.school == "Brookside School"
    assert all("@brookside" in account for account in card.accounts)
    assert card.missing == ("Say who is in picture 1.",)
    assert card.pictures[0].alt == "A child with a spade"
    await story.presses(both, "post.withdraw", post=card.post)
    assert story.draft().state == "withdrawn"


async def test_a_draft_does_not_move_to_a_school_without_access_or_out_of_review(story: Story, both: int) -> None:
    await story.says(story.cast.other_administrator, CLEAN)
    card = story.chat.newest(story.cast.other_administrator, DraftCard)
    assert not card.may_move
    with pytest.raises(NotAllowed):
        await story.presses(story.cast.other_administrator, "post.school", post=card.post, claim=card.claim)
    sent = await story.submitted()
    await story.fills(both, "post.school", {"post": sent.post, "claim": ""}, school="brookside")
    assert (await story.post()).school_id == "hillside"
    assert "stays where it is" in story.notices(both)[-1]


async def test_everything_can_be_said_in_the_form(story: Story) -> None:
    await story.fills(
        story.cast.administrator,
        "draft.new",
        {},
        text=CLEAN,
        accounts=("hillside-x",),
        planned_at="2026-11-03T15:30",
        photos=(photo(), photo("navy")),
        alt="Children with spades",
    )
    card = story.draft()
    assert card.accounts == ("X @hillside",)
    assert card.when == "Tuesday 3 November, 15:30"
    assert [picture.alt for picture in card.pictures] == ["Children with spades"] * 2


async def test_a_time_that_has_passed_is_refused_while_the_form_still_stands(story: Story) -> None:
    with pytest.raises(Refused, match="already passed"):
        await story.fills(story.cast.administrator, "draft.new", {}, text=CLEAN, planned_at="2026-11-01T15:30")
    assert await story.post() is None
    assert not await Picture.exists()


async def test_a_suggestion_has_neither_accounts_nor_a_time(story: Story) -> None:
    form = await story.presses(story.cast.teacher, "draft.new")
    assert form is not None
    assert {one.name for one in form.inputs} == {"text", "photos", "alt"}
    answers: dict[str, str | tuple[str, ...]] = {"text": CLEAN, "accounts": ("hillside-x",)}
    await story.intake.filled(Filled("e", story.cast.teacher, "draft.new", {}, answers, {}))
    assert (await story.post()).state == "suggested"
