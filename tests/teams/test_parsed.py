"""Every card × every state, and every dialog, as Microsoft's own parser reads it (needs Node and `npm ci`)."""

from dataclasses import replace
from typing import Any

import pytest

from tests.cards.samples import APPROVAL, DRAFT, EVIDENCE, FORENAME, samples
from tests.cards.test_hostile_text import HOSTILE
from tests.teams.drawing import drawn
from tests.teams.parser import complaints
from tests.teams.test_cards import LONGEST

pytestmark = pytest.mark.teams


def _named(name: str, cards: list[Any]) -> dict[str, Any]:
    return {f"{name} {number}": card for number, card in enumerate(cards)}


def test_every_card_in_every_state_is_read_without_a_complaint() -> None:
    cards: dict[str, Any] = {}
    for name, sample in samples().items():
        cards |= _named(name, drawn(sample))
    assert len(cards) >= len(samples())
    assert complaints(cards) == {}


def test_the_longest_and_the_most_hostile_texts_are_read_without_a_complaint() -> None:
    cards: dict[str, Any] = {}
    for name, words in {**LONGEST, **HOSTILE}.items():
        finding = replace(FORENAME, quote=words)
        for sample in (replace(DRAFT, text=words, findings=(finding,)), replace(APPROVAL, text=words)):
            cards |= _named(f"{name} {type(sample).__name__}", drawn(sample))
        cards |= _named(f"{name} evidence", drawn(replace(EVIDENCE, text=words)))
    assert complaints(cards) == {}


def test_the_parser_does_complain_about_what_is_wrong() -> None:
    wrong = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "Nonsense"}, {"type": "CompoundButton"}]}
    assert len(complaints({"wrong": wrong})["wrong"]) == 2
