"""Logs hold ids: whatever goes wrong, no name, text or address gets into them."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from bot.logging import set_up
from workflows.errors import Refused

NAME = "Amara Okonkwo"


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    before, level = logging.root.handlers, logging.root.level
    stream = io.StringIO()
    set_up("info", stream)
    yield stream
    logging.root.handlers, logging.root.level = before, level
    structlog.reset_defaults()


def only(stream: io.StringIO) -> dict[str, Any]:
    (line,) = stream.getvalue().splitlines()
    return dict(json.loads(line))


def fail(error: Exception) -> None:
    raise error


def test_ids_are_logged(lines: io.StringIO) -> None:
    structlog.get_logger("bot.test").info("post published", post="3f2a", account="hillside-facebook", attempt=2)
    logged = only(lines)
    assert (logged["event"], logged["post"], logged["account"], logged["attempt"], logged["level"]) == (
        "post published",
        "3f2a",
        "hillside-facebook",
        2,
        "info",
    )


@pytest.mark.parametrize("field", ["text", "author", "name", "pupil_name", "email", "identity"])
def test_a_field_that_is_not_on_the_list_is_dropped(lines: io.StringIO, field: str) -> None:
    structlog.get_logger("bot.test").info("comment stored", **{field: "Amara"})
    assert "Amara" not in lines.getvalue()


@pytest.mark.parametrize("value", [NAME, "amara@hillside.example", ["Amara"], {"forename": "Amara"}])
def test_a_text_in_a_listed_field_is_removed(lines: io.StringIO, value: object) -> None:
    structlog.get_logger("bot.test").info("comment stored", about=value)
    assert "mara" not in lines.getvalue()
    assert only(lines)["about"] == "[removed]"


def test_an_exception_with_a_name_leaves_its_type_and_place(lines: io.StringIO) -> None:
    try:
        fail(ValueError(f"{NAME} is not a valid pupil"))
    except ValueError:
        structlog.get_logger("bot.test").exception("command failed", id="c1")
    assert "Amara" not in lines.getvalue()
    logged = only(lines)["exception"]
    assert logged["type"] == "ValueError"
    assert logged["at"][-1].endswith(" fail")


def test_the_cause_of_an_exception_is_described_without_its_words(lines: io.StringIO) -> None:
    try:
        try:
            fail(KeyError(NAME))
        except KeyError as error:
            raise RuntimeError(NAME) from error
    except RuntimeError:
        structlog.get_logger("bot.test").exception("command failed")
    assert "Amara" not in lines.getvalue()
    assert only(lines)["exception"]["because"]["type"] == "KeyError"


def test_our_own_sentences_are_kept(lines: io.StringIO) -> None:
    try:
        fail(Refused("Somebody else has to decide it."))
    except Refused:
        structlog.get_logger("bot.test").exception("command refused")
    assert only(lines)["exception"]["message"] == "Somebody else has to decide it."


def test_libraries_are_named_and_not_quoted(lines: io.StringIO) -> None:
    logging.getLogger("tortoise.db_client").warning("INSERT %s", [NAME])
    try:
        fail(ValueError(NAME))
    except ValueError:
        logging.getLogger("aiohttp.server").exception(f"failed for {NAME}")
    assert "Amara" not in lines.getvalue()
    first, second = (json.loads(line) for line in lines.getvalue().splitlines())
    assert first["logger"] == "tortoise.db_client"
    assert second["exception"]["type"] == "ValueError"


def test_the_level_is_kept(lines: io.StringIO) -> None:
    structlog.get_logger("bot.test").debug("detail")
    assert lines.getvalue() == ""
