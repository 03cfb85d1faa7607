"""A card as Teams would be sent it, for tests."""

from collections.abc import Iterator
from typing import Any

from bot.cards import render
from bot.teams.cards import Look, cards
from workflows import asking
from workflows.cards import Card

LOOK = Look(lambda id: f"https://gatepost.example/teams/pictures/{id}", asking.FORMS.__contains__, {"key": "tell:1"})


def drawn(card: Card, look: Look = LOOK) -> list[Any]:
    return cards(render(card), look)


def every(card: Any, kind: str) -> Iterator[Any]:
    """Every object of a kind anywhere in a card, in reading order."""
    if isinstance(card, dict):
        if card.get("type") == kind:
            yield card
        for value in card.values():
            yield from every(value, kind)
    elif isinstance(card, list):
        for value in card:
            yield from every(value, kind)


def text(cards: list[Any]) -> str:
    """Everything that the cards say, joined without anything between."""
    return "".join(run["text"] for run in every(cards, "TextRun"))
