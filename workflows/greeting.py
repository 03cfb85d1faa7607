"""Small talk that has a purpose: a welcome, and the button in place of words that decide nothing."""

from workflows.engine.applying import Change, handles
from workflows.engine.commands import Command, Tell
from workflows.engine.world import World
from workflows.models import Post


@handles("person.greet")
async def greet(command: Command, world: World) -> Change:
    """Who somebody is here and what they can do."""
    return Change(effects=[Tell("welcome", "", {"person": command.actor})])


@handles("post.answer")
async def answer(command: Command, world: World) -> Change:
    """“Looks good” in a draft's thread: silence and words never publish, so the button is named."""
    post = await Post.get_or_none(id=command.payload["post"])
    if post is None:
        return Change(effects=[Tell("welcome", "", {"person": command.actor})])
    return Change(post.id, [Tell("button", post.id, {"person": command.actor})])
