"""Whatever somebody writes stays the words that they wrote."""

from dataclasses import replace

import pytest

from bot.cards import Document, render
from tests.cards.samples import APPROVAL, DRAFT, EVIDENCE, FORENAME, LESSON, SUGGESTION
from workflows.cards import ApprovalCard, DraftCard, EvidenceCard, SuggestionCard

HOSTILE = {
    "a script": "<script>alert(1)</script>",
    "a channel mention": "<!channel> <@U123> @everyone",
    "a template": "{{ card.claim }} {% raw %} {# no #}",
    "quotes and backslashes": '"\'`\\" \\u003c \\n',
    "right to left": "\u202eevil\u202c שלום مرحبا",
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈 🥔",
    "line separators": "one\u2028two\u2029three\r\nfour\tfive",
    "markup": "**bold** _it_ [text](https://evil.example) &amp; </quote>",
    "a very long text": "potato " * 1429,
}


def quotes(document: Document) -> list[str]:
    return [part.text for part in document.parts if part.kind == "quote"]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("card", [DRAFT, APPROVAL, SUGGESTION, EVIDENCE], ids=lambda card: type(card).__name__)
def test_a_text_arrives_whole_and_unchanged(
    card: DraftCard | ApprovalCard | SuggestionCard | EvidenceCard, text: str
) -> None:
    assert text in quotes(render(replace(card, text=text, school=text)))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_an_allowed_phrase_arrives_unchanged_and_is_no_title(text: str) -> None:
    document = render(replace(LESSON, phrase=text))
    assert quotes(document) == [text]
    assert document.title == render(LESSON).title


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_words_in_a_finding_stay_words(text: str) -> None:
    finding = replace(FORENAME, quote=text, sentence=text, fix=text)
    found = next(part for part in render(replace(DRAFT, findings=(finding,))).parts if part.kind == "finding")
    assert (found.quote, found.sentence, found.actions[0].label) == (text, text, text)
