"""The fixture that every scenario plays on, on both databases."""

import pytest

from tests.database import Database
from tests.scenarios.story import Story


@pytest.fixture
async def story(database: Database) -> Story:
    return await Story.begin()
