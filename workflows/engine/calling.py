"""Asking a social network to do something, and handing its answer back as a command."""

from typing import Any

from workflows.drafts import Content
from workflows.engine.commands import Call, Command
from workflows.engine.world import World
from workflows.models import Account, Comment, Post, Revision
from workflows.ports import ByHand


async def call(key: str, effect: Call, world: World) -> Command:
    """Make the call under `key`; what comes back is a command whose id follows from the key."""
    answer = await (_publish(key, effect, world) if effect.what == "publish" else _remove(key, effect, world))
    said = {"post": effect.about, "about": effect.about, "detail": effect.detail, **answer}
    return Command(f"{key}/answer", f"{effect.what}.answered", said)


async def _publish(key: str, effect: Call, world: World) -> dict[str, Any]:
    post, account = await Post.get(id=effect.about), await Account.get(id=effect.detail)
    content = Content.from_json((await Revision.get(post_id=post.id, number=post.revision)).content)
    pictures = tuple(photo.picture for photo in content.photos)
    answer = await world.network(account.platform).publish(account.id, content.text, pictures, key)
    if isinstance(answer, ByHand):
        return {"steps": list(answer.steps)}
    return {"permalink": answer.permalink}


async def _remove(key: str, effect: Call, world: World) -> dict[str, Any]:
    permalink = str((await Comment.get(id=effect.about)).content["permalink"])
    network = world.network("manual")
    remove = network.delete_comment if effect.what == "delete_comment" else network.hide_comment
    answer = await remove(permalink, key)
    return {"steps": list(answer.steps) if answer else []}
