"""Form → the card of a dialog, and what was sent → answers, with what is wrong beside its question."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.teams.cards import LARGEST, OURS, SMALL, STRONG, STYLES, VERSION, size, watch
from bot.teams.words import Element, block, paragraphs, run
from workflows.forms import Form, Input, Option

STATIC_BYTES = 12_000
"""Options beyond this are searched for while somebody types, so that a dialog stays a card of usual size."""
NO_FILES = (
    "Dialogs in Teams take no files. Send photos and videos to me as a message: without words soon after the draft, or"
    " as a reply to its card."
)
NO_SCREENSHOT = "Dialogs in Teams cannot take pictures. Keep yours, and show it to the headteacher."
TOO_LONG = (
    "This text is too long for a dialog in Teams. Change the message that you sent me instead; the draft follows it."
)
AT_TIME = "/time"
GIVEN = {"check": "Please tick this to go on.", "choice": "Please choose one of these."}
Address = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Asked:
    """A form, with what is wrong with its last answers: by question, and above them all."""

    form: Form
    faults: Mapping[str, str] = field(default_factory=dict)
    fault: str = ""


@dataclass(slots=True)
class Answers:
    """What came back by input name, and what is wrong with it."""

    texts: dict[str, str | tuple[str, ...]] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)


def dialog(form: Form, address: Address, faults: Mapping[str, str] | None = None, fault: str = "") -> Element:
    """What a dialog shows; `faults` stand beside their questions, `fault` above them all."""
    body: list[Element] = [*_fault(fault)]
    for question in form.inputs:
        body += [*_asked(question, form, address), *_fault((faults or {}).get(question.name, ""))]
    card: Element = {"type": "AdaptiveCard", "version": VERSION, "body": body}
    if size(card) > LARGEST:
        return {**card, "body": [*paragraphs(TOO_LONG)]}
    if answerable(form):
        data = {OURS: {"form": form.name, "value": form.value}}
        submit = {"type": "Action.Submit", "title": form.submit, "style": STYLES[form.style], "data": data}
        card["actions"] = [submit]
    return card


def answerable(form: Form) -> bool:
    """Whether the dialog asks anything that can be answered in it."""
    return any(question.kind not in ("note", "photos") for question in form.inputs)


def _fault(sentence: str) -> Iterator[Element]:
    if sentence:
        yield block(run(sentence, color="Attention", **STRONG), spacing="Small")


def _asked(question: Input, form: Form, address: Address) -> Iterator[Element]:
    if question.picture_kind == "video":
        yield watch(address(question.picture))
    elif question.picture:
        yield {"type": "Image", "url": address(question.picture), "altText": question.label, "size": "Stretch"}
    if question.kind == "note":
        yield from paragraphs(question.label, STRONG)
    elif question.kind == "photos":
        yield from paragraphs(f"{question.label}: {NO_FILES if question.name == 'photos' else NO_SCREENSHOT}")
    else:
        yield from _inputs(question, form)
    if question.hint and question.kind != "photos":
        yield from paragraphs(question.hint, SMALL, spacing="Small")


def _inputs(question: Input, form: Form) -> Iterator[Element]:
    initial = question.initial if isinstance(question.initial, str) else ",".join(question.initial)
    common: Element = {"id": question.name, "label": question.label, "isRequired": question.required}
    if question.required:
        common["errorMessage"] = GIVEN.get(question.kind, "Please answer this.")
    match question.kind:
        case "choice" | "choices":
            yield {"type": "Input.ChoiceSet", **common, **_choices(question, form), "value": initial}
        case "check":
            yield {"type": "Input.Toggle", **_toggle(question), "value": "yes" if initial else ""}
        case "datetime":
            day, _, time = initial.partition("T")
            yield {"type": "Input.Date", **common, "value": day}
            yield {"type": "Input.Time", "id": question.name + AT_TIME, "label": "At", "value": time[:5]}
        case _:
            yield {"type": "Input.Text", **common, **_typed(question), "value": initial}


def _toggle(question: Input) -> Element:
    return {"id": question.name, "title": question.label, "valueOn": "yes", "valueOff": "", "wrap": True}


def _typed(question: Input) -> Element:
    kinds: dict[str, Element] = {"long_text": {"isMultiline": True}, "link": {"style": "Url"}}
    limit: Element = {"maxLength": question.max_length} if question.max_length else {}
    return kinds.get(question.kind, {}) | limit


def _choices(question: Input, form: Form) -> Element:
    several: Element = {"isMultiSelect": True} if question.kind == "choices" else {}
    offered = choices(question.options)
    if question.source and len(json.dumps(offered, ensure_ascii=False).encode()) > STATIC_BYTES:
        chosen = [one for one in question.options if one.value in question.initial]
        asked = {"type": "Data.Query", "dataset": dataset(question.source, form.value.get("post", ""))}
        return {**several, "style": "filtered", "choices": choices(chosen), "choices.data": asked}
    style = "filtered" if len(offered) > 10 else "expanded"
    return {**several, "style": style, "choices": offered, "wrap": True}


def choices(options: list[Option] | tuple[Option, ...]) -> list[Element]:
    """Options as a choice offers them."""
    return [{"title": option.label, "value": option.value} for option in options]


def dataset(source: str, post: str) -> str:
    """What is searched while somebody types."""
    return f"{source}:{post}"


def read(form: Form, data: Mapping[str, object]) -> Answers:
    """Read the answers by what was asked; anything else is ignored."""
    answers = Answers()
    for question in form.inputs:
        if question.kind in ("note", "photos"):
            continue
        answers.texts[question.name] = _answer(question, data)
        if fault := _wrong(question, answers.texts[question.name]):
            answers.faults[question.name] = fault
    return answers


def refilled(form: Form, answers: Answers) -> Form:
    """The form with what was answered, to be shown again."""
    inputs = tuple(replace(one, initial=answers.texts.get(one.name, one.initial)) for one in form.inputs)
    return replace(form, inputs=inputs)


def _answer(question: Input, data: Mapping[str, object]) -> str | tuple[str, ...]:
    given = data.get(question.name)
    said = given if isinstance(given, str) else ""
    if question.kind == "choices":
        return tuple(one for one in said.split(",") if one)
    if question.kind == "datetime":
        time = data.get(question.name + AT_TIME)
        return f"{said}T{time}" if said and time else said or (f"T{time}" if time else "")
    return said


def _wrong(question: Input, answer: str | tuple[str, ...]) -> str:
    if not (answer.strip() if isinstance(answer, str) else answer):
        return GIVEN.get(question.kind, "Please answer this.") if question.required else ""
    if question.kind == "datetime" and not _is_wall_time(str(answer)):
        return "Please give both a date and a time."
    if question.kind == "link" and not str(answer).strip().startswith(("https://", "http://")):
        return "Please paste the whole address, starting with https://"
    if question.max_length and len(answer) > question.max_length:
        return f"Please keep this to {question.max_length} characters. It has {len(answer)} now."
    return ""


def _is_wall_time(answer: str) -> bool:
    try:
        return "T" in answer and datetime.fromisoformat(answer).tzinfo is None
    except ValueError:
        return False
