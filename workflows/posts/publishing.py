"""Clauses 3.6, 6.1 and 6.2: checked again at the last moment, then published, by a network or by hand."""

from urllib.parse import urlsplit

from workflows import access, tasks
from workflows.drafts import Content, check
from workflows.engine.applying import Change, handles
from workflows.engine.commands import Call, Command, Effect, Redraw
from workflows.engine.world import World
from workflows.errors import AlreadyDecided, NotAllowed, Refused
from workflows.models import Account, Decision, Post, Publication, Task
from workflows.policy.enforcement import enforces
from workflows.posts.moves import Write, content_of, find_post, move
from workflows.posts.reviewing import author_told
from workflows.states import ACCOUNT_ACCESS, Move, PostState, TaskState


@handles("post.publish")
@enforces("6.1", "6.2 blocks", "4.1")
async def publish(command: Command, world: World) -> Change:
    """The slot has come: check everything again, then hand the post to each account's network."""
    post = await find_post(command)
    if post.state != PostState.APPROVED or post.review != command.payload["review"]:
        return Change(post.id)
    _, content = await content_of(post)
    if await _is_late(post, content, world):
        return _hold(post, command, world, "late")
    if any(finding.blocks for finding in check(content, post.school_id, await world.readers.current())):
        return _hold(post, command, world, "check")
    effects: list[Effect] = [Redraw(post.id)]
    effects += [Call("publish", post.id, account) for account in content.accounts]
    return move(post, Move.PUBLISH, command, world, effects=effects, also=[_places(post, content.accounts)])


async def _is_late(post: Post, content: Content, world: World) -> bool:
    """Whether the slot passed before somebody approved, or long before we got round to it."""
    if content.planned_at is None:
        return False
    decided = await Decision.get(post_id=post.id, review=post.review)
    return decided.at > content.planned_at or world.clock.now() > content.planned_at + world.timings.late_after


def _hold(post: Post, command: Command, world: World, why: str) -> Change:
    effects: list[Effect] = [Redraw(post.id), *author_told(post, f"held_{why}")]
    return move(post, Move.HOLD, command, world, effects=effects, details={"why": why}, held_for=why)


def _places(post: Post, accounts: tuple[str, ...]) -> Write:
    async def write() -> None:
        # A post that was called off and approved again meets the places of its first attempt.
        await Publication.filter(post_id=post.id).delete()
        for account in accounts:
            await Publication.create(post_id=post.id, account_id=account)

    return write


@handles("publish.answered")
async def answered(command: Command, world: World) -> Change:
    """A network has published, or asks for a person to do it."""
    post = await find_post(command)
    said = command.payload
    if post.state != PostState.PUBLISHING:
        return Change(post.id)
    if said.get("permalink"):
        return await _published(post, said["detail"], said["permalink"], "", None, command, world, [])
    task = tasks.new(command.id, "publish", post.school_id, post.id, world.clock.now(), detail=said["detail"])
    effects: list[Effect] = [*tasks.told(task, await _publishers(post)), tasks.chased(task, world)]
    return Change(post.id, effects, tasks.opening(task))


async def _publishers(post: Post) -> list[int]:
    """The author publishes by hand; whoever can at the school, where the author has left."""
    if await access.roles_of_id(post.author_id, post.school_id) & ACCOUNT_ACCESS:
        return [post.author_id]
    return await tasks.doers(post.school_id)


@handles("publication.confirm")
@enforces("3.6 records")
async def confirm(command: Command, world: World) -> Change:
    """Somebody published by hand: where it stands and on what kind of device it was done."""
    task = await tasks.find(command, "publish")
    person = await access.require(command.actor, task.school_id, *ACCOUNT_ACCESS)
    post = await Post.get(id=task.about)
    if task.state != TaskState.OPEN or post.state != PostState.PUBLISHING:
        raise AlreadyDecided("That was already recorded, or the post was called off. Nothing was changed.")
    account = await Account.get(id=task.detail)
    permalink = _permalink(str(command.payload.get("permalink", "")), account)
    device = str(command.payload.get("device", ""))
    done = tasks.finishing(task, person.id, world.clock.now())
    return await _published(post, account.id, permalink, device, person.id, command, world, [done])


def _permalink(given: str, account: Account) -> str:
    """The address of a published post; raises Refused where it cannot be one on that account's site."""
    parts, home = urlsplit(given.strip()), urlsplit(account.url).hostname or ""
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    if parts.scheme not in ("https", "http") or host != home.removeprefix("www."):
        raise Refused(f"Please paste the address of the published post; it begins with https://{home}/.")
    return given.strip()[:500]


async def _published(
    post: Post,
    account: str,
    permalink: str,
    device: str,
    person: int | None,
    command: Command,
    world: World,
    also: list[Write],
) -> Change:
    others = await Publication.filter(post_id=post.id, published_at=None).exclude(account_id=account).count()
    now = world.clock.now()

    async def record() -> None:
        await Publication.filter(post_id=post.id, account_id=account).update(
            permalink=permalink, device=device, published_by_id=person, published_at=now
        )

    effects: list[Effect] = [Redraw(post.id), *(Redraw(task) for task in await _tasks_of(post, account))]
    if not others:
        effects += author_told(post, "published")
    step = Move.CONFIRM if others else Move.COMPLETE
    details: dict[str, object] = {"account": account, "device": device}
    return move(post, step, command, world, effects=effects, also=[record, *also], details=details)


async def _tasks_of(post: Post, account: str) -> list[str]:
    return [str(one) for one in await Task.filter(about=post.id, detail=account).values_list("id", flat=True)]


@handles("post.withdraw")
async def withdraw(command: Command, world: World) -> Change:
    """The author calls the draft off; what is published already cannot be called off here."""
    post = await find_post(command)
    person = await _may_withdraw(command, post)
    if await Publication.filter(post_id=post.id).exclude(published_at=None).exists():
        raise AlreadyDecided("It is already on one of your pages, so it cannot be called off here. Delete it there.")
    open_tasks = await Task.filter(about=post.id, state=TaskState.OPEN)
    cancelled = [tasks.cancelling(task, person, world.clock.now()) for task in open_tasks]
    effects: list[Effect] = [Redraw(post.id), *(Redraw(task.id) for task in open_tasks)]
    if post.state in (PostState.IN_REVIEW, PostState.APPROVED, PostState.PUBLISHING):
        effects += author_told(post, "withdrawn")
    return move(post, Move.WITHDRAW, command, world, effects=effects, also=cancelled, asked=[])


async def _may_withdraw(command: Command, post: Post) -> int:
    if command.actor is not None and command.actor == post.suggested_by_id and post.state == PostState.SUGGESTED:
        return command.actor
    person = await access.require(command.actor, post.school_id, *ACCOUNT_ACCESS)
    if post.state == PostState.SUGGESTED:
        raise NotAllowed("Only whoever made the suggestion can take it back. You can decline it.")
    return person.id
