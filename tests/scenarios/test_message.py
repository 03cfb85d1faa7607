"""A draft and the chat message it began with: edited, deleted, joined by more photos, answered in its thread."""

from datetime import timedelta

import pytest

from tests.scenarios.story import CLEAN, Story, photo
from workflows.cards import DraftCard, Notice
from workflows.models import Message, Post, Revision
from workflows.ports import Said


async def test_an_edit_of_the_message_is_a_new_revision(story: Story) -> None:
    await story.says(story.cast.administrator, CLEAN, message="chat:1")
    await story.edits(story.cast.administrator, "chat:1", f"{CLEAN} Come and see!")
    assert story.draft().text == f"{CLEAN} Come and see!"
    assert story.draft().revision == 2
    assert await Post.all().count() == 1


async def test_an_edit_that_changes_no_word_changes_nothing(story: Story) -> None:
    await story.says(story.cast.administrator, CLEAN, message="chat:1")
    card = story.draft()
    await story.fills(story.cast.administrator, "post.edit", {"post": card.post, "claim": card.claim}, text="Bulbs.")
    # As a platform reports it that has unfolded a link below the message.
    await story.edits(story.cast.administrator, "chat:1", CLEAN)
    assert story.draft().text == "Bulbs."
    assert await Revision.all().count() == 2


async def test_an_edit_takes_a_waiting_draft_out_of_review(story: Story) -> None:
    await story.says(story.cast.administrator, CLEAN, message="chat:1")
    card = story.draft()
    await story.presses(story.cast.administrator, "post.submit", post=card.post, claim=card.claim)
    await story.edits(story.cast.administrator, "chat:1", "Other words.")
    assert (await story.post()).state == "drafting"
    assert story.approval().state == "changed"


async def test_an_edit_after_the_approval_changes_nothing_and_says_so(story: Story) -> None:
    await story.says(story.cast.administrator, CLEAN, message="chat:1")
    card = story.draft()
    await story.presses(story.cast.administrator, "post.submit", post=card.post, claim=card.claim)
    asked = story.approval()
    await story.presses(story.cast.head, "post.approve", post=asked.post, claim=asked.claim)
    before = await story.post()
    await story.edits(story.cast.administrator, "chat:1", "Other words.")
    assert (await story.post()).version == before.version
    assert "already been approved" in story.notices(story.cast.administrator)[-1]


async def test_an_edit_of_a_message_that_is_no_draft_is_no_news(story: Story) -> None:
    await story.says(story.cast.administrator, "hello", message="chat:1")
    heard = len(story.chat.sent)
    await story.edits(story.cast.administrator, "chat:1", "hello there")
    await story.deletes(story.cast.administrator, "chat:1")
    assert len(story.chat.sent) == heard
    assert not await Post.exists()


async def test_a_deleted_message_withdraws_the_draft(story: Story) -> None:
    await story.says(story.cast.administrator, CLEAN, message="chat:1")
    await story.deletes(story.cast.administrator, "chat:1")
    assert (await story.post()).state == "withdrawn"
    assert story.draft().state == "withdrawn"


async def test_a_message_deleted_too_late_says_so(story: Story) -> None:
    await story.says(story.cast.administrator, CLEAN, message="chat:1")
    await Post.all().update(state="published")
    await story.deletes(story.cast.administrator, "chat:1")
    assert (await story.post()).state == "published"
    assert "already been published" in story.notices(story.cast.administrator)[-1]


async def test_nobody_edits_or_deletes_a_colleagues_message(story: Story) -> None:
    await story.says(story.cast.administrator, CLEAN, message="chat:1")
    await story.edits(story.cast.other_head, "chat:1", "Other words.")
    await story.deletes(story.cast.other_head, "chat:1")
    assert story.draft().text == CLEAN
    assert (await story.post()).state == "drafting"


async def test_the_same_message_delivered_twice_is_one_draft(story: Story) -> None:
    for event in ("delivery", "delivery"):
        await story.intake.said(Said(event, story.cast.administrator, CLEAN, message="chat:1"))
    assert await Post.all().count() == 1


async def test_photos_sent_one_by_one_join_the_draft(story: Story) -> None:
    administrator = story.cast.administrator
    await story.says(administrator, CLEAN, photo(), message="chat:1")
    await story.passes(minutes=2)
    await story.says(administrator, "", photo("navy"), message="chat:2")
    await story.passes(minutes=2)
    await story.says(administrator, "", photo("red"), photo("gold"), message="chat:3")
    assert await Post.all().count() == 1
    assert [picture.number for picture in story.draft().pictures] == [1, 2, 3, 4]
    assert len(story.chat.cards(administrator, DraftCard)) == 1


@pytest.mark.parametrize("minutes", [3, 10])
async def test_photos_after_a_while_are_a_draft_of_their_own(story: Story, minutes: int) -> None:
    await story.says(story.cast.administrator, CLEAN, message="chat:1")
    await story.engine.advance(timedelta(minutes=minutes))
    await story.says(story.cast.administrator, "", photo(), message="chat:2")
    assert await Post.all().count() == 2


async def test_photos_of_a_colleague_or_for_a_sent_draft_are_a_draft_of_their_own(story: Story) -> None:
    await story.submitted()
    await story.says(story.cast.administrator, "", photo())
    await story.says(story.cast.other_administrator, "", photo("navy"))
    assert await Post.all().count() == 3


async def test_photos_in_the_thread_of_a_draft_join_it_at_any_time(story: Story) -> None:
    await story.says(story.cast.administrator, CLEAN, message="chat:1")
    await story.passes(hours=2)
    await story.says(story.cast.administrator, "", photo(), under="chat:1")
    key = (await Message.get(card="draft")).key
    await story.says(story.cast.administrator, "and this one", photo("navy"), under=key)
    assert len(story.draft().pictures) == 2
    assert await Post.all().count() == 1


async def test_looks_good_in_a_thread_is_answered_there_with_the_button_that_decides(story: Story) -> None:
    card = await story.submitted()
    key = (await Message.get(about=card.post, card="approval")).key
    await story.says(story.cast.head, "looks good", under=key)
    answer = next(one for one in story.chat.sent if isinstance(one.card, Notice))
    assert answer.under is not None
    assert story.chat.sent[int(answer.under.reference)].key == key
    notice = story.chat.newest(story.cast.head, Notice)
    await story.presses(story.cast.head, notice.verb, post=notice.post, claim=notice.claim)
    assert (await story.post()).state == "publishing"


async def test_words_in_the_thread_of_the_first_message_are_answered_too(story: Story) -> None:
    await story.says(story.cast.administrator, CLEAN, message="chat:1")
    await story.says(story.cast.administrator, "is it out yet?", under="chat:1")
    assert await Post.all().count() == 1
    assert "nothing for you to decide" in story.notices(story.cast.administrator)[-1]


async def test_photos_leave_the_draft_with_the_message_that_brought_them(story: Story) -> None:
    administrator = story.cast.administrator
    await story.says(administrator, CLEAN, photo(), message="chat:1")
    kept = story.draft().pictures[0].id
    await story.says(administrator, "", photo("navy"), photo("red"), message="chat:2")
    await story.deletes(administrator, "chat:2")
    assert [picture.id for picture in story.draft().pictures] == [kept]
    assert (await story.post()).state == "drafting"
    await story.deletes(administrator, "chat:1")
    assert (await story.post()).state == "withdrawn"
