"""Clause 1.6: a draft that was begun for the wrong one of somebody's schools moves to another."""

from dataclasses import replace

from workflows import access
from workflows.engine.applying import Change, handles
from workflows.engine.commands import Command
from workflows.engine.world import World
from workflows.errors import AlreadyDecided
from workflows.models import Picture, Post
from workflows.policy.enforcement import enforces
from workflows.posts.drafting import every_account, rewrite
from workflows.posts.moves import content_of, find_post
from workflows.states import ACCOUNT_ACCESS, PostState


@handles("post.school")
@enforces("1.6")
async def to_another_school(command: Command, world: World) -> Change:
    """Text and pictures go along; accounts, declared pupils and consents belong to the school that is left."""
    post, school = await find_post(command), str(command.payload.get("school", ""))
    await access.require(command.actor, post.school_id, *ACCOUNT_ACCESS)
    person = await access.require(command.actor, school, *ACCOUNT_ACCESS)
    revision, content = await content_of(post)
    if post.state != PostState.DRAFTING or command.payload.get("claim") not in ("", None, revision.claim):
        raise AlreadyDecided("This draft was sent or changed meanwhile, so it stays where it is.")
    photos = tuple(replace(photo, pupils=(), declared=False) for photo in content.photos)
    moved = replace(content, accounts=await every_account(school), photos=photos, consents=())

    async def take_pictures() -> None:
        await Picture.filter(id__in=[photo.picture for photo in photos]).update(school_id=school)

    return rewrite(post, moved, command, world, person.id, [take_pictures], school_id=school)


async def could_move(post: Post, person: int) -> bool:
    """Whether the draft card offers another school: its author has account access at several."""
    schools = await access.schools_with_accounts(person)
    return post.state == PostState.DRAFTING and len(schools) > 1
