"""Nothing is lost, doubled or left undone when the bot is killed again and again in the middle of its work."""

import os
import random

import pytest

from tests.kill.checks import wrong
from tests.kill.installation import Installation, opened_world
from tests.kill.platform import Platform, served
from tests.kill.storm import Size, storm
from workflows.models import Message

SHORT = Size(drafts=16, alerts=8, kills=4, expire_hours=12)
FULL = Size(drafts=204, alerts=100, kills=32, expire_hours=30)


async def _survived(installation: Installation, size: Size) -> None:
    seed = int(os.environ.get("GATEPOST_TEST_SEED") or random.SystemRandom().randrange(10**6))
    platform = Platform(random.Random(seed))
    async with served(platform) as address:
        bot = installation.bot(address, size.expire_hours)
        run, seconds = await storm(size, seed, installation.cast, bot, platform)
        async with opened_world(bot.setup) as world:
            print(figures := run.figures(seconds, await Message.all().count()))
            faults = await wrong(run, world)
    assert not faults, "\n".join([figures, *faults[:40], *bot.errors[-10:]])
    assert platform.duplicates == 0, figures


async def test_a_short_storm(installation: Installation) -> None:
    await _survived(installation, SHORT)


@pytest.mark.long
async def test_a_full_storm(soaked: Installation) -> None:
    await _survived(soaked, FULL)
