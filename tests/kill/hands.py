"""What people do, over HTTP: whoever gets no answer does the same again, as platforms and people do."""

import asyncio
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

TIMEOUT = ClientTimeout(total=15)
PATIENCE = 240.0
"""Seconds; a bot that is killed now and then needs a few to come back."""


@dataclass
class Hands:
    """Everybody's hands; `accepted` are the ids of the events that the bot said it will not lose."""

    address: str
    session: ClientSession
    accepted: set[str] = field(default_factory=set)
    repeated: int = 0
    _ids: "count[int]" = field(default_factory=lambda: count(1))

    def event(self) -> str:
        return f"ev-{next(self._ids)}"

    async def say(self, person: int, text: str) -> str:
        event = self.event()
        await self._sent("said", {"event_id": event, "person": person, "text": text})
        return event

    async def press(self, person: int, verb: str, value: dict[str, str], event: str = "") -> dict[str, Any] | None:
        said = {"event_id": event or self.event(), "person": person, "verb": verb, "value": value}
        answer: dict[str, Any] | None = await self._sent("pressed", said)
        if answer and "form" in answer:
            # A button that only opens a form is no event yet.
            self.accepted.discard(str(said["event_id"]))
        return answer

    async def fill(self, person: int, verb: str, value: dict[str, str], **answers: Any) -> str:
        """Press a button that opens a form, fill the form in and send it."""
        form = await self.press(person, verb, value)
        event = self.event()
        if form is None or "form" not in form:
            return event
        said = {"event_id": event, "person": person, "form": form["form"], "value": form["value"], "answers": answers}
        await self._sent("filled", said)
        return event

    async def _sent(self, what: str, body: dict[str, Any]) -> Any:
        async with asyncio.timeout(PATIENCE):
            while True:
                try:
                    async with self.session.post(f"{self.address}/{what}", json=body, timeout=TIMEOUT) as answer:
                        if answer.status in (200, 409):
                            if answer.status == 200:
                                self.accepted.add(body["event_id"])
                            return await answer.json()
                except (ClientError, TimeoutError):
                    pass
                self.repeated += 1
                await asyncio.sleep(0.15)
