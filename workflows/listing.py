"""Long lists to choose from: the pupils of a school, found by the beginning of any word."""

import asyncio
from collections.abc import Iterable

from workflows.forms import Option
from workflows.models import Pupil
from workflows.people.folding import fold
from workflows.registers import versions
from workflows.telling.drafts import pupil_name

MOST = 100
"""Options of one answer (Slack's limit for an external select)."""


class PupilLists:
    """The pupils of each school as options, kept until a register changes: people type letter by letter."""

    def __init__(self) -> None:
        self._version = -1
        self._lists: dict[str, tuple[Option, ...]] = {}
        self._reading = asyncio.Lock()

    async def of(self, school: str) -> tuple[Option, ...]:
        """Everybody on the roll of a school, by class and name."""
        async with self._reading:
            version = await versions.current()
            if version != self._version:
                self._lists, self._version = {}, version
            if school not in self._lists:
                self._lists[school] = await pupil_options(school)
            return self._lists[school]


async def pupil_options(school: str) -> tuple[Option, ...]:
    """The same, read afresh."""
    pupils = await Pupil.filter(school_id=school, left_at=None)
    pupils.sort(key=lambda pupil: (pupil.class_name, pupil_name(pupil)))
    return tuple(Option(pupil.id, pupil_name(pupil)) for pupil in pupils)


def matching(options: Iterable[Option], query: str) -> tuple[Option, ...]:
    """The options in which some word begins like each word of the query, at most a hundred."""
    wanted = _words(query)
    found = (option for option in options if _begins(_words(option.label), wanted))
    return tuple(option for option, _ in zip(found, range(MOST), strict=False))


def _begins(words: list[str], wanted: list[str]) -> bool:
    return all(any(word.startswith(start) for word in words) for start in wanted)


def _words(text: str) -> list[str]:
    plain = fold(text).text.casefold()
    return "".join(letter if letter.isalnum() else " " for letter in plain).split()
