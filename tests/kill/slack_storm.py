"""The storm's hands and eyes in Slack: what people do goes over Socket Mode, what they see stands in channels."""

import asyncio
import json
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from bot.slack.events import form_of, message_id
from tests.fakes.slack import FakeSlack, People
from tests.fakes.slack.delivery import BySocket, NotAcknowledged
from tests.fakes.slack.workspace import BOT, Json, Workspace
from tests.kill.hands import PATIENCE, Hands
from tests.kill.platform import Platform, Posted, Shown, subject

CHANNEL = "G0LEADERS"
FORM_SECONDS = 4.0


def user(person: int) -> str:
    return f"U{person:06d}"


class Seen(Posted):
    """A card of the bot in a channel."""

    def __init__(self, number: int, to: str, key: str, message: Json) -> None:
        super().__init__(number, to, key, [])
        self._message = message
        self._read: tuple[str, Shown] = ("", {})

    @property
    def shown(self) -> Shown:
        text = self._message["metadata"]["event_payload"]["card"]
        if self._read[0] != text:
            self._read = (text, json.loads(text))
        return self._read[1]


class SlackPlatform(Platform):
    """The workspace as the plots look at it."""

    def __init__(self, space: Workspace) -> None:
        super().__init__(space.dice, met=space.met)
        self.space = space
        self._taken: Counter[str] = Counter()
        self._at: dict[str, Seen] = {}

    def look(self) -> None:
        """Take in what is new in every channel."""
        for channel in self.space.channels.values():
            new = channel.messages[self._taken[channel.id] :]
            self._taken[channel.id] += len(new)
            for message in new:
                payload = (message.get("metadata") or {}).get("event_payload", {})
                if message["user"] == BOT and "card" in payload:
                    self._take(self._place(channel.id), message, payload["key"])

    def _place(self, channel: str) -> str:
        return "leadership:hillside" if channel == CHANNEL else f"person:{int(channel[1:])}"

    def _take(self, to: str, message: Json, key: str) -> None:
        one = Seen(len(self.posted), to, key, message)
        self.posted.append(one)
        self._at[message["ts"]] = one
        for about in {"", subject(one.shown)}:
            self._of[to, one.shown["is"], about].append(one)

    def cards(self, to: str, kind: str, subject: str = "") -> list[Posted]:
        self.look()
        return super().cards(to, kind, subject)

    def standing(self, reference: str) -> Shown:
        self.look()
        return self._at[reference].shown


@dataclass
class SlackHands(Hands):
    """What people do, again and again until the app has acknowledged it."""

    slack: FakeSlack = field(default_factory=FakeSlack)

    @property
    def people(self) -> People:
        return People(self.slack.space, BySocket(self.slack))

    async def say(self, person: int, text: str) -> str:
        space = self.slack.space
        channel = space.direct(user(person))
        message = space.message(channel, user(person), text)
        event = {**message, "channel": channel.id, "channel_type": "im"}
        body = self.people.envelope(event, f"Ev{space.number()}")
        await self._delivered("events_api", body)
        self.accepted.add(f"slack:{body['event_id']}")
        return message_id(channel.id, message["ts"])

    async def press(self, person: int, verb: str, value: dict[str, str], event: str = "") -> dict[str, Any] | None:
        await self._clicked(person, verb, value, event or self.event())
        return None

    async def _clicked(self, person: int, verb: str, value: dict[str, str], event: str) -> str:
        space = self.slack.space
        trigger = self.people.trigger(user(person))
        action = {"action_id": f"{verb}/1", "type": "button", "value": json.dumps(value), "action_ts": event}
        channel = space.direct(user(person)).id
        await self._delivered(
            "interactive",
            {
                "type": "block_actions",
                "team": {"id": "T0GATEPOST"},
                "user": {"id": user(person)},
                "actions": [action],
                "trigger_id": trigger,
                "container": {"message_ts": "1"},
                "channel": {"id": channel},
                "response_url": f"{space.base}/respond/{trigger}/{user(person)}",
            },
        )
        return trigger

    async def fill(self, person: int, verb: str, value: dict[str, str], **answers: Any) -> str:
        view = await self._opened(person, verb, value)
        if view is None:
            return self.event()
        await self._until_taken(lambda: self.people.submit(user(person), view, **answers))
        return form_of({"user": {"id": user(person)}, "view": self.slack.space.filled[view["id"]]}).id

    async def _opened(self, person: int, verb: str, value: dict[str, str]) -> Json | None:
        """The form that a click opens; None where it is refused."""
        space = self.slack.space
        async with asyncio.timeout(PATIENCE):
            while True:
                trigger = await self._clicked(person, verb, value, self.event())
                for _ in range(int(FORM_SECONDS / 0.05)):
                    if view := space.by_trigger.get(trigger):
                        return view
                    said = [one["text"] for one in space.ephemeral if one["channel"] == trigger]
                    if said and "took too long" not in said[0]:
                        return None
                    if said:
                        break
                    await asyncio.sleep(0.05)
                self.repeated += 1

    async def _delivered(self, kind: str, payload: Json) -> None:
        await self._until_taken(lambda: self.people.delivery.deliver(kind, payload))

    async def _until_taken(self, deliver: Callable[[], Awaitable[Json]]) -> None:
        async with asyncio.timeout(PATIENCE):
            while True:
                try:
                    await deliver()
                    return
                except NotAcknowledged:
                    self.repeated += 1
                    await asyncio.sleep(0.15)
