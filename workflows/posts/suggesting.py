"""Clause 3.3: other staff have no unsupervised access; what they write is a suggestion that an administrator adopts."""

from workflows import access
from workflows.engine.applying import Change, handles
from workflows.engine.commands import Command, Effect, Redraw, Tell
from workflows.engine.world import World
from workflows.models import Post
from workflows.policy.enforcement import enforces
from workflows.posts.drafting import draft_card
from workflows.posts.moves import decision, find_post, move
from workflows.states import ACCOUNT_ACCESS, Move


@handles("post.adopt")
@enforces("3.1", "3.2", "3.3")
async def adopt(command: Command, world: World) -> Change:
    """An administrator takes a suggestion over: from now on it is their draft."""
    post = await find_post(command)
    person = await access.require(command.actor, post.school_id, *ACCOUNT_ACCESS)
    effects: list[Effect] = [Redraw(post.id), draft_card(post.id, person.id), *_tell_suggester(post)]
    touched = sorted({*post.touched_by, person.id})
    return move(post, Move.ADOPT, command, world, effects=effects, author_id=person.id, touched_by=touched)


@handles("post.decline")
async def decline(command: Command, world: World) -> Change:
    """An administrator declines a suggestion; the reason goes back to whoever made it."""
    post = await find_post(command)
    person = await access.require(command.actor, post.school_id, *ACCOUNT_ACCESS)
    reason = str(command.payload.get("reason", "")).strip()
    declined = decision(post, "declined", "", person.id, world.clock.now(), reason=reason)
    effects: list[Effect] = [Redraw(post.id), *_tell_suggester(post)]
    return move(post, Move.REJECT, command, world, effects=effects, also=[declined])


def _tell_suggester(post: Post) -> list[Effect]:
    return [Tell("suggestion_outcome", post.id, {"person": post.suggested_by_id})]
