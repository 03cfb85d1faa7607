"""The storm's hands and eyes in Teams: what people do goes to the bot as activities, what they see stands in chats."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientError, ClientTimeout

from bot.teams.connection import Activity
from bot.teams.connection.activity import digest
from tests.fakes.teams.hands import Hands as Senders
from tests.fakes.teams.people import Conversation, Message, User
from tests.fakes.teams.service import Service
from tests.fakes.teams.signing import claims, signed
from tests.kill.hands import PATIENCE, Hands
from tests.kill.platform import Platform, Posted, Shown, subject

CHANNEL = "19:leadership@thread.tacv2"
TIMEOUT = ClientTimeout(total=15)


def object_id(person: int) -> str:
    return f"object-{person:04d}"


class Seen(Posted):
    """A card of the bot in a conversation."""

    def __init__(self, number: int, to: str, key: str, message: Message) -> None:
        super().__init__(number, to, key, [])
        self._message = message

    @property
    def shown(self) -> Shown:
        shown: Shown = self._message.shown["channelData"]["told"]["card"]
        return shown


class TeamsPlatform(Platform):
    """The service as the plots look at it."""

    def __init__(self, service: Service) -> None:
        assert service.dice is not None
        super().__init__(service.dice, met=service.met)
        self.service = service
        self._taken: Counter[str] = Counter()
        self._at: dict[str, Seen] = {}

    def look(self) -> None:
        """Take in what is new in every conversation."""
        for place in self.service.conversations.values():
            new = place.messages[self._taken[place.id] :]
            self._taken[place.id] += len(new)
            for message in new:
                told = message.versions[0].get("channelData", {}).get("told") if not message.sender else None
                if told:
                    self._take(self._place(place), message, told["key"])

    def _place(self, place: Conversation) -> str:
        return "leadership:hillside" if place.id == CHANNEL else f"person:{int(place.id[-4:])}"

    def _take(self, to: str, message: Message, key: str) -> None:
        one = Seen(len(self.posted), to, key, message)
        self.posted.append(one)
        self._at[message.id] = one
        for about in {"", subject(one.shown)}:
            self._of[to, one.shown["is"], about].append(one)

    def cards(self, to: str, kind: str, subject: str = "") -> list[Posted]:
        self.look()
        return super().cards(to, kind, subject)

    def standing(self, reference: str) -> Shown:
        self.look()
        return self._at[reference].shown


@dataclass
class TeamsHands(Hands):
    """What people do, again and again until the bot has acknowledged it."""

    service: Service = field(default_factory=Service)
    users: dict[int, User] = field(default_factory=dict)

    def _activity(self, person: int, **said: Any) -> dict[str, Any]:
        user, senders = self.users[person], Senders(self.service, self.session, self.address)
        return senders.activity(user, senders.chat(user), **said)

    async def say(self, person: int, text: str) -> str:
        said = self._activity(person, type="message", text=text)
        await self._handed_over(said)
        return digest(said["conversation"]["id"], said["id"])

    async def press(self, person: int, verb: str, value: dict[str, str], event: str = "") -> dict[str, Any] | None:
        data = {"gatepost": {"verb": verb, "value": value}}
        pressed = {"action": {"type": "Action.Execute", "verb": verb, "data": data}}
        said = self._activity(person, type="invoke", name="adaptiveCard/action", value=pressed)
        await self._handed_over({**said, "id": event or said["id"]})
        return None

    async def fill(self, person: int, verb: str, value: dict[str, str], **answers: Any) -> str:
        data = {"gatepost": {"verb": verb, "value": value}, "msteams": {"type": "task/fetch"}}
        asked = self._activity(person, type="invoke", name="task/fetch", value={"data": data})
        opened = await self._handed_over(asked, durable=False)
        sent = self._activity(person, type="invoke", name="task/submit")
        if opened["task"]["type"] == "continue":
            (send,) = opened["task"]["value"]["card"]["content"]["actions"]
            filled = {**sent, "value": {"data": {**answers, **send["data"]}}}
            await self._handed_over(filled)
        return Activity.model_validate(sent).key

    async def _handed_over(self, activity: dict[str, Any], *, durable: bool = True) -> Any:
        headers = {"Authorization": f"Bearer {signed(claims(self.service.address))}"}
        address = f"{self.address}/teams/messages"
        async with asyncio.timeout(PATIENCE):
            while True:
                try:
                    async with self.session.post(address, json=activity, headers=headers, timeout=TIMEOUT) as answer:
                        body = await answer.json() if answer.status == 200 else None
                        if answer.status in (200, 202):
                            if durable and _taken(body):
                                self.accepted.add(Activity.model_validate(activity).key)
                            return body
                except (ClientError, TimeoutError):
                    pass
                self.repeated += 1
                await asyncio.sleep(0.15)


def _taken(answer: Any) -> bool:
    """Whether the bot said that it will not lose it, rather than why it does nothing."""
    return answer in (None, {}) or str(answer.get("value", "")).startswith("Noted")
