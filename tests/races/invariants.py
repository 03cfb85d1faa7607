"""What must hold at every moment, whatever people and time do; each check returns what is wrong."""

from collections.abc import AsyncIterator

from tests.fakes.chat import FakeChat, Sent
from workflows.engine.commands import Tell
from workflows.engine.world import World
from workflows.models import AuditEntry, Decision, Message, Post, Publication, Revision, Task
from workflows.posts.reviewing import review_claim
from workflows.states import POST, Move, PostState, TaskState
from workflows.telling import build


async def wrong(world: World, chat: FakeChat) -> list[str]:
    found = []
    for post in await Post.all():
        for check in (_history(post), _decisions(post), _publications(post)):
            found += [fault async for fault in check]
    return found + [fault async for fault in _cards(world, chat)]


async def _history(post: Post) -> AsyncIterator[str]:
    """The audit entries, played through the table, lead to where the row stands."""
    state = ""
    for entry in await AuditEntry.filter(about=post.id).order_by("number"):
        step = entry.action.removeprefix("post.")
        if step == "create":
            state = str(entry.details["state"])
        elif step in set(Move):
            state = POST.get((PostState(state), Move(step)), "nowhere")
    if state != post.state:
        yield f"{post.id} is {post.state}, its history says {state}"


async def _decisions(post: Post) -> AsyncIterator[str]:
    """One a review; an approval is bound to the very revision that was reviewed, by somebody who did not write it."""
    made = await Decision.filter(post_id=post.id).order_by("review")
    approvals = await AuditEntry.filter(about=post.id, action="post.approve").count()
    if approvals != sum(one.decision == "approved" for one in made):
        yield f"{post.id}: {approvals} approvals on record"
    for one in made:
        wrote = await Revision.filter(post_id=post.id, by_id=one.by_id, at__lte=one.at).exists()
        if wrote and one.decision != "declined":
            yield f"{post.id}: decided by somebody who wrote or changed it"
    if post.state in (PostState.APPROVED, PostState.PUBLISHING, PostState.PUBLISHED):
        claim = (await Revision.get(post_id=post.id, number=post.revision)).claim
        if not made or made[-1].decision != "approved" or made[-1].claim != review_claim(claim, post.review):
            yield f"{post.id} goes out without an approval of just this revision"


async def _publications(post: Post) -> AsyncIterator[str]:
    out = await Publication.filter(post_id=post.id).exclude(published_at=None).count()
    if out and post.state not in (PostState.PUBLISHING, PostState.PUBLISHED):
        yield f"{post.id} is on a page, and is {post.state}"
    waiting = await Task.filter(about=post.id, state=TaskState.OPEN).count()
    if waiting and post.state != PostState.PUBLISHING:
        yield f"{post.id} is {post.state}, and somebody is still asked to publish it"


async def _cards(world: World, chat: FakeChat) -> AsyncIterator[str]:
    """Every card that is kept up to date shows how things stand."""
    sent: dict[str, Sent] = {one.key: one for one in chat.sent}
    for message in await Message.filter(state="sent"):
        built = await build(Tell(message.card, message.about, message.destination, message.detail), world)
        if built.live and sent[message.key].card != built.card:
            yield f"{message.card} {message.key} is out of date"
