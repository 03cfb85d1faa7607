"""The chat port against Slack's errors: each has its outcome, no message is lost, none stands there twice."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import pytest

from bot.slack.api import Api
from bot.slack.chat import SlackChat
from bot.slack.identity import Identities
from bot.slack.pictures import Pictures
from tests.builders import Cast, a_trust
from tests.cards.samples import APPROVAL, DRAFT
from tests.fakes.clock import TestClock
from tests.fakes.slack import FakeSlack, served
from tests.fakes.slack.workspace import BOT, BOT_TOKEN, Json
from tests.slack.stage import LEADERSHIP, MONDAY_NINE, populate, shown, user_of, words
from workflows.cards import Notice
from workflows.errors import ChatError, RateLimited, Unreachable
from workflows.models import LeadershipChannel
from workflows.ports import Destination, ToLeadership, ToPerson

NOTICE = Notice("A sentence.")
LONG = "".join(f"Bulb number {n} was planted beside the path. " for n in range(400))
CHANNEL = ToLeadership("hillside")


@dataclass
class Line:
    """The port on one end, Slack on the other."""

    chat: SlackChat
    slack: FakeSlack
    cast: Cast

    @property
    def head(self) -> Destination:
        return ToPerson(self.cast.head)

    def said(self) -> list[Json]:
        return self.slack.space.cards(self.slack.space.direct(user_of("head")).id)


@pytest.fixture
async def line(slack_database: None) -> AsyncIterator[Line]:
    async with served() as slack:
        cast = await a_trust()
        await populate(slack.space, cast)
        slack.space.add_channel(LEADERSHIP, "private", BOT, user_of("head"))
        await LeadershipChannel.create(
            school_id="hillside", platform="slack", conversation=LEADERSHIP, bound_at=MONDAY_NINE
        )
        api = Api(BOT_TOKEN, f"{slack.space.base}/api/", per_channel=0.0)
        chat = SlackChat(api, Identities(api, TestClock(MONDAY_NINE)), Pictures(api), lambda person: None)
        yield Line(chat, slack, cast)
        await api.close()


ERRORS: dict[str, tuple[str, type[ChatError], str]] = {
    "not in the channel": ("not_in_channel", Unreachable, "not_in_channel"),
    "channel gone": ("channel_not_found", Unreachable, "not_in_channel"),
    "archived": ("is_archived", Unreachable, "archived"),
    "token revoked": ("token_revoked", Unreachable, "revoked"),
    "invalid token": ("invalid_auth", Unreachable, "revoked"),
    "account of the app closed": ("account_inactive", Unreachable, "revoked"),
    "told to wait": ("429:7", RateLimited, ""),
    "server error": ("500", ChatError, ""),
    "gateway error": ("503", ChatError, ""),
    "an error that nobody knows": ("fatal_error", ChatError, ""),
}


@pytest.mark.parametrize("name", ERRORS)
async def test_each_error_has_its_outcome(line: Line, name: str) -> None:
    error, kind, reason = ERRORS[name]
    line.slack.space.trouble["chat.postMessage"] = [error]
    with pytest.raises(kind) as caught:
        await line.chat.post(CHANNEL, NOTICE, "key")
    assert getattr(caught.value, "reason", "") == reason
    assert isinstance(caught.value, Unreachable) == (kind is Unreachable)


async def test_slacks_own_waiting_time_is_kept(line: Line) -> None:
    line.slack.space.trouble["chat.postMessage"] = ["429:7"]
    with pytest.raises(RateLimited) as caught:
        await line.chat.post(line.head, NOTICE, "key")
    assert caught.value.retry_after == 7.0


async def test_an_answer_that_was_lost_is_looked_up_and_the_card_stands_there_once(line: Line) -> None:
    line.slack.space.trouble["chat.postMessage"] = ["lost"]
    with pytest.raises(ChatError):
        await line.chat.post(line.head, NOTICE, "key")
    assert len(line.said()) == 1, "sent once, not again by a library"
    found = await line.chat.find(line.head, "key")
    assert found is not None
    assert found.reference == line.said()[0]["ts"]
    assert await line.chat.find(line.head, "another key") is None


async def test_a_card_is_found_again_among_hundreds(line: Line) -> None:
    ref = await line.chat.post(line.head, NOTICE, "key")
    direct = line.slack.space.direct(user_of("head"))
    for number in range(450):
        line.slack.space.message(direct, user_of("head"), f"word {number}")
    assert await line.chat.find(line.head, "key") == ref


async def test_a_reply_is_found_in_its_thread(line: Line) -> None:
    first = await line.chat.post(CHANNEL, NOTICE, "first")
    reply = await line.chat.post(CHANNEL, NOTICE, "reply", under=first)
    assert await line.chat.find(CHANNEL, "reply", first) == reply
    assert await line.chat.find(CHANNEL, "reply") is None


async def test_a_long_card_of_which_a_part_is_missing_is_sent_anew_as_a_whole(line: Line) -> None:
    card = replace(APPROVAL, text=LONG, pictures=())
    line.slack.space.trouble["chat.postMessage"] = ["", "500"]
    with pytest.raises(ChatError):
        await line.chat.post(line.head, card, "key")
    assert await line.chat.find(line.head, "key") is None
    assert line.said() == []
    ref = await line.chat.post(line.head, card, "key")
    assert await line.chat.find(line.head, "key") == ref
    assert LONG.strip() in words(line.said())
    assert line.slack.space.duplicates() == 0


async def test_the_parts_of_a_long_reply_stand_in_the_same_thread(line: Line) -> None:
    first = await line.chat.post(CHANNEL, NOTICE, "first")
    card = replace(APPROVAL, text=LONG, pictures=())
    ref = await line.chat.post(CHANNEL, card, "long", under=first)
    thread = [one for one in line.slack.space.channels[LEADERSHIP].messages if one.get("thread_ts") == first.reference]
    assert len(thread) > 1
    assert await line.chat.find(CHANNEL, "long", first) == ref
    await line.chat.update(ref, replace(card, text="Short."))
    assert "Short." in words(line.slack.space.channels[LEADERSHIP].messages)
    assert "Bulb" not in words(line.slack.space.channels[LEADERSHIP].messages)


async def test_a_short_card_that_becomes_long_goes_on_in_its_thread(line: Line) -> None:
    ref = await line.chat.post(line.head, DRAFT, "key")
    await line.chat.update(ref, replace(DRAFT, text=LONG))
    assert LONG.strip() in words(line.said())
    await line.chat.update(ref, replace(DRAFT, text=LONG.replace("Bulb", "Tulip")))
    assert "Bulb" not in words(line.said())


@pytest.mark.parametrize("error", ["msg_blocks_too_long", "msg_too_long", "invalid_blocks"])
async def test_a_card_that_slack_does_not_take_as_drawn_is_drawn_more_simply(line: Line, error: str) -> None:
    line.slack.space.trouble["chat.postMessage"] = [error]
    await line.chat.post(line.head, replace(APPROVAL, text=LONG[:8000], pictures=()), "key")
    assert LONG[:8000].strip() in words(line.said())
    line.slack.space.trouble["chat.postMessage"] = [error, error]
    await line.chat.post(line.head, replace(APPROVAL, pictures=()), "other")
    assert APPROVAL.text in line.said()[-1]["text"]
    assert "Home tab" in line.said()[-1]["text"]


async def test_a_message_that_is_gone_cannot_be_redrawn(line: Line) -> None:
    ref = await line.chat.post(line.head, NOTICE, "key")
    line.slack.space.channels[ref.conversation].messages.clear()
    with pytest.raises(Unreachable) as caught:
        await line.chat.update(ref, NOTICE)
    assert caught.value.reason == "missing"


async def test_somebody_without_an_account_cannot_be_reached(line: Line) -> None:
    del line.slack.space.users[user_of("head")]
    with pytest.raises(Unreachable) as caught:
        await line.chat.post(line.head, NOTICE, "key")
    assert caught.value.reason == "no_identity"
    assert not await line.chat.finds(line.cast.head)
    assert await line.chat.finds(line.cast.teacher)


async def test_a_school_without_a_channel_cannot_be_alerted_there(line: Line) -> None:
    with pytest.raises(Unreachable):
        await line.chat.post(ToLeadership("brookside"), NOTICE, "key")


async def test_a_notification_says_what_the_card_is_about_and_mentions_nobody(line: Line) -> None:
    await line.chat.post(line.head, replace(DRAFT, school="<!channel> & Co"), "key")
    (message,) = line.said()
    assert "&lt;!channel&gt; &amp; Co" in message["text"]
    assert "<!channel>" not in shown(message)
