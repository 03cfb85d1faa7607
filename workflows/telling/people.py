"""Answers to one person: a sentence, a welcome, the button in place of the words."""

from workflows import access
from workflows.cards import Notice, WelcomeCard
from workflows.commanding import help_lines
from workflows.engine.commands import Tell
from workflows.engine.world import Built, World
from workflows.models import Person, Post, School
from workflows.posts.moves import content_of
from workflows.posts.reviewing import review_claim
from workflows.states import ACCOUNT_ACCESS, PostState, Role
from workflows.telling.phrases import name_of

ROLE_NAMES = {
    Role.STAFF: "member of staff",
    Role.ADMINISTRATOR: "administrator of the school's accounts",
    Role.HEADTEACHER: "headteacher",
    Role.LEADERSHIP: "leadership team",
    Role.OFFICE_MANAGER: "office manager",
    Role.COMMUNICATIONS_LEAD: "Communications Lead of the trust",
    Role.EXECUTIVE_PRINCIPAL: "Executive Principal",
}
CAN = {
    Role.ADMINISTRATOR: "Send me a text, with photos if you like: I check it and send it to the headteacher.",
    Role.STAFF: "Send me a text: an administrator can adopt your suggestion.",
    Role.HEADTEACHER: "I bring you each draft with one button to approve it.",
    Role.LEADERSHIP: "I ask you when the headteacher does not answer, and alert you to comments about a child.",
}
OFFERS = {
    "draft.new": ("Write a post: press the button, or just send me the text and photos.", "Write a post"),
    "comment.report": ("Report a comment that you saw on one of the school's pages.", "Report a comment"),
    "person.away": ("Say until when you are away.", "I am away until …"),
    "deputies.name": ("Say who stands in for you, and in which order.", "Choose deputies"),
    "role.grant": ("Authorise a colleague to prepare posts.", "Authorise an administrator"),
    "role.revoke": ("End a colleague's authorisation.", "End an authorisation"),
}


async def notice(tell: Tell, world: World) -> Built:
    """A sentence for one person, such as a refusal with its reason."""
    return Built(Notice(tell.detail, "warning"), live=False)


async def noted(tell: Tell, world: World) -> Built:
    """What somebody asked for has been done."""
    return Built(Notice(tell.detail, "good"), live=False)


async def offer(tell: Tell, world: World) -> Built:
    """The button that opens a form."""
    sentence, label = OFFERS[tell.detail]
    return Built(Notice(sentence, verb=tell.detail, label=label), live=False)


async def button(tell: Tell, world: World) -> Built:
    """To somebody who wrote “looks good”: words decide nothing, here is the button."""
    post = await Post.get(id=tell.about)
    if post.state != PostState.IN_REVIEW or tell.to["person"] not in post.asked:
        return Built(Notice("Thank you. There is nothing for you to decide on this draft at the moment."), live=False)
    revision, _ = await content_of(post)
    sentence = "Thank you. Words decide nothing here, so that nothing goes out by accident: please use the button."
    claim = review_claim(revision.claim, post.review)
    return Built(Notice(sentence, post=post.id, verb="post.approve", label="Approve", claim=claim), live=False)


async def authorised(tell: Tell, world: World) -> Built:
    """To both sides of an authorisation, or of its end."""
    what, slug = tell.detail.split("/", 1)
    name, school = await name_of(int(tell.about)), (await School.get(slug=slug)).name
    themselves = str(tell.to["person"]) == tell.about
    sentence = {
        ("granted", True): f"You are now an administrator of {school}: send me a text, with photos if you like.",
        ("granted", False): f"{name} is now an administrator of {school}.",
        ("revoked", True): f"You are no longer an administrator of {school}.",
        ("revoked", False): f"{name} is no longer an administrator of {school}. If they know the password of an"
        " account, please have it changed today.",
    }[what, themselves]
    return Built(Notice(sentence, "good" if what == "granted" else "warning"), live=False)


async def deputies(tell: Tell, world: World) -> Built:
    """To the headteacher: who stands in, in which order."""
    names = [person.formal_name for person in await access.deputies(tell.about)]
    return Built(Notice(f"These stand in for you, in this order: {', '.join(names)}.", "good"), live=False)


async def channel(tell: Tell, world: World) -> Built:
    """Into a channel that was just chosen, which shows that it can be written to."""
    school = await School.get(slug=tell.about)
    sentence = f"From now on, alerts about comments on the pages of {school.name} arrive here."
    return Built(Notice(sentence, "good"), live=False)


async def gone(tell: Tell, world: World) -> Built:
    """To the headteacher: somebody's chat account was closed."""
    sentence = (
        f"The chat account of {await name_of(int(tell.about))} was closed, so they have lost every role here at once."
        " What waited for them has moved on. If they know the password of an account, please have it changed today."
    )
    return Built(Notice(sentence, "warning"), live=False)


async def welcome(tell: Tell, world: World) -> Built:
    """Who somebody is here and what they can do."""
    person = await Person.get(id=tell.to["person"])
    roles = await access.roles_of(person)
    held = sorted({role for role, _ in roles})
    school = await School.get_or_none(slug=person.school_id) if person.school_id else None
    card = WelcomeCard(
        name=person.formal_name,
        school=school.name if school else "the whole trust",
        roles=tuple(ROLE_NAMES[Role(role)] for role in held),
        can=tuple(CAN[Role(role)] for role in held if Role(role) in CAN),
        may_draft=bool({Role(role) for role in held} & ACCOUNT_ACCESS),
        may_report=school is not None,
        words=help_lines(),
    )
    return Built(card, live=False)
