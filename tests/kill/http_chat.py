"""The chat port against the platform of this test."""

import json
from dataclasses import asdict
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

from workflows.cards import Card
from workflows.errors import ChatError, RateLimited
from workflows.ports import Destination, MessageRef, ToPerson

TIMEOUT = ClientTimeout(total=10)


def place(to: Destination) -> str:
    return f"person:{to.person}" if isinstance(to, ToPerson) else f"leadership:{to.school}"


def drawn(card: Card) -> dict[str, Any]:
    """A card as the platform keeps it."""
    data: dict[str, Any] = json.loads(json.dumps({"is": type(card).__name__, **asdict(card)}))
    return data


class HttpChat:
    def __init__(self, address: str, session: ClientSession) -> None:
        self._address, self._session = address, session

    async def post(self, to: Destination, card: Card, key: str, under: MessageRef | None = None) -> MessageRef:
        answer = await self._asked("POST", "post", json={"to": place(to), "key": key, "card": drawn(card)})
        return _ref(to, answer["number"])

    async def find(self, to: Destination, key: str, under: MessageRef | None = None) -> MessageRef | None:
        answer = await self._asked("GET", "find", params={"to": place(to), "key": key})
        return None if answer["number"] is None else _ref(to, answer["number"])

    async def update(self, ref: MessageRef, card: Card) -> None:
        await self._asked("POST", "update", json={"number": int(ref.reference), "card": drawn(card)})

    async def _asked(self, method: str, verb: str, **said: Any) -> dict[str, Any]:
        try:
            async with self._session.request(method, f"{self._address}/{verb}", timeout=TIMEOUT, **said) as answer:
                if answer.status == 429:
                    raise RateLimited(float(answer.headers["Retry-After"]))
                if answer.status != 200:
                    raise ChatError("The platform failed.")
                data: dict[str, Any] = await answer.json()
                return data
        except (ClientError, TimeoutError) as error:
            raise ChatError("The platform did not answer.") from error


def _ref(to: Destination, number: int) -> MessageRef:
    return MessageRef("fake", place(to), str(number))
