"""One draft from the message to the public page, by the same three verbs that every platform hands over."""

import asyncio
from dataclasses import dataclass
from time import perf_counter

from tests.bench.chat import Arrival, Platform
from tests.builders import Cast
from workflows.cards import DraftCard
from workflows.intake import Intake
from workflows.ports import Filled, Pressed, Said
from workflows.tasks import derived_id

# Longer than anything here should take, so that a lost card ends the measurement and not the evening.
PATIENCE = 120.0
# People read a card before they press its button; by then the engine has come to rest.
BREATH = 0.06


@dataclass(frozen=True, slots=True)
class Lived:
    """Seconds: message in to draft card, click taken in, click to locked card, message to published."""

    card: float
    taken_in: float
    locked: float
    whole: float


@dataclass(frozen=True, slots=True)
class Stage:
    """Who takes part: an administrator who writes, a headteacher who approves."""

    intake: Intake
    platform: Platform
    cast: Cast
    breath: float = BREATH

    async def live(self, name: str) -> Lived:
        """Write a draft, send it, approve it, publish it on one account by hand; `name` is used once."""
        text, post = words(name), derived_id(name, "post")
        published = self.platform.expect("published", post)
        began = perf_counter()
        drafted = await self._write(name, text, post)
        waiting = await self._submit(name, drafted.card)
        by_hand = self.platform.expect("by hand", text)
        taken_in, locked = await self._approve(name, waiting)
        await self._confirm(name, await _soon(by_hand))
        whole = (await _soon(published)).at - began
        await asyncio.sleep(self.breath)
        return Lived(drafted.at - began, taken_in, locked, whole)

    async def draft(self, name: str) -> float:
        """Write a draft only; seconds until its card is there."""
        began = perf_counter()
        drafted = await self._write(name, words(name), derived_id(name, "post"))
        return drafted.at - began

    async def _write(self, name: str, text: str, post: str) -> Arrival:
        card = self.platform.expect("draft", post)
        await self.intake.said(Said(name, self.cast.administrator, text))
        drafted = await _soon(card)
        await asyncio.sleep(self.breath)
        return drafted

    async def _submit(self, name: str, card: DraftCard) -> Arrival:
        waiting = self.platform.expect("approval", card.post)
        value = {"post": card.post, "claim": card.claim}
        await self.intake.pressed(Pressed(f"{name}-submit", self.cast.administrator, "post.submit", value))
        arrived = await _soon(waiting)
        await asyncio.sleep(self.breath)
        return arrived

    async def _approve(self, name: str, waiting: Arrival) -> tuple[float, float]:
        post = waiting.card.post
        locked, began = self.platform.expect("locked", post), perf_counter()
        value = {"post": post, "claim": waiting.card.claim}
        await self.intake.pressed(Pressed(f"{name}-approve", self.cast.head, "post.approve", value))
        taken_in = perf_counter() - began
        return taken_in, (await _soon(locked)).at - began

    async def _confirm(self, name: str, by_hand: Arrival) -> None:
        answers: dict[str, str | tuple[str, ...]] = {"permalink": f"{by_hand.card.url}/1", "device": "school"}
        value = {"task": by_hand.card.task}
        person = self.cast.administrator
        await self.intake.filled(Filled(f"{name}-done", person, "publication.confirm", value, answers, {}))


async def _soon(coming: "asyncio.Future[Arrival]") -> Arrival:
    return await asyncio.wait_for(coming, PATIENCE)


def words(name: str) -> str:
    """A text of usual length that nothing stands against."""
    return (
        "Kestrel class planted bulbs beside the path today, and the hall smelled of soil until home time. "
        f"Thank you to everybody who brought a trowel. Bed {name.rsplit('-', 1)[-1]} is full now."
    )
