"""`gatepost migrate`: brings the tables of the database up to date."""

from bot.cli.opening import OUT, on_database, said


def migrate() -> None:
    """Create the tables, or bring them up to date; safe to repeat."""
    with said() as settings:
        on_database(_nothing_more, settings)
    OUT.print("The database is up to date.")


async def _nothing_more() -> None:
    """Opening the database migrates it."""
