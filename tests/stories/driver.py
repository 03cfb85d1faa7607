"""What a story needs of a chat platform: people say, see, press and fill; the platform's own ways stay behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from tests.builders import Cast

LEADERSHIP = 0
"""The leadership channel of the school, in place of a person."""
Answers = Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Shown:
    """A card as it stands now: everything it says, and the labels of its buttons in order."""

    id: str
    text: str
    buttons: tuple[str, ...]
    pictures: int = 0


class Driver(Protocol):
    """A platform with the cast on it; `where` is a person (their conversation with Gatepost) or LEADERSHIP."""

    @property
    def cast(self) -> Cast:
        """Who plays."""

    async def says(self, person: int, text: str, *photos: bytes) -> None:
        """A message to Gatepost."""

    async def replies(self, person: int, to: Shown, text: str) -> None:
        """A reply to a card of one's own conversation."""

    async def screen(self, where: int) -> list[Shown]:
        """The cards that stand somewhere now, oldest first."""

    async def presses(self, person: int, where: int, card: Shown, label: str) -> None:
        """A button that asks for nothing more."""

    async def fills(self, person: int, where: int, card: Shown, label: str, answers: Answers) -> None:
        """A button that opens a form, and the form sent with these answers by the names of its questions."""

    async def passes(self, **time: float) -> None:
        """Time passes, in words of `timedelta`."""


async def sees(driver: Driver, where: int, *words: str) -> Shown:
    """The newest card somewhere that says all of these words."""
    screen = await driver.screen(where)
    found = [card for card in screen if all(word in card.text for word in words)]
    assert found, f"nothing says {words} among {[card.text for card in screen]}"
    return found[-1]
