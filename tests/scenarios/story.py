"""The whole product without a platform: people say and press things, time passes, cards arrive."""

from dataclasses import fields
from datetime import UTC, datetime, timedelta
from io import BytesIO
from itertools import count
from typing import Any, TypeVar

from PIL import Image

from bot.networks.manual import Manual
from tests.builders import Cast, a_trust
from tests.fakes.chat import FakeChat
from tests.fakes.clock import TestClock
from tests.fakes.engine import InstantEngine
from workflows import posts  # noqa: F401  (registers the commands)
from workflows.calendar import Calendar
from workflows.cards import AlertCard, ApprovalCard, DraftCard, Notice, PublishCard, RemovalCard
from workflows.engine.world import World
from workflows.forms import Form
from workflows.intake import Intake
from workflows.models import Post
from workflows.ports import Deleted, Edited, Filled, Incoming, Place, Pressed, Said, Typed
from workflows.registers import versions
from workflows.registers.readers import RegisterReaders
from workflows.telling import build
from workflows.timings import Timings

MONDAY_NINE = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
CLEAN = "Kestrel class planted bulbs beside the path today."
Kind = TypeVar("Kind")


def photo(colour: str = "seagreen") -> Incoming:
    file = BytesIO()
    Image.new("RGB", (64, 48), colour).save(file, "PNG")
    return Incoming("photo.png", file.getvalue())


class Story:
    def __init__(self, cast: Cast, calendar: Calendar | None = None) -> None:
        self.cast, self.clock, self.chat = cast, TestClock(MONDAY_NINE), FakeChat()
        self.world = World(
            self.clock, calendar or Calendar(), Timings(), RegisterReaders(), self.chat, {"manual": Manual()}, build
        )
        self.engine = InstantEngine(self.world, self.clock)
        self.intake = Intake(self.engine, self.world)
        self._ids = count(1)

    @classmethod
    async def begin(cls, calendar: Calendar | None = None) -> "Story":
        return cls(await a_trust(), calendar)

    def event(self) -> str:
        return f"event-{next(self._ids)}"

    async def says(self, person: int, text: str, *files: Incoming, under: str = "", message: str = "") -> None:
        await self.intake.said(Said(self.event(), person, text, files, under, message))

    async def types(self, person: int, text: str, place: Place | None = None) -> Form | None:
        return await self.intake.typed(Typed(self.event(), person, text, place))

    async def edits(self, person: int, message: str, text: str) -> None:
        await self.intake.edited(Edited(self.event(), person, message, text))

    async def deletes(self, person: int, message: str) -> None:
        await self.intake.deleted(Deleted(self.event(), person, message))

    async def presses(self, person: int, verb: str, event: str = "", **value: str) -> Form | None:
        return await self.intake.pressed(Pressed(event or self.event(), person, verb, value))

    async def fills(self, person: int, verb: str, value: dict[str, str], **answers: Any) -> None:
        files = {key: one for key, one in answers.items() if key in ("photos", "screenshot")}
        form = await self.presses(person, verb, **value)
        assert form is not None
        words = {key: one for key, one in answers.items() if key not in files}
        await self.intake.filled(Filled(self.event(), person, form.name, form.value, words, files))

    async def declares(self, picture: str, alt: str, *pupils: str, nobody: str = "") -> None:
        """The administrator says who is in a picture or video of the newest draft, and what it shows."""
        card = self.draft()
        value = {"post": card.post, "claim": card.claim, "picture": picture}
        await self.fills(self.cast.administrator, "post.who", value, who=pupils, nobody=nobody, alt=alt)

    async def passes(self, **time: float) -> None:
        await self.engine.advance(timedelta(**time))

    async def post(self) -> Post:
        return await Post.all().order_by("-created_at").first()  # type: ignore[return-value]

    def draft(self, person: int = 0) -> DraftCard:
        return self.chat.newest(person or self.cast.administrator, DraftCard)

    def approval(self, person: int = 0) -> ApprovalCard:
        return self.chat.newest(person or self.cast.head, ApprovalCard)

    def notices(self, person: int) -> list[str]:
        return [card.sentence for card in self.chat.cards(person, Notice)]

    async def submitted(self, text: str = CLEAN) -> ApprovalCard:
        """An administrator writes a clean draft and sends it to the headteacher."""
        return await self.submitted_to(self.cast.head, text)

    async def submitted_to(self, approver: int, text: str = CLEAN) -> ApprovalCard:
        """An administrator writes a clean draft and sends it to whoever is asked first."""
        await self.says(self.cast.administrator, text)
        card = self.draft()
        await self.presses(self.cast.administrator, "post.submit", post=card.post, claim=card.claim)
        asked = self.approval(approver)
        assert asked.post == card.post
        return asked

    async def approved(self, text: str = CLEAN) -> ApprovalCard:
        card = await self.submitted(text)
        await self.presses(self.cast.head, "post.approve", post=card.post, claim=card.claim)
        return self.approval()

    async def confirms(self, card: PublishCard, permalink: str = "") -> None:
        link = permalink or f"{card.url}/posts/1"
        person = self.cast.administrator
        await self.fills(person, "publication.confirm", {"task": card.task}, permalink=link, device="school")

    async def reports(self, text: str, person: int = 0, **answers: str) -> None:
        said = {"author": "Pat Example", "permalink": "https://www.facebook.example/c/1", "post": "Bulbs"}
        await self.fills(person or self.cast.teacher, "comment.report", {}, text=text, **{**said, **answers})

    async def registers_changed(self) -> None:
        """What an import does last."""
        await versions.bump()

    def alerts(self) -> list[AlertCard]:
        return self.chat.cards(None, AlertCard, "hillside")

    def removals(self, person: int) -> list[RemovalCard]:
        return self.chat.cards(person, RemovalCard)


def shows(card: object) -> str:
    """Everything that a card says, as one text."""
    return " ".join(str(getattr(card, field.name)) for field in fields(card))  # type: ignore[arg-type]
