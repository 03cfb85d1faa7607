"""What the real service refuses: too large, unknown elements, a version that no client shows, missing fields."""

import json
from typing import Any

LARGEST_CARD, LARGEST_MESSAGE = 28_000, 100_000
CARD = "application/vnd.microsoft.card.adaptive"
ELEMENTS: dict[str, set[str]] = {
    "RichTextBlock": {"inlines"},
    "TextRun": {"text"},
    "Container": {"items"},
    "Image": {"url", "altText"},
    "ActionSet": {"actions"},
    "Action.Execute": {"title", "verb", "data", "fallback"},
    "Action.Submit": {"title", "data"},
    "Action.OpenUrl": {"url"},
    "Input.Text": {"id", "label"},
    "Input.ChoiceSet": {"id", "label", "choices"},
    "Input.Toggle": {"id", "title"},
    "Input.Date": {"id", "label"},
    "Input.Time": {"id", "label"},
    "Data.Query": {"dataset"},
}


class Unacceptable(Exception):
    """The message would be refused, with this status."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


def check_message(activity: Any, sent: int) -> None:
    """Raise Unacceptable for a message that Teams would not take; `sent` is its size in bytes."""
    if sent > LARGEST_MESSAGE:
        raise Unacceptable(413, "MessageSizeTooBig")
    if activity.get("type") != "message":
        raise Unacceptable(400, "BadSyntax: type")
    if not activity.get("text") and not activity.get("attachments"):
        raise Unacceptable(400, "BadSyntax: empty")
    for attachment in activity.get("attachments", ()):
        if attachment["contentType"] != CARD:
            raise Unacceptable(400, "BadSyntax: attachment")
        check_card(attachment["content"])


def check_card(card: Any) -> None:
    """Raise Unacceptable for a card that is too large or says what no client of version 1.5 knows."""
    if len(json.dumps(card, ensure_ascii=False).encode()) > LARGEST_CARD:
        raise Unacceptable(413, "RequestEntityTooLarge")
    if (card.get("type"), card.get("version")) != ("AdaptiveCard", "1.5"):
        raise Unacceptable(400, "BadArgument: card")
    for element in [*card["body"], *card.get("actions", ())]:
        _check(element)


def _check(element: Any) -> None:
    needed = ELEMENTS.get(element.get("type"))
    if needed is None or not needed <= set(element):
        raise Unacceptable(400, f"BadArgument: {element.get('type')} lacks {sorted((needed or set()) - set(element))}")
    for key in ("items", "inlines", "actions"):
        for inner in element.get(key, ()):
            _check(inner)
    if element["type"].startswith("Action.") and not str(element.get("title", "x")):
        raise Unacceptable(400, "BadArgument: an action without a title")
