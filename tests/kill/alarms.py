"""What happens to reported comments: alarms that are heard late or never, deletions done, the rest hidden."""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass

from tests.builders import Cast
from tests.kill.drafts import LOOK_SECONDS
from tests.kill.hands import PATIENCE, Hands
from tests.kill.platform import Platform, Posted, Shown
from workflows.tasks import derived_id

CHANNEL = "leadership:hillside"
ALARMING = "Amara Okonkwo was crying at the gate again, that is the {number}th time"
HARMLESS = "What a lovely day, thank you all for the {number}th time!"


@dataclass
class Report:
    """One reported comment and everybody around it."""

    number: int
    cast: Cast
    hands: Hands
    platform: Platform
    random: random.Random
    comment: str = ""
    alert: str = ""

    async def filed(self, text: str) -> None:
        said = {"author": "Pat Example", "permalink": f"https://www.facebook.example/c/{self.number}", "post": "Bulbs"}
        text = text.format(number=self.number)
        event = await self.hands.fill(self.cast.teacher, "comment.report", {}, text=text, **said)
        self.comment = derived_id(event, "comment")
        self.alert = derived_id(self.comment, "alert")

    async def heard(self, state: str) -> None:
        await self._until(lambda: [one.shown for one in self._alerts() if one.shown["state"] == state])

    def _alerts(self) -> list[Posted]:
        return self.platform.cards(CHANNEL, "AlertCard", self.alert)

    async def removed(self) -> None:
        link = f"https://www.facebook.example/c/{self.number}"
        found = await self._until(lambda: [card for card in self._removals() if card["permalink"] == link])
        who = self.random.choice([self.cast.administrator, self.cast.other_administrator])
        await self.hands.press(who, "task.done", {"task": found[0]["task"]})

    def _removals(self) -> list[Shown]:
        return [one.shown for one in self.platform.cards(f"person:{self.cast.administrator}", "RemovalCard")]

    async def _until(self, look: Callable[[], list[Shown]]) -> list[Shown]:
        async with asyncio.timeout(PATIENCE):
            while not (found := look()):  # noqa: ASYNC110
                await asyncio.sleep(LOOK_SECONDS)
            return found


async def harmless(report: Report) -> None:
    await report.filed(HARMLESS)
    await report.removed()


async def alarm(report: Report) -> None:
    """Heard at once, late, or never; two may press at once; one in ten is left alone for good."""
    await report.filed(ALARMING)
    await report.heard("raised")
    await report.removed()
    if report.number % 10 == 9:
        return
    await asyncio.sleep(report.random.choice([0.0, 0.0, 3.0]))
    value, people = {"alert": report.alert}, (report.cast.head, report.cast.deputy)
    await asyncio.gather(*(report.hands.press(one, "alert.acknowledge", value) for one in people))
    await report.heard("acknowledged")
    await asyncio.sleep(report.random.choice([0.0, 0.0, 3.0]))
    if report.random.random() < 0.3:
        await report.hands.press(report.cast.head, "alert.evidence", value)
    await report.hands.fill(report.cast.deputy, "alert.resolve", value, outcome="referred", note="")
    await report.heard("resolved")
