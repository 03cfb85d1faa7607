"""The audit log: who did what and when, each entry chained to the one before, its end sealed."""

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime

from tortoise.expressions import F

from workflows.keys import keyring
from workflows.models import AuditEntry, AuditHead

HEAD = 1
WORD = re.compile(r"[^\s@]{0,120}")


async def record(action: str, about: str, actor: str, details: Mapping[str, object], at: datetime) -> None:
    """Append an entry; call it last inside the caller's transaction, which may not be split afterwards.

    `actor` is a person id or the name of a command. `details` carry ids, numbers and words of a closed
    vocabulary; anything with a space or an @ raises ValueError, so that no name or text gets in by mistake.
    Writers wait here for each other until the transaction ends.
    """
    _refuse_texts({"action": action, "about": about, "actor": actor, **details})
    head = await _claim_head()
    entry = AuditEntry(
        number=head.number, at=at, actor=actor, action=action, about=about, details=dict(details), before=head.hash
    )
    entry.hash = digest(entry)
    await entry.save(force_create=True)
    await AuditHead.filter(id=HEAD).update(hash=entry.hash, seal=seal(entry.number, entry.hash))


async def _claim_head() -> AuditHead:
    # A write comes first: it makes the writers of both databases wait, where a read would let them overtake.
    while not await AuditHead.filter(id=HEAD).update(number=F("number") + 1):
        await AuditHead.bulk_create([AuditHead(id=HEAD)], ignore_conflicts=True)
    return await AuditHead.get(id=HEAD)


def digest(entry: AuditEntry) -> str:
    """SHA-256 over the entry as canonical JSON, the hash of the entry before included."""
    content = {
        "number": entry.number,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor": entry.actor,
        "action": entry.action,
        "about": entry.about,
        "details": entry.details,
        "before": entry.before,
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def seal(number: int, entry_hash: str) -> str:
    """What only a holder of the newest key can write beside the number and hash of the last entry."""
    return keyring().index(_sealed_words(number, entry_hash))


def seal_fits(head: AuditHead) -> bool:
    """Whether the head was written by a holder of one of the keys."""
    return head.seal in keyring().indexes(_sealed_words(head.number, head.hash))


def _sealed_words(number: int, entry_hash: str) -> str:
    return f"audit head {number} {entry_hash}"


def _refuse_texts(words: Mapping[str, object]) -> None:
    for name, value in words.items():
        parts = value if isinstance(value, list | tuple) else [value]
        if not all(_is_word(part) for part in parts):
            raise ValueError(f"The audit log takes ids, numbers and single words only, and {name} is none of these.")


def _is_word(value: object) -> bool:
    if isinstance(value, str):
        return WORD.fullmatch(value) is not None
    return value is None or isinstance(value, bool | int)
