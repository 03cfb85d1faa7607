"""Card → template → neutral document; every chat platform draws the same document (see docs/cards.md)."""

from bot.cards.document import Action, Document, Part
from bot.cards.rendering import BrokenTemplate, render
from bot.cards.verbs import VERBS

__all__ = ["VERBS", "Action", "BrokenTemplate", "Document", "Part", "render"]
