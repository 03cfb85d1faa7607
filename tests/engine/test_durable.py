"""The durable engine at work: once is once, timers follow the training clock, what is finished is cleared away."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from dbos import DBOS

from bot.app import Place, Running, running
from tests.builders import Cast, a_trust
from tests.fakes.chat import FakeChat
from tests.scenarios.story import CLEAN
from workflows.cards import ApprovalCard, DraftCard
from workflows.clocks import TrainingClock
from workflows.keys import new_key
from workflows.models import Person, Post
from workflows.ports import Pressed, Said

SECONDS, STEP = 20.0, 0.01


@dataclass
class Live:
    gatepost: Running
    chat: FakeChat
    clock: TrainingClock
    cast: Cast

    async def until(self, true: Callable[[], bool], what: str) -> None:
        for _ in range(int(SECONDS / STEP)):
            if true():
                return
            await asyncio.sleep(STEP)
        pytest.fail(f"{what} did not come within {SECONDS} s")


@pytest.fixture
async def live(tmp_path: Path) -> AsyncIterator[Live]:
    chat, clock = FakeChat(), TrainingClock()
    async with running(Place.on_files(tmp_path, (new_key(),)), chat, clock) as gatepost:
        yield Live(gatepost, chat, clock, await a_trust())


async def _submitted(live: Live) -> ApprovalCard:
    administrator, head = live.cast.administrator, live.cast.head
    await live.gatepost.intake.said(Said("said", administrator, CLEAN))
    await live.until(lambda: bool(live.chat.cards(administrator, DraftCard)), "the draft card")
    card = live.chat.newest(administrator, DraftCard)
    await live.gatepost.intake.pressed(
        Pressed("sent", administrator, "post.submit", {"post": card.post, "claim": card.claim})
    )
    await live.until(lambda: bool(live.chat.cards(head, ApprovalCard)), "the approval card")
    return live.chat.newest(head, ApprovalCard)


async def test_an_event_that_the_platform_delivers_three_times_happens_once(live: Live) -> None:
    for _ in range(3):
        await live.gatepost.intake.said(Said("the same", live.cast.administrator, CLEAN))
    await live.until(lambda: bool(live.chat.cards(live.cast.administrator, DraftCard)), "the draft card")
    await asyncio.sleep(0.3)
    assert await Post.all().count() == 1
    assert len(live.chat.cards(live.cast.administrator, DraftCard)) == 1


async def test_a_timer_fires_when_the_training_clock_is_moved_past_it(live: Live) -> None:
    await _submitted(live)
    live.clock.move_on(timedelta(days=3))
    await live.gatepost.engine.retime()
    await live.until(lambda: len(live.chat.cards(live.cast.head, ApprovalCard)) > 1, "the reminder")


async def test_finished_work_is_cleared_away_and_waiting_work_is_not(live: Live) -> None:
    await _submitted(live)
    await asyncio.sleep(0.5)
    assert await live.gatepost.engine.clean_up() == 0
    assert await live.gatepost.engine.clean_up(keep=timedelta(0)) > 0
    left = {one.status for one in await DBOS.list_workflows_async()}
    assert "DELAYED" in left


async def test_work_under_way_is_taken_up_after_a_restart(tmp_path: Path) -> None:
    place, clock = Place.on_files(tmp_path, (new_key(),)), TrainingClock()
    chat = FakeChat()
    async with running(place, chat, clock) as gatepost:
        first = Live(gatepost, chat, clock, await a_trust())
        await _submitted(first)
    clock.move_on(timedelta(days=3))
    async with running(place, chat, clock) as gatepost:
        await gatepost.engine.retime()
        again = Live(gatepost, chat, clock, first.cast)
        await again.until(lambda: len(chat.cards(first.cast.head, ApprovalCard)) > 1, "the reminder")


async def test_1_6_what_waits_for_somebody_who_left_while_the_bot_was_stopped_moves_on_when_it_starts(
    tmp_path: Path,
) -> None:
    place, chat, clock = Place.on_files(tmp_path, (new_key(),)), FakeChat(), TrainingClock()
    async with running(place, chat, clock) as gatepost:
        first = Live(gatepost, chat, clock, await a_trust())
        await _submitted(first)
        await Person.filter(id=first.cast.head).update(left_at=clock.now())
    async with running(place, chat, clock) as gatepost:
        again = Live(gatepost, chat, clock, first.cast)
        await again.until(lambda: bool(chat.cards(first.cast.deputy, ApprovalCard)), "the next card")
