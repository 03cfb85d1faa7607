"""Reading the audit log from end to end: every changed, removed or inserted entry is found and named."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Literal

from workflows.audit import HEAD, digest, seal_fits
from workflows.models import AuditEntry, AuditHead, Person

BATCH = 1000
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something is wrong with the log at `number`; the sentence says what."""

    number: int
    kind: Literal["changed", "removed", "inserted", "seal"]
    sentence: str


def _no_progress(done: int, of: int) -> None:
    pass


@dataclass(slots=True)
class _Chain:
    """What was seen so far: the last entry, and what was wrong."""

    number: int = 0
    hash: str = ""
    faults: list[Fault] = field(default_factory=list)

    def take(self, entry: AuditEntry) -> None:
        if entry.number < 1:
            self._fault(entry.number, "inserted", f"Entry {entry.number} was inserted: entries count from 1.")
            return
        if entry.number > self.number + 1:
            self.missing_until(entry.number - 1)
        elif entry.before != self.hash:
            self._relinked(entry)
        if digest(entry) != entry.hash:
            self._fault(entry.number, "changed", f"Entry {entry.number} was changed after it was written.")
        self.number, self.hash = entry.number, entry.hash

    def missing_until(self, last: int) -> None:
        first = self.number + 1
        what = f"Entry {first} is" if first == last else f"Entries {first} to {last} are"
        self._fault(first, "removed", f"{what} missing.")

    def close(self, head: AuditHead) -> None:
        """Compare what was read with the sealed end."""
        if self.number < head.number:
            self.missing_until(head.number)
        elif self.number == head.number and self.hash != head.hash:
            self._fault(self.number, "changed", f"Entry {self.number} is not the one that was written last.")

    def _relinked(self, entry: AuditEntry) -> None:
        if self.number == 0:
            self._fault(1, "changed", "Entry 1 was changed: it follows an entry that never was.")
        elif not self.faults or self.faults[-1].number != self.number:
            self._fault(
                self.number, "changed", f"Entry {self.number} was replaced: entry {entry.number} follows another."
            )

    def _fault(self, number: int, kind: Literal["changed", "removed", "inserted", "seal"], sentence: str) -> None:
        self.faults.append(Fault(number, kind, sentence))


async def verify(progress: Progress = _no_progress) -> list[Fault]:
    """Everything that is wrong with the log, in its order; `progress` is told (entries read, entries in all).

    Entries that are written meanwhile are read as well. A copy of the whole database from an earlier day
    cannot be told from the database of that day.
    """
    chain = _Chain()
    head = await _head()
    async for entry in _entries():
        if entry.number > head.number:
            head = await _head()
        if entry.number > head.number:
            chain.faults.append(Fault(entry.number, "inserted", f"Entry {entry.number} was inserted after the last."))
            continue
        chain.take(entry)
        progress(entry.number, head.number)
    chain.close(head)
    return [*chain.faults, *await _faults_of_the_end(head, chain.number)]


async def _faults_of_the_end(head: AuditHead, read: int) -> list[Fault]:
    if (head.number or read) and not seal_fits(head):
        return [Fault(head.number, "seal", "The seal on the end of the log was not made with our keys.")]
    # Importing people is recorded, so an empty log beside people was emptied.
    if not head.number and not read and await Person.exists():
        return [Fault(1, "removed", "The whole log is missing.")]
    return []


async def _head() -> AuditHead:
    return await AuditHead.get_or_none(id=HEAD) or AuditHead(id=HEAD)


async def _entries() -> AsyncIterator[AuditEntry]:
    batch = await AuditEntry.all().order_by("number").limit(BATCH)
    while batch:
        for entry in batch:
            yield entry
        batch = await AuditEntry.filter(number__gt=batch[-1].number).order_by("number").limit(BATCH)
