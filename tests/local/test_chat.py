"""The local chat keeps the promises of the chat port."""

import asyncio
import sqlite3
from dataclasses import replace

import pytest

from bot.local import APPS
from bot.local.chat import LocalChat
from bot.local.models import LocalMessage
from tests.cards.samples import ALERT, DRAFT, TEXT
from workflows import database
from workflows.clocks import SystemClock
from workflows.errors import Unreachable
from workflows.ports import Incoming, MessageRef, Said, ToLeadership, ToPerson


async def test_a_card_sent_twice_under_one_key_stands_once(chat: LocalChat) -> None:
    first = await chat.post(ToPerson(1), DRAFT, "key")
    assert await chat.post(ToPerson(1), DRAFT, "key") == first
    assert await LocalMessage.all().count() == 1


async def test_two_senders_at_once_still_send_once(chat: LocalChat) -> None:
    refs = await asyncio.gather(*(chat.post(ToPerson(1), DRAFT, "key") for _ in range(10)))
    assert len(set(refs)) == 1


async def test_a_card_is_found_by_its_key_where_it_was_sent(chat: LocalChat) -> None:
    ref = await chat.post(ToLeadership("oakfield"), ALERT, "key")
    assert ref == MessageRef("local", "leadership:oakfield", ref.reference)
    assert await chat.find(ToLeadership("oakfield"), "key") == ref
    assert await chat.find(ToPerson(1), "key") is None
    assert await chat.find(ToLeadership("oakfield"), "another") is None


async def test_a_redrawn_card_stays_in_its_place_and_is_news(chat: LocalChat) -> None:
    ref = await chat.post(ToLeadership("oakfield"), ALERT, "key")
    await chat.post(ToLeadership("oakfield"), ALERT, "later")
    await chat.update(ref, replace(ALERT, state="acknowledged"))
    message = await LocalMessage.get(id=int(ref.reference))
    assert (message.state, message.change) == ("acknowledged", 3)


async def test_a_card_that_looks_the_same_is_no_news(chat: LocalChat) -> None:
    ref = await chat.post(ToPerson(1), DRAFT, "key")
    await chat.update(ref, DRAFT)
    assert (await LocalMessage.get(id=int(ref.reference))).change == 1


async def test_a_message_that_is_gone_cannot_be_redrawn(chat: LocalChat) -> None:
    with pytest.raises(Unreachable):
        await chat.update(MessageRef("local", "dm:1", "404"), DRAFT)


async def test_what_a_person_says_is_kept_once_under_the_card_it_replies_to(chat: LocalChat) -> None:
    card = await chat.post(ToPerson(7), DRAFT, "key")
    said = Said("event", 7, "looks good", (Incoming("photo.jpg", b"..."),), under="key")
    message = await chat.hear(said)
    assert await chat.hear(said) == message
    assert message.content == {"text": "looks good", "files": ["photo.jpg"]}
    assert (message.author, message.under, message.conversation) == (7, int(card.reference), "dm:7")


async def test_listeners_hear_of_every_change(chat: LocalChat) -> None:
    with chat.changes.listening() as bell:
        ref = await chat.post(ToPerson(1), DRAFT, "key")
        await asyncio.wait_for(bell.wait(), 1)
        bell.clear()
        await chat.update(ref, replace(DRAFT, state="in_review"))
        await asyncio.wait_for(bell.wait(), 1)


async def test_messages_survive_a_restart_and_lie_encrypted_in_the_file(chat: LocalChat, local_database: str) -> None:
    ref = await chat.post(ToPerson(1), DRAFT, "key")
    await database.disconnect()
    with sqlite3.connect(local_database.removeprefix("sqlite://")) as file:
        assert TEXT[:20] not in str(file.execute("select * from local_message").fetchall())
    await database.connect(local_database, APPS)
    assert await LocalChat(SystemClock()).find(ToPerson(1), "key") == ref
    assert TEXT[:20] in str((await LocalMessage.get(key="key")).content)
