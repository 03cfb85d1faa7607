"""The forms of a school that teaches the reader: which words were a false alarm, what was missed."""

from typing import Any

from workflows import access
from workflows.asking.answers import Answers, Photos, text, ticked
from workflows.drafts import check
from workflows.engine.world import World
from workflows.errors import Refused
from workflows.forms import Form, Input
from workflows.lessons.teaching import MAX_PHRASE
from workflows.models import Comment, Person, Post
from workflows.posts.moves import content_of
from workflows.states import Role


async def false_alarm(person: Person, value: dict[str, str], world: World) -> Form:
    """Which words of a draft or a comment were a false alarm."""
    hint = "As they stand in the text, with a word or two around them. They are left alone at your school from now on."
    taken = await _taken(person, value, world)
    words = Input("phrase", "Harmless words", hint=hint, initial=taken, max_length=MAX_PHRASE)
    return Form("lesson.false_alarm", "This was a false alarm", (words,), "Leave them alone", value)


async def missed(person: Person, value: dict[str, str], world: World) -> Form:
    """What was missed in a draft or a comment; about a comment that raised no alarm, whether it should."""
    words = Input("phrase", "The words that were missed", hint="As they stand in the text.", max_length=MAX_PHRASE)
    alarm = Input(
        "alarm",
        "It is about a particular child, or a threat: raise the alarm now",
        "check",
        hint="The evidence is kept and the leadership channel is alerted. Untick it where neither is so.",
        required=False,
        initial="1",
    )
    quiet = await Comment.filter(id=value.get("about", ""), urgent=False).exists()
    return Form("lesson.missed", "You missed this", (words, alarm) if quiet else (words,), "Send", value)


def read_missed(answers: Answers, value: dict[str, str], photos: Photos, world: World) -> tuple[str, dict[str, Any]]:
    """What was missed, and whether the alarm is to be raised."""
    return "lesson.missed", {**value, "phrase": text(answers, "phrase"), "alarm": ticked(answers, "alarm")}


async def _taken(person: Person, value: dict[str, str], world: World) -> str:
    """The first words that were taken for a child or for abuse; raises NotAllowed or Refused."""
    about = value.get("about", "")
    if post := await Post.get_or_none(id=about):
        await access.require(person.id, post.school_id, Role.ADMINISTRATOR, Role.HEADTEACHER)
        reader = await world.readers.current()
        _, content = await content_of(post)
        quotes = [finding.quote for finding in check(content, post.school_id, reader) if finding.blocks]
        return next((quote for quote in quotes if quote), "")[:MAX_PHRASE]
    if comment := await Comment.get_or_none(id=about):
        await access.require(person.id, comment.school_id, Role.ADMINISTRATOR, Role.HEADTEACHER)
        return str(next(iter(comment.reading["quotes"]), ""))[:MAX_PHRASE]
    raise Refused("That post or comment is no longer kept. Please say so on a newer card.")
