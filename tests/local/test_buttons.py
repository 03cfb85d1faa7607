"""Buttons on cards, and the forms that some of them open."""

from uuid import uuid4

import pytest

from bot.local.chat import LocalChat
from tests.cards.samples import ALERT, DRAFT
from tests.local.browser import Browser, token
from tests.local.fakes import ADMIN, HEAD, LEADER, PNG, STAFF, RecordingIntake
from workflows.forms import Form, Input, Option
from workflows.ports import Filled, Incoming, Pressed, ToLeadership, ToPerson

PUPILS = tuple(Option(f"p{number}", f"Pupil {number}") for number in range(20))
FORM = Form(
    "post.who",
    "Who is in picture <1>?",
    (
        Input("look", "Picture 1", "note", picture="photo"),
        Input("who", "Pupils", "choices", options=PUPILS, initial=("p3",)),
        Input("alt", "Describe it", "long_text", max_length=20, initial='"><script>alert(1)</script>'),
        Input("when", "When", "datetime", required=False),
        Input("address", "Address", "link", required=False),
        Input("sure", "I am sure", "check"),
        Input("kind", "Kind", "choice", options=(Option("a", "One"), Option("b", "Other"))),
        Input("photos", "Photos", "photos"),
    ),
    value={"post": "1"},
)
GOOD: dict[str, str | list[str]] = {
    "who": ["p1", "p2"],
    "alt": "Wellies\r\nin a row",
    "when": "2026-11-03T15:30",
    "address": "",
    "sure": "yes",
    "kind": "b",
}


@pytest.fixture
async def card(chat: LocalChat) -> int:
    return int((await chat.post(ToPerson(ADMIN.id), DRAFT, "draft")).reference)


async def opened(browser: Browser, intake: RecordingIntake, card: int) -> str:
    intake.form = FORM
    response = await browser.press(ADMIN, card, "post.who", post="1")
    assert response.status == 200
    return await response.text()


async def test_a_double_click_is_one_press(browser: Browser, intake: RecordingIntake, card: int) -> None:
    event = str(uuid4())
    for _ in range(2):
        assert (await browser.press(ADMIN, card, "post.submit", event, post="1", claim="c")).status == 204
    assert intake.presses == {event: Pressed(event, ADMIN.id, "post.submit", {"post": "1", "claim": "c"})}


async def test_a_refused_press_says_why(browser: Browser, intake: RecordingIntake, card: int) -> None:
    intake.refusal = "This post was already approved."
    response = await browser.press(ADMIN, card, "post.submit", post="1")
    assert (response.status, await response.json()) == (422, {"sentence": "This post was already approved."})


async def test_buttons_of_other_peoples_cards_cannot_be_pressed(
    browser: Browser, intake: RecordingIntake, card: int
) -> None:
    assert (await browser.press(HEAD, card, "post.submit", post="1")).status == 403
    assert (await browser.press(ADMIN, 404, "post.submit", post="1")).status == 403
    assert intake.presses == {}


async def test_the_leadership_channel_is_pressed_by_leaders_only(browser: Browser, chat: LocalChat) -> None:
    alert = int((await chat.post(ToLeadership("oakfield"), ALERT, "alert")).reference)
    assert (await browser.press(LEADER, alert, "alert.acknowledge", alert="1")).status == 204
    assert (await browser.press(STAFF, alert, "alert.acknowledge", alert="1")).status == 403


async def test_a_form_shows_every_question_and_hostile_values_stay_values(
    browser: Browser, intake: RecordingIntake, card: int
) -> None:
    form = await opened(browser, intake, card)
    assert "<script>" not in form
    assert "Who is in picture &lt;1&gt;?" in form
    assert 'src="/picture/photo?as=2"' in form
    assert 'value="p3" checked' in form
    assert form.count('type="radio"') == 2


async def test_a_filled_form_reaches_gatepost_with_its_value_unchanged(
    browser: Browser, intake: RecordingIntake, card: int
) -> None:
    form, event = await opened(browser, intake, card), str(uuid4())
    fields = {**GOOD, "token": token(form), "event": event, "unasked": "x"}
    assert (await browser.submit("/fill", ADMIN, fields, {"photos": {"a.png": PNG}})).status == 204
    answers = {**GOOD, "who": ("p1", "p2"), "alt": "Wellies\nin a row"}
    files = {"photos": (Incoming("a.png", PNG),)}
    assert intake.sent[event] == Filled(event, ADMIN.id, "post.who", {"post": "1"}, answers, files)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "answer", "fault"),
    [
        ("who", [], "Please choose at least one of these."),
        ("who", ["p99"], "Please choose again."),
        ("alt", "  ", "Please answer this."),
        ("alt", "x" * 21, "Please keep this to 20 characters. It has 21 now."),
        ("when", "tomorrow", "Please give a date and a time, such as 3 November 2026, 15:30."),
        ("address", "javascript:alert(1)", "Please paste the whole address, starting with https://"),
        ("sure", "", "Please tick this to go on."),
        ("kind", "", "Please choose one of these."),
    ],
)
async def test_a_wrong_answer_is_explained_beside_its_question(
    browser: Browser, intake: RecordingIntake, card: int, name: str, answer: str | list[str], fault: str
) -> None:
    fields = {**GOOD, name: answer, "token": token(await opened(browser, intake, card)), "event": str(uuid4())}
    response = await browser.submit("/fill", ADMIN, fields, {"photos": {"a.png": PNG}})
    assert (response.status, (await response.json())["faults"]) == (422, {name: fault})
    assert intake.sent == {}


async def test_missing_photos_are_asked_for(browser: Browser, intake: RecordingIntake, card: int) -> None:
    fields = {**GOOD, "token": token(await opened(browser, intake, card)), "event": str(uuid4())}
    response = await browser.submit("/fill", ADMIN, fields)
    assert (await response.json())["faults"] == {"photos": "Please add at least one file."}


async def test_what_gatepost_refuses_is_shown_in_the_form(browser: Browser, intake: RecordingIntake, card: int) -> None:
    fields = {**GOOD, "token": token(await opened(browser, intake, card)), "event": str(uuid4())}
    intake.refusal = "The draft was changed meanwhile."
    response = await browser.submit("/fill", ADMIN, fields, {"photos": {"a.png": PNG}})
    assert (response.status, await response.json()) == (422, {"sentence": "The draft was changed meanwhile."})


async def test_a_form_cannot_be_sent_by_somebody_else_or_be_made_up(
    browser: Browser, intake: RecordingIntake, card: int
) -> None:
    seal = token(await opened(browser, intake, card))
    assert (await browser.submit("/fill", HEAD, {**GOOD, "token": seal, "event": str(uuid4())})).status == 422
    assert (await browser.submit("/fill", ADMIN, {**GOOD, "token": "x", "event": str(uuid4())})).status == 422
    assert intake.sent == {}
