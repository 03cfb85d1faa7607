"""The words behind /gatepost, which may also be said to the bot: one small grammar, as a table."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from workflows.calendar import Calendar
from workflows.days import read_day
from workflows.errors import Refused

PREFIX = "gatepost"
PLATFORMS = {"slack": "Slack", "teams": "Teams"}


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was understood: a command with its payload, a form to open, or the binding of a channel."""

    command: str = ""
    form: str = ""
    payload: dict[str, str] = field(default_factory=dict)
    here: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """One line of the grammar: what is said, what it does (as the help says), and what follows from it.

    `rest` reads what comes after the words, and raises Refused where it makes no sense.
    """

    words: tuple[str, ...]
    does: str
    command: str = ""
    form: str = ""
    here: bool = False
    rest: Callable[[str, datetime, Calendar], dict[str, str]] | None = None
    example: str = ""


def _until(rest: str, now: datetime, calendar: Calendar) -> dict[str, str]:
    local = now.astimezone(calendar.zone)
    day = read_day(rest, local.date())
    if day is None:
        raise Refused("I do not know that day. Write it like this: away until 3 December.")
    back = datetime.combine(day, calendar.opens, calendar.zone).astimezone(UTC)
    if back <= now:
        raise Refused("That day has already begun. Please name a later one.")
    return {"until": back.isoformat()}


def _platform(rest: str, now: datetime, calendar: Calendar) -> dict[str, str]:
    if rest not in PLATFORMS:
        raise Refused("Say platform slack, or platform teams.")
    return {"platform": rest}


HELP = ("help", "hi", "hello", "hey", "?", "start", "morning", "good morning", "")
AWAY_UNTIL = ("away until", "i am away until", "i'm away until", "i’m away until")
TABLE: tuple[Word, ...] = (
    Word(HELP, "what you can do here", "person.greet"),
    Word(("status",), "what waits for you, your drafts, this week's posts", "person.home"),
    Word(("post",), "write a post", form="draft.new"),
    Word(("report",), "report a comment", form="comment.report"),
    Word(("away",), "say until when you are away", form="person.away"),
    Word(AWAY_UNTIL, "the same in one go", "person.away", rest=_until, example="away until 3 December"),
    Word(("back",), "say that you are back", "person.back"),
    Word(("deputies", "deputy"), "headteacher: say who stands in for you, in order", form="deputies.name"),
    Word(("authorise", "authorize"), "headteacher: authorise an administrator", form="role.grant"),
    Word(("revoke",), "headteacher: end an authorisation", form="role.revoke"),
    Word(("leadership here",), "in a private channel: alerts about your school arrive there", here=True),
    Word(("platform",), "where you want your cards", "person.platform", rest=_platform, example="platform teams"),
    Word(("policy",), "every clause and how it is enforced", "policy.show"),
)


def read(text: str, now: datetime, calendar: Calendar) -> Spoken | None:
    """What the words ask for; None where they are not known. Raises Refused where only their rest makes no sense."""
    said = " ".join(text.split()).casefold().rstrip("!.")
    said = "" if said == PREFIX else said.removeprefix(f"{PREFIX} ")
    for word in TABLE:
        if word.rest is None and said in word.words:
            return Spoken(word.command, word.form, here=word.here)
        for words in word.words:
            if word.rest is not None and (said == words or said.startswith(f"{words} ")):
                return Spoken(word.command, payload=word.rest(said.removeprefix(words).strip(), now, calendar))
    return None


def said_to_the_bot(text: str, now: datetime, calendar: Calendar) -> Spoken | None:
    """The same for a plain message, which is a draft unless it is exactly one of the words.

    Behind “gatepost” it is never a draft; words that are not known raise Refused with what is.
    """
    if text.strip().casefold().split(" ")[0] != PREFIX:
        try:
            return read(text, now, calendar)
        except Refused:
            return None
    spoken = read(text, now, calendar)
    if spoken is None and len(text.split()) <= LONGEST:
        raise Refused(UNKNOWN)
    return spoken


LONGEST = 5
"""Words of a command; a longer text that begins with our name is a draft about a gatepost."""


def help_lines() -> tuple[str, ...]:
    """The grammar as people read it."""
    return tuple(f"{word.example or word.words[0]}: {word.does}" for word in TABLE)


UNKNOWN = f"I do not know that. You can say: {', '.join(word.example or word.words[0] for word in TABLE)}."
