"""The reader that the bot keeps: ready for the first text, and nothing that the garbage collector has to walk."""

import gc
import weakref

import pytest

from tests.database import Database
from tests.registers.sheets import a_pupil, import_pupils, import_trust
from tests.staff import NOON
from workflows.policy.facts import Comment
from workflows.registers import consents
from workflows.registers.readers import RegisterReaders


@pytest.fixture
async def readers(database: Database) -> RegisterReaders:
    await import_trust()
    await import_pupils(a_pupil("H1", consents="yes,,yes,no"))
    return RegisterReaders()


async def test_a_reader_that_is_replaced_goes_without_the_garbage_collector(readers: RegisterReaders) -> None:
    first = weakref.ref(await readers.current())
    gc.disable()
    try:
        await consents.change("H1", "image_public", "no", "letter", "person:4", NOON)
        await readers.current()
        assert first() is None
    finally:
        gc.enable()


async def test_a_new_reader_is_out_of_the_garbage_collectors_way(readers: RegisterReaders) -> None:
    reader = await readers.current()
    walked = {id(each) for each in gc.get_objects()}
    assert not any(id(each) in walked for each in gc.get_referents(reader) if gc.is_tracked(each))
    assert not reader.comment(Comment("hillside", "Well done.")).urgent
