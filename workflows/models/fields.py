"""Fields whose content is encrypted in the database and plain in the program."""

import json
from collections.abc import Callable
from typing import Any

from tortoise import fields
from tortoise.models import Model

from workflows.keys import keyring

# The ORM passes both stored and freshly set values through `to_python_value`. A control character
# that no intake lets through (`workflows.intake`) tells the stored ones.
MARK = "\x1a"


class SealedText(fields.TextField):
    """Text, encrypted at rest."""

    def to_db_value(self, value: Any, instance: type[Model] | Model) -> str | None:
        """Encrypt on the way in."""
        return None if value is None else _sealed(str(value))

    def to_python_value(self, value: Any) -> Any:
        """Decrypt on the way out."""
        return _plain(value, str)


class SealedJSON(fields.Field[dict[str, Any]], dict):  # type: ignore[type-arg]
    """A JSON object, encrypted at rest."""

    indexable = False
    SQL_TYPE = "TEXT"

    def to_db_value(self, value: Any, instance: type[Model] | Model) -> str | None:
        """Encrypt on the way in."""
        return None if value is None else _sealed(json.dumps(value, sort_keys=True))

    def to_python_value(self, value: Any) -> Any:
        """Decrypt on the way out."""
        return _plain(value, json.loads)


def _sealed(plain: str) -> str:
    return MARK + keyring().seal(plain.encode()).decode()


def _plain(value: Any, read: Callable[[str], Any]) -> Any:
    if isinstance(value, str) and value.startswith(MARK):
        return read(keyring().unseal(value[1:].encode()).decode())
    return value
