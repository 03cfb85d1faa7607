"""The migrations make the very tables that the models describe."""

from tortoise.migrations.autodetector import MigrationAutodetector

from tests.database import Database
from workflows.database import configuration


async def test_no_model_is_ahead_of_the_migrations(sqlite_database: Database) -> None:
    from tortoise import Tortoise

    assert Tortoise.apps is not None
    apps = configuration(sqlite_database.url)["apps"]
    assert await MigrationAutodetector(Tortoise.apps, apps).changes() == []
