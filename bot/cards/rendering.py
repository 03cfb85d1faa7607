"""From a card to its document: the template of the same name puts it into words and order."""

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from markupsafe import Markup
from pydantic import ValidationError

import bot
from bot.cards.document import WEB_ADDRESS, Document
from workflows.cards import Card
from workflows.errors import GatepostError

# Beside the package in a checkout and in an installed wheel alike.
TEMPLATES = Path(bot.__file__).parents[1] / "templates"


class BrokenTemplate(GatepostError):
    """A card template does not give a valid document for this card (a mistake of ours)."""


def render(card: Card) -> Document:
    """The document of a card; raises BrokenTemplate."""
    name = template_name(type(card))
    try:
        return Document.model_validate_json(_environment().get_template(name).render(card=card))
    except (TemplateError, ValidationError, TypeError) as error:
        # The vendors' messages quote what they read, so they must not reach a log.
        raise BrokenTemplate(f"The template {name} failed ({type(error).__name__}).") from None


def template_name(card: type[Card]) -> str:
    """`DraftCard` is drawn by `cards/draft_card.json.j2`."""
    return f"cards/{re.sub(r'(?<!^)(?=[A-Z])', '_', card.__name__).lower()}.json.j2"


@cache
def _environment() -> Environment:
    # A value that was not passed through |tojson is an error, not text that happens to parse.
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, autoescape=True, finalize=_only_json
    )
    environment.filters["web_address"] = _web_address
    return environment


def _web_address(text: str) -> str:
    """The text where it is a web address that may become a link, else nothing (it is still shown as text)."""
    return text if re.fullmatch(WEB_ADDRESS, text) else ""


def _only_json(value: object) -> object:
    if not isinstance(value, Markup):
        raise TypeError("A value in a card template is not passed through |tojson.")
    return value
