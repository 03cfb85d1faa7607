"""The forms: what is asked before a command can be given, and how the answers become its payload."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

from workflows import access
from workflows.alerts.alerting import OUTCOMES
from workflows.drafts import Content, Photo
from workflows.engine.world import World
from workflows.errors import NotAllowed, Refused
from workflows.forms import Form, Input, Option
from workflows.models import Account, Person, Post, Pupil
from workflows.posts.moves import content_of
from workflows.telling.drafts import pupil_name
from workflows.telling.phrases import label

Ask = Callable[[Person, dict[str, str], World], Awaitable[Form]]
Answers = dict[str, str | tuple[str, ...]]
Photos = list[dict[str, str]]
Read = Callable[[Answers, dict[str, str], Photos, World], tuple[str, dict[str, Any]]]


async def _draft(value: dict[str, str]) -> tuple[Post, Content, str]:
    post = await Post.get_or_none(id=value.get("post", ""))
    if post is None:
        raise Refused("That draft cannot be found any more.")
    revision, content = await content_of(post)
    return post, content, revision.claim


async def _mine(person: Person, value: dict[str, str]) -> tuple[Post, Content, dict[str, str]]:
    post, content, claim = await _draft(value)
    if not await access.roles_at(person, post.school_id):
        raise NotAllowed("That draft belongs to another school.")
    return post, content, {**value, "claim": value.get("claim") or claim}


async def _edit(person: Person, value: dict[str, str], world: World) -> Form:
    _, content, value = await _mine(person, value)
    text = Input("text", "Text of the post", "long_text", initial=content.text, required=False)
    return Form("post.edit", "Change the text", (text,), "Save", value)


async def _plan(person: Person, value: dict[str, str], world: World) -> Form:
    post, content, value = await _mine(person, value)
    accounts = await Account.filter(school_id=post.school_id, active=True).order_by("id")
    options = tuple(Option(account.id, label(account)) for account in accounts)
    where = Input("accounts", "Publish on", "choices", options=options, initial=content.accounts)
    return Form("post.plan", "Accounts and time", (where, _time(content, world)), "Save", value)


def _time(content: Content | None, world: World) -> Input:
    at = content.planned_at if content else None
    initial = at.astimezone(world.calendar.zone).strftime("%Y-%m-%dT%H:%M") if at else ""
    hint = "Leave empty to publish as soon as it is approved."
    return Input("planned_at", "Publish at", "datetime", hint=hint, required=False, initial=initial)


async def _pupil_options(school: str) -> tuple[Option, ...]:
    pupils = await Pupil.filter(school_id=school, left_at=None)
    pupils.sort(key=lambda pupil: (pupil.class_name, pupil_name(pupil)))
    return tuple(Option(pupil.id, pupil_name(pupil)) for pupil in pupils)


async def _who(person: Person, value: dict[str, str], world: World) -> Form:
    post, content, value = await _mine(person, value)
    if not await access.may_see_pupils(person, post.school_id):
        raise NotAllowed("Only those who look after the school's accounts see the class lists.")
    photo = next((one for one in content.photos if one.picture == value.get("picture")), Photo("", ""))
    if not photo.picture:
        raise Refused("That picture is not part of the draft any more.")
    number = content.photos.index(photo) + 1
    options = await _pupil_options(post.school_id)
    nobody = "1" if photo.declared and not photo.pupils else ""
    inputs = (
        Input("who", "Pupils who can be recognised", "choices", options=options, initial=photo.pupils, required=False),
        Input("nobody", "No pupil can be recognised in this picture", "check", initial=nobody, required=False),
        Input(
            "alt",
            "Describe the picture for people who cannot see it",
            "long_text",
            hint="What it shows, without any name: “Children planting bulbs beside the path”.",
            initial=photo.alt,
            required=False,
        ),
        Input("remove", "Take this picture out of the draft", "check", required=False),
    )
    look = Input("picture", f"Picture {number}", "note", picture=photo.picture, required=False)
    return Form("post.who", f"Who is in picture {number}?", (look, *inputs), "Save", value)


async def _photos(person: Person, value: dict[str, str], world: World) -> Form:
    _, _, value = await _mine(person, value)
    hint = "JPEG, PNG or WebP, up to 25 MB each. Hidden data such as the place is removed."
    return Form("post.photos", "Add photos", (Input("photos", "Photos", "photos", hint=hint),), "Add", value)


async def _consent(person: Person, value: dict[str, str], world: World) -> Form:
    post, _, value = await _mine(person, value)
    if not await access.may_see_pupils(person, post.school_id):
        raise NotAllowed("Only those who look after the school's accounts see the class lists.")
    scopes = (
        Option("name", "to be named or described in the text"),
        Option("name_with_image", "to be named beside their picture"),
    )
    inputs = (
        Input("pupil", "Pupil", "choice", options=await _pupil_options(post.school_id)),
        Input("scope", "The parent agrees for this post", "choice", options=scopes, initial="name"),
        Input("source", "Where the consent is kept", hint="Such as “email of 3 November” or “form in the office”."),
    )
    return Form("post.consent", "Record a parent's consent for this post", inputs, "Record", value)


def _reason(name: str, title: str, submit: str, style: str = "primary") -> Ask:
    async def ask(person: Person, value: dict[str, str], world: World) -> Form:
        reason = Input("reason", "Reason", "long_text", hint="The author will read this.")
        return Form(name, title, (reason,), submit, value, style)  # type: ignore[arg-type]

    return ask


async def _retime(person: Person, value: dict[str, str], world: World) -> Form:
    await _mine(person, value)
    return Form("post.retime", "Choose a new time", (_time(None, world),), "Send for approval again", value)


async def _confirm(person: Person, value: dict[str, str], world: World) -> Form:
    devices = (Option("school", "A school device"), Option("personal", "My own device, password protected"))
    inputs = (
        Input("permalink", "Address of the published post", "link", hint="Copy it from the page, with https://"),
        Input("device", "Published on", "choice", options=devices, initial="school"),
    )
    return Form("publication.confirm", "I have published it", inputs, "Record", value)


async def _new_draft(person: Person, value: dict[str, str], world: World) -> Form:
    inputs = (
        Input("text", "Text of the post", "long_text", required=False),
        Input("photos", "Photos", "photos", hint="JPEG, PNG or WebP, up to 25 MB each.", required=False),
    )
    return Form("draft.new", "Write a post", inputs, "Check it")


async def _report(person: Person, value: dict[str, str], world: World) -> Form:
    inputs = (
        Input("text", "The comment, word for word", "long_text"),
        Input("author", "Who wrote it", hint="The name shown beside the comment.", required=False),
        Input("permalink", "Address of the comment", "link", hint="With https://, if you have it.", required=False),
        Input("post", "Under which post", hint="Its first words are enough.", required=False),
        Input(
            "about_a_child",
            "I know that this is about a particular child",
            "check",
            hint="Tick it even if no name is mentioned; it raises the alarm.",
            required=False,
        ),
        Input("screenshot", "Screenshot", "photos", hint="Never one of an undressed child.", required=False),
    )
    return Form("comment.report", "Report a comment", inputs, "Report")


async def _resolve(person: Person, value: dict[str, str], world: World) -> Form:
    options = tuple(Option(key, words) for key, words in OUTCOMES.items())
    inputs = (
        Input("outcome", "What was done", "choice", options=options),
        Input("note", "Note", "long_text", hint="For the record; no more about the child than needed.", required=False),
    )
    return Form("alert.resolve", "Resolve this alert", inputs, "Resolve", value)


FORMS: dict[str, Ask] = {
    "post.edit": _edit,
    "post.plan": _plan,
    "post.who": _who,
    "post.photos": _photos,
    "post.consent": _consent,
    "post.retime": _retime,
    "post.send_back": _reason("post.send_back", "Send back with a reason", "Send back"),
    "post.reject": _reason("post.reject", "Reject with a reason", "Reject", "danger"),
    "post.decline": _reason("post.decline", "Decline the suggestion", "Decline"),
    "publication.confirm": _confirm,
    "draft.new": _new_draft,
    "comment.report": _report,
    "alert.resolve": _resolve,
}


def _change(make: Callable[[Answers, dict[str, str], Photos, World], dict[str, Any]]) -> Read:
    def read(answers: Answers, value: dict[str, str], photos: Photos, world: World) -> tuple[str, dict[str, Any]]:
        return "post.change", {**value, "changes": make(answers, value, photos, world)}

    return read


def _direct(name: str, *fields: str) -> Read:
    def read(answers: Answers, value: dict[str, str], photos: Photos, world: World) -> tuple[str, dict[str, Any]]:
        return name, {**value, **{field: answers.get(field, "") for field in fields}}

    return read


def _instant(answers: Answers, world: World) -> str | None:
    """A wall time of the trust's zone as an instant; raises Refused where it is no time."""
    given = str(answers.get("planned_at", "")).strip()
    if not given:
        return None
    try:
        return datetime.fromisoformat(given).replace(tzinfo=world.calendar.zone).astimezone(UTC).isoformat()
    except ValueError:
        raise Refused("That is not a date and time. Please choose one from the calendar.") from None


def _many(answer: str | tuple[str, ...] | None) -> list[str]:
    return [answer] if isinstance(answer, str) and answer else list(answer or ())


def _ticked(answers: Answers, name: str) -> bool:
    return str(answers.get(name, "")) not in ("", "0", "false", "()")


def _read_who(answers: Answers, picture: str) -> dict[str, Any]:
    if _ticked(answers, "remove"):
        return {"remove": picture}
    said = {"pupils": _many(answers.get("who")), "nobody": _ticked(answers, "nobody")}
    return {"who": {"picture": picture, "alt": str(answers.get("alt", "")), **said}}


def _read_report(answers: Answers, value: dict[str, str], photos: Photos, world: World) -> tuple[str, dict[str, Any]]:
    said = {key: str(answers.get(key, "")) for key in ("text", "author", "permalink", "post")}
    screenshot = photos[0]["picture"] if photos else None
    ticked = _ticked(answers, "about_a_child")
    return "comment.report", {**said, "about_a_child": ticked, "screenshot": screenshot}


def _read_retime(answers: Answers, value: dict[str, str], photos: Photos, world: World) -> tuple[str, dict[str, Any]]:
    return "post.retime", {**value, "planned_at": _instant(answers, world)}


ANSWERS: dict[str, Read] = {
    "post.edit": _change(lambda answers, value, photos, world: {"text": str(answers.get("text", ""))}),
    "post.plan": _change(
        lambda answers, value, photos, world: {
            "accounts": _many(answers.get("accounts")),
            "planned_at": _instant(answers, world),
        }
    ),
    "post.who": _change(lambda answers, value, photos, world: _read_who(answers, value["picture"])),
    "post.photos": _change(lambda answers, value, photos, world: {"photos": photos}),
    "post.consent": _change(
        lambda answers, value, photos, world: {
            "consent": {key: str(answers.get(key, "")) for key in ("pupil", "scope", "source")}
        }
    ),
    "post.retime": _read_retime,
    "post.send_back": _direct("post.send_back", "reason"),
    "post.reject": _direct("post.reject", "reason"),
    "post.decline": _direct("post.decline", "reason"),
    "publication.confirm": _direct("publication.confirm", "permalink", "device"),
    "draft.new": _direct("draft.create", "text"),
    "comment.report": _read_report,
    "alert.resolve": _direct("alert.resolve", "outcome", "note"),
}
