"""Answers to words: a welcome, where things stand, the policy, and buttons in place of what words cannot do."""

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
    return Change(post.id, [Tell("button", post.id, {"person": command.actor}, reply=True)])


@handles("person.home")
async def home(command: Command, world: World) -> Change:
    """What waits for somebody, as a message."""
    return Change(effects=[Tell("home", "", {"person": command.actor})])


@handles("policy.show")
async def policy(command: Command, world: World) -> Change:
    """Every clause and how it is enforced."""
    return Change(effects=[Tell("policy", "", {"person": command.actor})])


@handles("form.offer")
async def offer(command: Command, world: World) -> Change:
    """Words that need a form where none can be opened: the button that opens it."""
    return Change(effects=[Tell("offer", "", {"person": command.actor}, str(command.payload["form"]))])
