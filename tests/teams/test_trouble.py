"""What goes wrong on the way to Teams and back: told to wait, failing, gone, repeated, too large."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from bot.teams import inbox
from bot.teams.adapter import NOT_DONE
from bot.teams.connection import Activity
from bot.teams.connection.inbound import LARGEST_BODY
from bot.teams.models import TeamsReceived
from tests.cards.samples import DRAFT
from tests.fakes.teams.signing import claims, signed
from tests.scenarios.story import CLEAN
from tests.teams.campus import Campus
from tests.teams.drawing import text
from tests.teams.test_draft import photo
from workflows.cards import Notice
from workflows.errors import ChatError, RateLimited, Unreachable
from workflows.models import Post
from workflows.ports import ToPerson
from workflows.states import PostState

NOTICE = Notice("Your draft is kept.")


@pytest.fixture
async def known(campus: Campus) -> Campus:
    """The administrator has written once."""
    await campus.arrives(campus.cast.administrator)
    return campus


def to(campus: Campus) -> ToPerson:
    return ToPerson(campus.cast.administrator)


@pytest.mark.parametrize("as_date", [False, True])
async def test_429_waits_as_long_as_teams_says(known: Campus, as_date: bool) -> None:
    header = format_datetime(datetime.now(UTC) + timedelta(seconds=8), usegmt=True) if as_date else "7"
    known.service.troubles.append((429, {"Retry-After": header}))
    with pytest.raises(RateLimited) as limited:
        await known.teams.chat.post(to(known), NOTICE, "tell:1")
    assert 5 < limited.value.retry_after <= 8


async def test_429_without_a_time_waits_a_little(known: Campus) -> None:
    known.service.troubles.append((429, {}))
    with pytest.raises(RateLimited) as limited:
        await known.teams.chat.post(to(known), NOTICE, "tell:1")
    assert limited.value.retry_after > 0


@pytest.mark.parametrize("status", [400, 409, 412, 413, 500, 502, 503, 504])
async def test_a_failure_is_tried_again_and_the_card_then_stands_once(known: Campus, status: int) -> None:
    known.service.troubles.append((status, {}))
    with pytest.raises(ChatError):
        await known.teams.chat.post(to(known), NOTICE, "tell:1")
    ref = await known.teams.chat.post(to(known), NOTICE, "tell:1")
    assert await known.teams.chat.find(to(known), "tell:1") == ref
    assert [text(one.card) for one in known.cards(known.cast.administrator)].count(NOTICE.sentence) == 1


@pytest.mark.parametrize("status", [403, 404, 410])
async def test_a_conversation_that_is_gone_is_unreachable(known: Campus, status: int) -> None:
    known.service.troubles.append((status, {}))
    with pytest.raises(Unreachable):
        await known.teams.chat.post(to(known), NOTICE, "tell:1")


async def test_a_token_that_is_not_taken_any_more_is_renewed_once(known: Campus) -> None:
    known.service.token = "another-token"
    await known.teams.chat.post(to(known), NOTICE, "tell:1")
    assert known.newest(known.cast.administrator, NOTICE.sentence)


async def test_a_card_of_several_messages_goes_on_where_a_failure_ended_it(known: Campus) -> None:
    long = replace(DRAFT, text="🥔" * 15_000)
    known.service.per_second = 1
    with pytest.raises(RateLimited):
        await known.teams.chat.post(to(known), long, "tell:1")
    assert await known.teams.chat.find(to(known), "tell:1") is None
    known.service.per_second = 0
    await known.teams.chat.post(to(known), long, "tell:1")
    shown = [one for one in known.cards(known.cast.administrator) if "🥔" in text(one.card)]
    assert sum(text(one.card).count("🥔") for one in shown) == 15_000


async def test_somebody_who_never_wrote_is_unreachable(campus: Campus) -> None:
    with pytest.raises(Unreachable) as nobody:
        await campus.teams.chat.post(ToPerson(campus.cast.head), NOTICE, "tell:1")
    assert nobody.value.reason == "no_identity"


async def test_a_repeated_activity_does_nothing_twice(known: Campus) -> None:
    await known.says(known.cast.administrator, CLEAN)
    said = known.hands.sent[-1]
    assert (await known.hands.hand_over(said))[0] == 202
    await known.settled()
    assert await Post.all().count() == 1
    assert len([one for one in known.cards(known.cast.administrator) if CLEAN in text(one.card)]) == 1


async def test_the_same_id_in_two_conversations_is_not_a_repeat(campus: Campus) -> None:
    people = (campus.cast.administrator, campus.cast.other_administrator)
    for person in people:
        user = campus.users[person]
        said = campus.hands.activity(user, campus.hands.chat(user), type="message", text=CLEAN, id="1700000000000")
        await campus.hands.hand_over(said)
    await campus.settled()
    assert await Post.all().count() == 2


async def test_a_file_that_teams_does_not_hand_over_is_tried_again(
    known: Campus, monkeypatch: pytest.MonkeyPatch
) -> None:
    known.service.troubles.extend([(503, {}), (429, {"Retry-After": "0"})])
    await known.says(known.cast.administrator, CLEAN, photo())
    assert await Post.all().count() == 1


async def test_a_file_that_never_comes_is_heard_of(known: Campus) -> None:
    known.service.troubles.extend([(429, {"Retry-After": "0"})] * (len(inbox.PAUSES) + 1))
    await known.says(known.cast.administrator, CLEAN, photo())
    assert not await Post.exists()
    assert NOT_DONE in text(known.cards(known.cast.administrator)[-1].card)


async def test_what_was_acknowledged_before_a_crash_is_worked_on_after_it(known: Campus) -> None:
    user = known.users[known.cast.administrator]
    said = known.hands.activity(user, known.hands.chat(user), type="message", text=CLEAN)
    activity = Activity.model_validate(said)
    await TeamsReceived.create(
        key=activity.key, activity=activity.model_dump(mode="json", by_alias=True), at=known.clock.now()
    )
    async with known.teams.inbox(known.intake).open():
        await known.settled()
    assert await Post.all().count() == 1
    (kept,) = await TeamsReceived.filter(key=activity.key)
    assert (kept.done, kept.activity) == (True, {}), "the words are not kept twice"


async def test_messages_of_one_conversation_are_worked_on_in_their_order(known: Campus) -> None:
    user = known.users[known.cast.administrator]
    known.service.troubles.append((503, {}))
    first = await known.hands.say(user, CLEAN, photo())
    await known.hands.edit(user, first, "Changed at once.")
    await known.settled()
    assert "Changed at once." in text(known.cards(known.cast.administrator)[-1].card)


async def test_an_activity_without_a_token_or_too_large_is_refused(known: Campus) -> None:
    user = known.users[known.cast.administrator]
    said = known.hands.activity(user, known.hands.chat(user), type="message", text="x" * LARGEST_BODY)
    assert (await known.hands.hand_over(said))[0] == 413
    for headers in ({}, {"Authorization": "Bearer forged"}):
        async with known.hands.session.post(known.hands.bot, json=said, headers=headers) as answer:
            assert answer.status == 401, "before anybody looks at how large it is"
    headers = {"Authorization": f"Bearer {signed(claims(known.service.address))}"}
    async with known.hands.session.post(known.hands.bot, data=b"{", headers=headers) as answer:
        assert answer.status == 400
    assert not await Post.exists()


async def test_a_page_in_a_browser_cannot_hand_anything_over(known: Campus) -> None:
    user = known.users[known.cast.administrator]
    said = known.hands.activity(user, known.hands.chat(user), type="message", text=CLEAN)
    token = {"Authorization": f"Bearer {signed(claims(known.service.address))}", "Origin": "https://evil.example"}
    async with known.hands.session.post(known.hands.bot, json=said, headers=token) as answer:
        assert answer.status == 403
    assert not await Post.exists()


async def test_what_nobody_knows_is_not_answered(known: Campus) -> None:
    user = known.users[known.cast.administrator]
    asked = known.hands.activity(user, known.hands.chat(user), type="invoke", name="fileConsent/invoke", value={})
    assert (await known.hands.hand_over(asked))[0] == 501


@pytest.mark.parametrize(
    "data", [None, {}, {"gatepost": 1}, {"gatepost": {"verb": "post.approve"}}, {"gatepost": {"verb": 1, "value": {}}}]
)
async def test_a_button_that_cannot_be_read_is_refused_in_words(known: Campus, data: object) -> None:
    user = known.users[known.cast.administrator]
    pressed = {"action": {"type": "Action.Execute", "verb": "x", "data": data}}
    answer = await known.hands.invoke(user, known.hands.chat(user), "adaptiveCard/action", pressed)
    assert "newest card" in answer["value"]


async def test_two_people_at_once_do_not_wait_for_each_other(campus: Campus) -> None:
    people = (campus.cast.administrator, campus.cast.other_administrator)
    await asyncio.gather(*(campus.hands.say(campus.users[one], CLEAN) for one in people))
    await campus.settled()
    assert await Post.all().count() == 2


async def test_a_card_that_stands_twice_goes_away_once_somebody_presses_it(known: Campus) -> None:
    administrator = known.cast.administrator
    await known.says(administrator, CLEAN)
    card = known.newest(administrator, CLEAN)
    # As after an answer of Teams that was lost on its way: it has the card, and we do not know where.
    again = type(card)(known.service.number(), card.conversation, "", [card.shown])
    known.hands.chat(known.users[administrator]).messages.append(again)
    await known.presses(administrator, again, "Withdraw")
    assert again.deleted
    assert not card.deleted
    assert (await Post.get()).state == PostState.WITHDRAWN


async def test_a_card_on_which_we_know_everything_stays_when_it_is_pressed(known: Campus) -> None:
    await known.says(known.cast.administrator, CLEAN)
    card = known.newest(known.cast.administrator, CLEAN)
    await known.presses(known.cast.administrator, card, "Withdraw")
    assert not card.deleted
