"""Form → modal, and what was sent → answers; the form's own value travels sealed in the view."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.slack.text import Json, pieces, plain, shortened
from workflows.errors import Refused, WrongKey
from workflows.forms import Form, Input, Option
from workflows.keys import keyring

CALLBACK = "form"
TITLE, OPTION, FEW, MANY, TYPED, METADATA, FILES = 24, 75, 10, 100, 3000, 3000, 10
CONTINUED = "/more/"
"""Between the name of a question and the number of a further field for the rest of a long text."""
LONG = "It continues in the next field, because one field in Slack holds 3,000 characters."
NO_FILES = "This Slack cannot send files from a form. Send photos and videos to me as a message instead."
CHECK = "yes"


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that came back: `files` are Slack's own descriptions by question."""

    name: str
    value: dict[str, str]
    answers: dict[str, str | tuple[str, ...]] = field(default_factory=dict)
    files: dict[str, tuple[Json, ...]] = field(default_factory=dict)


def modal(form: Form, person: int, zone: ZoneInfo, pictures: Mapping[str, str], with_files: bool = True) -> Json:
    """The view to open; `pictures` are Slack's files by picture id, `zone` is the trust's."""
    gaps: dict[str, list[str]] = {}
    blocks = [block for question in form.inputs for block in _drawn(question, zone, pictures, gaps, with_files)]
    if len(form.title) > TITLE:
        blocks.insert(0, {"type": "header", "text": plain(shortened(form.title, 150))})
    sources = {question.name: question.source for question in form.inputs if question.source}
    sealed = {"form": form.name, "value": form.value, "person": person, "gaps": gaps, "sources": sources}
    view: Json = {
        "type": "modal",
        "callback_id": CALLBACK,
        "title": plain(shortened(form.title, TITLE)),
        "close": plain("Cancel"),
        "blocks": blocks or [{"type": "section", "text": plain(form.title)}],
        "private_metadata": keyring().seal(json.dumps(sealed).encode()).decode(),
    }
    return view if all(each["type"] != "input" for each in blocks) else {**view, "submit": plain(form.submit[:TITLE])}


def _drawn(
    question: Input, zone: ZoneInfo, pictures: Mapping[str, str], gaps: dict[str, list[str]], with_files: bool
) -> Iterator[Json]:
    if question.picture and (file := pictures.get(question.picture)):
        yield {"type": "image", "slack_file": {"id": file}, "alt_text": shortened(question.label, 2000)}
    if question.kind == "note":
        yield {
            "type": "section",
            "text": plain(" – ".join(words for words in (question.label, question.hint) if words)),
        }
    elif question.kind == "photos" and not with_files:
        yield {"type": "context", "elements": [plain(NO_FILES)]}
    elif question.kind == "long_text" and len(str(question.initial)) > TYPED:
        yield from _long(question, gaps)
    else:
        yield _input(question, _element(question, zone))


def _input(question: Input, element: Json) -> Json:
    words = question.label if question.kind != "check" else shortened(question.label, 2000)
    block: Json = {"type": "input", "block_id": question.name, "label": plain(words), "element": element}
    block["optional"] = not question.required
    if question.hint:
        block["hint"] = plain(question.hint)
    return block


def _long(question: Input, gaps: dict[str, list[str]]) -> Iterator[Json]:
    """A long text in several fields; the line or word break between two is remembered, for Slack may trim it."""
    parts = list(pieces(str(question.initial), TYPED - 200))
    gaps[question.name] = [each[len(each.rstrip()) :] for each in parts]
    for number, part in enumerate(parts):
        name = f"{question.name}{CONTINUED}{number}" if number else question.name
        hint = LONG if number < len(parts) - 1 else question.hint
        label = question.label if not number else f"{question.label} (part {number + 1})"
        part_of = Input(name, label, "long_text", hint, question.required and not number, part.rstrip())
        yield _input(part_of, _element(part_of, ZoneInfo("UTC")))


def _element(question: Input, zone: ZoneInfo) -> Json:
    initial, action = question.initial, {"action_id": question.name}
    match question.kind:
        case "choice" | "choices":
            return {**action, **_choice(question)}
        case "check":
            option = _option(Option(CHECK, "Yes"))
            return {**action, "type": "checkboxes", "options": [option], **_initials([option] if initial else [])}
        case "datetime":
            at = int(datetime.fromisoformat(str(initial)).replace(tzinfo=zone).timestamp()) if initial else 0
            return {**action, "type": "datetimepicker", **({"initial_date_time": at} if at else {})}
        case "photos":
            return {**action, "type": "file_input", "max_files": FILES}
        case "link":
            return {**action, "type": "url_text_input", **({"initial_value": initial} if initial else {})}
    typed: Json = {**action, "type": "plain_text_input", "multiline": question.kind == "long_text"}
    typed["max_length"] = min(question.max_length or TYPED, TYPED)
    return {**typed, "initial_value": initial} if initial else typed


def _choice(question: Input) -> Json:
    several = question.kind == "choices"
    chosen = {question.initial} if isinstance(question.initial, str) else set(question.initial)
    initial = [_option(each) for each in question.options if each.value in chosen]
    if question.source or len(question.options) > MANY:
        kind = "multi_external_select" if several else "external_select"
        return {"type": kind, "min_query_length": 0, **(_initials(initial) if several else _initial(initial))}
    few = len(question.options) <= FEW
    options = [_option(each) for each in question.options]
    if several:
        return {"type": "checkboxes" if few else "multi_static_select", "options": options, **_initials(initial)}
    return {"type": "radio_buttons" if few else "static_select", "options": options, **_initial(initial)}


def _initials(options: list[Json]) -> Json:
    return {"initial_options": options} if options else {}


def _initial(options: list[Json]) -> Json:
    return {"initial_option": options[0]} if options else {}


def _option(option: Option) -> Json:
    return {"text": plain(shortened(option.label, OPTION)), "value": option.value}


def choices(options: tuple[Option, ...]) -> list[Json]:
    """What an external select offers."""
    return [_option(each) for each in options[:MANY]]


@dataclass(frozen=True, slots=True)
class Opened:
    """What a view says of its form: `gaps` between the fields of long texts, `sources` of its long choices."""

    form: str
    value: dict[str, str]
    gaps: dict[str, list[str]]
    sources: dict[str, str]


def opened(view: Json, person: int) -> Opened:
    """What travelled with a view; raises Refused where it was not opened by us for this person."""
    try:
        sealed = json.loads(keyring().unseal(str(view.get("private_metadata", "")).encode()))
    except WrongKey:
        raise Refused("This form cannot be sent any more. Please open it again from its card.") from None
    if sealed.pop("person") != person:
        raise Refused("Somebody else opened this form. Please open it again from your own card.")
    return Opened(**sealed)


def read(view: Json, person: int, zone: ZoneInfo) -> Sent:
    """The answers of a form that was sent; raises Refused as `opened` does."""
    form = opened(view, person)
    sent, gaps = Sent(form.form, form.value), form.gaps
    parts: dict[str, list[str]] = {}
    for block, elements in view.get("state", {}).get("values", {}).items():
        for element in elements.values():
            question = block.partition(CONTINUED)[0]
            if element["type"] == "file_input":
                sent.files[question] = tuple(element.get("files") or ())
            elif question in gaps:
                parts.setdefault(question, []).append(_answer_text(element))
            else:
                sent.answers[question] = _answer(element, zone)
    for question, texts in parts.items():
        sent.answers[question] = _joined(texts, gaps[question])
    return sent


def _joined(texts: list[str], gaps: list[str]) -> str:
    together = ""
    for text, gap in zip(texts, gaps, strict=True):
        together += text if text.endswith(gap) or not text else text + gap
    return together.rstrip()


def _answer_text(element: Json) -> str:
    return str(element.get("value") or "")


def _answer(element: Json, zone: ZoneInfo) -> str | tuple[str, ...]:
    match element["type"]:
        case "datetimepicker":
            at = element.get("selected_date_time")
            local = datetime.fromtimestamp(at, UTC).astimezone(zone) if at else None
            return f"{local:%Y-%m-%dT%H:%M}" if local else ""
        case "checkboxes" | "multi_static_select" | "multi_external_select":
            values = tuple(str(each["value"]) for each in element.get("selected_options") or ())
            # The only option of a tick box is this one; a choice of several never has such a value.
            return CHECK if values == (CHECK,) else values
        case "radio_buttons" | "static_select" | "external_select":
            return str((element.get("selected_option") or {}).get("value", ""))
    return _answer_text(element)
