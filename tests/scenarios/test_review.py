"""Clauses 1.6 and 5.1: one click decides exactly what was shown; silence never publishes."""

from datetime import timedelta

from tests.builders import a_trust
from tests.database import Database
from tests.scenarios.story import CLEAN, Story, shows
from workflows.cards import ApprovalCard, OutcomeCard, PublishCard
from workflows.models import Absence, Decision, Message, RoleGrant
from workflows.states import Role


async def test_one_click_approves_and_locks_the_card_and_tells_the_author(story: Story) -> None:
    card = await story.approved()
    assert card.state == "decided"
    assert card.decision.startswith("Approved by Mrs Vance, Monday 2 November")
    assert [one.outcome for one in story.chat.cards(story.cast.administrator, OutcomeCard)] == ["approved"]
    assert len(story.chat.cards(story.cast.administrator, PublishCard)) == 2


async def test_a_second_click_and_a_second_delivery_decide_nothing(story: Story) -> None:
    card = await story.submitted()
    for event in ("click", "click", "another click"):
        await story.presses(story.cast.head, "post.approve", event, post=card.post, claim=card.claim)
    assert await Decision.filter(post_id=card.post).count() == 1
    assert "already been approved" in story.notices(story.cast.head)[-1]
    assert len(story.chat.cards(story.cast.administrator, OutcomeCard)) == 1


async def test_an_old_card_after_a_change_decides_nothing(story: Story) -> None:
    old = await story.submitted()
    draft = story.draft()
    value = {"post": draft.post, "claim": draft.claim}
    await story.fills(story.cast.administrator, "post.edit", value, text=f"{CLEAN} Come and see!")
    assert story.approval().state == "changed"
    draft = story.draft()
    await story.presses(story.cast.administrator, "post.submit", post=draft.post, claim=draft.claim)
    await story.presses(story.cast.head, "post.approve", post=old.post, claim=old.claim)
    assert (await story.post()).state == "in_review"
    assert "older than the draft" in story.notices(story.cast.head)[-1]


async def test_nobody_approves_what_they_wrote_or_changed(story: Story) -> None:
    await story.says(story.cast.head, CLEAN)
    card = story.draft(story.cast.head)
    await story.presses(story.cast.head, "post.submit", post=card.post, claim=card.claim)
    asked = story.approval(story.cast.deputy)
    assert "as deputy" in asked.why_you
    await story.presses(story.cast.head, "post.approve", post=asked.post, claim=asked.claim)
    assert (await story.post()).state == "in_review"
    await story.presses(story.cast.deputy, "post.approve", post=asked.post, claim=asked.claim)
    assert "Achebe as deputy" in story.approval(story.cast.deputy).decision


async def test_send_back_and_reject_need_a_reason_that_the_author_reads(story: Story) -> None:
    card = await story.submitted()
    value = {"post": card.post, "claim": card.claim}
    await story.fills(story.cast.head, "post.send_back", value, reason="Say where.")
    assert story.draft().reason == "Say where."
    outcome = story.chat.newest(story.cast.administrator, OutcomeCard)
    assert outcome.outcome == "sent_back"
    assert outcome.reason == "Say where."
    assert outcome.can_change
    draft = story.draft()
    await story.presses(story.cast.administrator, "post.submit", post=draft.post, claim=draft.claim)
    card = story.approval()
    await story.fills(story.cast.head, "post.reject", {"post": card.post, "claim": card.claim}, reason="Not now.")
    assert (await story.post()).state == "rejected"


async def test_unanswered_it_is_reminded_then_deputies_in_order_then_expires_in_school_hours(story: Story) -> None:
    await story.submitted()
    await story.passes(hours=2, minutes=59)
    assert len(story.chat.cards(story.cast.head, ApprovalCard)) == 1
    await story.passes(minutes=1)
    assert len(story.chat.cards(story.cast.head, ApprovalCard)) == 2
    await story.passes(hours=3)
    assert story.approval(story.cast.deputy).state == "waiting"
    assert not story.chat.cards(story.cast.second_deputy, ApprovalCard)
    # It is 15:00; two school hours are left today, and the third comes at 09:00 tomorrow.
    await story.passes(hours=17, minutes=59)
    assert not story.chat.cards(story.cast.second_deputy, ApprovalCard)
    await story.passes(minutes=1)
    assert story.approval(story.cast.second_deputy).state == "waiting"
    await story.passes(days=7)
    assert (await story.post()).state == "expired"
    assert {story.approval(one).state for one in (story.cast.head, story.cast.second_deputy)} == {"expired"}
    assert story.chat.newest(story.cast.administrator, OutcomeCard).outcome == "expired"
    assert not story.chat.cards(story.cast.administrator, PublishCard)


async def test_a_decision_ends_the_reminders(story: Story) -> None:
    await story.approved()
    sent = len(story.chat.cards(story.cast.head, ApprovalCard))
    await story.passes(days=10)
    assert len(story.chat.cards(story.cast.head, ApprovalCard)) == sent
    assert not story.chat.cards(story.cast.deputy, ApprovalCard)


async def test_a_headteacher_who_is_away_is_asked_after_the_deputies(story: Story) -> None:
    await Absence.create(person_id=story.cast.head, until=story.clock.now() + timedelta(days=3))
    await story.says(story.cast.administrator, CLEAN)
    draft = story.draft()
    await story.presses(story.cast.administrator, "post.submit", post=draft.post, claim=draft.claim)
    assert story.approval(story.cast.deputy).state == "waiting"
    assert not story.chat.cards(story.cast.head, ApprovalCard)


async def test_a_deputy_who_was_not_asked_cannot_decide(story: Story) -> None:
    card = await story.submitted()
    await story.presses(story.cast.deputy, "post.approve", post=card.post, claim=card.claim)
    assert (await story.post()).state == "in_review"
    assert "headteacher has been asked" in story.notices(story.cast.deputy)[-1]


async def test_looks_good_is_answered_with_the_button(story: Story) -> None:
    card = await story.submitted()
    key = (await Message.filter(about=card.post, card="approval").first()).key  # type: ignore[union-attr]
    await story.says(story.cast.head, "looks good", under=key)
    assert (await story.post()).state == "in_review"
    assert "use the button" in story.notices(story.cast.head)[-1]


async def test_a_withdrawn_draft_locks_the_approval_card(story: Story) -> None:
    card = await story.submitted()
    await story.presses(story.cast.administrator, "post.withdraw", post=card.post)
    assert "withdrew" in story.approval().decision
    await story.presses(story.cast.head, "post.approve", post=card.post, claim=card.claim)
    assert (await story.post()).state == "withdrawn"


async def test_a_school_without_anybody_to_approve_hears_what_to_do(database: Database) -> None:
    story = Story(await a_trust())
    await RoleGrant.filter(role__in=(Role.HEADTEACHER, Role.LEADERSHIP)).update(revoked_at=story.clock.now())
    await story.says(story.cast.administrator, CLEAN)
    draft = story.draft()
    await story.presses(story.cast.administrator, "post.submit", post=draft.post, claim=draft.claim)
    assert (await story.post()).state == "drafting"
    assert "name a deputy" in story.notices(story.cast.administrator)[-1]


async def test_mentions_and_markup_stay_text_on_the_card(story: Story) -> None:
    text = "Bulbs <!channel> <b>today</b> {{ card }} & more"
    await story.says(story.cast.administrator, text)
    assert story.draft().text == text
    assert text in shows(story.draft())
