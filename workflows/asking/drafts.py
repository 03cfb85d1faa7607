"""The forms about a draft, from its text to its place on the page."""

from workflows import access
from workflows.asking.answers import Ask
from workflows.drafts import Content, Photo
from workflows.engine.world import World
from workflows.errors import NotAllowed, Refused
from workflows.forms import Form, Input, Option
from workflows.listing import pupil_options
from workflows.models import Account, Person, Post, School
from workflows.posts.moves import content_of
from workflows.telling.phrases import label

PUPILS = "Pupils who can be recognised"
FILES = "Photos as JPEG, PNG or WebP up to 25 MB, videos as MP4 or QuickTime up to 50 MB."


async def _draft(value: dict[str, str]) -> tuple[Post, Content, str]:
    post = await Post.get_or_none(id=value.get("post", ""))
    if post is None:
        raise Refused("That draft cannot be found any more.")
    revision, content = await content_of(post)
    return post, content, revision.claim


async def _mine(person: Person, value: dict[str, str]) -> tuple[Post, Content, dict[str, str]]:
    post, content, claim = await _draft(value)
    if not await access.roles_at(person, post.school_id):
        raise NotAllowed("That draft belongs to another school.")
    return post, content, {**value, "claim": value.get("claim") or claim}


async def edit(person: Person, value: dict[str, str], world: World) -> Form:
    """The text of a draft."""
    _, content, value = await _mine(person, value)
    text = Input("text", "Text of the post", "long_text", initial=content.text, required=False)
    return Form("post.edit", "Change the text", (text,), "Save", value)


async def plan(person: Person, value: dict[str, str], world: World) -> Form:
    """Accounts and time of a draft."""
    post, content, value = await _mine(person, value)
    where = await account_choice(post.school_id, content.accounts)
    return Form("post.plan", "Accounts and time", (where, time_choice(content, world)), "Save", value)


async def account_choice(school: str, chosen: tuple[str, ...] | None = None) -> Input:
    """On which of a school's accounts a post goes out; all of them unless `chosen` says otherwise."""
    accounts = await Account.filter(school_id=school, active=True).order_by("id")
    options = tuple(Option(account.id, label(account)) for account in accounts)
    every = tuple(option.value for option in options)
    return Input("accounts", "Publish on", "choices", options=options, initial=every if chosen is None else chosen)


def time_choice(content: Content | None, world: World) -> Input:
    """When a post goes out."""
    at = content.planned_at if content else None
    initial = at.astimezone(world.calendar.zone).strftime("%Y-%m-%dT%H:%M") if at else ""
    hint = "Leave empty to publish as soon as it is approved."
    return Input("planned_at", "Publish at", "datetime", hint=hint, required=False, initial=initial)


async def who(person: Person, value: dict[str, str], world: World) -> Form:
    """Who is in a picture or video, and what it shows."""
    post, content, value = await _mine(person, value)
    if not await access.may_see_pupils(person, post.school_id):
        raise NotAllowed("Only those who look after the school's accounts see the class lists.")
    asked = ((one, number) for one, number in content.numbered() if one.picture == value.get("picture"))
    photo, number = next(asked, (Photo("", ""), 0))
    if not number:
        raise Refused("That picture is not part of the draft any more.")
    what = photo.word
    options = await pupil_options(post.school_id)
    nobody = "1" if photo.declared and not photo.pupils else ""
    inputs = (
        Input("who", PUPILS, "choices", options=options, initial=photo.pupils, required=False, source="pupils"),
        Input("nobody", f"No pupil can be recognised in this {what}", "check", initial=nobody, required=False),
        Input(
            "alt",
            f"Describe the {what} for people who cannot see it",
            "long_text",
            hint="What it shows, without any name: “Children planting bulbs beside the path”.",
            initial=photo.alt,
            required=False,
        ),
        Input("remove", f"Take this {what} out of the draft", "check", required=False),
    )
    look = Input(
        "picture", f"{what.title()} {number}", "note", required=False, picture=photo.picture, picture_kind=what
    )
    return Form("post.who", f"Who is in {what} {number}?", (look, *inputs), "Save", value)


async def photos(person: Person, value: dict[str, str], world: World) -> Form:
    """More photos and videos for a draft."""
    _, _, value = await _mine(person, value)
    asked = Input("photos", "Photos and videos", "photos", hint=f"{FILES} Hidden data such as the place is removed.")
    return Form("post.photos", "Add photos or videos", (asked,), "Add", value)


async def consent(person: Person, value: dict[str, str], world: World) -> Form:
    """A parent's consent for one post."""
    post, _, value = await _mine(person, value)
    if not await access.may_see_pupils(person, post.school_id):
        raise NotAllowed("Only those who look after the school's accounts see the class lists.")
    scopes = (
        Option("name", "to be named or described in the text"),
        Option("name_with_image", "to be named beside their picture"),
    )
    inputs = (
        Input("pupil", "Pupil", "choice", options=await pupil_options(post.school_id), source="pupils"),
        Input("scope", "The parent agrees for this post", "choice", options=scopes, initial="name"),
        Input("source", "Where the consent is kept", hint="Such as “email of 3 November” or “form in the office”."),
    )
    return Form("post.consent", "Record a parent's consent for this post", inputs, "Record", value)


def reason(name: str, title: str, submit: str, style: str = "primary") -> Ask:
    """A form that asks for nothing but the reason of a decision."""

    async def ask(person: Person, value: dict[str, str], world: World) -> Form:
        why = Input("reason", "Reason", "long_text", hint="The author will read this.")
        return Form(name, title, (why,), submit, value, style)  # type: ignore[arg-type]

    return ask


async def school(person: Person, value: dict[str, str], world: World) -> Form:
    """To which other school a draft moves."""
    post, _, value = await _mine(person, value)
    others = [slug for slug in await access.schools_with_accounts(person.id) if slug != post.school_id]
    if not others:
        raise NotAllowed("You have access to the accounts of this school only.")
    options = tuple(Option(one.slug, one.name) for one in await School.filter(slug__in=others).order_by("name"))
    which = Input(
        "school", "For which school", "choice", "Who is in the pictures has to be said again.", options=options
    )
    return Form("post.school", "Move it to another school", (which,), "Move", value)


async def retime(person: Person, value: dict[str, str], world: World) -> Form:
    """A new time for a post that came too late."""
    await _mine(person, value)
    return Form("post.retime", "Choose a new time", (time_choice(None, world),), "Send for approval again", value)


async def confirm(person: Person, value: dict[str, str], world: World) -> Form:
    """Where a post stands that was published by hand."""
    devices = (Option("school", "A school device"), Option("personal", "My own device, password protected"))
    inputs = (
        Input("permalink", "Address of the published post", "link", hint="Copy it from the page, with https://"),
        Input("device", "Published on", "choice", options=devices, initial="school"),
    )
    return Form("publication.confirm", "I have published it", inputs, "Record", value)
