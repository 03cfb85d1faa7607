"""Clauses 3.3, 4.1, 5.2 and 6.2: a draft is checked at once, fixed, completed and sent."""

import pytest

from tests.media.films import PLACE, film
from tests.scenarios.story import CLEAN, Story, photo
from workflows.cards import ApprovalCard, DraftCard, SuggestionCard
from workflows.errors import BadFile, NotAllowed, Refused
from workflows.keys import keyring
from workflows.models import Picture, Revision
from workflows.ports import Incoming


async def test_5_2_a_staff_forename_blocks_until_the_one_click_fix(story: Story) -> None:
    await story.says(story.cast.administrator, "Sarah Thornton led our bulb planting today.")
    card = story.draft()
    assert [line.clause for line in card.findings if line.blocks] == ["5.2"]
    await story.presses(story.cast.administrator, "post.submit", post=card.post, claim=card.claim)
    assert "check found something" in story.notices(story.cast.administrator)[-1]
    await story.presses(story.cast.administrator, "post.fix", post=card.post, claim=card.claim, finding="1")
    fixed = story.draft()
    assert fixed.text == "Mrs Thornton led our bulb planting today."
    assert not fixed.findings
    await story.presses(story.cast.administrator, "post.submit", post=fixed.post, claim=fixed.claim)
    assert story.approval().text == fixed.text


async def test_6_2_a_photo_waits_until_somebody_says_who_is_in_it(story: Story) -> None:
    administrator = story.cast.administrator
    await story.says(administrator, CLEAN, photo())
    card = story.draft()
    assert card.missing == ("Say who is in picture 1.", "Describe picture 1 for people who cannot see it.")
    value = {"post": card.post, "claim": card.claim, "picture": card.pictures[0].id}
    await story.fills(administrator, "post.who", value, who=("H1", "H3"), nobody="", alt="Children with spades")
    card = story.draft()
    assert card.missing == ()
    assert card.findings == ()
    assert "Amara Okonkwo (Kestrel)" in card.pictures[0].who
    await story.presses(administrator, "post.submit", post=card.post, claim=card.claim)
    assert story.approval().consents == ("Picture 1: 2 pupils have the parents' consent for pictures on social media.",)


async def test_6_2_a_pupil_without_consent_in_a_photo_blocks(story: Story) -> None:
    administrator = story.cast.administrator
    await story.says(administrator, CLEAN, photo())
    card = story.draft()
    value = {"post": card.post, "claim": card.claim, "picture": card.pictures[0].id}
    await story.fills(administrator, "post.who", value, who=("H2",), nobody="", alt="A child with a spade")
    card = story.draft()
    assert [line.clause for line in card.findings] == ["6.2"]
    assert card.pictures[0].blocked
    await story.presses(administrator, "post.submit", post=card.post, claim=card.claim)
    assert not story.chat.cards(story.cast.head, ApprovalCard)


async def test_6_2_a_video_with_consent_goes_to_the_headteacher_without_the_place_where_it_was_filmed(
    story: Story,
) -> None:
    administrator = story.cast.administrator
    await story.says(administrator, CLEAN, photo(), Incoming("film.mov", film()))
    card = story.draft()
    assert card.missing == (
        "Say who is in picture 1.",
        "Describe picture 1 for people who cannot see it.",
        "Say who is in video 1.",
        "Describe video 1 for people who cannot see it.",
    )
    await story.declares(card.pictures[0].id, "Spades", nobody="yes")
    await story.declares(card.pictures[1].id, "Children plant bulbs", "H1")
    card = story.draft()
    assert card.findings == ()
    await story.presses(administrator, "post.submit", post=card.post, claim=card.claim)
    approval = story.approval()
    assert [(line.kind, line.number) for line in approval.pictures] == [("picture", 1), ("video", 1)]
    assert "Video 1: 1 pupil has the parents' consent for pictures on social media." in approval.consents
    kept = await Picture.get(id=card.pictures[1].id)
    assert (kept.content_type, kept.width, kept.height) == ("video/mp4", 0, 0)
    assert PLACE not in keyring().unseal(bytes(kept.sealed))


async def test_6_2_a_pupil_without_consent_in_a_video_blocks(story: Story) -> None:
    administrator = story.cast.administrator
    await story.says(administrator, CLEAN, Incoming("film.mov", film()))
    await story.declares(story.draft().pictures[0].id, "A child with a spade", "H2")
    card = story.draft()
    assert [line.clause for line in card.findings] == ["6.2"]
    assert "in this video" in card.findings[0].sentence
    assert card.pictures[0].blocked
    await story.presses(administrator, "post.submit", post=card.post, claim=card.claim)
    assert not story.chat.cards(story.cast.head, ApprovalCard)


async def test_4_1_a_name_beside_a_video_blocks_as_beside_a_photo(story: Story) -> None:
    await story.says(story.cast.administrator, "Well done Amara Okonkwo!", Incoming("film.mov", film()))
    assert "4.1" in [line.clause for line in story.draft().findings]


async def test_a_video_of_another_kind_gets_a_sentence_and_leaves_nothing_half_done(story: Story) -> None:
    with pytest.raises(BadFile, match="send its link"):
        await story.says(story.cast.administrator, CLEAN, photo(), Incoming("film.mp4", b"\x1aE\xdf\xa3webm"))
    assert not await Picture.exists()


async def test_a_screenshot_of_a_comment_is_no_video(story: Story) -> None:
    with pytest.raises(BadFile, match="send a picture"):
        await story.fills(
            story.cast.teacher, "comment.report", {}, text="Hm.", screenshot=(Incoming("film.mov", film()),)
        )


async def test_5_7_an_additional_consent_recorded_for_this_post_lets_a_name_stand(story: Story) -> None:
    administrator = story.cast.administrator
    await story.says(administrator, "Well done Amara Okonkwo, who won the county chess cup!")
    card = story.draft()
    assert [line.clause for line in card.findings] == ["5.7"]
    value = {"post": card.post, "claim": card.claim}
    await story.fills(administrator, "post.consent", value, pupil="H1", scope="name", source="email of 3 November")
    assert story.draft().findings == ()


async def test_3_3_a_teacher_suggests_and_an_administrator_adopts(story: Story) -> None:
    await story.says(story.cast.teacher, CLEAN)
    assert not story.chat.cards(story.cast.teacher, DraftCard)
    suggestion = story.chat.newest(story.cast.administrator, SuggestionCard)
    await story.presses(story.cast.administrator, "post.adopt", post=suggestion.post)
    assert story.chat.newest(story.cast.other_administrator, SuggestionCard).state == "adopted"
    card = story.draft()
    assert card.text == CLEAN
    assert card.suggested_by == "Mrs Pugh"
    assert "has adopted your suggestion" in story.notices(story.cast.teacher)[-1]


async def test_3_3_a_teacher_cannot_send_a_suggestion_on(story: Story) -> None:
    await story.says(story.cast.teacher, CLEAN)
    post = await story.post()
    await story.presses(story.cast.teacher, "post.submit", post=post.id)
    assert (await story.post()).state == "suggested"
    assert not story.chat.cards(story.cast.head, ApprovalCard)


async def test_3_3_a_declined_suggestion_comes_back_with_the_reason(story: Story) -> None:
    await story.says(story.cast.teacher, CLEAN)
    post = await story.post()
    await story.fills(story.cast.administrator, "post.decline", {"post": post.id}, reason="Already posted.")
    assert story.notices(story.cast.teacher)[-1].endswith("Already posted.")
    assert story.chat.newest(story.cast.other_administrator, SuggestionCard).state == "declined"


async def test_every_change_is_a_revision_and_the_old_card_decides_nothing(story: Story) -> None:
    administrator = story.cast.administrator
    await story.says(administrator, CLEAN)
    first = story.draft()
    await story.fills(administrator, "post.edit", {"post": first.post, "claim": first.claim}, text="Another text.")
    await story.presses(administrator, "post.submit", post=first.post, claim=first.claim)
    assert "changed meanwhile" in story.notices(administrator)[-1]
    assert await Revision.filter(post_id=first.post).count() == 2


async def test_1_6_nobody_works_on_a_draft_of_another_school(story: Story) -> None:
    await story.says(story.cast.administrator, CLEAN)
    card = story.draft()
    with pytest.raises(NotAllowed):
        await story.presses(story.cast.other_head, "post.edit", post=card.post, claim=card.claim)
    await story.presses(story.cast.other_head, "post.withdraw", post=card.post)
    assert (await story.post()).state == "drafting"


@pytest.mark.parametrize("content", [b"", b"GIF89a" + b"\0" * 50, b"%PDF-1.7", b"\xff\xd8\xff\xe0broken"])
async def test_a_file_that_is_no_photo_gets_a_sentence_and_leaves_nothing_half_done(
    story: Story, content: bytes
) -> None:
    with pytest.raises(BadFile, match="picture"):
        await story.says(story.cast.administrator, CLEAN, photo(), Incoming("x.jpg", content))
    assert await story.post() is None


async def test_a_button_that_nobody_knows_is_refused_kindly(story: Story) -> None:
    with pytest.raises(Refused, match="newest card"):
        await story.presses(story.cast.administrator, "post.publish", post="x")


async def test_a_greeting_is_answered_with_a_welcome_and_makes_no_draft(story: Story) -> None:
    await story.says(story.cast.administrator, "Hello!")
    assert await story.post() is None


async def test_6_2_a_picture_can_be_taken_out_again(story: Story) -> None:
    await story.says(story.cast.administrator, CLEAN, photo(), photo("navy"))
    card = story.draft()
    value = {"post": card.post, "claim": card.claim, "picture": card.pictures[0].id}
    await story.fills(story.cast.administrator, "post.who", value, who=(), nobody="", alt="", remove="yes")
    assert [picture.id for picture in story.draft().pictures] == [card.pictures[1].id]
