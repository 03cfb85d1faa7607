"""An alarm in Slack: into the private channel and to the headteacher, until somebody takes it on."""

from tests.fakes.slack.workspace import BOT
from tests.slack.stage import LEADERSHIP, Stage, shown, user_of
from workflows.models import Alert, LeadershipChannel

HEAD, DEPUTY, TEACHER = user_of("head"), user_of("deputy"), user_of("teacher")


async def test_a_reported_comment_alerts_the_channel_and_the_headteacher(both: Stage) -> None:
    await both.bind_leadership()
    alert = await both.reported()
    direct = await both.card("head", "needs you now")
    assert "Amara" not in shown(alert), "no more about the child than needed"
    await both.people.press(DEPUTY, alert, "I am dealing with it", LEADERSHIP)
    await both.shows(alert, "Mrs Achebe")
    await both.shows(direct, "Mrs Achebe")


async def test_it_is_closed_with_an_outcome(school: Stage) -> None:
    await school.bind_leadership()
    alert = await school.reported()
    form = await school.people.opens(DEPUTY, alert, "Close with an outcome")
    outcome = form["blocks"][0]["element"]["options"][0]["value"]
    assert await school.people.submit(DEPUTY, form, outcome=outcome, note="Parents spoken to.") == {}
    await school.shows(alert, "This alert is closed")


async def test_it_repeats_until_somebody_acknowledges(school: Stage) -> None:
    await school.bind_leadership()
    first = await school.reported()
    from datetime import timedelta

    await school.engine.advance(timedelta(minutes=11))
    alarms = [one for one in school.space.channels[LEADERSHIP].messages if "needs you now" in shown(one)]
    assert len(alarms) > 1
    assert first in alarms


async def test_evidence_is_shown_to_those_who_ask_in_their_own_conversation(school: Stage) -> None:
    await school.bind_leadership()
    alert = await school.reported()
    await school.people.press(HEAD, alert, "See the evidence", LEADERSHIP)
    evidence = await school.card("head", "always late")
    assert evidence not in school.space.channels[LEADERSHIP].messages


async def test_a_teacher_who_clicks_in_the_channel_is_refused_where_nobody_else_sees_it(school: Stage) -> None:
    await school.bind_leadership()
    alert = await school.reported()
    school.space.channels[LEADERSHIP].members.add(TEACHER)
    await school.people.press(TEACHER, alert, "I am dealing with it", LEADERSHIP)
    await school.until(lambda: [one for one in school.direct("teacher") if one["user"] == BOT])
    assert (await Alert.get()).acknowledged_by_id is None


async def test_a_comment_is_reported_from_the_menu_of_a_message(school: Stage) -> None:
    await school.bind_leadership()
    message = school.space.message(school.space.direct(TEACHER), TEACHER, "Amara Okonkwo cries in class")
    await school.people.shortcut(TEACHER, "report_a_comment", message, school.space.direct(TEACHER).id)
    form = await school.people.modal(TEACHER)
    screenshot = school.photo("teacher").shown(school.space.base)
    assert await school.people.submit(TEACHER, form, screenshot=[screenshot]) == {}
    await school.in_channel("needs you now")


async def test_a_private_channel_becomes_the_leaderships_with_one_command(both: Stage) -> None:
    channel = both.space.add_channel("G0NEW", "private", HEAD, BOT)
    await both.people.command(HEAD, "/gatepost", "leadership here", channel.id)
    await both.until(lambda: [one for one in channel.messages if one["user"] == BOT])
    assert (await LeadershipChannel.get()).conversation == "G0NEW"


async def test_a_public_channel_is_refused(school: Stage) -> None:
    channel = school.space.add_channel("C0PUBLIC", "public", HEAD, BOT)
    await school.people.command(HEAD, "/gatepost", "leadership here", channel.id)
    await school.until(lambda: "private channel" in str(school.space.ephemeral))
    assert not await LeadershipChannel.exists()


async def test_a_channel_to_which_the_bot_was_not_invited_is_refused_with_what_to_do(school: Stage) -> None:
    school.space.add_channel("G0CLOSED", "private", HEAD)
    await school.people.command(HEAD, "/gatepost", "leadership here", "G0CLOSED")
    await school.until(lambda: "/invite @Gatepost" in str(school.space.ephemeral))
    assert not await LeadershipChannel.exists()


async def test_put_out_of_the_channel_the_headteacher_and_the_lead_hear_of_it_at_once(school: Stage) -> None:
    await school.bind_leadership()
    school.space.channels[LEADERSHIP].members.remove(BOT)
    await school.people.event("group_left", channel=LEADERSHIP)
    await school.card("head", "not a member")
    await school.card("lead", "not a member")


async def test_a_channel_that_is_archived_is_heard_of_as_well(school: Stage) -> None:
    await school.bind_leadership()
    school.space.channels[LEADERSHIP].archived = True
    await school.people.event("group_archive", channel=LEADERSHIP, user=DEPUTY)
    await school.card("head", "archived")


async def test_somebody_else_who_leaves_the_channel_is_no_news(school: Stage) -> None:
    await school.bind_leadership()
    await school.people.event("member_left_channel", channel=LEADERSHIP, user=DEPUTY)
    await school.people.say(HEAD, "hello")
    await school.card("head")
    assert not [one for one in school.direct("head") if "leadership channel" in shown(one)]


async def test_an_alarm_for_a_closed_channel_sounds_elsewhere(school: Stage) -> None:
    await school.bind_leadership()
    school.space.channels[LEADERSHIP].archived = True
    await school.people.command(TEACHER, "/report")
    form = await school.people.modal(TEACHER)
    await school.people.submit(TEACHER, form, text="Amara Okonkwo in Year 4 is always late")
    await school.card("lead", "needs you now")
    await school.card("head", "archived")
