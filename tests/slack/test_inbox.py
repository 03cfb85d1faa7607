"""What came in is durable before it is acknowledged, dealt with once and in order, and again after a crash."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from bot.slack import inbox as inbox_module
from bot.slack.inbox import OURS, Arrived, Inbox
from bot.slack.models import SlackEvent
from tests.fakes.clock import TestClock
from tests.slack.stage import MONDAY_NINE
from workflows.errors import ChatError, RateLimited, Refused


@dataclass
class Desk:
    """Deals with things as it is told to; `faults` are met one after the other."""

    done: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    faults: list[Exception] = field(default_factory=list)
    hold: asyncio.Event = field(default_factory=asyncio.Event)

    async def work(self, arrived: Arrived) -> None:
        await self.hold.wait()
        if self.faults:
            raise self.faults.pop(0)
        self.done.append(arrived.id)

    async def refuse(self, arrived: Arrived, sentence: str) -> None:
        self.said.append(sentence)


@pytest.fixture
async def desk(slack_database: None) -> Desk:
    found = Desk()
    found.hold.set()
    return found


def opened(desk: Desk, slot: str = "one") -> Inbox:
    return Inbox(slot, TestClock(MONDAY_NINE), desk.work, desk.refuse)


def message(number: int, lane: str = "U1") -> Arrived:
    return Arrived(f"Ev{number}", "event", {"text": "Amara was here"}, lane)


async def until(met: Callable[[], object]) -> None:
    async with asyncio.timeout(5):
        while not met():  # noqa: ASYNC110 - the inbox works by itself
            await asyncio.sleep(0.01)


async def test_it_is_stored_encrypted_before_it_is_dealt_with(desk: Desk) -> None:
    desk.hold.clear()
    inbox = opened(desk)
    await inbox.take(message(1))
    row = await SlackEvent.get()
    assert (row.done, row.payload["payload"]["text"]) == (False, "Amara was here")
    await inbox.close()


async def test_the_same_again_is_dealt_with_once(desk: Desk) -> None:
    inbox = opened(desk)
    await asyncio.gather(*(inbox.take(message(1)) for _ in range(5)))
    await inbox.take(message(1))
    await until(lambda: desk.done)
    await asyncio.sleep(0.05)
    assert desk.done == ["Ev1"]


async def test_hundreds_at_once_are_all_dealt_with(desk: Desk) -> None:
    inbox = opened(desk)
    await asyncio.gather(*(inbox.take(message(number, f"U{number % 7}")) for number in range(300)))
    await until(lambda: len(desk.done) == 300)
    assert sorted(desk.done) == sorted(f"Ev{number}" for number in range(300))


async def test_what_somebody_did_keeps_its_order(desk: Desk) -> None:
    inbox = opened(desk)
    desk.faults = [ChatError("once")]
    for number in range(1, 6):
        await inbox.take(message(number))
    await until(lambda: len(desk.done) == 5)
    assert desk.done == [f"Ev{number}" for number in range(1, 6)]


async def test_after_a_crash_only_the_own_slot_is_taken_up(desk: Desk) -> None:
    desk.hold.clear()
    one, two = opened(desk), opened(desk, "two")
    await one.take(message(1))
    await two.take(message(2))
    await one.close()
    await two.close()
    assert await SlackEvent.filter(done=False).count() == 2
    desk.hold.set()
    again = opened(desk)
    await again.resume()
    await until(lambda: desk.done)
    await asyncio.sleep(0.05)
    assert desk.done == ["Ev1"]


async def test_what_is_done_leaves_no_words_behind_and_is_forgotten_after_a_day(desk: Desk) -> None:
    inbox = opened(desk)
    await inbox.take(message(1))
    await until(lambda: desk.done)
    async with asyncio.timeout(5):
        while not await SlackEvent.filter(done=True, payload=None):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    await inbox.clean_up()
    assert await SlackEvent.all().count() == 1
    later = Inbox("one", TestClock(MONDAY_NINE + 2 * inbox_module.KEPT), desk.work, desk.refuse)
    await later.clean_up()
    assert not await SlackEvent.exists()


async def test_a_refusal_is_said_and_settles_it(desk: Desk) -> None:
    desk.faults = [Refused("No.")]
    inbox = opened(desk)
    await inbox.take(message(1))
    await until(lambda: desk.said)
    assert desk.said == ["No."]
    assert desk.done == []


async def test_slacks_own_waiting_time_is_waited(desk: Desk) -> None:
    desk.faults = [RateLimited(0.2)]
    inbox = opened(desk)
    await inbox.take(message(1))
    await asyncio.sleep(0.1)
    assert desk.done == []
    await until(lambda: desk.done)


async def test_what_never_works_is_given_up_with_a_sentence(desk: Desk) -> None:
    desk.faults = [ValueError("a bug")] * 3
    await SlackEvent.create(
        id="Ev1", kind="event", slot="one", received_at=MONDAY_NINE, attempts=inbox_module.ATTEMPTS - 1,
        payload={"payload": {}, "lane": "U1"},
    )  # fmt: skip
    await opened(desk).resume()
    await until(lambda: desk.said)
    assert desk.said == [OURS]


async def test_a_form_that_is_refused_in_time_says_so_and_may_come_again(desk: Desk) -> None:
    inbox = opened(desk)
    desk.faults = [Refused("Too long.")]
    assert await inbox.settle(message(1), 2.0) == "Too long."
    assert desk.said == []
    async with asyncio.timeout(5):
        while await SlackEvent.exists():  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    assert await inbox.settle(message(1), 2.0) == ""
    assert desk.done == ["Ev1"]


async def test_a_form_that_takes_long_is_acknowledged_and_refused_afterwards(desk: Desk) -> None:
    inbox = opened(desk)
    desk.hold.clear()
    desk.faults = [Refused("Too long.")]
    assert await inbox.settle(message(1), 0.05) == ""
    desk.hold.set()
    await until(lambda: desk.said)
    assert desk.said == ["Too long."]
