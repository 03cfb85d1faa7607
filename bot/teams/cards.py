"""Document → Adaptive Cards 1.5: every value is text, and what is too long for one card goes on in the next."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.cards import Action, Document, Part
from bot.cards.document import Fact, Picture
from bot.teams.words import Element, block, paragraphs, run

VERSION = "1.5"
LARGEST = 28_000
"""UTF-8 bytes of one card; Teams was seen to refuse messages of about 70 KB, and says nothing of cards."""
RESERVE = 400
"""Bytes for what surrounds the elements of a card."""
BUTTONS = 3
"""In one row: more are cut off on a narrow screen (Teams allows six)."""
OURS = "gatepost"
STYLES = {"primary": "positive", "danger": "destructive", "plain": "default"}
CONTAINERS = {"neutral": "emphasis", "good": "good", "warning": "warning", "urgent": "attention"}
STATES = {"ready": "", "blocked": "May not be shown like this", "unfinished": "Not finished"}
MARKS = {"plain": "• ", "done": "✓ ", "todo": "☐ "}
SMALL: Element = {"size": "Small", "isSubtle": True}
STRONG: Element = {"weight": "Bolder"}


@dataclass(frozen=True, slots=True)
class Look:
    """What a drawing needs besides the document.

    `picture_url` gives a picture's address, `opens_form` says which verbs open a dialog, and `mark` comes back
    with every button.
    """

    picture_url: Callable[[str], str]
    opens_form: Callable[[str], bool]
    mark: Mapping[str, str]


def cards(document: Document, look: Look) -> list[Element]:
    """The cards to send one after the other, nearly always one; the buttons stand on the last."""
    elements = [element for part in document.parts for element in _part(part, look)]
    elements += _buttons(document.actions, look)
    filled = list(_filled(elements))
    return [_card(document, elements, number, len(filled)) for number, elements in enumerate(filled, start=1)]


def size(card: object) -> int:
    """UTF-8 bytes of a card as it is sent."""
    return len(json.dumps(card, ensure_ascii=False).encode())


def _filled(elements: Iterable[Element]) -> Iterator[list[Element]]:
    here: list[Element] = []
    room = LARGEST - RESERVE
    for element in elements:
        needed = size(element) + 2
        if here and needed > room:
            yield here
            here, room = [], LARGEST - RESERVE
        here.append(element)
        room -= needed
    yield here


def _card(document: Document, elements: list[Element], number: int, count: int) -> Element:
    if count > 1:
        elements = [block(run(f"Part {number} of {count}", **SMALL)), *elements]
    return {"type": "AdaptiveCard", "version": VERSION, "body": elements, "msteams": {"width": "Full"}}


def _part(part: Part, look: Look) -> Iterable[Element]:
    draw: Callable[[Any, Look], Iterable[Element]] = PARTS[part.kind]
    return draw(part, look)


def _heading(part: Any, look: Look) -> Iterator[Element]:
    yield from paragraphs(part.text, {"size": "Large", "weight": "Bolder"}, spacing="Medium")


def _text(part: Any, look: Look) -> Iterator[Element]:
    yield from paragraphs(part.text, SMALL if part.small else None)


def _quote(part: Any, look: Look) -> Iterator[Element]:
    if part.label:
        yield block(run(part.label, **STRONG), spacing="Medium")
    for paragraph in paragraphs(part.text):
        yield {"type": "Container", "style": "emphasis", "spacing": "Small", "items": [paragraph]}


def _facts(part: Any, look: Look) -> Iterator[Element]:
    facts: tuple[Fact, ...] = part.facts
    for fact in facts:
        link: Element = {"selectAction": {"type": "Action.OpenUrl", "url": fact.url}} if fact.url else {}
        first, *rest = paragraphs(fact.value, link, spacing="Small")
        label = run(f"{fact.label}: ", **STRONG)
        yield {**first, "inlines": [label, *first["inlines"]]}  # type: ignore[misc]
        yield from rest


def _finding(part: Any, look: Look) -> Iterator[Element]:
    kind = "To put right: " if part.blocks else "Advice: "
    first, *rest = paragraphs(part.sentence, spacing="Medium", separator=True)
    loud = run(kind, color="Attention" if part.blocks else "Accent", **STRONG)
    yield {**first, "inlines": [loud, *first["inlines"]]}  # type: ignore[misc]
    yield from rest
    if part.quote:
        for paragraph in paragraphs(part.quote):
            yield {"type": "Container", "style": "emphasis", "spacing": "Small", "items": [paragraph]}
    if part.policy:
        yield from paragraphs(part.policy, SMALL, spacing="Small")
    yield from _buttons(part.actions, look)


def _pictures(part: Any, look: Look) -> Iterator[Element]:
    if part.label:
        yield block(run(part.label, **STRONG), spacing="Medium")
    pictures: tuple[Picture, ...] = part.pictures
    for picture in pictures:
        yield from _shown(picture, look.picture_url(picture.id))
        yield from paragraphs(picture.caption, SMALL, spacing="Small")
        if words := STATES[picture.state]:
            yield block(run(words, color="Attention", **STRONG), spacing="None")
        yield from _buttons(picture.actions, look)


def _shown(picture: Picture, address: str) -> Iterator[Element]:
    if picture.kind == "picture":
        more: Element = {"size": "Stretch", "msTeams": {"allowExpand": True}}
        yield {"type": "Image", "url": address, "altText": picture.alt, **more}
    else:
        yield from paragraphs(picture.alt, spacing="Medium")
        yield watch(address)


def watch(address: str) -> Element:
    """A link to a video, which a card cannot show itself."""
    link = {"type": "Action.OpenUrl", "url": address}
    return block(run("Watch the video in your browser", selectAction=link), spacing="Small")


def _list(part: Any, look: Look) -> Iterator[Element]:
    if part.label:
        yield block(run(part.label, **STRONG), spacing="Medium")
    for number, item in enumerate(part.items, start=1):
        mark = MARKS.get(part.style) or f"{number}. "
        yield from paragraphs(f"{mark}{item}", spacing="Small")


def _status(part: Any, look: Look) -> Iterator[Element]:
    for paragraph in paragraphs(part.text, STRONG):
        yield {"type": "Container", "style": CONTAINERS[part.tone], "spacing": "Small", "items": [paragraph]}


def _entry(part: Any, look: Look) -> Iterator[Element]:
    yield from paragraphs(part.text, spacing="Medium")
    if part.detail:
        yield from paragraphs(part.detail, SMALL, spacing="None")
    yield from _buttons(part.actions, look)


def _divider(part: Any, look: Look) -> Iterator[Element]:
    yield {"type": "Container", "separator": True, "spacing": "Medium", "items": []}


PARTS: dict[str, Callable[[Any, Look], Iterator[Element]]] = {
    "heading": _heading,
    "text": _text,
    "quote": _quote,
    "facts": _facts,
    "finding": _finding,
    "pictures": _pictures,
    "list": _list,
    "status": _status,
    "entry": _entry,
    "divider": _divider,
}


def _buttons(actions: tuple[Action, ...], look: Look) -> Iterator[Element]:
    for start in range(0, len(actions), BUTTONS):
        row = [_button(action, look) for action in actions[start : start + BUTTONS]]
        yield {"type": "ActionSet", "spacing": "Small", "actions": row}


def _button(action: Action, look: Look) -> Element:
    data: Element = {OURS: {"verb": action.verb, "value": action.value, **look.mark}}
    face: Element = {"title": action.label, "style": STYLES[action.style]}
    if action.hint:
        face["tooltip"] = action.hint
    if look.opens_form(action.verb):
        # Only a submit action can open a dialog.
        return {"type": "Action.Submit", **face, "data": {**data, "msteams": {"type": "task/fetch"}}}
    old = {"type": "Action.Submit", "title": action.label, "data": data}
    return {"type": "Action.Execute", **face, "verb": action.verb, "data": data, "fallback": old}
