"""Slack's limits on blocks and views: what it would refuse with `invalid_blocks`, said in words."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

Json = dict[str, Any]
IN_MESSAGE, IN_MODAL, IN_HOME = 50, 100, 100
MESSAGE_CHARACTERS = 13_000
"""What all blocks of a message may have together; Slack does not document it and refuses from about 13,200."""
TEXT_LIMITS = {"section": 3000, "header": 150}
ALLOWED = {
    "message": {"section", "header", "divider", "image", "actions", "context"},
    "modal": {"section", "header", "divider", "image", "actions", "context", "input"},
    "home": {"section", "header", "divider", "image", "actions", "context"},
}
ONLY_IN_MODALS = {"file_input"}


def block_faults(blocks: list[Json], surface: str = "message") -> list[str]:
    """Everything that Slack would not take."""
    most = {"message": IN_MESSAGE, "modal": IN_MODAL, "home": IN_HOME}[surface]
    faults = [f"{len(blocks)} blocks, at most {most}"] if len(blocks) > most else []
    if surface == "message" and characters(blocks) > MESSAGE_CHARACTERS:
        faults.append("msg_blocks_too_long")
    for block in blocks:
        faults += [f"{block.get('type')}: {fault}" for fault in _of_block(block, surface)]
    faults += [f"block_id {id} is not unique" for id in _twice(block.get("block_id") for block in blocks)]
    for block in blocks:
        ids = _twice(one.get("action_id") for one in elements(block))
        faults += [f"action_id {id} is not unique in its block" for id in ids]
    return faults


def view_faults(view: Json) -> list[str]:
    """Everything that Slack would not take of a modal or Home tab."""
    kind = str(view.get("type"))
    faults = block_faults(view.get("blocks", []), kind)
    try:
        View(**view).validate_json()
    except (SlackObjectFormationError, TypeError) as error:
        faults.append(str(error))
    if kind == "modal" and not (view.get("title") or {}).get("text"):
        faults.append("a modal needs a title")
    if kind == "modal" and any(one["type"] == "input" for one in view["blocks"]) and not view.get("submit"):
        faults.append("a modal with inputs needs a submit button")
    return faults


def characters(blocks: list[Json]) -> int:
    """How long the blocks are together, as Slack seems to count."""
    return len(json.dumps(blocks, ensure_ascii=False))


def elements(block: Json) -> list[Json]:
    """The interactive elements of a block."""
    inside = [*block.get("elements", ()), block.get("accessory") or {}, block.get("element") or {}]
    return [one for one in inside if one.get("action_id")]


def _of_block(block: Json, surface: str) -> Iterator[str]:
    if block.get("type") not in ALLOWED[surface]:
        yield f"not allowed in a {surface}"
        return
    try:
        parsed = Block.parse(block)
        assert parsed is not None
        parsed.validate_json()
    except (SlackObjectFormationError, TypeError, AssertionError) as error:
        yield str(error)
    for text in _texts(block):
        if not text.get("text"):
            yield "an empty text"
        if text.get("type") not in ("plain_text", "mrkdwn"):
            yield f"a text of type {text.get('type')}"
    limit = TEXT_LIMITS.get(str(block.get("type")))
    if limit and len((block.get("text") or {}).get("text", "")) > limit:
        yield f"a text over {limit} characters"
    if block["type"] == "image":
        yield from _of_image(block)
    for one in (*elements(block), *block.get("elements", ())):
        yield from _of_element(one, surface)


def _of_image(image: Json) -> Iterator[str]:
    if bool(image.get("image_url")) == bool(image.get("slack_file")):
        yield "needs image_url or slack_file"
    if not image.get("alt_text"):
        yield "needs alt_text"


def _of_element(one: Json, surface: str) -> Iterator[str]:
    kind = one.get("type")
    if kind in ONLY_IN_MODALS and surface != "modal":
        yield f"{kind} is for modals only"
    if len(str(one.get("action_id", ""))) > 255:
        yield "an action_id over 255 characters"
    if kind == "button":
        if len(one["text"]["text"]) > 75 or one["text"]["type"] != "plain_text":
            yield "a button's text over 75 characters, or no plain text"
        if len(one.get("value", "")) > 2000:
            yield "a button's value over 2,000 characters"
        if one.get("style") not in (None, "primary", "danger"):
            yield "an unknown style"
    options = one.get("options")
    if options is not None and not 1 <= len(options) <= (10 if kind in ("checkboxes", "radio_buttons") else 100):
        yield f"{len(options)} options"
    for option in (*(options or ()), *(one.get("initial_options") or ())):
        yield from option_faults(option)
    if options is not None and any(each not in options for each in one.get("initial_options") or ()):
        yield "an initial option that is not offered"
    if kind == "plain_text_input" and len(one.get("initial_value", "")) > 3000:
        yield "an initial value over 3,000 characters"
    if kind == "plain_text_input" and not 1 <= one.get("max_length", 3000) <= 3000:
        yield "max_length is at most 3,000"


def option_faults(option: Json) -> Iterator[str]:
    """What is wrong with one option of a select."""
    if not 1 <= len(option["text"]["text"]) <= 75:
        yield "an option's text over 75 characters, or empty"
    if not 1 <= len(option["value"]) <= 150:
        yield "an option's value over 150 characters, or empty"


def _texts(block: Json) -> Iterator[Json]:
    for key in ("text", "title", "label", "hint"):
        if isinstance(block.get(key), dict):
            yield block[key]
    yield from block.get("fields") or ()
    for one in block.get("elements") or ():
        if one.get("type") in ("plain_text", "mrkdwn"):
            yield one


def _twice(ids: Iterator[Any]) -> list[Any]:
    return [id for id, count in Counter(id for id in ids if id).items() if count > 1]
