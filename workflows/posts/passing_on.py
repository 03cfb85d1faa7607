"""Clause 1.6: somebody who was asked to decide is gone or away, so the draft moves on to the next in line."""

from workflows.engine.applying import Change, handles
from workflows.engine.commands import Command, Effect, Follow
from workflows.engine.world import World
from workflows.models import Post
from workflows.posts.moves import find_post, move
from workflows.posts.reviewing import approvers, ask, author_told
from workflows.states import Move, PostState


async def passed_on(person: int, *, gone: bool) -> list[Effect]:
    """What follows for every draft that waits for somebody who is away, or gone for good."""
    waiting = [post for post in await Post.filter(state=PostState.IN_REVIEW) if person in post.asked]
    return [Follow("post.pass_on", {"post": post.id, "person": person, "gone": gone}) for post in waiting]


@handles("post.pass_on")
async def pass_on(command: Command, world: World) -> Change:
    """Ask the next in line at once where nobody else has been asked; the timers go on as they were."""
    post = await find_post(command)
    person = command.payload["person"]
    if post.state != PostState.IN_REVIEW or person not in post.asked:
        return Change(post.id)
    others = [one for one in post.asked if one != person]
    effects: list[Effect] = []
    if not others:
        rest = [one for one in await approvers(post, world) if one.person not in post.asked]
        for one in rest[:1]:
            others = [one.person]
            effects = [ask(post.id, post.review, post.revision, one.person, "deputy" if one.deputy else "")]
            effects += author_told(post, "next_asked")
    asked = others if command.payload["gone"] else [person, *others]
    if asked == post.asked:
        return Change(post.id)
    return move(post, Move.CHASE, command, world, effects=effects, details={"asked": asked}, asked=asked)
