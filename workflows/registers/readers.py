"""The policy's reader for the registers as they stand now, kept until one of them changes."""

import asyncio

from workflows.models import Lesson
from workflows.policy.facts import Allowed, Pupil, StaffMember, Trust
from workflows.policy.reader import Reader
from workflows.registers import versions
from workflows.registers.facts import everywhere, load_trust, pupil_register, staff_register
from workflows.registers.plan import Register


class RegisterReaders:
    """Gives the reader for the whole trust; building it takes about a second for 10,000 pupils, off the event loop."""

    def __init__(self) -> None:
        self._reader: Reader | None = None
        self._version = -1
        self._building = asyncio.Lock()

    async def current(self) -> Reader:
        """The reader that knows every change of a register that was committed before this call."""
        async with self._building:
            version = await versions.current()
            if self._reader is None or version != self._version:
                self._reader, self._version = await self._built(), version
            return self._reader

    async def _built(self) -> Reader:
        trust, pupils, staff = await load_trust(), await pupil_register(), await staff_register()
        allowed = [
            Allowed(one.school_id, one.words["phrase"]) for one in await Lesson.filter(active=True).order_by("id")
        ]
        return await asyncio.to_thread(_reader, trust, pupils, staff, allowed)


def _reader(trust: Trust, pupils: Register[Pupil], staff: Register[StaffMember], allowed: list[Allowed]) -> Reader:
    slugs = [school.slug for school in trust.schools]
    return Reader(trust, pupils.current.values(), everywhere(staff.current.values(), slugs), allowed=allowed).settled()
