"""Block Kit as a page in the look of Slack, to be looked at: `python -m tests.slack.looks FOLDER` writes it."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from bot.slack.text import unescaped
from tests.slack.drawn import SAMPLES, drawn

Json = dict[str, Any]
PER_PAGE = 12
PICTURE = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'%3E"
    "%3Crect width='4' height='3' fill='%23b9cfc0'/%3E%3Ccircle cx='2' cy='1.5' r='.8' fill='%23fff'/%3E%3C/svg%3E"
)
STYLE = """
body { font: 15px/1.46 Lato, "Noto Sans", sans-serif; color: #1d1c1d; margin: 1rem; columns: 3 560px; column-gap: 2rem }
h2 { font: 12px monospace; color: #888; margin: 1rem 0 .2rem } article { break-inside: avoid; margin-bottom: 1.4rem }
.message { border-left: 36px solid #1f3a4d; padding-left: 10px; max-width: 520px } .more { border-color: #9ab }
.header { font-size: 18px; font-weight: 900; margin: 8px 0 } .section { margin: 8px 0; white-space: pre-wrap }
.beside { display: flex; justify-content: space-between; gap: 12px; align-items: flex-start }
.context { font-size: 13px; color: #616061; margin: 6px 0; white-space: pre-wrap }
hr { border: 0; border-top: 1px solid #ddd }
.fields { display: grid; grid-template-columns: 1fr 1fr; gap: 6px 16px; margin: 8px 0; white-space: pre-wrap }
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0 }
button { font: 700 13px/1 Lato, "Noto Sans", sans-serif; padding: 8px 12px; border: 1px solid #bbb; border-radius: 4px;
 background: #fff; white-space: nowrap }
.primary { background: #007a5a; color: #fff } .danger { background: #e01e5a; color: #fff }
img { max-width: 300px; border-radius: 6px; display: block }
input, textarea, .select { display: block; width: 95%; padding: 8px;
 border: 1px solid #bbb; border-radius: 4px; font: inherit; min-height: 18px } label { font-weight: 700 }
"""


def page(blocks: list[Json], style: str = "message") -> Markup:
    """One message or view."""
    return Markup("<div class='{}'>{}</div>").format(style, Markup("").join(_block(one) for one in blocks))


def _block(block: Json) -> Markup:
    match block["type"]:
        case "header":
            return Markup("<div class=header>{}</div>").format(_text(block["text"]))
        case "section" if "fields" in block:
            return Markup("<div class=fields>{}</div>").format(_each(_text(one) for one in block["fields"]))
        case "section":
            beside = _button(block["accessory"]) if "accessory" in block else ""
            return Markup("<div class='section beside'><div>{}</div>{}</div>").format(_text(block["text"]), beside)
        case "context":
            return Markup("<div class=context>{}</div>").format(_each(_text(one) for one in block["elements"]))
        case "actions":
            return Markup("<div class=actions>{}</div>").format(
                Markup("").join(_button(one) for one in block["elements"])
            )
        case "image":
            return Markup("<img src=\"{}\" alt='{}'>").format(PICTURE, block["alt_text"])
        case "input":
            return _input(block)
    return Markup("<hr>")


def _input(block: Json) -> Markup:
    element = block["element"]
    optional = " (optional)" if block.get("optional") else ""
    hint = _text(block["hint"]) if "hint" in block else ""
    return Markup("<label>{}{}</label>{}<div class=context>{}</div>").format(
        _text(block["label"]), optional, _element(element), hint
    )


def _element(element: Json) -> Markup:
    if element["type"] in ("checkboxes", "radio_buttons"):
        mark = "☐ " if element["type"] == "checkboxes" else "○ "
        return _each(Markup("<span>{}{}</span>").format(mark, _text(one["text"])) for one in element["options"])
    if element.get("multiline"):
        return Markup("<textarea rows=4>{}</textarea>").format(element.get("initial_value", ""))
    chosen = ", ".join(one["text"]["text"] for one in element.get("initial_options", ()))
    words = element.get("initial_value") or chosen or f"[{element['type']}]"
    return Markup("<div class=select>{}</div>").format(words)


def _each(parts: Iterator[Markup]) -> Markup:
    return Markup("").join(Markup("<div>{}</div>").format(part) for part in parts)


def _text(text: Json) -> Markup:
    words = text["text"]
    if text["type"] == "plain_text":
        return escape(unescaped(words))
    if link := re.fullmatch(r"<([^|]+)\|(.*)>", words, re.DOTALL):
        return Markup("<a href='{}'>{}</a>").format(*(unescaped(one) for one in link.groups()))
    return Markup("<b>{}</b>").format(unescaped(words.strip("*")))


def _button(button: Json) -> Markup:
    return Markup("<button class='{}'>{}</button>").format(button.get("style", ""), _text(button["text"]))


def pages(parts: list[Markup]) -> Iterator[str]:
    """Whole documents, a dozen samples each."""
    for start in range(0, len(parts), PER_PAGE):
        body = Markup("").join(parts[start : start + PER_PAGE])
        yield f"<!doctype html><meta charset=utf-8><style>{STYLE}</style>{body}"


def cards() -> list[Markup]:
    """Every sample card."""
    found = []
    for name, card in SAMPLES.items():
        shown = [page(list(one.blocks), "message" if not n else "message more") for n, one in enumerate(drawn(card))]
        found.append(Markup("<article><h2>{}</h2>{}</article>").format(name, Markup("").join(shown)))
    return found


if __name__ == "__main__":
    for number, document in enumerate(pages(cards())):
        (Path(sys.argv[1]) / f"cards-{number}.html").write_text(document, encoding="utf-8")
