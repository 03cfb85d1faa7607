"""The database of a test is migrated and empty."""

from tests.database import Database
from workflows.models import School


async def test_the_first_test_writes_a_school(database: Database) -> None:
    await School.create(slug="meadow", name="Meadow Primary School")
    assert await School.all().count() == 1


async def test_the_next_test_does_not_see_it(database: Database) -> None:
    assert await School.all().count() == 0
