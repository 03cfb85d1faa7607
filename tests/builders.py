"""A small trust in the database: two schools, their people by role, a few pupils."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from workflows.keys import keyring
from workflows.models import Account, Deputy, Person, Pupil, RoleGrant, School, Trust
from workflows.policy import facts
from workflows.states import Role

LONG_AGO = datetime(2026, 9, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Cast:
    """Person ids by part; everybody but `stranger` and `other_head` works at Hillside."""

    head: int
    second_head: int
    deputy: int
    second_deputy: int
    administrator: int
    other_administrator: int
    teacher: int
    office: int
    lead: int
    other_head: int


async def person(number: int, surname: str, school: str | None, *roles: Role, forename: str = "") -> int:
    email = f"{surname.lower()}@{school or 'trust'}.example"
    identity = {"title": "Mrs", "forename": forename or f"Fore{number}", "surname": surname, "email": email}
    one = await Person.create(
        staff_id=f"S{number}", school_id=school, identity=identity, email_index=keyring().index(email)
    )
    for role in roles:
        await RoleGrant.create(person_id=one.id, role=role, school_id=school, granted_at=LONG_AGO, granted_by="import")
    return one.id


async def a_trust() -> Cast:
    await Trust.create(id=1, name="Meadow Trust", website="https://www.meadow.example")
    for slug, name in (("hillside", "Hillside School"), ("brookside", "Brookside School")):
        await School.create(
            slug=slug,
            name=name,
            classes=[{"name": "Kestrel", "year_group": "Year 4"}],
            emails=[f"office@{slug}.example"],
            telephones=["01632 960111"],
        )
        for platform in ("facebook", "x"):
            await Account.create(
                id=f"{slug}-{platform}",
                school_id=slug,
                platform=platform,
                handle=f"@{slug}",
                url=f"https://www.{platform}.example/{slug}",
            )
    cast = Cast(
        head=await person(1, "Vance", "hillside", Role.HEADTEACHER),
        second_head=0,
        deputy=await person(2, "Achebe", "hillside", Role.LEADERSHIP),
        second_deputy=await person(3, "Calloway", "hillside", Role.LEADERSHIP),
        administrator=await person(4, "Thornton", "hillside", Role.ADMINISTRATOR, forename="Sarah"),
        other_administrator=await person(5, "Rahmani", "hillside", Role.ADMINISTRATOR),
        teacher=await person(6, "Pugh", "hillside", Role.STAFF, forename="Gareth"),
        office=await person(7, "Foss", "hillside", Role.OFFICE_MANAGER),
        lead=await person(8, "Marsh", None, Role.COMMUNICATIONS_LEAD),
        other_head=await person(9, "Whitby", "brookside", Role.HEADTEACHER),
    )
    for position, deputy in enumerate((cast.deputy, cast.second_deputy), start=1):
        await Deputy.create(school_id="hillside", person_id=deputy, position=position)
    await pupil("H1", "Amara", "Okonkwo", image_public="yes")
    await pupil("H2", "Tobias", "Nettleton", image_public="no")
    await pupil("H3", "Freya", "Lockwood", image_public="yes")
    return cast


async def pupil(id: str, forename: str, surname: str, school: str = "hillside", **fields: Any) -> Pupil:
    identity = {"forename": forename, "preferred_name": "", "surname": surname, "date_of_birth": "2018-03-04"}
    return await Pupil.create(
        id=id, school_id=school, identity=identity, class_name="Kestrel", year_group="Year 4", **fields
    )


def pupil_facts(row: Pupil) -> facts.Pupil:
    born = date.fromisoformat(row.identity["date_of_birth"])
    return facts.Pupil(
        row.id, row.school_id, row.identity["forename"], row.identity["surname"],
        year_group=row.year_group, class_name=row.class_name, date_of_birth=born,
        consents=facts.Consents(image_public=row.image_public == "yes"),
    )  # fmt: skip
