"""One page with every sample card as the local workspace draws it: `python -m tests.cards.gallery FILE`."""

import sys
from pathlib import Path

from markupsafe import Markup, escape

from bot.cards import render
from bot.cards.rendering import TEMPLATES
from bot.local.cards import html
from tests.cards.samples import samples

PICTURE = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'%3E"
    "%3Crect width='4' height='3' fill='%23b9cfc0'/%3E%3Ccircle cx='2' cy='1.5' r='.8' fill='%23fff'/%3E%3C/svg%3E"
)


def gallery() -> str:
    style = Markup((TEMPLATES / "web" / "workspace.css").read_text(encoding="utf-8"))  # noqa: S704
    cards = (f"<h2>{escape(name)}</h2>{html(render(card), lambda _: PICTURE)}" for name, card in samples().items())
    return (
        f"<!doctype html><meta charset=utf-8><meta name=viewport content='width=device-width'><title>Cards</title>"
        f"<style>{style} body {{ display: block; overflow: auto; columns: 26rem; padding: 1rem; height: auto }}"
        f" h2 {{ font-size: 1rem; margin: 1rem 0 .3rem; break-after: avoid }} .card {{ break-inside: avoid }}</style>"
        f"{''.join(cards)}"
    )


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(gallery(), encoding="utf-8")
