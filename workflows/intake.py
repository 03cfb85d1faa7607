"""What people say, press and fill in, turned into commands; every chat platform hands over the same three things."""

import re
from typing import Any

from workflows import access, alerts, asking, greeting, posts, tasks, undelivered  # noqa: F401 (each registers commands)
from workflows.engine.commands import Command, Engine
from workflows.engine.world import World
from workflows.errors import Refused, Stranger
from workflows.forms import Form
from workflows.media import pictures
from workflows.models import Message, Person
from workflows.ports import Filled, Incoming, Pressed, Said

GREETINGS = frozenset({"hi", "hello", "hey", "help", "?", "start", "morning", "good morning"})
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class Intake:
    """Turns what a person did into a command, durably; raises Refused with the sentence to show."""

    def __init__(self, engine: Engine, world: World) -> None:
        self._engine = engine
        self._world = world

    async def said(self, said: Said) -> None:
        """A message: a reply in a draft's thread, a greeting, or a new draft."""
        person = await _staff(said.person)
        text = clean(said.text)
        if said.under:
            await self._replied(said, person)
        elif not said.files and text.strip().rstrip("!.").casefold() in {*GREETINGS, ""}:
            await self._submit(said.event_id, "person.greet", person, {})
        else:
            await self._drafted(said.event_id, person, text, said.files, _school(person))

    async def _drafted(
        self, event_id: str, person: Person, text: str, files: tuple[Incoming, ...], school: str
    ) -> None:
        photos = await pictures.take_in(event_id, school, files)
        post = tasks.derived_id(event_id, "post")
        said = {"post": post, "school": school, "text": text, "photos": photos}
        await self._submit(event_id, "draft.create", person, said)

    async def _replied(self, said: Said, person: Person) -> None:
        message = await Message.get_or_none(key=said.under)
        about = message.about if message and message.card in ("draft", "approval") else ""
        await self._submit(said.event_id, "post.answer", person, {"post": about})

    async def pressed(self, pressed: Pressed) -> Form | None:
        """A button: a form where something must be asked first, otherwise the command is on its way."""
        person = await _staff(pressed.person)
        ask = asking.FORMS.get(pressed.verb)
        if ask is not None:
            return await ask(person, pressed.value, self._world)
        if pressed.verb not in PLAIN:
            raise Refused("That button is not known here. Please use the newest card.")
        payload: dict[str, Any] = dict(pressed.value)
        name = pressed.verb
        if name == "post.fix":
            payload = {**payload, "changes": {"fix": int(pressed.value["finding"])}}
            name = "post.change"
        await self._submit(pressed.event_id, name, person, payload)
        return None

    async def filled(self, filled: Filled) -> None:
        """A form that was sent."""
        person = await _staff(filled.person)
        read = asking.ANSWERS.get(filled.form)
        if read is None:
            raise Refused("That form is not known here. Please open it again from the newest card.")
        answers = {key: clean(one) if isinstance(one, str) else one for key, one in filled.answers.items()}
        files = tuple(file for files in filled.files.values() for file in files)
        if filled.form == "draft.new":
            await self._drafted(filled.event_id, person, str(answers.get("text", "")), files, _school(person))
            return
        photos = await pictures.take_in(filled.event_id, _school(person), files) if files else []
        name, payload = read(answers, filled.value, photos, self._world)
        payload.setdefault("school", _school(person))
        await self._submit(filled.event_id, name, person, payload)

    async def _submit(self, event_id: str, name: str, person: Person, payload: dict[str, Any]) -> None:
        await self._engine.submit(Command(event_id, name, payload, person.id))


PLAIN = frozenset(
    {
        "post.fix",
        "post.submit",
        "post.withdraw",
        "post.approve",
        "post.adopt",
        "task.done",
        "alert.acknowledge",
        "alert.evidence",
        "person.greet",
    }
)


def clean(text: str) -> str:
    """Text without control characters, with plain line ends; nothing else is touched."""
    return CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


async def _staff(person: int) -> Person:
    found = await Person.get_or_none(id=person, left_at=None)
    if found is None or not await access.roles_of(found):
        raise Stranger("I only work with staff of the trust. Please ask your school office for help.")
    return found


def _school(person: Person) -> str:
    if not person.school_id:
        raise Refused("You work for the whole trust. Drafts and reports are made by the staff of a school.")
    return person.school_id
