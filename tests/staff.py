"""Invented schools and people for tests, with the roles that a test needs."""

from datetime import UTC, datetime

from workflows.keys import keyring
from workflows.models import Person, RoleGrant, School
from workflows.states import TRUST_ROLES, Role

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


async def a_school(slug: str = "meadow") -> School:
    return await School.create(slug=slug, name=f"{slug.title()} Primary School")


async def a_person(staff_id: str, school: str | None, *roles: Role, email: str = "", surname: str = "Okafor") -> Person:
    identity = {"title": "Mrs", "forename": "Ada", "surname": surname, "email": email}
    index = keyring().index(email) if email else ""
    person = await Person.create(staff_id=staff_id, school_id=school, identity=identity, email_index=index)
    for role in roles:
        where = None if role in TRUST_ROLES else school
        await RoleGrant.create(person=person, role=role, school_id=where, granted_at=NOON, granted_by="test")
    return person
