"""The files of a message go along into the form that a shortcut opens from it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.slack.api import Api
from bot.slack.errors import Answered, NotOffered
from bot.slack.text import Json
from workflows.forms import Form, Input

CARRIED = "carried"


async def carrying(api: Api, form: Form, ids: Sequence[str]) -> Form:
    """The form with those of the files that we may open; it says so, and what to do about the others."""
    if not ids:
        return form
    ours = [id for id in ids if await _may_be_opened(api, id)]
    note = Input("note", _words(len(ours), len(ids)), "note", required=False)
    return replace(form, inputs=(*form.inputs, note), value={**form.value, CARRIED: " ".join(ours)})


def carried(value: dict[str, str]) -> list[Json]:
    """Takes the files out of what a form carried, as descriptions that hold their ids only."""
    return [{"id": id} for id in value.pop(CARRIED, "").split()]


async def _may_be_opened(api: Api, id: str) -> bool:
    try:
        await api.call("files.info", file=id)
    except (Answered, NotOffered):
        return False
    return True


def _words(ours: int, of: int) -> str:
    if not ours:
        return "The files of the message cannot be opened from here. Please add them above."
    come = "1 file of the message comes along." if ours == 1 else f"{ours} files of the message come along."
    return come if ours == of else f"{come} The others cannot be opened from here; please add them above."
