"""Forms in Slack: valid views, answers read back as they were given, long texts kept to the letter."""

from zoneinfo import ZoneInfo

import pytest

from bot.slack.forms import METADATA, choices, modal, read
from tests.fakes.slack.limits import option_faults, view_faults
from tests.fakes.slack.people import _answer
from tests.fakes.slack.workspace import Json
from workflows.errors import Refused
from workflows.forms import Form, Input, Option

LONDON = ZoneInfo("Europe/London")
PUPILS = tuple(
    Option(f"P{n}", f"Pupil {n} of a class with a rather long name that goes on and on and on and on")
    for n in range(1500)
)
FEW = (Option("a", "Facebook"), Option("b", "X"))
EVERYTHING = Form(
    "post.who",
    "A title that is longer than Slack's twenty-four",
    (
        Input("look", "Picture 1", "note", picture="p1", required=False),
        Input("who", "Pupils", "choices", options=PUPILS, source="pupils", initial=("P3",), required=False),
        Input("accounts", "Publish on", "choices", options=FEW, initial=("b",)),
        Input("class", "Class", "choice", options=PUPILS[:60]),
        Input("device", "Device", "choice", options=FEW, initial="a"),
        Input("nobody", "Nobody can be recognised", "check", required=False),
        Input("at", "When", "datetime", initial="2026-07-03T15:30", hint="In London."),
        Input("link", "Address", "link"),
        Input("text", "Text", "long_text", initial="Bulbs & <biscuits>"),
        Input("photos", "Photos", "photos", required=False),
    ),
    value={"post": "p", "claim": "c" * 64},
)


def sent(view: Json, **answers: object) -> Json:
    values = {
        block["block_id"]: {block["element"]["action_id"]: _answer(block["element"], answers.get(block["block_id"]))}
        for block in view["blocks"]
        if block["type"] == "input"
    }
    return {**view, "state": {"values": values}}


def test_a_form_with_everything_is_a_valid_view() -> None:
    view = modal(EVERYTHING, 7, LONDON, {"p1": "F000000001"})
    assert view_faults(view) == []
    assert EVERYTHING.title in str(view["blocks"][0])
    kinds = {block["block_id"]: block["element"]["type"] for block in view["blocks"] if block["type"] == "input"}
    assert kinds["who"] == "multi_external_select"
    assert (kinds["class"], kinds["device"], kinds["accounts"]) == ("static_select", "radio_buttons", "checkboxes")


def test_it_is_read_back_as_it_was_given() -> None:
    view = modal(EVERYTHING, 7, LONDON, {})
    back = read(sent(view, link="https://a.example", nobody=["yes"], **{"class": "P5"}), 7, LONDON)
    assert (back.name, back.value) == ("post.who", EVERYTHING.value)
    assert back.answers == {
        "who": ("P3",),
        "accounts": ("b",),
        "class": "P5",
        "device": "a",
        "nobody": "yes",
        "at": "2026-07-03T15:30",
        "link": "https://a.example",
        "text": "Bulbs & <biscuits>",
    }
    assert back.files == {"photos": ()}


@pytest.mark.parametrize(
    "text",
    ["word " * 1800 + "end", "line\n\n" * 1500 + "end", "x" * 9000, "ends so\n" * 700 + "end"],
    ids=["words", "lines", "no breaks", "short lines"],
)
def test_a_long_text_comes_back_to_the_letter_also_where_slack_trims_fields(text: str) -> None:
    view = modal(Form("post.edit", "Change", (Input("text", "Text", "long_text", initial=text),)), 7, LONDON, {})
    assert view_faults(view) == []
    back = sent(view)
    for elements in back["state"]["values"].values():
        for element in elements.values():
            element["value"] = element["value"].strip()
    assert read(back, 7, LONDON).answers == {"text": text}


def test_a_form_is_for_whoever_opened_it() -> None:
    view = sent(modal(EVERYTHING, 7, LONDON, {}), link="https://a.example")
    with pytest.raises(Refused, match="Somebody else"):
        read(view, 8, LONDON)
    with pytest.raises(Refused, match="open it again"):
        read({**view, "private_metadata": "forged"}, 7, LONDON)


def test_what_travels_with_a_form_fits() -> None:
    text = Input("text", "Text", "long_text", initial="word " * 4000)
    view = modal(Form("post.edit", "Change", (text,), value=EVERYTHING.value), 7, LONDON, {})
    assert len(view["private_metadata"]) <= METADATA


def test_at_most_a_hundred_options_are_offered() -> None:
    offered = choices(PUPILS)
    assert len(offered) == 100
    assert [fault for one in offered for fault in option_faults(one)] == []


def test_a_slack_without_files_says_so_in_the_form() -> None:
    view = modal(EVERYTHING, 7, LONDON, {}, with_files=False)
    assert "file_input" not in str(view)
    assert "cannot send files" in str(view)
