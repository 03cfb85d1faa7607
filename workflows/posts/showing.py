"""Somebody wants to see a card again: it comes anew, at the end of their conversation."""

from workflows import access, tasks
from workflows.engine.applying import Change, handles
from workflows.engine.commands import Command, Tell
from workflows.engine.world import World
from workflows.posts.drafting import draft_card
from workflows.posts.moves import find_post
from workflows.posts.reviewing import ask
from workflows.states import ACCOUNT_ACCESS, PostState


@handles("post.show")
async def show_post(command: Command, world: World) -> Change:
    """The card that a post has for this person: to decide, to adopt, or to look after it."""
    post = await find_post(command)
    person = await access.require(command.actor, post.school_id, *ACCOUNT_ACCESS)
    if post.state == PostState.IN_REVIEW and person.id in post.asked:
        return Change(post.id, [ask(post.id, post.review, post.revision, person.id)])
    if post.state == PostState.SUGGESTED:
        return Change(post.id, [Tell("suggestion", post.id, {"person": person.id})])
    return Change(post.id, [draft_card(post.id, person.id)])


@handles("task.show")
async def show_task(command: Command, world: World) -> Change:
    """What has to be done by hand."""
    task = await tasks.find(command)
    person = await access.require(command.actor, task.school_id, *ACCOUNT_ACCESS)
    return Change(task.id, tasks.told(task, [person.id]))
