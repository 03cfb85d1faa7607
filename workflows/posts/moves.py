"""The one way in which a post changes: check, claim on its version, write what belongs to it."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from workflows import audit
from workflows.drafts import Content
from workflows.engine.applying import Change
from workflows.engine.commands import Command, Effect
from workflows.engine.world import World
from workflows.errors import Refused, Stale
from workflows.models import Decision, Post, Revision
from workflows.policy import POLICY_VERSION
from workflows.states import Move, PostState, after

Write = Callable[[], Awaitable[None]]


def actor_name(command: Command) -> str:
    """How the audit log calls whoever acted: a person id, or the clock."""
    return "time" if command.actor is None else f"person:{command.actor}"


async def find_post(command: Command) -> Post:
    """The post that a command speaks of; raises Refused where there is none."""
    post = await Post.get_or_none(id=command.payload.get("post", ""))
    if post is None:
        raise Refused("That draft cannot be found any more. Nothing was changed.")
    return post


async def content_of(post: Post, number: int | None = None) -> tuple[Revision, Content]:
    """A revision of a post, the present one unless a number is given, and what it says."""
    revision = await Revision.get(post_id=post.id, number=number or post.revision)
    return revision, Content.from_json(revision.content)


def move(
    post: Post,
    step: Move,
    command: Command,
    world: World,
    *,
    effects: list[Effect],
    also: list[Write] | None = None,
    details: dict[str, object] | None = None,
    **fields: Any,
) -> Change:
    """Claim `post` for one step of its life; raises AlreadyDecided where the step makes no sense any more."""
    state, now = after(PostState(post.state), step), world.clock.now()

    async def write() -> None:
        changed = dict(fields, state=state, version=post.version + 1, changed_at=now)
        # Two people may click at once, or an old card may be clicked: only the version that was read is claimed.
        if not await Post.filter(id=post.id, version=post.version).update(**changed):
            raise Stale("The post changed meanwhile.")
        for other in also or []:
            await other()
        await audit.record(f"post.{step}", post.id, actor_name(command), {"state": state, **(details or {})}, now)

    return Change(post.id, effects, write)


def new_revision(post: Post, number: int, content: Content, person: int, at: datetime) -> tuple[str, Write]:
    """The claim of a new revision, and what writes it."""
    claim = content.claim(post.id, number)

    async def write() -> None:
        await Revision.create(
            post_id=post.id, number=number, content=content.to_json(), claim=claim, by_id=person, at=at
        )

    return claim, write


def decision(
    post: Post, what: str, claim: str, by: int | None, at: datetime, *, reason: str = "", as_deputy: bool = False
) -> Write:
    """What writes down how the present review ended."""

    async def write() -> None:
        await Decision.create(
            post_id=post.id,
            review=post.review,
            decision=what,
            claim=claim,
            by_id=by,
            as_deputy=as_deputy,
            at=at,
            reason=reason or None,
            policy_version=POLICY_VERSION,
        )

    return write
