"""Slack's payloads read: the words that were typed, whose they are, and ids that stay the same."""

from typing import Any

import pytest

from bot.slack.events import click_of, event_of, form_of, message_id, read_message, said_text

SAID: dict[str, Any] = {
    "type": "message",
    "channel_type": "im",
    "channel": "D1",
    "user": "U1",
    "ts": "1.1",
    "text": "x",
}


@pytest.mark.parametrize(
    ("event", "typed"),
    [
        ("Bulbs &amp; biscuits &lt;3", "Bulbs & biscuits <3"),
        ("See <https://www.meadow.example/news>", "See https://www.meadow.example/news"),
        ("See <http://meadow.example|meadow.example>", "See meadow.example"),
        ("Write to <mailto:office@hillside.example|office@hillside.example>", "Write to office@hillside.example"),
        ("Ring <tel:01632960111|01632 960111>", "Ring 01632960111"),
        ("<!channel> look", "@channel look"),
        ("<#C1|news> and <@U2>", "@news and @U2"),
        ("&amp;lt; stays", "&lt; stays"),
    ],
)
def test_words_are_those_that_were_typed(event: str, typed: str) -> None:
    assert said_text(event) == typed


@pytest.mark.parametrize(
    "change",
    [
        {"bot_id": "B1"},
        {"subtype": "bot_message"},
        {"subtype": "channel_join"},
        {"channel_type": "group"},
        {"user": ""},
        {"subtype": "message_changed", "message": SAID, "previous_message": SAID},
        {"subtype": "message_deleted", "previous_message": {**SAID, "bot_id": "B1"}},
        {"subtype": "message_changed", "message": {**SAID, "subtype": "tombstone", "text": "gone"}},
    ],
    ids=str,
)
def test_what_is_no_news_is_none(change: dict[str, Any]) -> None:
    assert read_message({**SAID, **change}) is None


def test_an_edit_and_a_deletion_name_the_message_that_was_sent() -> None:
    said = read_message(SAID)
    edited = read_message(
        {**SAID, "ts": "2.2", "subtype": "message_changed", "message": {**SAID, "text": "y"}, "previous_message": SAID}
    )
    deleted = read_message({**SAID, "ts": "3.3", "subtype": "message_deleted", "previous_message": SAID})
    assert said is not None
    assert edited is not None
    assert deleted is not None
    assert said.id == edited.id == deleted.id == message_id("D1", "1.1")
    assert (edited.what, edited.text, deleted.what) == ("edited", "y", "deleted")


def test_the_same_event_again_has_the_same_id_and_two_clicks_have_two() -> None:
    body = {"event_id": "Ev1", "event": SAID}
    assert event_of(body) == event_of(body)
    click = {"user": {"id": "U1"}, "actions": [{"action_id": "post.approve/1", "action_ts": "1.1"}]}
    later = {"user": {"id": "U1"}, "actions": [{"action_id": "post.approve/1", "action_ts": "1.2"}]}
    assert click_of(click).id == click_of(click).id != click_of(later).id


def test_a_form_that_was_corrected_is_another_one() -> None:
    first = {"user": {"id": "U1"}, "view": {"id": "V1", "state": {"values": {"text": "a"}}}}
    second = {"user": {"id": "U1"}, "view": {"id": "V1", "state": {"values": {"text": "b"}}}}
    assert form_of(first).id == form_of(first).id != form_of(second).id
