"""Clause 8.6 in Teams: the alarm in the leadership channel, its thread, its acknowledgement, its end."""

import pytest

from tests.fakes.teams.people import BOT
from tests.fakes.teams.signing import TENANT
from tests.teams.campus import LEADERSHIP, Campus
from tests.teams.drawing import text
from workflows.models import Alert, Message
from workflows.states import AlertState

ALARMING = "Amara Okonkwo was crying at the gate again"
SAID = {"text": ALARMING, "author": "Pat Example", "permalink": "https://www.facebook.example/c/1"}


async def reported(campus: Campus, **answers: str) -> None:
    """A teacher reports a comment with the form that the word “report” brings."""
    teacher = campus.cast.teacher
    await campus.arrives(teacher)
    await campus.says(teacher, "report")
    offer = campus.cards(teacher)[-1]
    await campus.fills(teacher, offer, campus.titles(offer)[0], **{**SAID, **answers})


async def test_8_6_the_channel_and_the_headteacher_are_alerted_until_somebody_acknowledges(campus: Campus) -> None:
    cast = campus.cast
    await campus.arrives(cast.head, cast.deputy, cast.administrator)
    channel = await campus.leadership_is_here()
    await reported(campus)
    alert, direct = campus.newest(channel, "names a child"), campus.newest(cast.head, "names a child")
    assert "Amara" not in text(alert.card), "no more about the child than needed"
    await campus.passes(minutes=11)
    threads = {one.conversation for one in campus.cards(channel)}
    assert f"{LEADERSHIP};messageid={alert.id}" in threads, "it is repeated in the thread of the alarm"
    acknowledge = campus.titles(alert)[0]
    await campus.presses(cast.deputy, alert, acknowledge)
    assert (await Alert.get()).state == AlertState.ACKNOWLEDGED
    for card in (alert, direct):
        assert acknowledge not in campus.titles(card)
        assert "Achebe" in text(card.card)
    repeats = len(campus.cards(channel))
    await campus.passes(minutes=30)
    assert len(campus.cards(channel)) == repeats, "an acknowledged alert is not repeated"


async def test_8_6_resolving_asks_for_the_outcome_and_ends_it(campus: Campus) -> None:
    cast = campus.cast
    await campus.arrives(cast.head, cast.deputy)
    channel = await campus.leadership_is_here()
    await reported(campus)
    alert = campus.newest(channel, "names a child")
    resolve = campus.titles(alert)[1]
    assert await campus.fills(cast.deputy, alert, resolve, outcome="referred", note="") == {}
    assert (await Alert.get()).state == AlertState.RESOLVED


async def test_8_6_without_a_channel_the_headteacher_and_the_lead_hear_of_it(campus: Campus) -> None:
    cast = campus.cast
    await campus.arrives(cast.head, cast.lead)
    await reported(campus)
    assert campus.newest(cast.head, "names a child")
    assert campus.newest(cast.lead, "names a child")
    assert await Message.filter(state="undeliverable").count() >= 1


async def test_8_6_a_channel_that_the_bot_was_removed_from_is_heard_of_elsewhere(campus: Campus) -> None:
    cast = campus.cast
    await campus.arrives(cast.head, cast.lead)
    channel = await campus.leadership_is_here()
    channel.bot_is_in = False
    await reported(campus)
    assert campus.newest(cast.lead, "names a child")
    lost = [one for one in await Message.filter(state="undeliverable") if "leadership" in one.destination]
    assert {one.reason for one in lost} == {"not_in_channel"}


GENERAL, TEAM = "19:general@thread.tacv2", {"id": "19:general@thread.tacv2"}
LOST = {
    "removed from the team": {"membersRemoved": [{"id": BOT}]},
    "the team is archived": {"channelData": {"eventType": "teamArchived", "team": TEAM, "tenant": {"id": TENANT}}},
    "the channel is deleted": {
        "channelData": {"eventType": "channelDeleted", "team": TEAM, "channel": {"id": LEADERSHIP}}
    },
}


@pytest.mark.parametrize("said", LOST.values(), ids=LOST.keys())
async def test_8_6_a_channel_that_is_lost_is_heard_of_before_the_next_alarm(
    campus: Campus, said: dict[str, object]
) -> None:
    cast = campus.cast
    await campus.arrives(cast.head, cast.lead)
    channel, head = await campus.leadership_is_here(), campus.users[cast.head]
    of_the_team = {"tenant": {"id": TENANT}, "team": TEAM}
    named = campus.hands.activity(head, channel, type="message", text="<at>Gatepost</at> help", channelData=of_the_team)
    await campus.hands.hand_over(named)
    general = campus.hands.conversation(GENERAL, "channel", head)
    lost = campus.hands.activity(head, general, type="conversationUpdate", **{"channelData": of_the_team, **said})
    await campus.hands.hand_over(lost)
    await campus.settled()
    for person in (cast.head, cast.lead):
        assert campus.newest(person, "Alerts no longer arrive in the leadership channel of Hillside School")


async def test_a_channel_that_others_can_read_is_refused(campus: Campus) -> None:
    cast = campus.cast
    open_to_all = campus.hands.conversation("19:staff@thread.tacv2", "channel", *campus.users.values())
    await campus.hands.arrive(campus.users[cast.head], open_to_all)
    await campus.hands.mention(campus.users[cast.head], open_to_all, "leadership here")
    await campus.settled()
    assert "private channel" in text(open_to_all.messages[-1].card)
    await reported(campus)
    assert not [one for one in campus.cards(open_to_all) if "names a child" in text(one.card)]


async def test_a_group_chat_of_the_leadership_serves_as_a_channel(campus: Campus) -> None:
    cast = campus.cast
    people = (campus.users[cast.head], campus.users[cast.deputy])
    chat = campus.hands.conversation("19:abc@thread.v2", "groupChat", *people)
    await campus.hands.mention(campus.users[cast.head], chat, "leadership here")
    await campus.settled()
    await reported(campus)
    await campus.passes(minutes=11)
    assert {one.conversation for one in campus.cards(chat)} == {chat.id}, "a chat has no threads"
    assert len([one for one in campus.cards(chat) if "names a child" in text(one.card)]) >= 2


async def test_the_lead_of_several_schools_is_asked_whose_channel_it_is(campus: Campus) -> None:
    cast = campus.cast
    await campus.arrives(cast.lead, cast.head)
    channel = campus.leadership()
    await campus.hands.mention(campus.users[cast.lead], channel, "leadership here")
    await campus.settled()
    form = campus.cards(channel)[-1]
    value = {**form.card["actions"][0]["data"], "school": "hillside"}
    await campus.hands.hand_over(campus.hands.activity(campus.users[cast.lead], channel, type="message", value=value))
    await campus.settled()
    await reported(campus)
    assert campus.newest(channel, "names a child")


async def test_a_comment_is_reported_from_the_message_that_holds_it(campus: Campus) -> None:
    cast = campus.cast
    await campus.arrives(cast.head, cast.teacher)
    channel = await campus.leadership_is_here()
    html = f"<p>Look at this:</p><p>{ALARMING}</p>"
    value = {"commandId": "reportComment", "messagePayload": {"body": {"contentType": "html", "content": html}}}
    teacher = campus.users[cast.teacher]
    opened = await campus.hands.invoke(teacher, channel, "composeExtension/fetchTask", value)
    card = opened["task"]["value"]["card"]["content"]
    asked = {one["id"]: one.get("value") for one in card["body"] if one["type"].startswith("Input.")}
    assert asked["text"] == f"Look at this:\n{ALARMING}"
    data = {**asked, **card["actions"][0]["data"]}
    assert await campus.hands.invoke(teacher, channel, "composeExtension/submitAction", {"data": data}) == {}
    await campus.settled()
    assert campus.newest(cast.head, "names a child")
