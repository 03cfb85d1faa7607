"""Document → HTML, every value escaped by the template engine."""

from collections.abc import Callable
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot.cards import Document
from bot.cards.rendering import TEMPLATES


@cache
def pages() -> Environment:
    """The templates of the web workspace: autoescape on, unknown names are errors."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES / "web"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def html(document: Document, picture_url: Callable[[str], str]) -> Markup:
    """The card as an HTML fragment; `picture_url` gives the address of a picture by its id."""
    text = pages().get_template("card.html.j2").render(document=document, picture_url=picture_url)
    return Markup(text)  # noqa: S704 - the template escaped every value
