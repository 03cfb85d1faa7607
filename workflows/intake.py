"""What people say, press and fill in, turned into commands; every chat platform hands over the same few things."""

import re
from dataclasses import replace
from typing import Any

from workflows import (  # noqa: F401 (each registers commands)
    absence,
    access,
    alerts,
    asking,
    authorising,
    commanding,
    greeting,
    leaving,
    lessons,
    posts,
    tasks,
    undelivered,
)
from workflows.cards import HomeCard
from workflows.engine.commands import Command, Engine
from workflows.engine.world import World
from workflows.errors import NotAllowed, Refused
from workflows.forms import Form, Option
from workflows.listing import PupilLists, matching
from workflows.media import pictures
from workflows.models import ChatIdentity, Message, Person, Post
from workflows.ports import Deleted, Edited, Filled, Incoming, Place, Pressed, Said, Typed
from workflows.states import PostState
from workflows.telling.home import home_card

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
NOT_PRIVATE = (
    "Alerts about children belong into a private channel that only the leadership can read. Please make one, invite"
    " me, and type leadership here in it."
)


class Intake:
    """Turns what a person did into a command, durably; raises Refused with the sentence to show."""

    def __init__(self, engine: Engine, world: World) -> None:
        self._engine = engine
        self._world = world
        self._pupils = PupilLists()

    async def said(self, said: Said) -> None:
        """A message: a reply in a draft's thread, words that the bot knows, or a new draft."""
        person = await access.member(said.person)
        said = replace(said, text=clean(said.text))
        if said.under:
            await self._replied(said, person)
            return
        spoken = None if said.files else self._spoken(said.text, plain=True)
        if spoken is None:
            await self._said_freely(said, person)
        elif spoken.here:
            raise Refused(NOT_PRIVATE)
        elif spoken.form:
            await self._submit(said.event_id, "form.offer", person, {"form": spoken.form})
        else:
            await self._submit(said.event_id, spoken.command, person, spoken.payload)

    async def _said_freely(self, said: Said, person: Person) -> None:
        """A draft; but “looks good” from somebody whose decision is awaited is no draft, and decides nothing."""
        waiting = [] if said.files else await _awaiting(person, said.text)
        if waiting:
            await self._submit(said.event_id, "post.answer", person, {"post": waiting[-1].id})
        else:
            await self._drafted(said, person, await asking.writing.school_for(person))

    def _spoken(self, text: str, *, plain: bool) -> commanding.Spoken | None:
        read = commanding.said_to_the_bot if plain else commanding.read
        return read(text, self._world.clock.now(), self._world.calendar)

    async def _drafted(self, said: Said, person: Person, school: str) -> None:
        origin = said.message or said.event_id
        photos = await pictures.take_in(origin, school, said.files)
        draft = {"post": post_of(origin), "school": school, "text": said.text, "photos": photos, "message": True}
        await self._submit(said.event_id, "draft.create", person, draft)

    async def _replied(self, said: Said, person: Person) -> None:
        message = await Message.get_or_none(key=said.under)
        about = message.about if message and message.card in ABOUT_A_POST else ""
        post = await Post.get_or_none(id=about or post_of(said.under))
        if post is not None and said.files:
            photos = await pictures.take_in(said.message or said.event_id, post.school_id, said.files)
            changes = {"post": post.id, "changes": {"photos": photos}}
            await self._submit(said.event_id, "post.change", person, changes)
        else:
            await self._submit(said.event_id, "post.answer", person, {"post": post.id if post else ""})

    async def edited(self, edited: Edited) -> None:
        """The message that a draft began with was changed: a new revision says the same."""
        person = await access.member(edited.person)
        payload = {"post": post_of(edited.message), "text": clean(edited.text)}
        await self._submit(edited.event_id, "message.edited", person, payload)

    async def deleted(self, deleted: Deleted) -> None:
        """The message that a draft began with was deleted: the draft is withdrawn."""
        person = await access.member(deleted.person)
        payload = {"post": post_of(deleted.message), "message": deleted.message}
        await self._submit(deleted.event_id, "message.deleted", person, payload)

    async def typed(self, typed: Typed) -> Form | None:
        """The words behind a command: a form to open, or the command is on its way."""
        person = await access.member(typed.person)
        spoken = self._spoken(clean(typed.text), plain=False)
        if spoken is None:
            raise Refused(commanding.UNKNOWN)
        if spoken.here:
            return await self._bound(typed.event_id, person, typed.conversation)
        if spoken.form:
            return await asking.FORMS[spoken.form](person, {}, self._world)
        await self._submit(typed.event_id, spoken.command, person, spoken.payload)
        return None

    async def _bound(self, event_id: str, person: Person, place: Place | None) -> Form | None:
        schools = await asking.colleagues.may_bind(person)
        if place is None or not place.private:
            raise Refused(NOT_PRIVATE)
        value = {"platform": place.platform, "conversation": place.conversation}
        if len(schools) > 1:
            return await asking.FORMS["leadership.bind"](person, value, self._world)
        await self._submit(event_id, "leadership.bind", person, {**value, "school": schools[0].slug})
        return None

    async def opened(self, person_id: int, form_name: str, initial: dict[str, str]) -> Form:
        """A form that a shortcut opens, with what is known already filled in."""
        if form_name not in SHORTCUTS:
            raise Refused("That form is opened from its card.")
        form = await asking.FORMS[form_name](await access.member(person_id), {}, self._world)
        known = {name: clean(text) for name, text in initial.items()}
        return replace(
            form, inputs=tuple(replace(one, initial=known.get(one.name, one.initial)) for one in form.inputs)
        )

    async def pressed(self, pressed: Pressed) -> Form | None:
        """A button: a form where something must be asked first, otherwise the command is on its way."""
        person = await access.member(pressed.person)
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
        person = await access.member(filled.person)
        read = asking.ANSWERS.get(filled.form)
        if read is None:
            raise Refused("That form is not known here. Please open it again from its card.")
        answers = {key: clean(one) if isinstance(one, str) else one for key, one in filled.answers.items()}
        school = await self._school_of(filled, person)
        # Read once without the photos: what is refused here is refused before anything is stored.
        read(answers, filled.value, [], self._world)
        photos = await self._taken_in(filled, school)
        name, payload = read(answers, filled.value, photos, self._world)
        if school:
            payload.setdefault("school", school)
        if name == "draft.create":
            payload["post"] = post_of(filled.event_id)
        await self._submit(filled.event_id, name, person, payload)

    async def _school_of(self, filled: Filled, person: Person) -> str:
        """Where a form belongs: to the school of its post, to the one that was chosen, or to the person's own."""
        if post := await Post.get_or_none(id=filled.value.get("post", "")):
            return post.school_id
        if filled.form not in SHORTCUTS:
            return ""
        return await asking.writing.school_for(person, str(filled.answers.get("school", "")))

    async def _taken_in(self, filled: Filled, school: str) -> list[dict[str, str]]:
        files: tuple[Incoming, ...] = tuple(file for files in filled.files.values() for file in files)
        if not files:
            return []
        return await pictures.take_in(filled.event_id, school, files, with_videos="photos" in filled.files)

    async def home(self, person_id: int) -> HomeCard:
        """What a person sees first: what waits for them, their drafts, alerts, this week, what is planned."""
        return await home_card(await access.member(person_id), self._world)

    async def pupil_options(self, person_id: int, post: str, query: str) -> tuple[Option, ...]:
        """At most a hundred pupils of a post's school of whom a word begins like the query; raises NotAllowed."""
        person, row = await access.member(person_id), await Post.get_or_none(id=post)
        if row is None or not await access.may_see_pupils(person, row.school_id):
            raise NotAllowed("Only those who look after the school's accounts see the class lists.")
        return matching(await self._pupils.of(row.school_id), query)

    async def staff_options(self, person_id: int, query: str) -> tuple[Option, ...]:
        """At most a hundred colleagues whom a headteacher could authorise; raises NotAllowed for others."""
        return matching(await asking.colleagues.staff_options(await access.member(person_id)), query)

    async def deactivated(self, event_id: str, platform: str, external_id: str) -> None:
        """A chat platform closed somebody's account: they lose every role at once."""
        identity = await ChatIdentity.get_or_none(platform=platform, external_id=external_id)
        if identity is not None:
            payload = {"person": identity.person_id, "platform": platform}
            await self._engine.submit(Command(event_id, "person.deactivated", payload))

    async def channel_lost(self, event_id: str, platform: str, conversation: str, reason: str) -> None:
        """A conversation is closed to the bot, `reason` as in `Unreachable`; it may be a leadership channel."""
        bound = await access.leadership_channel_at(platform, conversation)
        if bound is not None:
            payload = {"school": bound.school_id, "reason": reason}
            await self._engine.submit(Command(event_id, "leadership.lost", payload))

    async def _submit(self, event_id: str, name: str, person: Person, payload: dict[str, Any]) -> None:
        await self._engine.submit(Command(event_id, name, payload, person.id))


PLAIN = frozenset(
    {
        "post.fix",
        "post.submit",
        "post.withdraw",
        "post.approve",
        "post.adopt",
        "post.show",
        "task.done",
        "task.show",
        "lesson.keep",
        "lesson.let_go",
        "lesson.again",
        "lesson.show",
        "alert.acknowledge",
        "alert.evidence",
        "person.greet",
        "person.home",
        "person.back",
    }
)
SHORTCUTS = frozenset({"draft.new", "comment.report"})
ABOUT_A_POST = frozenset({"draft", "approval", "suggestion", "suggested", "outcome", "button"})


ASSENT = frozenset(
    {"looks good", "looks great", "approved", "approve", "ok", "okay", "yes", "fine", "great", "go ahead", "lgtm", "👍"}
)


async def _awaiting(person: Person, text: str) -> list[Post]:
    """The drafts that somebody who just said yes is asked to decide, the oldest first."""
    if " ".join(text.split()).casefold().rstrip("!.") not in ASSENT:
        return []
    in_review = await Post.filter(state=PostState.IN_REVIEW).order_by("submitted_at")
    return [post for post in in_review if person.id in post.asked]


def clean(text: str) -> str:
    """Text without control characters, with plain line ends; nothing else is touched."""
    return CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def post_of(origin: str) -> str:
    """The id of the post that begins with a message or an event."""
    return tasks.derived_id(origin, "post")
