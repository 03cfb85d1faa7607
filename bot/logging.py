"""Logs hold ids and nothing else: unknown fields, foreign messages and exception texts are left out."""

import logging
import re
import sys
import traceback
from collections.abc import MutableMapping
from types import TracebackType
from typing import Any, TextIO

import structlog

from workflows.errors import GatepostError

Entry = MutableMapping[str, Any]
ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None]

FIELDS = """
about account action alert attempt attempts card command comment count done effect error event_id exception executor
form id key kind level logger number of person picture platform port post retry_after school seconds state status task
timestamp total verb version wait where
"""
ALLOWED = frozenset(FIELDS.split())
# An id or a word: no spaces, so that no sentence and hardly any name fits; no @, so that no address does.
WORD = re.compile(r"[^\s@]{0,220}")
OURS = ("bot", "workflows")
REMOVED = "[removed]"
FRAMES = 12


def set_up(level: str, stream: TextIO | None = None) -> None:
    """Send what this process logs to `stream` (standard error) as JSON lines; from libraries only warnings."""
    out = logging.StreamHandler(stream or sys.stderr)
    out.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[_foreign],
            processors=[
                structlog.stdlib.add_log_level,
                structlog.processors.TimeStamper(fmt="iso", utc=True),
                exceptions_without_texts,
                ids_only,
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ],
        )
    )
    logging.root.handlers = [out]
    logging.root.setLevel(max(logging.WARNING, logging.getLevelNamesMapping()[level.upper()]))
    for own in OURS:
        logging.getLogger(own).setLevel(level.upper())
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


def ids_only(logger: Any, method: str, entry: Entry) -> Entry:
    """Drop every field that is not on the list, and every value that is more than an id or a word."""
    kept = {
        name: value
        for name, value in entry.items()
        if name in ALLOWED or name in ("event", "_record", "_from_structlog")
    }
    return {name: value if name in ("event", "_record", "exception") else _word(value) for name, value in kept.items()}


def exceptions_without_texts(logger: Any, method: str, entry: Entry) -> Entry:
    """Say where an exception came from; its own words only where they are Gatepost's."""
    info = entry.pop("exc_info", None)
    error = _exception(info)
    if error is not None:
        entry["exception"] = described(error)
    return entry


def described(error: BaseException) -> dict[str, object]:
    """The type and the places of an exception and of its causes; the message of Gatepost's own ones."""
    frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
    told: dict[str, object] = {
        "type": type(error).__name__,
        "at": [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames],
    }
    if isinstance(error, GatepostError):
        told["message"] = str(error)
    if cause := error.__cause__ or (None if error.__suppress_context__ else error.__context__):
        told["because"] = described(cause)
    return told


def _exception(info: object) -> BaseException | None:
    if isinstance(info, BaseException):
        return info
    if isinstance(info, tuple):
        return info[1]  # type: ignore[no-any-return]
    return sys.exc_info()[1] if info else None


def _foreign(logger: Any, method: str, entry: Entry) -> Entry:
    """What a library says may quote anything: only which one it was, and where, is kept."""
    record = entry["_record"]
    return {
        **entry,
        "event": "a library logged something",
        "logger": record.name,
        "where": f"{record.filename}:{record.lineno}",
    }


def _word(value: object) -> object:
    if value is None or isinstance(value, bool | int | float):
        return value
    return str(value) if isinstance(value, str) and WORD.fullmatch(value) else REMOVED
