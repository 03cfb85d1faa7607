"""The forms with which something begins: a post, a report of a comment."""

from typing import Any

from workflows import access
from workflows.asking.answers import Answers, Photos, instant, many, text, ticked
from workflows.asking.drafts import FILES, account_choice, time_choice
from workflows.drafts import MAX_TEXT
from workflows.engine.world import World
from workflows.errors import NotAllowed, Refused
from workflows.forms import Form, Input, Option
from workflows.models import Person, School
from workflows.states import ACCOUNT_ACCESS

ALT_HINT = "What they show, without any name. For several, change it one by one on the card."


async def school_choice(person: Person) -> tuple[Input, ...]:
    """At which school something is done, for those who work at several; nothing is asked of the others."""
    slugs = await access.schools_of(person)
    if len(slugs) < 2:
        return ()
    names = {school.slug: school.name for school in await School.filter(slug__in=slugs)}
    options = tuple(Option(slug, names[slug]) for slug in slugs)
    return (Input("school", "For which school", "choice", options=options, initial=slugs[0]),)


async def school_for(person: Person, chosen: str = "") -> str:
    """The school for which somebody writes or reports; raises Refused where there is none, NotAllowed for others'."""
    schools = await access.schools_of(person)
    if not schools:
        raise Refused("You work for the whole trust. Drafts and reports are made by the staff of a school.")
    if chosen and chosen not in schools:
        raise NotAllowed("You have no role at that school. Please choose one of yours.")
    return chosen or schools[0]


async def new_draft(person: Person, value: dict[str, str], world: World) -> Form:
    """A post with everything that can be said at once; a suggestion has neither accounts nor a time."""
    own, choice = await school_for(person), await school_choice(person)
    inputs = [
        *choice,
        Input("text", "Text of the post", "long_text", required=False, max_length=MAX_TEXT),
        Input("photos", "Photos and videos", "photos", hint=FILES, required=False),
        Input("alt", "Describe them for people who cannot see them", "long_text", ALT_HINT, required=False),
    ]
    if await access.roles_at(person, own) & ACCOUNT_ACCESS:
        # Which accounts there are depends on the school, so whoever has several chooses them on the card.
        inputs += [] if choice else [await account_choice(own)]
        inputs.append(time_choice(None, world))
    return Form("draft.new", "Write a post", tuple(inputs), "Check it")


async def report(person: Person, value: dict[str, str], world: World) -> Form:
    """A comment that somebody saw on a page."""
    await school_for(person)
    inputs = (
        *await school_choice(person),
        Input("text", "The comment, word for word", "long_text"),
        Input("author", "Who wrote it", hint="The name shown beside the comment.", required=False),
        Input("permalink", "Address of the comment", "link", hint="With https://, if you have it.", required=False),
        Input("post", "Under which post", hint="Its first words are enough.", required=False),
        Input(
            "about_a_child",
            "I know that this is about a particular child",
            "check",
            hint="Tick it even if no name is mentioned; it raises the alarm.",
            required=False,
        ),
        Input("screenshot", "Screenshot", "photos", hint="A picture. Never one of an undressed child.", required=False),
    )
    return Form("comment.report", "Report a comment", inputs, "Report")


def read_draft(answers: Answers, value: dict[str, str], photos: Photos, world: World) -> tuple[str, dict[str, Any]]:
    """A new draft; raises Refused while the form still stands, so that nothing typed into it is lost."""
    words = text(answers, "text")
    if len(words) > MAX_TEXT:
        raise Refused(f"That text has {len(words):,} characters; at most {MAX_TEXT:,} fit into one post.")
    alt = text(answers, "alt").strip()[:1000]
    said: dict[str, Any] = {"text": words, "photos": [{**photo, "alt": alt} for photo in photos]}
    if "accounts" in answers:
        said["accounts"] = many(answers["accounts"])
    return "draft.create", {**said, "planned_at": instant(answers, world)}


def read_report(answers: Answers, value: dict[str, str], photos: Photos, world: World) -> tuple[str, dict[str, Any]]:
    """A reported comment, with the reporter's own screenshot if they sent one."""
    said = {key: text(answers, key) for key in ("text", "author", "permalink", "post")}
    screenshot = photos[0]["picture"] if photos else None
    return "comment.report", {**said, "about_a_child": ticked(answers, "about_a_child"), "screenshot": screenshot}
