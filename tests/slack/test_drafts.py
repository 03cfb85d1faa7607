"""A draft in Slack: written, put right, approved, sent back, changed and taken back."""

from tests.fakes.slack.workspace import Json
from tests.scenarios.story import photo
from tests.slack.stage import CLEAN, Stage, shown, user_of, words
from workflows.models import Post
from workflows.states import PostState

ADMIN, HEAD = user_of("administrator"), user_of("head")


async def test_a_message_becomes_a_draft_and_one_click_approves_it(both: Stage) -> None:
    approval = await both.submitted()
    await both.people.press(HEAD, approval, "Approve")
    await both.shows(approval, "Approved by")
    assert "'type': 'actions'" not in str(approval["blocks"]), "a decided card is locked"
    await both.card("administrator", "approved")


async def test_a_finding_is_put_right_with_one_click(school: Stage) -> None:
    await school.people.say(ADMIN, "Thank you to Sarah Thornton for the biscuits.")
    draft = await school.card("administrator", "Your draft")
    await school.people.press(ADMIN, draft, "Use “Mrs Thornton”")
    await school.until(lambda: "Sarah" not in shown(draft))


async def test_sending_back_asks_for_a_reason_which_the_author_reads(both: Stage) -> None:
    approval = await both.submitted()
    form = await both.people.opens(HEAD, approval, "Send back")
    assert await both.people.submit(HEAD, form, reason="Please name the path.") == {}
    await both.card("administrator", "Please name the path.")


async def test_an_edited_message_is_a_new_revision_and_a_deleted_one_withdraws(school: Stage) -> None:
    said = await school.people.say(ADMIN, CLEAN)
    draft = await school.card("administrator", "Your draft")
    await school.people.edit(ADMIN, said, "Kestrel class planted tulips.")
    await school.shows(draft, "planted tulips")
    await school.people.delete(ADMIN, said)
    await school.shows(draft, "Withdrawn")
    assert (await Post.get()).state == PostState.WITHDRAWN


async def test_the_preview_of_a_link_is_no_change(school: Stage) -> None:
    said = await school.people.say(ADMIN, f"{CLEAN} https://www.meadow.example/news")
    await school.card("administrator", "Your draft")
    await school.people.edit(ADMIN, said, said["text"])
    await school.people.say(ADMIN, "status")
    await school.card("administrator", "waits for you")
    assert (await Post.get()).revision == 1


async def test_looks_good_in_the_thread_is_answered_with_the_button(school: Stage) -> None:
    approval = await school.submitted()
    had = len(school.direct("head"))
    await school.people.say(HEAD, "looks good", thread=approval["ts"])
    answer = await school.card("head", "button", after=had)
    await school.people.press(HEAD, answer, "Approve")
    await school.shows(approval, "Approved by")


async def test_photos_are_fetched_and_shown_and_more_of_them_join_the_draft(school: Stage) -> None:
    await school.people.say(ADMIN, CLEAN, school.photo("administrator"))
    draft = await school.card("administrator", "Your draft")
    assert [one for one in draft["blocks"] if one["type"] == "image"]
    await school.people.say(ADMIN, "", school.photo("administrator", "navy"), school.photo("administrator", "red"))
    await school.shows(draft, "Picture 3")
    assert await Post.all().count() == 1


async def test_who_is_in_a_picture_is_chosen_from_the_class_lists(school: Stage) -> None:
    await school.people.say(ADMIN, CLEAN, school.photo("administrator"))
    draft = await school.card("administrator", "Your draft")
    form = await school.people.opens(ADMIN, draft, "Who is in picture 1?")
    assert [one for one in form["blocks"] if one["type"] == "image"], "the form shows the picture"
    assert await school.people.options(ADMIN, form, "who", "amar") == ["H1=Amara Okonkwo (Kestrel)"]
    assert await school.people.options(user_of("other_head"), form, "who", "amar") == []
    await school.people.submit(ADMIN, form, who=["H1"], alt="Children planting bulbs")
    await school.shows(draft, "Picture 1: Amara")


async def test_what_cannot_be_is_said_in_the_form_and_the_work_is_kept(school: Stage) -> None:
    await school.people.say(ADMIN, CLEAN, school.photo("administrator"))
    draft = await school.card("administrator", "Your draft")
    form = await school.people.opens(ADMIN, draft, "Accounts and time")
    answer = await school.people.submit(ADMIN, form, planned_at=1_700_000_000)
    assert answer["response_action"] == "errors"
    assert "already passed" in str(answer["errors"])


async def test_post_opens_a_form_with_photos_by_file(both: Stage) -> None:
    await both.people.command(ADMIN, "/post", "Bulbs &amp; biscuits")
    form = await both.people.modal(ADMIN)
    file = both.photo("administrator").shown(both.space.base)
    assert await both.people.submit(ADMIN, form, photos=[file]) == {}
    draft = await both.card("administrator", "Your draft")
    assert "Bulbs &amp; biscuits" in shown(draft)
    assert "Picture 1" in shown(draft)


async def test_a_message_becomes_a_draft_by_its_shortcut(school: Stage) -> None:
    channel = school.space.add_channel("C0STAFF", "public", ADMIN, user_of("teacher"))
    message = school.space.message(channel, user_of("teacher"), "Look: bulbs are up!")
    await school.people.shortcut(ADMIN, "make_this_a_draft", message, channel.id)
    form = await school.people.modal(ADMIN)
    await school.people.submit(ADMIN, form)
    assert "bulbs are up!" in shown(await school.card("administrator", "Your draft"))


async def test_the_photos_of_a_message_come_along_with_its_shortcut_and_what_is_gone_is_said(school: Stage) -> None:
    channel = school.space.add_channel("C0STAFF", "public", ADMIN, user_of("teacher"))
    bulbs = school.space.add_file("bulbs.png", photo().content, user_of("teacher"), "image/png")
    message = school.space.message(channel, user_of("teacher"), "Look: bulbs are up!")
    message = {**message, "files": [bulbs.shown(school.space.base), {"id": "F0GONE"}]}
    await school.people.shortcut(ADMIN, "make_this_a_draft", message, channel.id)
    form = await school.people.modal(ADMIN)
    assert "1 file of the message comes along. The others" in words([form])
    await school.people.submit(ADMIN, form)
    draft = await school.card("administrator", "Your draft")
    assert "Picture 1" in shown(draft)


async def test_a_text_longer_than_a_message_is_shown_whole_and_changes_whole(school: Stage) -> None:
    long = "".join(f"Bulb number {n} was planted beside the path. " for n in range(330))
    await school.people.say(ADMIN, long)
    draft = await school.card("administrator", "goes on in the thread")

    def parts() -> list[Json]:
        return [one for one in school.direct("administrator") if one.get("thread_ts") == draft["ts"]]

    await school.until(lambda: long.strip() in words([draft, *parts()]))
    form = await school.people.opens(ADMIN, draft, "Change the text")
    fields = [one["element"]["initial_value"] for one in form["blocks"] if one["type"] == "input"]
    assert len(fields) > 4
    await school.people.submit(ADMIN, form)
    assert (await Post.get()).revision in (1, 2)
    form = await school.people.opens(ADMIN, draft, "Change the text")
    empty = {one["block_id"]: "" for one in form["blocks"][1:]}
    await school.people.submit(ADMIN, form, text="Short.", **empty)
    await school.shows(draft, "Short.")
    await school.until(lambda: not parts())
