"""Gatepost at work on an empty place, with everything outside in memory."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.app import Place, running
from tests.bench.chat import InstantNetwork, Platform
from tests.bench.life import BREATH, Stage
from tests.builders import a_trust
from workflows.clocks import SystemClock


@asynccontextmanager
async def stage(place: Place, breath: float = BREATH) -> AsyncIterator[Stage]:
    """A running bot with the small trust of the tests: one account has a network, the other is done by hand."""
    platform = Platform()
    async with running(place, platform, SystemClock(), networks={"facebook": InstantNetwork()}) as gatepost:
        yield Stage(gatepost.intake, platform, await a_trust(), breath)
