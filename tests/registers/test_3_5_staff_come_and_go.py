"""Clauses 1.6 and 3.5: roles follow the staff register, and whoever leaves loses access at once."""

import pytest

from tests.database import Database
from tests.registers.sheets import import_staff, import_trust, plan_staff
from tests.staff import NOON
from workflows import access
from workflows.errors import Stranger
from workflows.models import Absence, ChatIdentity, Deputy, Person
from workflows.policy.facts import StaffMember
from workflows.registers.job_titles import role_of
from workflows.states import Role

HEAD = "S1,hillside,Mrs,Ada,Vance,Headteacher,head@hillside.example"
DEPUTY = "S2,hillside,Mr,Ben,Achebe,Deputy Headteacher,ben@hillside.example"
CLERK = "S3,hillside,Ms,Cat,Foss,Administrator,cat@hillside.example"
OTHERS = tuple(f"S1{n},hillside,Mr,Dan,Pugh,Teacher,t{n}@hillside.example" for n in range(8))
LEAD = "T1,trust,Ms,Eve,Marsh,Communications Lead,eve@trust.example"
EVERYBODY = (HEAD, DEPUTY, CLERK, *OTHERS, LEAD)


@pytest.fixture
async def staff(database: Database) -> None:
    await import_trust()
    await import_staff(*EVERYBODY)


async def id_of(staff_id: str) -> int:
    return (await Person.get(staff_id=staff_id)).id


async def test_roles_follow_the_job_titles(staff: None) -> None:
    assert [one.staff_id for one in await access.headteachers("hillside")] == ["S1"]
    assert [one.staff_id for one in await access.leadership("hillside")] == ["S2"]
    assert [one.staff_id for one in await access.communications_leads()] == ["T1"]


async def test_5_1_nobody_becomes_administrator_by_their_job_title(staff: None) -> None:
    assert await access.administrators("hillside") == []
    assert await access.roles_of_id(await id_of("S3"), "hillside") == {Role.STAFF}


@pytest.mark.parametrize(
    ("title", "school", "role"),
    [
        ("Headteacher", "hillside", Role.HEADTEACHER),
        ("head teacher", "hillside", Role.HEADTEACHER),
        ("Assistant Headteacher", "hillside", Role.LEADERSHIP),
        ("School Office Manager", "hillside", Role.OFFICE_MANAGER),
        ("Former Headteacher's PA", "hillside", Role.STAFF),
        ("Communications Lead", "hillside", Role.STAFF),
        ("Executive Principal", "", Role.EXECUTIVE_PRINCIPAL),
        ("", "hillside", Role.STAFF),
    ],
)
def test_job_titles_stand_for_roles(title: str, school: str, role: Role) -> None:
    assert role_of(StaffMember("S9", school, "Mx", "Fay", "Lockwood", title)) == role


async def test_the_same_file_again_changes_nothing(staff: None) -> None:
    _, again = await plan_staff(*EVERYBODY)
    assert again.is_empty()


async def test_a_leaver_loses_roles_deputyship_and_chat_account_at_once(staff: None) -> None:
    head, deputy = await id_of("S1"), await id_of("S2")
    await access.grant(head, deputy, Role.ADMINISTRATOR, "hillside", NOON)
    await access.name_deputies(head, "hillside", [deputy], NOON)
    await Absence.create(person_id=deputy, until=NOON)
    contact = {"verified": True, "guest": False, "external": False}
    await access.bind_identity("slack", "U2", "ben@hillside.example", at=NOON, **contact)
    await import_staff(*(line for line in EVERYBODY if line != DEPUTY))
    assert await access.roles_of_id(deputy, "hillside") == frozenset()
    assert not await Deputy.exists()
    assert not await ChatIdentity.exists()
    assert not await Absence.exists()
    with pytest.raises(Stranger):
        await access.bind_identity("slack", "U2", "ben@hillside.example", at=NOON, **contact)


async def test_who_returns_gets_the_role_of_their_title_and_no_more(staff: None) -> None:
    await access.grant(await id_of("S1"), await id_of("S2"), Role.ADMINISTRATOR, "hillside", NOON)
    await import_staff(*(line for line in EVERYBODY if line != DEPUTY))
    await import_staff(*EVERYBODY)
    assert await access.roles_of_id(await id_of("S2"), "hillside") == {Role.LEADERSHIP}


async def test_a_promotion_changes_the_role_and_keeps_the_authorisation(staff: None) -> None:
    await access.grant(await id_of("S1"), await id_of("S3"), Role.ADMINISTRATOR, "hillside", NOON)
    promoted = CLERK.replace("Administrator", "School Office Manager")
    await import_staff(*(promoted if line == CLERK else line for line in EVERYBODY))
    assert await access.roles_of_id(await id_of("S3"), "hillside") == {Role.OFFICE_MANAGER, Role.ADMINISTRATOR}


async def test_who_changes_school_takes_no_authorisation_along(staff: None) -> None:
    await access.grant(await id_of("S1"), await id_of("S3"), Role.ADMINISTRATOR, "hillside", NOON)
    moved = CLERK.replace("hillside,", "brookside,", 1)
    await import_staff(*(moved if line == CLERK else line for line in EVERYBODY))
    assert await access.roles_of(await Person.get(staff_id="S3")) == {(Role.STAFF, "brookside")}


async def test_a_new_email_means_a_new_first_contact(staff: None) -> None:
    contact = {"verified": True, "guest": False, "external": False, "at": NOON}
    await access.bind_identity("slack", "U3", "cat@hillside.example", **contact)  # type: ignore[arg-type]
    renamed = CLERK.replace("cat@", "cat.marsh@")
    await import_staff(*(renamed if line == CLERK else line for line in EVERYBODY))
    assert not await ChatIdentity.exists()
    found = await access.bind_identity("slack", "U3", "cat.marsh@hillside.example", **contact)  # type: ignore[arg-type]
    assert found.staff_id == "S3"
