"""Clauses 1.6 and 5.1: the headteacher decides; asked again, then deputies in order, then the draft expires."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from workflows import access
from workflows.drafts import check, missing
from workflows.engine.applying import Change, handles
from workflows.engine.commands import Command, Effect, Follow, Redraw, Tell
from workflows.engine.world import World
from workflows.errors import AlreadyDecided, NotAllowed, NotReady, Refused
from workflows.models import Person, Post
from workflows.policy.enforcement import enforces
from workflows.posts.moves import content_of, decision, find_post, move
from workflows.states import ACCOUNT_ACCESS, Move, PostState, Role, after


def ask(post: str, review: int, revision: int, person: int, why: str = "") -> Tell:
    """The approval card for one person; `why` is `deputy` or `reminder`."""
    return Tell("approval", post, {"person": person}, f"{review}/{revision}/{why}")


def author_told(post: Post, what: str) -> list[Effect]:
    """The author hears every outcome, and so does whoever suggested the post."""
    told = {post.author_id, post.suggested_by_id} - {None}
    return [Tell("outcome", post.id, {"person": person}, what) for person in sorted(one for one in told if one)]


@handles("post.submit")
@enforces("6.1", "6.2 blocks", "4.1")
async def submit(command: Command, world: World) -> Change:
    """The author sends the draft to whoever may decide it, if nothing blocks it and nothing is missing."""
    post = await find_post(command)
    await access.require(command.actor, post.school_id, *ACCOUNT_ACCESS)
    revision, content = await content_of(post)
    after(PostState(post.state), Move.SUBMIT)
    if command.payload.get("claim") not in ("", None, revision.claim):
        raise AlreadyDecided("This draft was changed meanwhile, so it was not sent. The card now shows how it stands.")
    lacks = missing(content)
    if lacks:
        raise NotReady(f"Not sent yet. {lacks[0]}")
    if any(finding.blocks for finding in check(content, post.school_id, await world.readers.current())):
        raise NotReady("Not sent: the check found something that has to be put right first. It stands on the card.")
    return await into_review(post, command, world, revision=post.revision)


async def into_review(post: Post, command: Command, world: World, revision: int) -> Change:
    """Ask the first who may decide; time then reminds, moves on to deputies, and ends the wait."""
    line = await approvers(post, world)
    if not line:
        raise NotReady(
            "Nobody at your school could approve this: the headteacher or a deputy must be somebody who did not"
            " write it. Ask the Communications Lead to name a deputy."
        )
    review, now = post.review + 1, world.clock.now()
    first = line[0]
    effects: list[Effect] = [
        Redraw(post.id),
        ask(post.id, review, revision, first.person, "deputy" if first.deputy else ""),
        _chase(post, review, 1, now, world),
    ]
    return move(
        post,
        Move.SUBMIT,
        command,
        world,
        effects=effects,
        details={"review": review, "asked": [first.person]},
        review=review,
        stage=0,
        asked=[first.person],
        submitted_at=now,
    )


@dataclass(frozen=True, slots=True)
class Approver:
    """Somebody who may decide a draft, in the order in which they are asked."""

    person: int
    deputy: bool


async def approvers(post: Post, world: World) -> list[Approver]:
    """Headteachers, then deputies in order, without whoever wrote or changed the draft; people who are away last."""
    heads = [Approver(person.id, False) for person in await access.headteachers(post.school_id)]
    deputies = [Approver(person.id, True) for person in await access.deputies(post.school_id)]
    away = await access.away(world.clock.now())
    line, seen = [], set(post.touched_by)
    for one in heads + deputies:
        if one.person not in seen:
            line.append(one)
            seen.add(one.person)
    return sorted(line, key=lambda one: one.person in away)


def _chase(post: Post, review: int, stage: int, submitted_at: datetime, world: World) -> Follow:
    times = world.timings
    wait = times.remind_after if stage == 1 else times.deputy_after + (stage - 2) * times.next_deputy_after
    due = world.calendar.after(submitted_at, min(wait, times.expire_after), post.school_id)
    return Follow("post.chase", {"post": post.id, "review": review, "stage": stage}, due)


@handles("post.chase")
async def chase(command: Command, world: World) -> Change:
    """Nobody decided yet: remind, ask the next in line, or let the draft expire."""
    post = await find_post(command)
    said = command.payload
    waiting = post.state == PostState.IN_REVIEW and post.review == said["review"] and post.stage == said["stage"] - 1
    if not waiting or post.submitted_at is None:
        return Change(post.id)
    line = await approvers(post, world)
    expires = world.calendar.after(post.submitted_at, world.timings.expire_after, post.school_id)
    if world.clock.now() >= expires:
        return await _expire(post, command, world)
    following = _chase(post, post.review, said["stage"] + 1, post.submitted_at, world)
    rest = [one for one in line if one.person not in post.asked]
    if said["stage"] == 1 or not rest:
        tells: list[Effect] = [ask(post.id, post.review, post.revision, one, "reminder") for one in post.asked]
        tells += author_told(post, "reminder") if said["stage"] == 1 else []
        return move(post, Move.CHASE, command, world, effects=[*tells, following], stage=said["stage"])
    following_one = rest[0]
    asked = [*post.asked, following_one.person]
    card = ask(post.id, post.review, post.revision, following_one.person, "deputy" if following_one.deputy else "")
    return move(
        post,
        Move.CHASE,
        command,
        world,
        effects=[card, following, *author_told(post, "next_asked")],
        details={"asked": asked},
        stage=said["stage"],
        asked=asked,
    )


async def _expire(post: Post, command: Command, world: World) -> Change:
    ended = decision(post, "expired", "", None, world.clock.now())
    effects: list[Effect] = [Redraw(post.id), *author_told(post, "expired")]
    return move(post, Move.EXPIRE, command, world, effects=effects, also=[ended], asked=[])


async def _decider(command: Command, post: Post, step: Move) -> tuple[Person, bool]:
    """Who decides, and whether as deputy; raises Refused for an author, a stranger to this review, an old card."""
    person = await access.require(command.actor, post.school_id, Role.HEADTEACHER, Role.LEADERSHIP)
    after(PostState(post.state), step)
    if person.id in post.touched_by:
        raise NotAllowed("You wrote or changed this draft yourself, so somebody else has to decide it.")
    heads = [one.id for one in await access.headteachers(post.school_id)]
    if person.id not in heads and person.id not in post.asked:
        raise NotAllowed(
            "The headteacher has been asked to decide this draft. You will be asked if they do not answer."
        )
    revision, _ = await content_of(post)
    if command.payload.get("claim") != review_claim(revision.claim, post.review):
        raise AlreadyDecided("This card is older than the draft, so nothing was decided. Please use the newest card.")
    return person, person.id not in heads


def review_claim(revision_claim: str, review: int) -> str:
    """What an approval card carries: the hash of the content, and which review it was sent in."""
    return hashlib.sha256(f"{revision_claim}.{review}".encode()).hexdigest()


@handles("post.approve")
@enforces("1.6", "5.1 asks")
async def approve(command: Command, world: World) -> Change:
    """One click approves exactly what the card showed."""
    post = await find_post(command)
    person, as_deputy = await _decider(command, post, Move.APPROVE)
    _, content = await content_of(post)
    now = world.clock.now()
    due = content.planned_at if content.planned_at and content.planned_at > now else None
    effects: list[Effect] = [
        Redraw(post.id),
        *author_told(post, "approved"),
        Follow("post.publish", {"post": post.id, "review": post.review}, due),
    ]
    made = decision(post, "approved", str(command.payload["claim"]), person.id, now, as_deputy=as_deputy)
    details: dict[str, object] = {"claim": command.payload["claim"], "deputy": as_deputy}
    return move(post, Move.APPROVE, command, world, effects=effects, also=[made], details=details)


@handles("post.send_back")
async def send_back(command: Command, world: World) -> Change:
    """The draft goes back to its author with a reason."""
    return await _turn_down(command, world, Move.SEND_BACK, "sent_back")


@handles("post.reject")
async def reject(command: Command, world: World) -> Change:
    """The draft is over, with a reason."""
    return await _turn_down(command, world, Move.REJECT, "rejected")


async def _turn_down(command: Command, world: World, step: Move, what: str) -> Change:
    post = await find_post(command)
    person, as_deputy = await _decider(command, post, step)
    reason = str(command.payload.get("reason", "")).strip()
    if not reason:
        raise Refused("Please give a reason, so that the author knows what to do.")
    claim = str(command.payload["claim"])
    made = decision(post, what, claim, person.id, world.clock.now(), reason=reason, as_deputy=as_deputy)
    effects: list[Effect] = [Redraw(post.id), *author_told(post, what)]
    return move(post, step, command, world, effects=effects, also=[made], asked=[])
