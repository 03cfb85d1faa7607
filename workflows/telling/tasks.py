"""What a person sees who does something by hand."""

from workflows.cards import PublishCard, RemovalCard
from workflows.engine.commands import Tell
from workflows.engine.world import Built, World
from workflows.models import Account, Comment, Post, School, Task
from workflows.posts.moves import content_of
from workflows.states import TaskState
from workflows.telling.drafts import picture_lines
from workflows.telling.phrases import label, name_of

STEPS = (
    "Open the page of the account on a school device if you can.",
    "Copy the text and save the pictures and videos from this card; add their descriptions as alternative text.",
    "Switch comments off for this post where the page lets you.",
    "Publish, copy the address of the post, and press the button below.",
)


async def _done(task: Task, world: World) -> str:
    if task.state == TaskState.OPEN or task.done_at is None:
        return ""
    what = "Recorded as done by" if task.state == TaskState.DONE else "Called off by"
    return f"{what} {await name_of(task.done_by_id)}, {world.calendar.say(task.done_at)}."


async def publish(tell: Tell, world: World) -> Built:
    """Ready text and pictures for one account."""
    task = await Task.get(id=tell.about)
    post = await Post.get(id=task.about)
    _, content = await content_of(post)
    account = await Account.get(id=task.detail)
    card = PublishCard(
        task=task.id,
        state=task.state,  # type: ignore[arg-type]
        school=(await School.get(slug=task.school_id)).name,
        account=label(account),
        url=account.url,
        text=content.text,
        pictures=await picture_lines(content, names=False),
        steps=STEPS,
        done=await _done(task, world),
        reminder=tell.detail == "reminder",
    )
    return Built(card, moot=tell.detail == "reminder" and task.state != TaskState.OPEN)


async def removal(tell: Tell, world: World) -> Built:
    """A comment to delete or hide by hand."""
    task = await Task.get(id=tell.about)
    comment = await Comment.get(id=task.about)
    card = RemovalCard(
        task=task.id,
        kind=task.kind,  # type: ignore[arg-type]
        state=task.state,  # type: ignore[arg-type]
        school=(await School.get(slug=task.school_id)).name,
        where=comment.content["post"] or "a post of your school",
        permalink=comment.content["permalink"],
        author=comment.content["author"] or "unknown",
        reminder=tell.detail == "reminder",
        done=await _done(task, world),
    )
    return Built(card, moot=tell.detail == "reminder" and task.state != TaskState.OPEN)
