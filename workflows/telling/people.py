"""Answers to one person: a sentence, a welcome, the button in place of the words."""

from workflows import access
from workflows.cards import Notice, WelcomeCard
from workflows.engine.commands import Tell
from workflows.engine.world import Built, World
from workflows.models import Person, Post, School
from workflows.states import ACCOUNT_ACCESS, PostState, Role

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


async def notice(tell: Tell, world: World) -> Built:
    """A sentence for one person, such as a refusal with its reason."""
    return Built(Notice(tell.detail, "warning"), live=False)


async def button(tell: Tell, world: World) -> Built:
    """To somebody who wrote “looks good”: words decide nothing, here is the button."""
    post = await Post.get(id=tell.about)
    if post.state != PostState.IN_REVIEW:
        return Built(Notice("Thank you. There is nothing to decide on this draft at the moment."), live=False)
    sentence = "Thank you. Words decide nothing here, so that nothing goes out by accident: please use the button."
    return Built(Notice(sentence), live=False)


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
    )
    return Built(card, live=False)
