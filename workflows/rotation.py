"""Changing the encryption key: whatever is sealed in the domain database is sealed anew under the newest key."""

from collections.abc import AsyncIterator, Callable
from typing import Any

from tortoise import Tortoise, fields
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.connection import get_connection
from tortoise.models import Model

from workflows import audit
from workflows.keys import Keyring, keyring
from workflows.models import AuditHead, Person
from workflows.models.fields import MARK, SealedJSON, SealedText

BATCH = 200
SEALED = (SealedText, SealedJSON, fields.BinaryField)
Progress = Callable[[int], None]
Row = dict[str, Any]


async def sealed_rows() -> int:
    """How many rows have something sealed in them."""
    return sum([await model.all().count() for model, _ in _sealed_models()])


async def rotate(progress: Progress) -> int:
    """Seal everything under the newest key, and return how many rows needed it; `progress` is told rows done.

    Safe while Gatepost runs with the same keys, and may be broken off and repeated: what is done is
    passed over. Raises WrongKey where something was sealed under a key that is not configured.
    """
    renewed = 0
    for model, columns in _sealed_models():
        async for rows in _batches(model, columns):
            renewed += sum([await _renew(model, columns, row) for row in rows])
            progress(len(rows))
    await _renew_indexes()
    await _renew_audit_seal()
    return renewed


async def forget_old_pages() -> None:
    """On SQLite, write the file anew, so that nothing sealed under an old key is left in its free pages."""
    connection = get_connection("default")
    if connection.capabilities.dialect == "sqlite":
        await connection.execute_script("VACUUM")
        await connection.execute_script("PRAGMA wal_checkpoint(TRUNCATE)")


def _sealed_models() -> list[tuple[type[Model], list[str]]]:
    assert Tortoise.apps is not None, "the database is not open"  # noqa: S101
    found = []
    for model in Tortoise.apps.get_models_iterable():
        columns = [name for name, field in model._meta.fields_map.items() if isinstance(field, SEALED)]
        if columns:
            found.append((model, columns))
    return found


async def _batches(model: type[Model], columns: list[str]) -> AsyncIterator[list[Row]]:
    # Not through the models, which would decrypt: most of a repeated rotation is passed over as it is.
    connection, table, key = get_connection("default"), model._meta.db_table, model._meta.db_pk_column
    names = ", ".join(f'"{name}"' for name in [key, *columns])
    where, values = "", list[Any]()
    while True:
        query = f'SELECT {names} FROM "{table}" {where} ORDER BY "{key}" LIMIT {BATCH}'  # noqa: S608
        rows = await connection.execute_query_dict(query, values)
        if not rows:
            return
        yield rows
        where, values = f'WHERE "{key}" > {_mark(connection, 1)}', [rows[-1][key]]


async def _renew(model: type[Model], columns: list[str], row: Row) -> bool:
    """Whether a column of the row had to be sealed anew; what changed meanwhile is under the newest key anyway."""
    connection, table, key = get_connection("default"), model._meta.db_table, model._meta.db_pk_column
    changed = False
    for column in columns:
        value = _renewed(keyring(), row[column])
        if value is not None:
            one, two, three = (_mark(connection, number) for number in (1, 2, 3))
            query = f'UPDATE "{table}" SET "{column}" = {one} WHERE "{key}" = {two} AND "{column}" = {three}'  # noqa: S608
            await connection.execute_query(query, [value, row[key], row[column]])
            changed = True
    return changed


def _renewed(ring: Keyring, value: Any) -> str | bytes | None:
    if value is None:
        return None
    if isinstance(value, str):
        fresh = ring.renewed(value.removeprefix(MARK).encode())
        return None if fresh is None else MARK + fresh.decode()
    return ring.renewed(bytes(value))


def _mark(connection: BaseDBAsyncClient, number: int) -> str:
    return f"${number}" if connection.capabilities.dialect == "postgres" else "?"


async def _renew_indexes() -> None:
    for person in await Person.exclude(email_index=""):
        identity: Any = person.identity
        index = keyring().index(identity["email"])
        if index != person.email_index:
            await Person.filter(id=person.id, email_index=person.email_index).update(email_index=index)


async def _renew_audit_seal() -> None:
    head = await AuditHead.get_or_none(id=audit.HEAD)
    # A seal that fits no key was forged: it stays, so that the fault is found.
    if head is not None and audit.seal_fits(head):
        fresh = audit.seal(head.number, head.hash)
        await AuditHead.filter(id=head.id, number=head.number).update(seal=fresh)
