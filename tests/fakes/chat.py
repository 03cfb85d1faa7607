"""A chat platform in memory that keeps every version of every card."""

from dataclasses import dataclass, field
from typing import TypeVar

from workflows.cards import Card
from workflows.errors import Unreachable
from workflows.ports import Destination, MessageRef, ToLeadership, ToPerson

Kind = TypeVar("Kind")


@dataclass
class Sent:
    to: Destination
    key: str
    versions: list[Card] = field(default_factory=list)
    under: MessageRef | None = None

    @property
    def card(self) -> Card:
        return self.versions[-1]


class FakeChat:
    def __init__(self) -> None:
        self.sent: list[Sent] = []
        self.unreachable: dict[Destination, str] = {}

    async def post(self, to: Destination, card: Card, key: str, under: MessageRef | None = None) -> MessageRef:
        if to in self.unreachable:
            raise Unreachable("Nobody is there.", self.unreachable[to])
        self.sent.append(Sent(to, key, [card], under))
        return MessageRef("fake", "conversation", str(len(self.sent) - 1))

    async def find(self, to: Destination, key: str, under: MessageRef | None = None) -> MessageRef | None:
        for number, sent in enumerate(self.sent):
            if sent.key == key and sent.to == to:
                return MessageRef("fake", "conversation", str(number))
        return None

    async def update(self, ref: MessageRef, card: Card) -> None:
        self.sent[int(ref.reference)].versions.append(card)

    def cards(self, person: int | None, kind: type[Kind], school: str = "") -> list[Kind]:
        """The cards of one kind as they stand now, oldest first, of a person or a leadership channel."""
        to: Destination = ToPerson(person) if person is not None else ToLeadership(school)
        return [sent.card for sent in self.sent if sent.to == to and isinstance(sent.card, kind)]

    def newest(self, person: int | None, kind: type[Kind], school: str = "") -> Kind:
        return self.cards(person, kind, school)[-1]
