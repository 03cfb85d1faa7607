"""Register files for tests, line by line; every person in them is invented."""

import json

from tests.staff import NOON
from workflows.policy.facts import Pupil, StaffMember
from workflows.registers import pupils, staff, trust
from workflows.registers.facts import load_trust
from workflows.registers.plan import Plan, Register
from workflows.registers.sheets import pupils_sheet, staff_sheet

TRUST: dict[str, object] = {
    "name": "Meadow Trust",
    "schools": [
        {"slug": "hillside", "name": "Hillside School", "classes": [{"name": "Kestrel", "year_group": "Year 4"}]},
        {"slug": "brookside", "name": "Brookside School", "emails": ["office@brookside.example"]},
    ],
    "accounts": [{"id": "hillside-facebook", "school": "hillside", "platform": "facebook", "handle": "@hillside"}],
}
PUPIL_HEADER = (
    "pupil_id,school,forename,preferred_name,surname,year_group,class_name,"
    "image_internal,name_print,image_public,named_press,date_of_birth"
)
STAFF_HEADER = "staff_id,school,title,forename,surname,role,email"


def by_line(header: str, *lines: str) -> bytes:
    return "\n".join([header, *lines, ""]).encode()


def nothing(done: int) -> None:
    pass


async def import_trust(document: dict[str, object] = TRUST) -> None:
    await trust.apply(await trust.plan(json.dumps(document).encode()), "test", NOON)


async def plan_pupils(*lines: str) -> tuple[Register[Pupil], Plan[Pupil], int]:
    return await pupils.plan(pupils_sheet(by_line(PUPIL_HEADER, *lines), await load_trust()))


async def import_pupils(*lines: str) -> Plan[Pupil]:
    _, changes, _ = await plan_pupils(*lines)
    await pupils.apply(changes, "register.csv", "test", NOON, nothing)
    return changes


async def plan_staff(*lines: str) -> tuple[Register[StaffMember], Plan[StaffMember]]:
    return await staff.plan(staff_sheet(by_line(STAFF_HEADER, *lines), await load_trust()))


async def import_staff(*lines: str) -> Plan[StaffMember]:
    _, changes = await plan_staff(*lines)
    await staff.apply(changes, "test", NOON, nothing)
    return changes


def a_pupil(id: str, forename: str = "Amara", school: str = "hillside", consents: str = "yes,no,yes,no") -> str:
    return f"{id},{school},{forename},,Okonkwo,Year 4,Kestrel,{consents},2018-03-31"
