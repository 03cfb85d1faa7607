"""A register file is compared, shown, and applied as a whole; nobody is lost or doubled."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.database import Database
from tests.registers.sheets import (
    PUPIL_HEADER,
    a_pupil,
    by_line,
    import_pupils,
    import_trust,
    nothing,
    plan_pupils,
)
from tests.staff import NOON
from workflows.audit_check import verify
from workflows.errors import BadFile, Refused
from workflows.models import AuditEntry, ConsentChange, Pupil
from workflows.policy import facts
from workflows.registers import pupils
from workflows.registers.facts import load_trust, pupil_register
from workflows.registers.plan import Plan, Register, compare, refuse_mass_leaving
from workflows.registers.sheets import Sheet, decoded, pupils_sheet


@pytest.fixture
async def trust(database: Database) -> None:
    await import_trust()


def shape(plan: Plan[facts.Pupil]) -> dict[str, int]:
    return {
        "new": len(plan.new),
        "changed": len(plan.changed),
        "returning": len(plan.returning),
        "left": len(plan.left),
        "unchanged": len(plan.unchanged),
    }


async def test_a_first_import_takes_everybody(trust: None) -> None:
    plan = await import_pupils(a_pupil("H1"), a_pupil("H2", "Tobias"))
    assert shape(plan) == {"new": 2, "changed": 0, "returning": 0, "left": 0, "unchanged": 0}
    register = await pupil_register()
    assert register.current["H2"].forename == "Tobias"
    assert register.current["H1"].consents == facts.Consents(image_internal=True, image_public=True)


async def test_importing_the_same_file_again_changes_nothing(trust: None) -> None:
    lines = [a_pupil("H1"), a_pupil("H2", "Tobias"), a_pupil("B1", school="brookside")]
    await import_pupils(*lines)
    ledger = await ConsentChange.all().count()
    _, again, _ = await plan_pupils(*lines)
    assert again.is_empty()
    await pupils.apply(again, "register.csv", "test", NOON, nothing)
    assert await Pupil.all().count() == 3
    assert await ConsentChange.all().count() == ledger


async def test_a_pupil_missing_from_the_file_is_marked_as_left_and_comes_back(trust: None) -> None:
    await import_pupils(*(a_pupil(f"H{n}") for n in range(6)))
    plan = await import_pupils(*(a_pupil(f"H{n}") for n in range(5)))
    assert [one.id for one in plan.left] == ["H5"]
    assert (await Pupil.get(id="H5")).left_at == NOON
    plan = await import_pupils(*(a_pupil(f"H{n}") for n in range(6)))
    assert shape(plan)["returning"] == 1
    assert (await Pupil.get(id="H5")).left_at is None


async def test_a_school_that_the_file_does_not_cover_is_left_alone(trust: None) -> None:
    await import_pupils(a_pupil("H1"), a_pupil("B1", school="brookside"))
    plan = await import_pupils(a_pupil("H1"))
    assert plan.left == ()


async def test_a_pupil_who_changes_school_within_the_trust_is_moved(trust: None) -> None:
    await import_pupils(a_pupil("H1"), a_pupil("B1", school="brookside"))
    plan = await import_pupils(a_pupil("H1", school="brookside"), a_pupil("B1", school="brookside"))
    assert shape(plan) == {"new": 0, "changed": 1, "returning": 0, "left": 0, "unchanged": 1}
    assert (await Pupil.get(id="H1")).school_id == "brookside"


async def test_half_a_file_is_stopped(trust: None) -> None:
    await import_pupils(*(a_pupil(f"H{n}") for n in range(10)))
    register, plan, _ = await plan_pupils(*(a_pupil(f"H{n}") for n in range(7)))
    with pytest.raises(Refused, match=r"3 of 10 people of hillside are missing.*--accept-leavers"):
        refuse_mass_leaving(register, plan)


async def test_a_fifth_may_leave(trust: None) -> None:
    await import_pupils(*(a_pupil(f"H{n}") for n in range(10)))
    register, plan, _ = await plan_pupils(*(a_pupil(f"H{n}") for n in range(8)))
    refuse_mass_leaving(register, plan)


async def test_a_pupil_whose_line_is_rejected_has_not_left(trust: None) -> None:
    await import_pupils(a_pupil("H1"), a_pupil("H2"))
    _, plan, _ = await plan_pupils(a_pupil("H1"), "H2,hillside,Tobias,,Nettleton,,,maybe,,,,")
    assert plan.left == ()
    assert not plan.held_back


async def test_nobody_leaves_while_a_line_cannot_be_read_at_all(trust: None) -> None:
    await import_pupils(a_pupil("H1"), a_pupil("H2"))
    _, plan, _ = await plan_pupils(a_pupil("H1"), ',hillside,"Tobias,,Nettleton,,,yes,,,,')
    assert plan.left == ()
    assert plan.held_back


async def test_rejected_lines_have_their_number_and_a_reason_without_personal_data(trust: None) -> None:
    content = by_line(PUPIL_HEADER, a_pupil("H1"), a_pupil("x" * 41), a_pupil("H3", school="elsewhere"))
    sheet = pupils_sheet(content, await load_trust())
    assert [(line.line_number, line.reason) for line in sheet.rejected] == [
        (3, "The column id is too long."),
        (4, "The column school names no school of this trust."),
    ]
    assert sheet.line(4).startswith("H3,elsewhere")


async def test_a_plan_made_before_another_import_is_not_applied(trust: None) -> None:
    _, old, _ = await plan_pupils(a_pupil("H1"))
    await import_pupils(a_pupil("H2"))
    with pytest.raises(Refused, match="changed by somebody else"):
        await pupils.apply(old, "register.csv", "test", NOON, nothing)
    assert not await Pupil.exists(id="H1")


async def test_an_import_that_fails_half_way_does_nothing(trust: None) -> None:
    _, plan, _ = await plan_pupils(*(a_pupil(f"H{n}") for n in range(600)))

    def fail(done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await pupils.apply(plan, "register.csv", "test", NOON, fail)
    assert not await Pupil.exists()
    assert not await AuditEntry.exists(action="register.pupils")


async def test_every_school_gets_an_audit_entry_in_numbers(trust: None) -> None:
    await import_pupils(a_pupil("H1"), a_pupil("B1", school="brookside"))
    entry = await AuditEntry.get(action="register.pupils", about="brookside")
    assert entry.details["new"] == 1
    assert entry.details["consents_given"] == 2
    assert await verify() == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_files_as_spreadsheets_save_them_are_read(encoding: str) -> None:
    assert decoded("Zoë Müller".encode(encoding)) == "Zoë Müller"


async def test_a_file_that_is_no_register_is_refused_in_one_sentence(trust: None) -> None:
    for content in (b"", b"\x81\x00\xff\xfe", b"a,b,c\n1,2,3\n", PUPIL_HEADER.encode()):
        with pytest.raises(BadFile):
            pupils_sheet(content, await load_trust())


PEOPLE = st.dictionaries(
    st.sampled_from([f"H{n}" for n in range(8)]),
    st.tuples(st.sampled_from(["hillside", "brookside"]), st.sampled_from(["Amara", "Tobias"]), st.booleans()),
    max_size=8,
)


def sheet_of(people: dict[str, tuple[str, str, bool]]) -> Sheet[facts.Pupil]:
    taken = tuple(
        facts.Pupil(id, school, forename, "Okonkwo", consents=facts.Consents(image_public=public))
        for id, (school, forename, public) in people.items()
    )
    return Sheet(taken, (), frozenset(people), True, ())


def applied(register: Register[facts.Pupil], plan: Plan[facts.Pupil]) -> Register[facts.Pupil]:
    left = {one.id: one for one in plan.left}
    now = {**register.current, **{one.id: one for one in plan.present}}
    current = {id: one for id, one in now.items() if id not in left}
    gone = {id: one for id, one in {**register.gone, **left}.items() if id not in current}
    return Register(current, gone, 0)


@given(st.lists(PEOPLE, min_size=1, max_size=5))
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_after_any_files_the_register_says_what_the_last_one_says_of_its_schools(
    files: list[dict[str, tuple[str, str, bool]]],
) -> None:
    register: Register[facts.Pupil] = Register({}, {}, 0)
    for file in files:
        sheet = sheet_of(file)
        register = applied(register, compare(register, sheet))
        assert compare(register, sheet).is_empty()
        covered = {one.school for one in sheet.people}
        assert {one for one in register.current.values() if one.school in covered} == set(sheet.people)
