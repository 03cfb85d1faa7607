"""What Teams asks and waits for: buttons, dialogs, searches while somebody types, shortcuts on messages."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.teams import forms
from bot.teams.buttons import filling, pressing
from bot.teams.chat import CARD, TeamsChat
from bot.teams.connection import Activity
from bot.teams.forms import Asked
from bot.teams.identity import Identities, place
from bot.teams.pictures import Pictures
from bot.teams.submitting import Incomplete, Submitting
from bot.teams.text import plain
from workflows.errors import Refused
from workflows.forms import Option
from workflows.intake import Intake
from workflows.models import Person
from workflows.ports import Pressed

Json = dict[str, Any]
MESSAGE = "application/vnd.microsoft.activity.message"
RESULTS = "application/vnd.microsoft.search.searchResponse"
NOTED = "Noted. The card shows what comes of it."
OPTIONS = 15
"""Teams shows no more options of a search."""
SHORTCUTS = {"makeDraft": "draft.new", "reportComment": "comment.report"}
"""Commands of the app manifest, and the form that each opens."""


class Invokes:
    """Answers an activity of type `invoke`; refusals are sentences where the person looks."""

    def __init__(
        self, intake: Intake, identities: Identities, submitting: Submitting, pictures: Pictures, chat: TeamsChat
    ) -> None:
        self._intake, self._identities, self._chat = intake, identities, chat
        self._submitting, self._pictures = submitting, pictures
        self._answers: dict[str, Callable[[Activity], Awaitable[Json]]] = {
            "adaptiveCard/action": self._pressed,
            "task/fetch": self._fetched,
            "task/submit": self._submitted,
            "composeExtension/fetchTask": self._shortcut,
            "composeExtension/submitAction": self._submitted,
            "application/search": self._searched,
        }

    async def answered(self, activity: Activity) -> Json | None:
        """The body of the answer; None where nobody here knows what is asked."""
        answer = self._answers.get(activity.name)
        return await answer(activity) if answer else None

    async def _pressed(self, activity: Activity) -> Json:
        try:
            person = await self._identities.person(activity)
            action = activity.said().get("action")
            button = pressing(action.get("data") if isinstance(action, dict) else None)
            form = await self._intake.pressed(Pressed(activity.key, person.id, button.verb, button.value))
            await self._chat.tidied(place(activity), activity.reply_to_id or "", button.key)
        except Refused as refusal:
            return _message(str(refusal))
        if form is not None:
            # An old card, from before this button asked for something.
            return {"statusCode": 200, "type": CARD, "value": self._dialog(Asked(form), person)}
        return _message(NOTED)

    async def _fetched(self, activity: Activity) -> Json:
        try:
            person = await self._identities.person(activity)
            button = pressing(activity.said().get("data"))
            form = await self._intake.pressed(Pressed(activity.key, person.id, button.verb, button.value))
        except Refused as refusal:
            return _said(str(refusal))
        return self._opened(Asked(form), person) if form else _said(NOTED)

    async def _shortcut(self, activity: Activity) -> Json:
        try:
            person = await self._identities.person(activity)
            name = SHORTCUTS.get(str(activity.said().get("commandId")), "")
            form = await self._intake.opened(person.id, name, {"text": _of_message(activity)})
        except Refused as refusal:
            return _said(str(refusal))
        return self._opened(Asked(form), person)

    async def _submitted(self, activity: Activity) -> Json:
        try:
            await self._submitting.filled(activity, filling(activity.said().get("data")))
        except Incomplete as incomplete:
            return self._opened(incomplete.again, await self._identities.person(activity))
        except Refused as refusal:
            return _said(str(refusal))
        return {}

    async def _searched(self, activity: Activity) -> Json:
        said = activity.said()
        source, _, post = str(said.get("dataset", "")).partition(":")
        query = str(said.get("queryText") or "")
        try:
            person = await self._identities.person(activity)
            found = await self._options(source, post, person, query)
        except Refused:
            found = ()
        value = {"results": forms.choices(found[:OPTIONS])}
        return {"statusCode": 200, "type": RESULTS, "value": value}

    async def _options(self, source: str, post: str, person: Person, query: str) -> tuple[Option, ...]:
        if source == "pupils":
            return await self._intake.pupil_options(person.id, post, query)
        return await self._intake.staff_options(person.id, query) if source == "staff" else ()

    def _dialog(self, asked: Asked, person: Person) -> dict[str, object]:
        return forms.dialog(asked.form, self._pictures.address(person.id), asked.faults, asked.fault)

    def _opened(self, asked: Asked, person: Person) -> Json:
        card = {"contentType": CARD, "content": self._dialog(asked, person)}
        value = {"title": asked.form.title, "height": "large", "width": "medium", "card": card}
        return {"task": {"type": "continue", "value": value}}


def _message(sentence: str) -> Json:
    return {"statusCode": 200, "type": MESSAGE, "value": sentence}


def _said(sentence: str) -> Json:
    return {"task": {"type": "message", "value": sentence}}


def _of_message(activity: Activity) -> str:
    """The words of the message on which a shortcut was used."""
    payload = activity.said().get("messagePayload")
    body = payload.get("body") if isinstance(payload, dict) else None
    if not isinstance(body, dict):
        return ""
    content = str(body.get("content") or "")
    return plain(content) if body.get("contentType") == "html" else content
