"""What came in is durable before it is acknowledged, dealt with once and in order, and again after a crash."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.slack.inbox import ATTEMPTS, OURS, Arrived, Inbox
from bot.slack.journal import Journal
from workflows.errors import ChatError, RateLimited, Refused


@dataclass
class Desk:
    """Deals with things as it is told to; `faults` are met one after the other."""

    folder: Path
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
def desk(tmp_path: Path) -> Desk:
    found = Desk(tmp_path)
    found.hold.set()
    return found


async def opened(desk: Desk, name: str = "one") -> Inbox:
    inbox = Inbox(Journal(desk.folder / f"{name}.journal"), desk.work, desk.refuse)
    await inbox.resume()
    return inbox


def message(number: int, lane: str = "U1") -> Arrived:
    return Arrived(f"Ev{number}", "event", {"text": "Amara was here"}, lane)


async def until(met: Callable[[], object]) -> None:
    async with asyncio.timeout(5):
        while not met():  # noqa: ASYNC110 - the inbox works by itself
            await asyncio.sleep(0.01)


async def test_it_is_stored_encrypted_before_it_is_dealt_with(desk: Desk) -> None:
    desk.hold.clear()
    inbox = await opened(desk)
    await inbox.take(message(1))
    kept = (desk.folder / "one.journal").read_text()
    assert "Ev1" in kept
    assert "Amara" not in kept
    await inbox.close()


async def test_the_same_again_is_dealt_with_once(desk: Desk) -> None:
    inbox = await opened(desk)
    await asyncio.gather(*(inbox.take(message(1)) for _ in range(5)))
    await inbox.take(message(1))
    await until(lambda: desk.done)
    await asyncio.sleep(0.05)
    assert desk.done == ["Ev1"]


async def test_hundreds_at_once_are_all_dealt_with(desk: Desk) -> None:
    inbox = await opened(desk)
    await asyncio.gather(*(inbox.take(message(number, f"U{number % 7}")) for number in range(300)))
    await until(lambda: len(desk.done) == 300)
    assert sorted(desk.done) == sorted(f"Ev{number}" for number in range(300))


async def test_what_somebody_did_keeps_its_order(desk: Desk) -> None:
    inbox = await opened(desk)
    desk.faults = [ChatError("once")]
    for number in range(1, 6):
        await inbox.take(message(number))
    await until(lambda: len(desk.done) == 5)
    assert desk.done == [f"Ev{number}" for number in range(1, 6)]


async def test_after_a_crash_the_own_journal_is_taken_up(desk: Desk) -> None:
    desk.hold.clear()
    one, two = await opened(desk), await opened(desk, "two")
    await one.take(message(1))
    await two.take(message(2))
    await one.close()
    await two.close()
    desk.hold.set()
    again = await opened(desk)
    await until(lambda: desk.done)
    await asyncio.sleep(0.05)
    assert desk.done == ["Ev1"]
    await again.take(message(1))
    await again.close()
    assert desk.done == ["Ev1"]


async def test_what_is_done_leaves_no_words_behind(desk: Desk) -> None:
    inbox = await opened(desk)
    await inbox.take(message(1))
    await until(lambda: desk.done)
    await asyncio.sleep(0.02)
    await inbox.clean_up()
    assert (desk.folder / "one.journal").read_bytes() == b""
    await inbox.take(message(1))
    await inbox.close()
    assert desk.done == ["Ev1"], "and is still known when it comes again"


async def test_a_line_that_a_power_cut_broke_off_was_never_acknowledged_and_harms_nothing(desk: Desk) -> None:
    desk.hold.clear()
    inbox = await opened(desk)
    await inbox.take(message(1))
    await inbox.close()
    file = desk.folder / "one.journal"
    file.write_bytes(file.read_bytes() + b'{"id":"Ev2","sea')
    desk.hold.set()
    await opened(desk)
    await until(lambda: desk.done)
    assert desk.done == ["Ev1"]


async def test_a_disk_that_is_full_acknowledges_nothing(desk: Desk) -> None:
    inbox = await opened(desk)
    inbox._journal.close()
    with pytest.raises(OSError, match="Bad file"):
        await inbox.take(message(1))
    assert desk.done == []


async def test_a_refusal_is_said_and_settles_it(desk: Desk) -> None:
    desk.faults = [Refused("No.")]
    inbox = await opened(desk)
    await inbox.take(message(1))
    await until(lambda: desk.said)
    assert desk.said == ["No."]
    assert desk.done == []


async def test_slacks_own_waiting_time_is_waited(desk: Desk) -> None:
    desk.faults = [RateLimited(0.2)]
    inbox = await opened(desk)
    await inbox.take(message(1))
    await asyncio.sleep(0.1)
    assert desk.done == []
    await until(lambda: desk.done)


async def test_what_never_works_is_given_up_with_a_sentence(desk: Desk) -> None:
    desk.faults = [RateLimited(0.0) for _ in range(ATTEMPTS)]
    await (await opened(desk)).take(message(1))
    await until(lambda: desk.said)
    assert desk.said == [OURS]


async def test_a_form_that_is_refused_in_time_says_so_and_may_come_again(desk: Desk) -> None:
    inbox = await opened(desk)
    desk.faults = [Refused("Too long.")]
    assert await inbox.settle(message(1), 2.0) == "Too long."
    assert desk.said == []
    assert await inbox.settle(message(1), 2.0) == ""
    assert desk.done == ["Ev1"]


async def test_a_form_that_takes_long_is_acknowledged_and_refused_afterwards(desk: Desk) -> None:
    inbox = await opened(desk)
    desk.hold.clear()
    desk.faults = [Refused("Too long.")]
    assert await inbox.settle(message(1), 0.05) == ""
    desk.hold.set()
    await until(lambda: desk.said)
    assert desk.said == ["Too long."]
