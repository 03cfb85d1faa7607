"""Every card in every state as Slack gets it, for goldens and for pictures to look at."""

from bot.cards import render
from bot.slack.cards import Page, pages
from tests.cards.samples import samples
from workflows.cards import Card

FILES = {"picture-1": "F000000001"}
"""One picture is uploaded, the other could not be."""
SAMPLES: dict[str, Card] = samples()


def drawn(card: Card) -> list[Page]:
    return pages(render(card), FILES)
