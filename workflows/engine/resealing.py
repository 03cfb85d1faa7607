"""Changing the encryption key in the engine's own database, where commands that wait are sealed as well."""

from pathlib import Path

from sqlalchemy import Column, Connection, Engine, MetaData, Table, Text, create_engine, select, text, update

from workflows.keys import Keyring

# How everything begins that the keyring sealed: a version byte and the high bytes of a time, in base64.
TOKEN = "gAAAA%"  # noqa: S105
SCHEMA = "dbos"


def reseal(url: str, ring: Keyring) -> int:
    """Seal every value in the engine's database under the newest key; how many needed it (blocking).

    A database that does not exist yet holds nothing. Raises WrongKey as the keyring does.
    """
    on_sqlite = url.startswith("sqlite:")
    if on_sqlite and not Path(url.removeprefix("sqlite:///")).exists():
        return 0
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    try:
        renewed = _reseal_all(engine, None if on_sqlite else SCHEMA, ring)
        if on_sqlite:
            _forget_old_pages(engine)
    finally:
        engine.dispose()
    return renewed


def _reseal_all(engine: Engine, schema: str | None, ring: Keyring) -> int:
    tables = MetaData()
    tables.reflect(engine, schema=schema)
    renewed = 0
    for table in tables.sorted_tables:
        texts = [column for column in table.columns if isinstance(column.type, Text) and not column.primary_key]
        for column in texts:
            with engine.begin() as connection:
                renewed += _reseal_column(connection, table, column, ring)
    return renewed


def _reseal_column(connection: Connection, table: Table, column: "Column[str]", ring: Keyring) -> int:
    keys = list(table.primary_key.columns)
    renewed = 0
    for *key, sealed in connection.execute(select(*keys, column).where(column.like(TOKEN))).all():
        fresh = ring.renewed(sealed.encode())
        if fresh is not None:
            this_row = [name == value for name, value in zip(keys, key, strict=True)]
            unchanged = [*this_row, column == sealed]
            connection.execute(update(table).where(*unchanged).values({column.name: fresh.decode()}))
            renewed += 1
    return renewed


def _forget_old_pages(engine: Engine) -> None:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM"))
        connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
