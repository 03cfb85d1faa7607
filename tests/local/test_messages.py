"""Writing to Gatepost: kept first, handed on once, answered in the conversation."""

from dataclasses import replace
from uuid import uuid4

from bot.local.chat import LocalChat
from bot.local.models import LocalMessage
from tests.cards.samples import ALERT, DRAFT, samples
from tests.local.browser import Browser
from tests.local.fakes import ADMIN, ELSEWHERE, HEAD, PNG, RecordingIntake
from workflows.ports import Incoming, Said, ToLeadership, ToPerson


async def test_a_message_with_photos_reaches_gatepost_whole(browser: Browser, intake: RecordingIntake) -> None:
    event = str(uuid4())
    response = await browser.say(ADMIN, "Sports day!\r\nWe won.", event, {"a.png": PNG, "b.png": PNG + b"2"})
    assert response.status == 204
    photos = (Incoming("a.png", PNG), Incoming("b.png", PNG + b"2"))
    assert intake.heard == {event: Said(event, ADMIN.id, "Sports day!\nWe won.", photos)}
    page = await browser.text(ADMIN)
    assert "Sports day!\nWe won." in page
    assert "a.png" in page


async def test_a_message_sent_twice_with_the_same_id_stands_once(browser: Browser, intake: RecordingIntake) -> None:
    event = str(uuid4())
    for _ in range(2):
        assert (await browser.say(ADMIN, "Hello", event)).status == 204
    assert len(intake.heard) == 1
    assert await LocalMessage.all().count() == 1


async def test_a_reply_names_the_card_it_replies_to(browser: Browser, chat: LocalChat, intake: RecordingIntake) -> None:
    card = await chat.post(ToPerson(ADMIN.id), DRAFT, "tell:1")
    await browser.say(ADMIN, "looks good", under=card.reference)
    assert [said.under for said in intake.heard.values()] == ["tell:1"]


async def test_a_reply_cannot_name_a_card_of_somebody_else(
    browser: Browser, chat: LocalChat, intake: RecordingIntake
) -> None:
    card = await chat.post(ToPerson(ELSEWHERE.id), DRAFT, "tell:1")
    await browser.say(ADMIN, "looks good", under=card.reference)
    assert [said.under for said in intake.heard.values()] == [""]


async def test_a_refusal_is_answered_in_the_conversation_once_and_the_message_is_kept(
    browser: Browser, intake: RecordingIntake
) -> None:
    intake.refusal = "Please send at most ten photos."
    event = str(uuid4())
    for _ in range(2):
        assert (await browser.say(ADMIN, "Eleven photos", event)).status == 204
    page = await browser.text(ADMIN)
    assert page.count("<p>Please send at most ten photos.</p>") == 1
    assert "Eleven photos" in page


async def test_an_empty_message_is_refused_in_words(browser: Browser, intake: RecordingIntake) -> None:
    response = await browser.say(ADMIN, "  \n")
    assert response.status == 422
    assert (await response.json())["sentence"] == "Please write something or add a photo or video first."
    assert intake.heard == {}


async def test_an_event_id_that_is_no_uuid_is_refused(browser: Browser, intake: RecordingIntake) -> None:
    assert (await browser.say(ADMIN, "Hello", event="1")).status == 422
    assert intake.heard == {}


async def test_more_than_sixty_megabytes_are_refused_in_words(browser: Browser, intake: RecordingIntake) -> None:
    photos = {f"{number}.png": bytes(16 * 1024 * 1024) for number in range(4)}
    response = await browser.say(ADMIN, "All of them", photos=photos)
    assert response.status == 413
    assert "60 MB" in (await response.json())["sentence"]
    assert intake.heard == {}


async def test_hostile_words_stay_words_on_the_page(browser: Browser, chat: LocalChat) -> None:
    text = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    await chat.hear(Said("event", ADMIN.id, text, (Incoming('"><b>.png', b""),)))
    raw = await (await browser.look(ADMIN)).text()
    assert "<script>alert" not in raw
    assert "<img src=x" not in raw
    assert "<b>.png" not in raw
    assert text in await browser.text(ADMIN)


async def test_a_reply_says_to_what_it_answers(browser: Browser, chat: LocalChat) -> None:
    first = await chat.post(ToLeadership("oakfield"), ALERT, "first")
    assert "In reply to" not in await browser.text(HEAD, "leadership:oakfield")
    await chat.post(ToLeadership("oakfield"), replace(ALERT, level=1), "again", first)
    assert (await browser.text(HEAD, "leadership:oakfield")).count("In reply to") == 1


async def test_the_lines_of_the_home_card_have_their_own_buttons(browser: Browser, chat: LocalChat) -> None:
    await chat.post(ToPerson(HEAD.id), samples()["home_headteacher"], "home")
    page = await browser.text(HEAD)
    assert page.count('class="entry"') == 7
    assert 'aria-label="A comment describes a child, Oakfield Primary School"' in page
