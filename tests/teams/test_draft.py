"""A draft by message, checked, put right, completed, sent and decided, all of it in Teams."""

from io import BytesIO

from PIL import Image

from tests.scenarios.story import CLEAN
from tests.teams.campus import Campus
from tests.teams.drawing import every, text
from workflows.drafts import MAX_TEXT
from workflows.models import Post
from workflows.states import PostState


def photo(colour: str = "seagreen") -> bytes:
    file = BytesIO()
    Image.new("RGB", (1600, 1200), colour).save(file, "PNG")
    return file.getvalue()


async def test_a_message_becomes_a_draft_and_the_headteacher_approves_it_with_one_click(campus: Campus) -> None:
    cast = campus.cast
    await campus.arrives(cast.head, cast.administrator)
    await campus.says(cast.administrator, CLEAN)
    draft = campus.newest(cast.administrator, CLEAN)
    await campus.presses(cast.administrator, draft, "Send to the headteacher")
    approval = campus.newest(cast.head, CLEAN)
    assert campus.titles(approval) == ["Approve", "Send back", "Reject"]
    answer = await campus.presses(cast.head, approval, "Approve")
    assert answer["value"].startswith("Noted")
    assert (await Post.get()).state in (PostState.APPROVED, PostState.PUBLISHING)
    assert "Approved by Fore1 Vance" in text(approval.card) or "Approved by Mrs Vance" in text(approval.card)
    assert campus.titles(approval) == []
    assert len(approval.versions) == 2, "the same message was replaced"


async def test_a_second_click_on_an_old_card_decides_nothing_and_says_so_kindly(campus: Campus) -> None:
    cast = campus.cast
    await campus.arrives(cast.head, cast.deputy, cast.administrator)
    await campus.says(cast.administrator, CLEAN)
    await campus.presses(cast.administrator, campus.newest(cast.administrator, CLEAN), "Send to the headteacher")
    approval = campus.newest(cast.head, CLEAN)
    for _ in range(2):
        await campus.presses(cast.head, approval, "Approve") if campus.titles(approval) else None
    press = next(one for one in campus.hands.sent if one.get("name") == "adaptiveCard/action" and "approve" in str(one))
    status, _ = await campus.hands.hand_over(press)
    await campus.settled()
    assert status == 200
    assert len([one for one in campus.cards(cast.head) if "already" in text(one.card)]) == 0, "a repeat is no event"
    await campus.hands.hand_over({**press, "id": "another"})
    await campus.settled()
    assert "already" in text(campus.cards(cast.head)[-1].card)


async def test_5_2_the_one_click_fix(campus: Campus) -> None:
    cast = campus.cast
    await campus.arrives(cast.administrator)
    await campus.says(cast.administrator, "Sarah Thornton led our bulb planting today.")
    draft = campus.newest(cast.administrator, "Sarah Thornton led")
    (fix,) = [title for title in campus.titles(draft) if "Mrs Thornton" in title]
    await campus.presses(cast.administrator, draft, fix)
    assert "Mrs Thornton led our bulb planting today." in text(draft.card)


async def test_6_2_a_pasted_photo_and_who_is_in_it(campus: Campus) -> None:
    cast = campus.cast
    await campus.arrives(cast.administrator, cast.head)
    await campus.says(cast.administrator, CLEAN, photo())
    draft = campus.newest(cast.administrator, CLEAN)
    assert "Who is in picture 1?" in campus.titles(draft)
    await campus.fills(
        cast.administrator, draft, "Who is in picture 1?", who="H1,H3", nobody="", alt="Children with spades"
    )
    assert "Amara Okonkwo (Kestrel)" in text(draft.card)
    await campus.presses(cast.administrator, draft, "Send to the headteacher")
    (image,) = every(campus.newest(cast.head, CLEAN).card, "Image")
    assert image["altText"] == "Children with spades"
    assert image["url"].startswith("https://gatepost.example/teams/pictures/")


async def test_photos_without_words_join_the_draft_that_was_just_begun(campus: Campus) -> None:
    cast = campus.cast
    await campus.arrives(cast.administrator)
    await campus.says(cast.administrator, CLEAN)
    await campus.says(cast.administrator, "", photo(), photo("navy"))
    assert await Post.all().count() == 1
    assert len(list(every(campus.newest(cast.administrator, CLEAN).card, "Image"))) == 2
    await campus.passes(minutes=4)
    await campus.says(cast.administrator, "", photo("maroon"))
    assert await Post.all().count() == 2, "later photos begin a draft of their own"


async def test_photos_in_a_reply_to_a_card_join_its_draft(campus: Campus) -> None:
    cast = campus.cast
    await campus.arrives(cast.administrator)
    await campus.says(cast.administrator, CLEAN)
    await campus.passes(hours=1)
    card = campus.newest(cast.administrator, CLEAN)
    await campus.says(cast.administrator, "and this", photo(), quoting=card)
    assert len(list(every(card.card, "Image"))) == 1


async def test_send_back_opens_a_dialog_that_asks_for_the_reason(campus: Campus) -> None:
    cast = campus.cast
    await campus.arrives(cast.head, cast.administrator)
    await campus.says(cast.administrator, CLEAN)
    await campus.presses(cast.administrator, campus.newest(cast.administrator, CLEAN), "Send to the headteacher")
    approval = campus.newest(cast.head, CLEAN)
    again = await campus.fills(cast.head, approval, "Send back", reason=" ")
    assert again["task"]["type"] == "continue", "a missing reason is asked for again"
    answer = await campus.fills(cast.head, approval, "Send back", reason="Say **where** it was.")
    assert answer == {}, "the dialog closes"
    assert campus.titles(approval) == []
    assert campus.newest(cast.administrator, "Say **where** it was.")


async def test_looks_good_is_answered_with_the_button(campus: Campus) -> None:
    cast = campus.cast
    await campus.arrives(cast.head, cast.administrator)
    await campus.says(cast.administrator, CLEAN)
    await campus.presses(cast.administrator, campus.newest(cast.administrator, CLEAN), "Send to the headteacher")
    await campus.says(cast.head, "looks good", quoting=campus.newest(cast.head, CLEAN))
    assert campus.titles(campus.cards(cast.head)[-1]) == ["Approve"]
    assert (await Post.get()).state == PostState.IN_REVIEW, "words decide nothing"


async def test_looks_good_without_a_reply_is_no_draft_either(campus: Campus) -> None:
    cast = campus.cast
    await campus.arrives(cast.head, cast.administrator)
    await campus.says(cast.administrator, CLEAN)
    await campus.presses(cast.administrator, campus.newest(cast.administrator, CLEAN), "Send to the headteacher")
    await campus.says(cast.head, "Looks good!")
    assert campus.titles(campus.cards(cast.head)[-1]) == ["Approve"]
    assert await Post.all().count() == 1


async def test_an_edit_is_a_new_revision_and_a_deletion_withdraws(campus: Campus) -> None:
    cast = campus.cast
    await campus.arrives(cast.administrator)
    said = await campus.says(cast.administrator, CLEAN)
    user = campus.users[cast.administrator]
    await campus.hands.edit(user, said, f"{CLEAN} Come and see!")
    await campus.settled()
    assert f"{CLEAN} Come and see!" in text(campus.newest(cast.administrator, CLEAN).card)
    await campus.hands.delete(user, said)
    await campus.settled()
    assert (await Post.get()).state == PostState.WITHDRAWN


async def test_an_old_client_takes_the_fallback_of_a_button(campus: Campus) -> None:
    cast = campus.cast
    await campus.arrives(cast.head, cast.administrator)
    await campus.says(cast.administrator, CLEAN)
    draft = campus.newest(cast.administrator, CLEAN)
    await campus.presses(cast.administrator, draft, "Send to the headteacher", old=True)
    approval = campus.newest(cast.head, CLEAN)
    await campus.presses(cast.head, approval, "Reject", old=True)
    form = campus.cards(cast.head)[-1]
    assert campus.titles(form) == ["Reject"], "the form stands in the conversation"
    sent = campus.hands.activity(
        campus.users[cast.head],
        campus.hands.chat(campus.users[cast.head]),
        type="message",
        value={**form.card["actions"][0]["data"], "reason": "Not now."},
    )
    await campus.hands.hand_over(sent)
    await campus.settled()
    assert (await Post.get()).state == PostState.REJECTED


async def test_a_text_of_20_000_characters_is_shown_whole_in_several_messages_and_redrawn_in_all(
    campus: Campus,
) -> None:
    cast = campus.cast
    await campus.arrives(cast.head, cast.administrator)
    long = "🥔 potato " * (MAX_TEXT // 9)
    await campus.says(cast.administrator, long)
    parts = campus.cards(cast.administrator)[1:]
    assert len(parts) > 1
    assert len("".join(text(one.card) for one in parts)) > len(long)
    await campus.fills(cast.administrator, parts[-1], "Change the text", text=CLEAN)
    left = campus.cards(cast.administrator)[1:]
    assert [CLEAN in text(one.card) for one in left] == [True], "what is not needed any more is gone"


async def test_a_teacher_suggests_and_an_administrator_adopts(campus: Campus) -> None:
    cast = campus.cast
    await campus.arrives(cast.teacher, cast.administrator)
    await campus.says(cast.teacher, CLEAN)
    suggestion = campus.newest(cast.administrator, CLEAN)
    adopt = next(title for title in campus.titles(suggestion) if "on" in title.split() or "Adopt" in title)
    await campus.presses(cast.administrator, suggestion, adopt)
    assert "Send to the headteacher" in campus.titles(campus.cards(cast.administrator)[-1])
