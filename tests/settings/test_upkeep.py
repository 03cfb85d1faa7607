"""What is cleaned up again and again (clause 3.7) outlives a failure."""

import asyncio

from bot.upkeep import repeated


async def test_3_7_what_is_done_again_and_again_outlives_a_failure() -> None:
    calls = 0
    done = asyncio.Event()

    async def fails_at_first() -> None:
        nonlocal calls
        calls += 1
        if calls == 1:
            raise OSError("the disk is full")
        done.set()

    async with repeated(fails_at_first, 0.001), asyncio.timeout(5):
        await done.wait()
    assert calls > 1
