"""Clause 4.1: four separate consents, each change kept with its date, its source and who entered it."""

import pytest

from tests.database import Database
from tests.registers.sheets import a_pupil, import_pupils, import_trust, plan_pupils
from tests.staff import NOON
from workflows.errors import Refused
from workflows.models import ConsentChange, Pupil
from workflows.policy.facts import Draft, Medium
from workflows.registers import consents
from workflows.registers.pupils import losing_consent
from workflows.registers.readers import RegisterReaders


@pytest.fixture
async def pupil(database: Database) -> str:
    await import_trust()
    await import_pupils(a_pupil("H1", consents="yes,,yes,no"))
    return "H1"


async def ledger(consent: str) -> list[tuple[str, str, str, str]]:
    entries = await ConsentChange.filter(consent=consent).order_by("id")
    return [(each.before, each.answer, each.source, each.by) for each in entries]


async def test_the_first_answers_are_entered_with_their_source(pupil: str) -> None:
    assert await ledger("image_public") == [("", "yes", "import:register.csv", "test")]
    assert await ledger("name_print") == [("", "no", "import:register.csv", "test")]
    assert await ConsentChange.filter(at=NOON).count() == 4


async def test_a_withdrawal_in_a_file_is_entered_and_named(pupil: str) -> None:
    plan = await import_pupils(a_pupil("H1", consents="yes,no,no,no"))
    assert losing_consent(plan) == ["H1"]
    assert (await ledger("image_public"))[-1] == ("yes", "no", "import:register.csv", "test")
    assert (await Pupil.get(id="H1")).image_public == "no"
    assert len(await ledger("image_internal")) == 1


async def test_a_withdrawal_in_the_office_is_entered_once(pupil: str) -> None:
    assert await consents.change("H1", "image_public", "no", "letter", "person:4", NOON)
    assert not await consents.change("H1", "image_public", "no", "letter", "person:4", NOON)
    assert (await ledger("image_public"))[-1] == ("yes", "no", "letter", "person:4")


async def test_an_old_file_does_not_bring_back_what_was_withdrawn_since(pupil: str) -> None:
    await consents.change("H1", "image_public", "no", "letter", "person:4", NOON)
    _, plan, kept = await plan_pupils(a_pupil("H1", consents="yes,yes,yes,no"))
    assert kept == 1
    ((_, after),) = plan.changed
    assert after.consents.name_print
    assert not after.consents.image_public


async def test_what_was_withdrawn_by_a_file_a_file_may_give_again(pupil: str) -> None:
    await import_pupils(a_pupil("H1", consents="yes,no,no,no"))
    await import_pupils(a_pupil("H1", consents="yes,no,yes,no"))
    assert (await Pupil.get(id="H1")).image_public == "yes"


@pytest.mark.parametrize(
    ("who", "which", "answer"), [("H9", "image_public", "no"), ("H1", "x", "no"), ("H1", "name_print", "maybe")]
)
async def test_an_answer_that_makes_no_sense_is_refused(pupil: str, who: str, which: str, answer: str) -> None:
    with pytest.raises(Refused):
        await consents.change(who, which, answer, "letter", "person:4", NOON)


async def test_the_reader_knows_a_withdrawal_at_once(pupil: str) -> None:
    readers = RegisterReaders()
    draft = Draft("hillside", ("hillside-facebook",), "Sports day.", (Medium("photo", pupils=("H1",)),))
    first = await readers.current()
    assert [each.clause for each in first.draft(draft) if each.blocks] == []
    assert await readers.current() is first
    await consents.change("H1", "image_public", "no", "letter", "person:4", NOON)
    assert [each.clause for each in (await readers.current()).draft(draft) if each.blocks] == ["6.2"]
