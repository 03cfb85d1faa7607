"""The chat message that a draft began with: edited it is a new revision, deleted it withdraws the draft."""

from dataclasses import replace

from workflows import access
from workflows.engine.applying import Change, handles
from workflows.engine.commands import Command
from workflows.engine.world import World
from workflows.errors import AlreadyDecided, NotAllowed
from workflows.media.pictures import came_with
from workflows.models import Event, Post, Revision
from workflows.posts.drafting import checked, may_change, rewrite
from workflows.posts.moves import content_of
from workflows.posts.publishing import withdraw
from workflows.states import ACCOUNT_ACCESS, PostState, Role

APPROVED = (
    "This draft has already been approved as it was, so the change to your message changes nothing. To change the"
    " draft, use the button on its card; it is then approved again."
)


@handles("message.edited")
async def edited(command: Command, world: World) -> Change:
    """The words of the message changed: the draft says the same, unless it was decided meanwhile."""
    post = await Post.get_or_none(id=command.payload["post"])
    if post is None or command.actor is None:
        return Change()
    text = checked(command.payload["text"])
    _, content = await content_of(post)
    if text == content.text or text == await _as_the_message_stood(post):
        return Change()
    await access.require(command.actor, post.school_id, Role.STAFF, *ACCOUNT_ACCESS)
    if command.actor not in (post.author_id, post.suggested_by_id):
        raise NotAllowed("Somebody else looks after this draft now. Please ask them to change it.")
    if post.state == PostState.APPROVED:
        raise AlreadyDecided(APPROVED)
    await may_change(post, command.actor)
    return rewrite(post, replace(content, text=text), command, world, command.actor)


async def _as_the_message_stood(post: Post) -> str | None:
    """What the message said before its first edit: platforms also report edits that change no word of it."""
    if await Event.exists(about=post.id, command="message.edited"):
        return None
    first = await Revision.get(post_id=post.id, number=1)
    return str(first.content["text"])


@handles("message.deleted")
async def deleted(command: Command, world: World) -> Change:
    """The message is gone: the draft is withdrawn, unless it is too late for that or was over anyway."""
    post = await Post.get_or_none(id=command.payload["post"])
    if post is None:
        return await _without_its_photos(command, world)
    if post.state in (PostState.WITHDRAWN, PostState.REJECTED):
        return Change()
    return await withdraw(command, world)


async def _without_its_photos(command: Command, world: World) -> Change:
    """A message of photos that joined the newest draft: they leave it again, as long as it was not sent."""
    open_states = (PostState.DRAFTING, PostState.SUGGESTED)
    newest = await Post.filter(author_id=command.actor, state__in=open_states).order_by("-created_at").first()
    if newest is None or command.actor is None:
        return Change()
    _, content = await content_of(newest)
    left = tuple(one for one in content.photos if not came_with(command.payload["message"], one.picture))
    if left == content.photos:
        return Change()
    await may_change(newest, command.actor)
    return rewrite(newest, replace(content, photos=left), command, world, command.actor)
