"""What the workspace hands on, and to whom: the workflows' intake, pictures, and a clock that may skip."""

from collections.abc import Awaitable, Callable
from typing import Protocol, runtime_checkable

from workflows.forms import Form
from workflows.ports import Clock, Filled, Pressed, Said


class Intake(Protocol):
    """Everything that people do; each may raise Refused, whose sentence is shown to them."""

    async def said(self, said: Said) -> None:
        """A message in a direct conversation."""

    async def pressed(self, pressed: Pressed) -> Form | None:
        """A button; a form means that it is to be opened."""

    async def filled(self, filled: Filled) -> None:
        """A form that was sent."""


Pictures = Callable[[int, str], Awaitable[tuple[bytes, str]]]
"""Bytes and content type of a picture for a person; raises Refused where it is not for them."""


@runtime_checkable
class SkippingClock(Clock, Protocol):
    """A training clock: time can be moved on."""

    async def skip(self, hours: float) -> None:
        """Move on by so many hours; what falls due meanwhile happens."""
