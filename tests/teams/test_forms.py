"""Dialogs: every form as a card, its answers by question, what is wrong beside it, long lists by searching."""

from typing import Any

import pytest

from bot.teams.forms import NO_FILES, TOO_LONG, answerable, dialog, read, refilled
from tests.builders import pupil
from tests.fakes.teams.checking import check_card
from tests.scenarios.story import CLEAN
from tests.teams.campus import Campus
from tests.teams.drawing import every, text
from tests.teams.parser import complaints
from tests.teams.test_draft import photo
from workflows.forms import Form, Input, Option

FEW = (Option("a", "Apples"), Option("b", "Bananas"))
MANY = tuple(Option(str(number), f"Pupil {number} of Kestrel class") for number in range(1500))
FORM = Form(
    "post.who",
    "Everything that can be asked",
    (
        Input("look", "Picture 1", "note", picture="p", required=False),
        Input("title", "Title", max_length=5),
        Input("text", "Text", "long_text", hint="As it will appear."),
        Input("kind", "Kind", "choice", options=FEW, initial="a"),
        Input("who", "Pupils", "choices", options=FEW, required=False),
        Input("when", "When", "datetime", required=False, initial="2026-11-03T15:30"),
        Input("sure", "I am sure", "check"),
        Input("link", "Address", "link", required=False),
        Input("photos", "Photos", "photos", required=False),
    ),
    value={"post": "1"},
)
GOOD = {
    "title": "Bulbs",
    "text": "Planted\ntoday",
    "kind": "b",
    "who": "a,b",
    "when": "2026-11-03",
    "when/time": "15:30",
    "sure": "yes",
    "link": "https://oakfield.example",
}


def address(picture: str) -> str:
    return f"https://gatepost.example/{picture}"


def test_answers_are_read_by_question() -> None:
    answers = read(FORM, {**GOOD, "unasked": "x", "look": "x"})
    assert answers.faults == {}
    assert answers.texts == {
        "title": "Bulbs",
        "text": "Planted\ntoday",
        "kind": "b",
        "who": ("a", "b"),
        "when": "2026-11-03T15:30",
        "sure": "yes",
        "link": "https://oakfield.example",
    }


@pytest.mark.parametrize(
    ("name", "given", "fault"),
    [
        ("title", "", "Please answer this."),
        ("title", "   ", "Please answer this."),
        ("title", "Bulbs!", "Please keep this to 5 characters. It has 6 now."),
        ("text", None, "Please answer this."),
        ("text", 7, "Please answer this."),
        ("kind", "", "Please choose one of these."),
        ("sure", "", "Please tick this to go on."),
        ("when", "", "Please give both a date and a time."),
        ("when/time", "", "Please give both a date and a time."),
        ("when", "soon", "Please give both a date and a time."),
        ("link", "javascript:alert(1)", "Please paste the whole address, starting with https://"),
    ],
)
def test_a_wrong_answer_is_explained_beside_its_question(name: str, given: object, fault: str) -> None:
    question = name.partition("/")[0]
    assert read(FORM, {**GOOD, name: given}).faults == {question: fault}


def test_what_was_answered_is_shown_again_with_what_is_wrong() -> None:
    answers = read(FORM, {**GOOD, "title": "", "who": "b"})
    card = dialog(refilled(FORM, answers), address, answers.faults, "Please look at the marked questions.")
    check_card(card)
    said = text([card])
    assert said.startswith("Please look at the marked questions.")
    assert "Please answer this." in said
    shown = {one["id"]: one.get("value") for one in card["body"] if "id" in one}  # type: ignore[attr-defined]
    assert (shown["text"], shown["kind"], shown["who"], shown["when"], shown["when/time"]) == (
        "Planted\ntoday", "b", "b", "2026-11-03", "15:30",
    )  # fmt: skip


def test_a_dialog_that_asks_for_photos_alone_says_how_to_send_them_and_cannot_be_sent() -> None:
    form = Form("post.photos", "Add photos", (Input("photos", "Photos", "photos"),))
    card = dialog(form, address)
    assert not answerable(form)
    assert "actions" not in card
    assert NO_FILES in text([card])


def test_a_long_list_is_searched_and_what_was_chosen_is_shown() -> None:
    who = Input("who", "Pupils", "choices", options=MANY, initial=("7",), source="pupils")
    card = dialog(Form("post.who", "Who?", (who,), value={"post": "p1"}), address)
    check_card(card)
    (choice,) = every(card, "Input.ChoiceSet")
    assert [one["value"] for one in choice["choices"]] == ["7"]
    assert choice["choices.data"] == {"type": "Data.Query", "dataset": "pupils:p1"}


async def test_4_1_somebody_who_may_see_the_class_lists_searches_them(campus: Campus) -> None:
    cast = campus.cast
    for number in range(400):
        await pupil(f"P{number}", f"Ada{number}", "Zimmer")
    await campus.arrives(cast.administrator, cast.teacher)
    await campus.says(cast.administrator, CLEAN, photo())
    draft = campus.newest(cast.administrator, CLEAN)
    opened = await campus.presses(cast.administrator, draft, "Who is in picture 1?")
    (choice, *_) = every(opened["task"]["value"]["card"]["content"], "Input.ChoiceSet")
    asked: dict[str, Any] = {"queryText": "amara", "queryOptions": {"skip": 0, "top": 15}, **choice["choices.data"]}
    found = await search(campus, cast.administrator, asked)
    assert [one["title"] for one in found] == ["Amara Okonkwo (Kestrel)"]
    assert len(await search(campus, cast.administrator, {**asked, "queryText": "zimmer"})) == 15
    assert await search(campus, cast.teacher, asked) == []
    assert await search(campus, cast.administrator, {**asked, "dataset": "everything:"}) == []


async def search(campus: Campus, person: int, asked: dict[str, Any]) -> list[dict[str, str]]:
    user = campus.users[person]
    answer = await campus.hands.invoke(user, campus.hands.chat(user), "application/search", asked)
    assert answer["type"] == "application/vnd.microsoft.search.searchResponse"
    results: list[dict[str, str]] = answer["value"]["results"]
    return results


async def test_what_gatepost_refuses_is_shown_in_the_dialog_with_the_answers_kept(campus: Campus) -> None:
    cast = campus.cast
    await campus.arrives(cast.administrator)
    await campus.says(cast.administrator, CLEAN)
    draft = campus.newest(cast.administrator, CLEAN)
    past = {"planned_at": "2026-11-01", "planned_at/time": "09:00"}
    again = await campus.fills(cast.administrator, draft, "Accounts and time", accounts="hillside-x", **past)
    card = again["task"]["value"]["card"]["content"]
    assert "already passed" in text([card])
    kept = {one["id"]: one.get("value") for one in card["body"] if "id" in one}
    assert kept["accounts"] == "hillside-x"
    assert (kept["planned_at"], kept["planned_at/time"]) == ("2026-11-01", "09:00")


async def test_a_dialog_of_somebody_else_can_be_sent_by_nobody_who_may_not(campus: Campus) -> None:
    cast = campus.cast
    await campus.arrives(cast.administrator, cast.teacher)
    await campus.says(cast.administrator, CLEAN)
    opened = await campus.presses(cast.administrator, campus.newest(cast.administrator, CLEAN), "Change the text")
    await campus.hands.submit(campus.users[cast.teacher], opened, text="Mine now.")
    await campus.settled()
    assert CLEAN in text(campus.cards(cast.administrator)[-1].card)


async def test_a_form_in_a_message_is_asked_again_where_an_answer_is_missing(campus: Campus) -> None:
    cast = campus.cast
    await campus.arrives(cast.head, cast.administrator)
    await campus.says(cast.administrator, CLEAN)
    await campus.presses(cast.administrator, campus.newest(cast.administrator, CLEAN), "Send to the headteacher")
    await campus.presses(cast.head, campus.newest(cast.head, CLEAN), "Reject", old=True)
    form = campus.cards(cast.head)[-1]
    head = campus.users[cast.head]
    empty = {**form.card["actions"][0]["data"], "reason": ""}
    await campus.hands.hand_over(campus.hands.activity(head, campus.hands.chat(head), type="message", value=empty))
    await campus.settled()
    again = campus.cards(cast.head)[-1]
    assert again.id != form.id
    assert "Please answer this." in text([again.card])


def test_a_text_that_is_too_long_for_a_dialog_is_changed_in_its_message() -> None:
    form = Form("post.edit", "Change the text", (Input("text", "Text", "long_text", initial="🥔" * 20_000),), "Save")
    card = dialog(form, address)
    check_card(card)
    assert text([card]) == TOO_LONG
    assert "actions" not in card


@pytest.mark.teams
def test_a_dialog_is_read_without_a_complaint_but_for_the_search_which_teams_alone_knows() -> None:
    who = Input("who", "Pupils", "choices", options=MANY, initial=("7",), source="pupils")
    long = Form("post.who", "Who?", (who,), value={"post": "p1"})
    found = complaints({"everything": dialog(FORM, address), "a search": dialog(long, address)})
    assert found == {
        "a search": ['Property "choices.data" is supported in version 1.6, but you are using version 1.5.']
    }
