"""Forms on their way to the browser and back: what was asked travels sealed, answers are checked one by one."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from aiohttp.web import FileField
from multidict import MultiMapping

from bot.local.cards import pages
from workflows.errors import Refused, WrongKey
from workflows.forms import Form, Input, Option
from workflows.keys import keyring
from workflows.ports import Incoming

Fields = MultiMapping[str | bytes | bytearray | FileField]


@dataclass(slots=True)
class Answers:
    """What came back: answers and files by input name, and what is wrong with them."""

    texts: dict[str, str | tuple[str, ...]] = field(default_factory=dict)
    files: dict[str, tuple[Incoming, ...]] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)


def html(form: Form, person: int) -> str:
    """The form as an HTML fragment for one person."""
    return pages().get_template("form.html.j2").render(form=form, token=_sealed(form, person), person=person)


def unsealed(token: str, person: int) -> Form:
    """The form as it was opened; raises Refused where the token is not this person's."""
    try:
        opened: dict[str, Any] = json.loads(keyring().unseal(token.encode()))
    except WrongKey:
        raise Refused("This form cannot be sent any more. Please open it again from its card.") from None
    if opened.pop("person") != person:
        raise Refused("Somebody else opened this form. Please open it again from your own card.")
    inputs = tuple(_input(**each) for each in opened.pop("inputs"))
    return Form(inputs=inputs, **opened)


def _sealed(form: Form, person: int) -> str:
    return keyring().seal(json.dumps({"person": person} | asdict(form)).encode()).decode()


def _input(options: Iterable[Mapping[str, str]], initial: str | list[str], **rest: Any) -> Input:
    return Input(
        options=tuple(Option(**each) for each in options),
        initial=initial if isinstance(initial, str) else tuple(initial),
        **rest,
    )


def read(form: Form, fields: Fields) -> Answers:
    """Read the answers by what was asked; anything else in the fields is ignored."""
    answers = Answers()
    for question in form.inputs:
        if question.kind == "note":
            continue
        if question.kind == "photos":
            answers.files[question.name] = incoming(fields, question.name)
            fault = _missing_photos(question, answers.files[question.name])
        else:
            answers.texts[question.name] = _answer(question, fields)
            fault = _fault(question, answers.texts[question.name])
        if fault:
            answers.faults[question.name] = fault
    return answers


def incoming(fields: Fields, name: str) -> tuple[Incoming, ...]:
    """The files of one field; a file input that was left empty gives none."""
    sent = (each for each in fields.getall(name, []) if isinstance(each, FileField))
    return tuple(Incoming(each.filename, each.file.read()) for each in sent if each.filename)


def text(fields: Fields, name: str) -> str:
    """A text field with plain line ends; empty where it is missing."""
    return _plain(fields.get(name, ""))


def _plain(value: object) -> str:
    return value.replace("\r\n", "\n") if isinstance(value, str) else ""


def _answer(question: Input, fields: Fields) -> str | tuple[str, ...]:
    if question.kind == "choices":
        return tuple(_plain(each) for each in fields.getall(question.name, []))
    return text(fields, question.name)


def _missing_photos(question: Input, files: tuple[Incoming, ...]) -> str:
    return "Please add at least one file." if question.required and not files else ""


def _fault(question: Input, answer: str | tuple[str, ...]) -> str:
    given = answer.strip() if isinstance(answer, str) else answer
    if not given:
        return _NOT_GIVEN.get(question.kind, "Please answer this.") if question.required else ""
    if isinstance(answer, str) and question.max_length and len(answer) > question.max_length:
        return f"Please keep this to {question.max_length} characters. It has {len(answer)} now."
    return _wrong_kind(question, answer)


_NOT_GIVEN = {
    "choice": "Please choose one of these.",
    "choices": "Please choose at least one of these.",
    "check": "Please tick this to go on.",
    "datetime": "Please give a date and a time.",
}


def _wrong_kind(question: Input, answer: str | tuple[str, ...]) -> str:
    match question.kind, answer:
        case "choice" | "choices", _:
            offered = {option.value for option in question.options}
            return "" if offered.issuperset([answer] if isinstance(answer, str) else answer) else "Please choose again."
        case "datetime", str() if not _is_wall_time(answer):
            return "Please give a date and a time, such as 3 November 2026, 15:30."
        case "link", str() if not answer.strip().startswith(("https://", "http://")):
            return "Please paste the whole address, starting with https://"
    return ""


def _is_wall_time(answer: str) -> bool:
    try:
        return datetime.fromisoformat(answer).tzinfo is None
    except ValueError:
        return False
