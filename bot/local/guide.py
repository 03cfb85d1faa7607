"""The guided start: what to try first, as whom, and how the workspace knows that it happened."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.local.members import Conversation, Member
from bot.local.reading import reached
from workflows.states import Role


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to try; `message` goes into the message box; `done` lists cards with the states that end the step.

    `school` is where it is best tried, by name; `in_channel` leads to the leadership channel there.
    """

    title: str
    explanation: str
    role: Role
    message: str = ""
    school: str = "Oakhurst Primary School"
    in_channel: bool = False
    done: tuple[tuple[str, tuple[str, ...]], ...] = ()


GUIDE: tuple[Step, ...] = (
    Step(
        "Write a post",
        "Send a draft as a message, with a photo if you like. Gatepost checks it against the policy and answers.",
        Role.ADMINISTRATOR,
        "What a morning at the allotment! Our gardeners planted potatoes and met a very surprised frog. "
        "Thank you to Mrs Nadia Rahmani for lending us her wellies.",
        done=(("DraftCard", ()),),
    ),
    Step(
        "Put it right and send it",
        "Use the buttons on the card: put right what it finds, then send it to the headteacher.",
        Role.ADMINISTRATOR,
        done=(("ApprovalCard", ()),),
    ),
    Step(
        "Approve it",
        "The headteacher sees exactly what will go out, and decides with one click.",
        Role.HEADTEACHER,
        done=(("ApprovalCard", ("decided",)),),
    ),
    Step(
        "Report a comment",
        "Say hello, press “Report a comment” and enter: “That red-haired boy in Wren class with the limp is a menace.”",
        Role.STAFF,
        "Hello",
        done=(("AlertCard", ()),),
    ),
    Step(
        "Answer the alarm",
        "Leadership is alerted until somebody says that they are dealing with it.",
        Role.LEADERSHIP,
        in_channel=True,
        done=(("AlertCard", ("acknowledged", "resolved")),),
    ),
)


def player(step: Step, me: Member, people: Sequence[Member]) -> Member:
    """Who takes this step: at its school, at one's own, or anywhere; oneself rather than a colleague."""
    able = [person for person in people if step.role in person.roles]
    here = [person for person in able if person.school == step.school]
    near = [person for person in able if person.school == me.school]
    choice = here or near or able
    return me if me in choice or not choice else choice[0]


def place(step: Step, player: Member) -> Conversation:
    """The conversation in which that person takes the step."""
    channels = [each for each in player.conversations if not each.is_direct]
    return channels[0] if step.in_channel and channels else player.conversations[0]


async def progress(guide: Sequence[Step]) -> list[bool]:
    """Which steps have happened, wherever in the workspace."""
    return [await reached(step.done) for step in guide]
