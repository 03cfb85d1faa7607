"""Live updates: nothing lost, nothing doubled, nothing of other people."""

import asyncio
from dataclasses import replace

from bot.local.chat import LocalChat
from tests.cards.samples import ALERT, DRAFT
from tests.local.browser import Browser
from tests.local.fakes import ADMIN, CHANNEL, HEAD, LEADER
from workflows.ports import ToLeadership, ToPerson


async def test_a_new_card_appears_without_loading_the_page(browser: Browser, chat: LocalChat) -> None:
    async with browser.stream(ADMIN) as stream, asyncio.timeout(5):
        ref = await chat.post(ToPerson(ADMIN.id), DRAFT, "1")
        event = await stream.next()
        assert event.data["id"] == int(ref.reference)
        assert "What a morning at the allotment!" in event.data["html"]


async def test_after_a_lost_connection_exactly_the_missing_messages_come(browser: Browser, chat: LocalChat) -> None:
    refs = [await chat.post(ToPerson(ADMIN.id), DRAFT, str(number)) for number in range(3)]
    async with browser.stream(ADMIN) as stream, asyncio.timeout(5):
        last = (await stream.next()).id
    await chat.post(ToPerson(HEAD.id), DRAFT, "elsewhere")
    await chat.update(refs[0], replace(DRAFT, state="in_review"))
    async with browser.stream(ADMIN, after=0, last=last) as stream, asyncio.timeout(5):
        again = [(await stream.next()).data["id"] for _ in range(3)]
        assert again == [int(refs[1].reference), int(refs[2].reference), int(refs[0].reference)]
        ref = await chat.post(ToPerson(ADMIN.id), DRAFT, "new")
        assert (await stream.next()).data["id"] == int(ref.reference)


async def test_a_redrawn_card_comes_again_under_its_own_number(browser: Browser, chat: LocalChat) -> None:
    ref = await chat.post(ToPerson(ADMIN.id), DRAFT, "1")
    async with browser.stream(ADMIN, after=1) as stream, asyncio.timeout(5):
        await stream.next("state")
        await chat.update(ref, replace(DRAFT, state="withdrawn"))
        event = await stream.next()
        assert (event.data["id"], event.id) == (int(ref.reference), "2")
        assert 'data-verb="post.submit"' not in event.data["html"]


async def test_news_elsewhere_is_counted_and_not_told(browser: Browser, chat: LocalChat) -> None:
    async with browser.stream(ADMIN) as stream, asyncio.timeout(5):
        await stream.next("state")
        await chat.post(ToLeadership("oakfield"), ALERT, "1")
        state = await stream.next("state")
    assert state.data["people"] == {"1": 1, "2": 0, "3": 1, "4": 0, "5": 0}
    assert "recognise" not in str(state.data)


async def test_what_a_person_has_seen_is_no_news_for_them_but_still_for_others(
    browser: Browser, chat: LocalChat
) -> None:
    ref = await chat.post(ToLeadership("oakfield"), ALERT, "1")
    await browser.send("/seen", HEAD, conversation=CHANNEL.id, message=int(ref.reference))
    async with browser.stream(HEAD) as stream, asyncio.timeout(5):
        state = await stream.next("state")
    assert state.data["unseen"][CHANNEL.id] == 0
    assert (state.data["people"]["1"], state.data["people"]["3"]) == (0, 1)


async def test_leadership_reads_the_channel_as_one(browser: Browser, chat: LocalChat) -> None:
    async with (
        browser.stream(HEAD, CHANNEL.id) as head,
        browser.stream(LEADER, CHANNEL.id) as leader,
        asyncio.timeout(5),
    ):
        await chat.post(ToLeadership("oakfield"), ALERT, "1")
        assert (await head.next()).id == (await leader.next()).id


async def test_the_steps_tick_themselves_off(browser: Browser, chat: LocalChat) -> None:
    async with browser.stream(ADMIN) as stream, asyncio.timeout(5):
        assert (await stream.next("state")).data["steps"] == [False] * 5
        await chat.post(ToPerson(ADMIN.id), DRAFT, "1")
        assert (await stream.next("state")).data["steps"] == [True] + [False] * 4


async def test_time_can_be_moved_on_in_training(browser: Browser) -> None:
    response = await browser.send("/skip", ADMIN, to="four hours")
    assert await response.json() == {"time": "Tuesday 3 November 2026, 20:20"}
    response = await browser.send("/skip", ADMIN, to="morning")
    assert await response.json() == {"time": "Wednesday 4 November 2026, 08:30"}
    assert (await browser.send("/skip", ADMIN, to="last year")).status == 422
