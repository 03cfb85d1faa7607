"""The registers as the policy wants them: plain facts, decrypted outside the event loop."""

import asyncio
import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from tortoise.connection import get_connection

from workflows.keys import keyring
from workflows.models import Account, School, Trust
from workflows.models.fields import MARK
from workflows.policy import facts
from workflows.registers import versions
from workflows.registers.plan import Register

Row = dict[str, Any]


async def load_trust() -> facts.Trust:
    """The trust with its open schools and active accounts; an empty one before the first import."""
    trust = await Trust.first() or Trust(name="")
    schools = await School.filter(closed=False).order_by("slug")
    accounts = await Account.filter(active=True).order_by("id")
    return facts.Trust(
        name=trust.name,
        schools=tuple(_school(each) for each in schools),
        accounts=tuple(
            facts.Account(each.id, each.school_id, each.platform, each.handle, each.url) for each in accounts
        ),
        emails=tuple(trust.emails),
        telephones=tuple(trust.telephones),
        website=trust.website,
        youtube_handle=trust.youtube_handle,
        youtube_url=trust.youtube_url,
        partners=None if trust.partners is None else tuple(trust.partners),
    )


def _school(row: School) -> facts.School:
    return facts.School(
        slug=row.slug,
        name=row.name,
        classes=tuple(facts.SchoolClass(each["name"], each["year_group"]) for each in row.classes),
        emails=tuple(row.emails),
        telephones=tuple(row.telephones),
        website=row.website,
    )


async def pupil_register() -> Register[facts.Pupil]:
    """Every pupil, those who left included."""
    version, rows = await versions.current(), await _rows("pupil")
    return await asyncio.to_thread(_register, version, rows, _pupil)


async def staff_register() -> Register[facts.StaffMember]:
    """Every member of staff, those who left included."""
    version, rows = await versions.current(), await _rows("person")
    return await asyncio.to_thread(_register, version, rows, _staff_member)


def everywhere(staff: Iterable[facts.StaffMember], schools: Iterable[str]) -> list[facts.StaffMember]:
    """The staff with those of the whole trust listed at each school, as the reader expects them."""
    slugs = list(schools)
    return [replace(one, school=slug) for one in staff for slug in ([one.school] if one.school else slugs)]


async def _rows(table: str) -> list[Row]:
    # Not through the models: they decrypt every row as it comes, on the event loop.
    return await get_connection("default").execute_query_dict(f'SELECT * FROM "{table}" ORDER BY "id"')  # noqa: S608


def _register(version: int, rows: list[Row], read: Any) -> Register[Any]:
    unseal = keyring().unseal
    current: dict[str, Any] = {}
    gone: dict[str, Any] = {}
    for row in rows:
        fact = read(row, json.loads(unseal(row["identity"].removeprefix(MARK).encode())))
        (current if row["left_at"] is None else gone)[fact.id] = fact
    return Register(current, gone, version)


def _pupil(row: Row, identity: dict[str, str]) -> facts.Pupil:
    born = identity["date_of_birth"]
    return facts.Pupil(
        id=row["id"],
        school=row["school_id"],
        forename=identity["forename"],
        surname=identity["surname"],
        preferred_name=identity["preferred_name"],
        year_group=row["year_group"],
        class_name=row["class_name"],
        consents=facts.Consents(
            image_internal=row["image_internal"] == "yes",
            name_print=row["name_print"] == "yes",
            image_public=row["image_public"] == "yes",
            named_press=row["named_press"] == "yes",
        ),
        date_of_birth=date.fromisoformat(born) if born else None,
    )


def _staff_member(row: Row, identity: dict[str, str]) -> facts.StaffMember:
    return facts.StaffMember(
        id=row["staff_id"],
        school=row["school_id"] or "",
        title=identity["title"],
        forename=identity["forename"],
        surname=identity["surname"],
        role=row["job_title"],
        email=identity["email"],
    )
