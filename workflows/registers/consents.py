"""Clause 4.1: the consent ledger, in which every answer keeps its date, its source and who entered it."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from datetime import datetime

from tortoise.transactions import in_transaction

from workflows import audit
from workflows.errors import Refused
from workflows.models import ConsentChange, Pupil
from workflows.policy import facts
from workflows.policy.enforcement import enforces
from workflows.registers import versions

CONSENTS = ("image_internal", "name_print", "image_public", "named_press")
IMPORT = "import:"


def answers(consents: facts.Consents) -> dict[str, str]:
    """The four consents as they are stored; no answer in a file counts as no."""
    return {name: "yes" if given else "no" for name, given in asdict(consents).items()}


@enforces("4.1")
async def change(pupil: str, consent: str, answer: str, source: str, by: str, at: datetime) -> bool:
    """Write down a parent's answer (`yes` or `no`); True when it takes away what was given before.

    Raises Refused for an unknown pupil, consent or answer. The same answer again changes nothing.
    """
    if consent not in CONSENTS or answer not in ("yes", "no"):
        raise Refused("A consent is one of the four of clause 4.1, and its answer is yes or no.")
    async with in_transaction():
        await versions.bump()
        row = await Pupil.get_or_none(id=pupil)
        if row is None:
            raise Refused("This pupil is not on the register.")
        before: str = getattr(row, consent)
        if before == answer:
            return False
        await Pupil.filter(id=pupil).update(**{consent: answer})
        await ConsentChange.create(
            pupil_id=pupil, consent=consent, before=before, answer=answer, at=at, source=source, by=by
        )
        await audit.record("consent.change", row.school_id, by, {"consent": consent, "answer": answer}, at)
        return before == "yes"


def entries(
    before: facts.Pupil | None, after: facts.Pupil, source: str, by: str, at: datetime
) -> Iterator[ConsentChange]:
    """The ledger's entries for a pupil whose answers came with a file; a new pupil's are all entered."""
    old = answers(before.consents) if before else {}
    for consent, answer in answers(after.consents).items():
        if old.get(consent) != answer:
            yield ConsentChange(
                pupil_id=after.id,
                consent=consent,
                before=old.get(consent, ""),
                answer=answer,
                at=at,
                source=source,
                by=by,
            )


def withdrawn(before: facts.Pupil, after: facts.Pupil) -> list[str]:
    """Which consents were given before and are not any more."""
    old, new = asdict(before.consents), asdict(after.consents)
    return [consent for consent in CONSENTS if old[consent] and not new[consent]]


def given(before: facts.Pupil | None, after: facts.Pupil) -> list[str]:
    """Which consents are given and were not before."""
    old, new = asdict(before.consents if before else facts.Consents()), asdict(after.consents)
    return [consent for consent in CONSENTS if new[consent] and not old[consent]]


async def withdrawn_by_hand(pupils: Iterable[str]) -> dict[str, set[str]]:
    """By pupil, the consents whose last entry is a no that did not come with a file."""
    last: dict[tuple[str, str], ConsentChange] = {}
    wanted = list(pupils)
    for start in range(0, len(wanted), 500):
        for entry in await ConsentChange.filter(pupil_id__in=wanted[start : start + 500]).order_by("id"):
            last[entry.pupil_id, entry.consent] = entry
    held: dict[str, set[str]] = {}
    for (pupil, consent), entry in last.items():
        if entry.answer == "no" and not entry.source.startswith(IMPORT):
            held.setdefault(pupil, set()).add(consent)
    return held


def without(pupil: facts.Pupil, consents: set[str]) -> facts.Pupil:
    """The pupil without some consents."""
    return replace(pupil, consents=replace(pupil.consents, **dict.fromkeys(consents, False)))
