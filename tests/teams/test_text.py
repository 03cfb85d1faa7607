"""What somebody wrote is read without what Teams adds: mentions of the bot, quotes, the markup of a message."""

import pytest

from bot.teams.connection import Activity
from bot.teams.text import plain, words

QUOTE = (
    '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="17"><strong>Gatepost</strong>'
    "<blockquote>older</blockquote><p>Your draft</p></blockquote>"
)


def message(text: str, html: str = "") -> Activity:
    attachments = [{"contentType": "text/html", "content": html}] if html else []
    said = {"type": "message", "serviceUrl": "", "conversation": {"id": "a:1"}, "text": text}
    return Activity.model_validate({**said, "attachments": attachments})


def test_a_message_is_taken_as_it_was_typed() -> None:
    assert words(message("One\ntwo <b> & *three* 🥔")) == ("One\ntwo <b> & *three* 🥔", "")


def test_the_mention_of_the_bot_is_no_part_of_it() -> None:
    assert words(message('<at id="0">Gatepost</at> leadership here\n')) == ("leadership here", "")


def test_a_reply_is_its_own_words_and_names_what_it_quotes() -> None:
    html = f"{QUOTE}<p>looks <b>good</b></p><p>to me <img alt='👍' src='x'></p>"
    assert words(message("Gatepost Your draft looks good", html)) == ("looks good\nto me 👍", "17")


def test_a_blockquote_that_is_no_reply_stays() -> None:
    assert words(message("“Hello” said the frog", "<blockquote>Hello</blockquote><p>said the frog</p>"))[1] == ""


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>two</p>", "One\ntwo"),
        ("One<br>two", "One\ntwo"),
        ("a &lt; b &amp; c", "a < b & c"),
        ("<div><p>One", "One"),
        ("", ""),
        ("</blockquote>odd", "odd"),
    ],
)
def test_a_message_that_is_only_known_as_html_is_read_as_text(html: str, text: str) -> None:
    assert plain(html) == text
