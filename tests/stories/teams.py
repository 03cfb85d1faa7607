"""Teams as a story's platform: activities to the real adapter, cards in a Microsoft of our own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from tests.builders import Cast
from tests.fakes.teams.people import Conversation, Message
from tests.stories.driver import LEADERSHIP, Answers, Shown
from tests.teams.campus import Campus, campus
from tests.teams.drawing import every, text


@dataclass
class OnTeams:
    campus: Campus
    channel: Conversation

    @property
    def cast(self) -> Cast:
        return self.campus.cast

    def _message(self, where: int, card: Shown) -> Message:
        return next(one for one in self.campus.cards(self._place(where)) if one.id == card.id)

    def _place(self, where: int) -> int | Conversation:
        return self.channel if where == LEADERSHIP else where

    async def says(self, person: int, text: str, *photos: bytes) -> None:
        await self.campus.says(person, text, *photos)

    async def replies(self, person: int, to: Shown, text: str) -> None:
        await self.campus.says(person, text, quoting=self._message(person, to))

    async def screen(self, where: int) -> list[Shown]:
        return [
            Shown(one.id, text(one.card), tuple(self.campus.titles(one)), len(list(every(one.card, "Image"))))
            for one in self.campus.cards(self._place(where))
        ]

    async def presses(self, person: int, where: int, card: Shown, label: str) -> None:
        await self.campus.presses(person, self._message(where, card), label)

    async def fills(self, person: int, where: int, card: Shown, label: str, answers: Answers) -> None:
        given = {name: answer if isinstance(answer, str) else ",".join(answer) for name, answer in answers.items()}
        assert await self.campus.fills(person, self._message(where, card), label, **given) == {}

    async def passes(self, **time: float) -> None:
        await self.campus.passes(**time)


@asynccontextmanager
async def teams() -> AsyncIterator[OnTeams]:
    async with campus() as whole:
        cast = whole.cast
        await whole.arrives(cast.head, cast.deputy, cast.administrator, cast.other_administrator, cast.teacher)
        yield OnTeams(whole, await whole.leadership_is_here())
