"""A post that was approved too late for its slot is not dropped: it gets a new time and is approved for that."""

from dataclasses import replace

from workflows import access
from workflows.engine.applying import Change, handles
from workflows.engine.commands import Command, Follow
from workflows.engine.world import World
from workflows.errors import AlreadyDecided
from workflows.posts.drafting import planned, rewrite
from workflows.posts.moves import content_of, find_post
from workflows.states import ACCOUNT_ACCESS, PostState


@handles("post.retime")
async def retime(command: Command, world: World) -> Change:
    """A new time is a change like any other: the decision was bound to the old one, so it is asked for anew."""
    post = await find_post(command)
    person = await access.require(command.actor, post.school_id, *ACCOUNT_ACCESS)
    if post.state != PostState.HELD:
        raise AlreadyDecided("This draft is not waiting for a new time any more.")
    _, content = await content_of(post)
    when = planned(command.payload.get("planned_at"), world)
    change = rewrite(post, replace(content, planned_at=when), command, world, person.id)
    change.effects.append(Follow("post.submit", {"post": post.id}, actor=person.id))
    return change
