"""What an import would change: a file compared with the register as it stands, without touching either."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic

from workflows.errors import Refused
from workflows.registers.sheets import Sheet, Who

MOST_LEAVERS = 0.2


@dataclass(frozen=True, slots=True)
class Register(Generic[Who]):
    """The register as it stands: who is on it, who left, and the version that this was read at."""

    current: Mapping[str, Who]
    gone: Mapping[str, Who]
    version: int


@dataclass(frozen=True, slots=True)
class Plan(Generic[Who]):
    """Who is new, changed (before and after), returns or leaves; `version` is that of the register compared with."""

    new: tuple[Who, ...]
    changed: tuple[tuple[Who, Who], ...]
    returning: tuple[tuple[Who, Who], ...]
    left: tuple[Who, ...]
    unchanged: tuple[Who, ...]
    version: int
    held_back: bool = False
    """Whether nobody is marked as left because a line of the file has no legible id."""

    @property
    def schools(self) -> list[str]:
        """Every school with somebody in this plan, in order."""
        return sorted({person.school for person in (*self.present, *self.left)})

    @property
    def present(self) -> tuple[Who, ...]:
        """Everybody in the file, as the register will have them."""
        pairs: tuple[tuple[Who, Who], ...] = (*self.changed, *self.returning)
        return (*self.new, *self.unchanged, *(after for _, after in pairs))

    def is_empty(self) -> bool:
        """Whether applying it would do nothing."""
        return not (self.new or self.changed or self.returning or self.left)


def compare(register: Register[Who], sheet: Sheet[Who]) -> Plan[Who]:
    """The plan that makes the register say what the file says, for the schools that the file covers."""
    covered = {person.school for person in sheet.people}
    new: list[Who] = []
    unchanged: list[Who] = []
    changed: list[tuple[Who, Who]] = []
    returning: list[tuple[Who, Who]] = []
    for person in sheet.people:
        before = register.current.get(person.id)
        if before is None and person.id in register.gone:
            returning.append((register.gone[person.id], person))
        elif before is None:
            new.append(person)
        elif before == person:
            unchanged.append(person)
        else:
            changed.append((before, person))
    missing = [each for each in register.current.values() if each.school in covered and each.id not in sheet.mentioned]
    return Plan(
        new=tuple(new),
        changed=tuple(changed),
        returning=tuple(returning),
        left=tuple(missing) if sheet.legible else (),
        unchanged=tuple(unchanged),
        version=register.version,
        held_back=bool(missing) and not sheet.legible,
    )


def refuse_mass_leaving(register: Register[Who], plan: Plan[Who]) -> None:
    """Raise Refused where more than a fifth of a school would be marked as left: half a file looks like that."""
    present, leaving = _by_school(register.current.values()), _by_school(plan.left)
    for school, count in sorted(leaving.items()):
        if count > MOST_LEAVERS * present[school]:
            raise Refused(
                f"{count} of {present[school]} people of {school or 'the trust'} are missing from this file and would "
                "be marked as left. Please check that the file is complete; if they did leave, add --accept-leavers."
            )


def _by_school(people: Iterable[Who]) -> Counter[str]:
    return Counter(person.school for person in people)
