"""Clauses 3.3, 5.1 and 6.2: a draft is written, checked and changed; every change is a new revision."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from workflows import access, audit
from workflows.drafts import MAX_TEXT, Consent, Content, Photo, check
from workflows.engine.applying import Change, handles
from workflows.engine.commands import Command, Effect, Redraw, Tell
from workflows.engine.world import World
from workflows.errors import AlreadyDecided, NotAllowed, Refused
from workflows.models import Account, Post, Pupil
from workflows.policy.enforcement import enforces
from workflows.posts.moves import Write, content_of, find_post, move, new_revision
from workflows.states import ACCOUNT_ACCESS, Move, PostState, Role

SHORT_WHILE = timedelta(minutes=3)


def draft_card(post: str, person: int) -> Tell:
    """The draft card for a person."""
    return Tell("draft", post, {"person": person})


@handles("draft.create")
@enforces("3.1", "3.2", "3.3")
async def create(command: Command, world: World) -> Change:
    """A new draft by somebody with account access, or a suggestion by other staff."""
    said = command.payload
    person = await access.require(command.actor, said["school"], Role.STAFF, *ACCOUNT_ACCESS)
    begun = await _just_begun(person.id, said, world)
    if begun is not None:
        return await _add_photos(begun, command, world, person.id)
    roles = await access.roles_at(person, said["school"])
    state = PostState.DRAFTING if roles & ACCOUNT_ACCESS else PostState.SUGGESTED
    content = Content(
        text=checked(said["text"]),
        accounts=await _chosen_accounts(said, roles),
        planned_at=planned(said.get("planned_at"), world) if roles & ACCOUNT_ACCESS else None,
        photos=tuple(Photo(**photo) for photo in said.get("photos", [])),
    )
    now = world.clock.now()
    post = Post(
        id=said["post"],
        school_id=said["school"],
        author_id=person.id,
        suggested_by_id=person.id if state is PostState.SUGGESTED else None,
        touched_by=[person.id],
        state=state,
        created_at=now,
        changed_at=now,
    )
    _, add_revision = new_revision(post, 1, content, person.id, now)

    async def write() -> None:
        await post.save(force_create=True)
        await add_revision()
        await audit.record("post.create", post.id, f"person:{person.id}", {"state": state}, now)

    return Change(post.id, await _announce(post, person.id), write)


async def _just_begun(person: int, said: dict[str, Any], world: World) -> Post | None:
    """The draft that a message of nothing but photos belongs to: telephones send them one by one."""
    if not said.get("message") or said["text"].strip() or not said["photos"]:
        return None
    newest = await Post.filter(author_id=person, school_id=said["school"]).order_by("-created_at").first()
    if newest is None or newest.state not in (PostState.DRAFTING, PostState.SUGGESTED):
        return None
    return newest if world.clock.now() - newest.changed_at < SHORT_WHILE else None


async def _add_photos(post: Post, command: Command, world: World, person: int) -> Change:
    _, content = await content_of(post)
    photos = content.photos + tuple(Photo(**photo) for photo in command.payload["photos"])
    return rewrite(post, replace(content, photos=photos), command, world, person)


async def _chosen_accounts(said: dict[str, Any], roles: frozenset[Role]) -> tuple[str, ...]:
    """The accounts that were chosen by somebody who has access to them, or else all of the school's."""
    if "accounts" in said and roles & ACCOUNT_ACCESS:
        return await _accounts(said["accounts"], said["school"])
    return await every_account(said["school"])


async def every_account(school: str) -> tuple[str, ...]:
    """The accounts of a school, on all of which a draft goes out unless somebody chooses."""
    every = await Account.filter(school_id=school, active=True).order_by("id").values_list("id", flat=True)
    return tuple(str(account) for account in every)


async def _announce(post: Post, person: int) -> list[Effect]:
    if post.state == PostState.DRAFTING:
        return [draft_card(post.id, person)]
    administrators = await access.administrators(post.school_id)
    if not administrators:
        administrators = await access.headteachers(post.school_id)
    tells: list[Effect] = [Tell("suggested", post.id, {"person": person})]
    return tells + [Tell("suggestion", post.id, {"person": one.id}) for one in administrators if one.id != person]


@handles("post.change")
@enforces("6.1", "6.2 blocks")
async def change(command: Command, world: World) -> Change:
    """A change to text, accounts, time, pictures or consents; the payload's `changes` says which."""
    post = await find_post(command)
    person = await access.require(command.actor, post.school_id, *ACCOUNT_ACCESS, Role.STAFF)
    await may_change(post, person.id)
    revision, content = await content_of(post)
    if command.payload.get("claim") not in ("", None, revision.claim):
        raise AlreadyDecided("This draft was changed meanwhile, so nothing was done. The card now shows how it stands.")
    changed = await _changed(content, command.payload["changes"], post, world)
    return rewrite(post, changed, command, world, person.id)


def rewrite(
    post: Post, content: Content, command: Command, world: World, person: int, also: Sequence[Write] = (), **fields: Any
) -> Change:
    """Make `content` the present revision: the draft leaves review, and the old cards are locked."""
    number, now = post.revision + 1, world.clock.now()
    _, add_revision = new_revision(post, number, content, person, now)
    effects: list[Effect] = [Redraw(post.id)]
    if person != post.author_id or post.state not in (PostState.DRAFTING, PostState.SUGGESTED):
        effects.append(draft_card(post.id, person))
    return move(
        post,
        Move.CHANGE,
        command,
        world,
        effects=effects,
        also=[add_revision, *also],
        details={"revision": number},
        revision=number,
        held_for="",
        asked=[],
        touched_by=sorted({*post.touched_by, person}),
        **fields,
    )


async def may_change(post: Post, person: int) -> None:
    """Raise NotAllowed where somebody else looks after the draft."""
    if post.state == PostState.SUGGESTED and person != post.author_id:
        raise NotAllowed("Adopt this suggestion first; then it is yours to change.")
    roles = await access.roles_of_id(person, post.school_id)
    if post.state != PostState.SUGGESTED and not roles & ACCOUNT_ACCESS:
        raise NotAllowed("An administrator looks after this draft now. Please ask them to change it.")


async def _changed(content: Content, changes: dict[str, Any], post: Post, world: World) -> Content:
    if "fix" in changes:
        return replace(content, text=await _fixed(content, changes["fix"], post.school_id, world))
    if "text" in changes:
        content = replace(content, text=checked(changes["text"]))
    if "accounts" in changes:
        content = replace(content, accounts=await _accounts(changes["accounts"], post.school_id))
    if "planned_at" in changes:
        content = replace(content, planned_at=planned(changes["planned_at"], world))
    if "photos" in changes:
        content = replace(content, photos=content.photos + tuple(Photo(**photo) for photo in changes["photos"]))
    if "who" in changes:
        content = replace(content, photos=await _declared(content, changes["who"], post.school_id))
    if "remove" in changes:
        content = replace(content, photos=tuple(one for one in content.photos if one.picture != changes["remove"]))
    if "consent" in changes:
        content = replace(content, consents=(*content.consents, await _consent(changes["consent"], post.school_id)))
    return content


def checked(text: str) -> str:
    """A text as a draft takes it; raises Refused where it is too long."""
    if len(text) > MAX_TEXT:
        raise Refused(f"That text has {len(text):,} characters; at most {MAX_TEXT:,} fit into one post.")
    return text.strip()


def planned(instant: str | None, world: World) -> datetime | None:
    """A planned time from ISO 8601; None is as soon as approved. Raises Refused for the past."""
    if not instant:
        return None
    when = datetime.fromisoformat(instant)
    if when <= world.clock.now():
        raise Refused("That time has already passed. Choose a later one, or leave it empty to post once approved.")
    return when


async def _fixed(content: Content, number: int, school: str, world: World) -> str:
    findings = check(content, school, await world.readers.current())
    fix = findings[number - 1].fix if 0 < number <= len(findings) else None
    if fix is None:
        raise AlreadyDecided("That has already been put right.")
    return content.text[: fix.start] + fix.replacement + content.text[fix.end :]


async def _accounts(chosen: list[str], school: str) -> tuple[str, ...]:
    known = {account.id for account in await Account.filter(id__in=chosen, school_id=school, active=True)}
    if known != set(chosen):
        raise Refused("One of those accounts is not an official account of your school.")
    return tuple(sorted(chosen))


async def _pupils(ids: list[str], school: str) -> tuple[str, ...]:
    known = {pupil.id for pupil in await Pupil.filter(id__in=ids, school_id=school).only("id")}
    if known != set(ids):
        raise Refused("One of those pupils is not on your school's register any more.")
    return tuple(sorted(ids))


async def _declared(content: Content, who: dict[str, Any], school: str) -> tuple[Photo, ...]:
    pupils = await _pupils(who["pupils"], school)
    if not pupils and not who["nobody"]:
        raise Refused("Choose the pupils who are shown, or tick that no pupil can be recognised.")
    if pupils and who["nobody"]:
        raise Refused("You chose pupils and also ticked that no pupil can be recognised. Please decide which is right.")
    alt = str(who["alt"]).strip()[:1000]
    return tuple(
        replace(one, pupils=pupils, declared=True, alt=alt) if one.picture == who["picture"] else one
        for one in content.photos
    )


async def _consent(given: dict[str, str], school: str) -> Consent:
    (pupil,) = await _pupils([given["pupil"]], school)
    if not given["source"].strip():
        raise Refused("Say where the parent's consent is kept, such as “email of 3 November”.")
    return Consent(pupil, given["scope"], given["source"].strip()[:200])
