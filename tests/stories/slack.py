"""Slack as a story's platform: events to the real adapter over a WebSocket, cards in a workspace of our own."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

from bot.slack.text import unescaped
from tests.builders import Cast
from tests.fakes.slack.people import buttons
from tests.fakes.slack.workspace import BOT, Json
from tests.slack.stage import LEADERSHIP as CHANNEL
from tests.slack.stage import Stage, stage, user_of
from tests.stories.driver import LEADERSHIP, Answers, Shown

CALM_LOOKS, LOOK_SECONDS = 4, 0.05


def texts(part: object) -> Iterator[str]:
    """Every text of a message's blocks in reading order, without the labels of buttons."""
    if isinstance(part, list):
        for one in part:
            yield from texts(one)
    elif isinstance(part, dict) and part.get("type") != "button":
        if isinstance(part.get("text"), str):
            yield unescaped(part["text"])
        for inside in part.values():
            yield from texts(inside)


@dataclass
class OnSlack:
    stage: Stage

    @property
    def cast(self) -> Cast:
        return self.stage.cast

    def _user(self, person: int) -> str:
        return user_of(next(part for part in Cast.__dataclass_fields__ if getattr(self.cast, part) == person))

    def _channel(self, where: int) -> str:
        return CHANNEL if where == LEADERSHIP else self.stage.space.direct(self._user(where)).id

    async def _calm(self) -> None:
        """The app works on after it has acknowledged, so wait until nothing changes any more."""
        seen, calm = "", 0
        while calm < CALM_LOOKS:
            now = str([channel.messages for channel in self.stage.space.channels.values()])
            calm, seen = (calm + 1, seen) if now == seen and not _at_work() else (0, now)
            await asyncio.sleep(LOOK_SECONDS)

    def _messages(self, where: int) -> list[Json]:
        return [one for one in self.stage.space.channels[self._channel(where)].messages if one["user"] == BOT]

    def _message(self, where: int, card: Shown) -> Json:
        return next(one for one in self._messages(where) if one["ts"] == card.id)

    async def says(self, person: int, text: str, *photos: bytes) -> None:
        user = self._user(person)
        files = [self.stage.space.add_file(f"{n}.png", content, user) for n, content in enumerate(photos)]
        await self.stage.people.say(user, text, *files)
        await self._calm()

    async def replies(self, person: int, to: Shown, text: str) -> None:
        await self.stage.people.say(self._user(person), text, thread=to.id)
        await self._calm()

    async def screen(self, where: int) -> list[Shown]:
        return [_shown(message) for message in self._messages(where)]

    async def presses(self, person: int, where: int, card: Shown, label: str) -> None:
        message = self._message(where, card)
        await self.stage.people.press(self._user(person), message, label, self._channel(where))
        await self._calm()

    async def fills(self, person: int, where: int, card: Shown, label: str, answers: Answers) -> None:
        user, message = self._user(person), self._message(where, card)
        form = await self.stage.people.opens(user, message, label, self._channel(where))
        asked = {str(one["block_id"]): one["element"]["type"] for one in form["blocks"] if one["type"] == "input"}
        given = {name: _entered(asked[name], answer) for name, answer in answers.items()}
        assert await self.stage.people.submit(user, form, **given) == {}
        await self._calm()

    async def passes(self, **time: float) -> None:
        await self.stage.engine.advance(timedelta(**time))
        await self._calm()


def _at_work() -> bool:
    """Whether the app still works on something that it has acknowledged."""
    return any(getattr(task.get_coro(), "__name__", "") == "_dealt_with" for task in asyncio.all_tasks())


def _entered(kind: str, answer: str | tuple[str, ...]) -> str | tuple[str, ...]:
    """A tick is a list of one in Slack."""
    return ((answer,) if answer else ()) if kind == "checkboxes" and isinstance(answer, str) else answer


def _shown(message: Json) -> Shown:
    blocks = message.get("blocks", [])
    labels = tuple(str(one["text"]["text"]) for one in buttons(message))
    return Shown(message["ts"], "\n".join(texts(blocks)), labels, sum(one["type"] == "image" for one in blocks))


@asynccontextmanager
async def slack() -> AsyncIterator[OnSlack]:
    async with stage() as school:
        await school.bind_leadership()
        yield OnSlack(school)
