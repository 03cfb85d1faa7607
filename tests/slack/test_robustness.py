"""Nothing that was acknowledged is lost, nothing is done twice, and a Slack that can do less is served as well."""

import time

import pytest

from tests.fakes.slack.workspace import BOT, Workspace
from tests.slack.stage import CLEAN, LEADERSHIP, Stage, shown, stage, user_of
from workflows.errors import Misconfigured
from workflows.models import Post
from workflows.states import PostState

ADMIN, HEAD = user_of("administrator"), user_of("head")
LITTLE = {"chat.postMessage", "chat.update", "views.open", "views.publish", "users.info", "auth.test"}
MISSING = {
    "chat.delete", "chat.postEphemeral", "conversations.history", "conversations.info", "conversations.members",
    "conversations.open", "conversations.replies", "files.completeUploadExternal", "files.getUploadURLExternal",
    "files.info", "users.lookupByEmail", "views.update",
}  # fmt: skip


async def test_an_event_that_comes_again_does_nothing_twice(both: Stage) -> None:
    message = both.space.message(both.space.direct(ADMIN), ADMIN, CLEAN)
    event = {**message, "channel": both.space.direct(ADMIN).id, "channel_type": "im"}
    for _ in range(3):
        await both.people.event(event_id="Ev1", **event)
    await both.card("administrator", "Your draft")
    assert await Post.all().count() == 1
    assert both.journal().count("slack:Ev1") == 1


async def test_it_is_acknowledged_at_once_however_slow_slack_is(both: Stage) -> None:
    both.space.trouble["users.info"] = ["timeout"]
    began = time.monotonic()
    await both.people.say(ADMIN, CLEAN)
    assert time.monotonic() - began < 1.0


async def test_socket_mode_reconnects(school: Stage) -> None:
    await school.slack.disconnect()
    await school.people.say(ADMIN, CLEAN)
    await school.card("administrator", "Your draft")
    assert school.slack.connections >= 2


async def test_two_clicks_and_an_old_card_decide_once(school: Stage) -> None:
    approval = await school.submitted()
    await school.people.press(HEAD, approval, "Approve")
    old = {**approval, "blocks": [*approval["versions"][0]["blocks"]]} if approval.get("versions") else dict(approval)
    await school.shows(approval, "Approved by")
    await school.people.press(HEAD, old, "Approve", school.space.direct(HEAD).id)
    assert (await Post.get()).state in (PostState.APPROVED, PostState.PUBLISHING)


async def test_a_slack_with_little_is_served_with_clear_sentences(slack_database: None) -> None:
    async with stage(space=Workspace(unknown=MISSING, without_metadata=True)) as school:
        for part in ("head", "administrator", "lead"):
            await school.people.say(user_of(part), "hello")
            await school.card(part)
        await school.bind_leadership()
        await school.people.say(ADMIN, CLEAN, school.photo("administrator"))
        draft = await school.card("administrator", "could not show this picture")
        form = await school.people.opens(ADMIN, draft, "Who is in picture 1?")
        await school.people.submit(ADMIN, form, nobody=["yes"], alt="Bulbs")
        await school.shows(draft, "Send to the headteacher")
        await school.people.press(ADMIN, draft, "Send to the headteacher")
        approval = await school.card("head", "Please approve")
        await school.people.press(HEAD, approval, "Approve")
        await school.shows(approval, "Approved by")
        alert = await school.reported()
        await school.people.press(HEAD, alert, "I am dealing with it", LEADERSHIP)
        await school.shows(alert, "Mrs Vance")
        await school.people.event("app_home_opened", user=HEAD, tab="home")
        await school.until(lambda: school.space.homes.get(HEAD))
        assert set(school.space.calls) >= LITTLE


async def test_a_long_text_is_whole_also_where_there_are_no_threads(slack_database: None) -> None:
    async with stage(space=Workspace(unknown=MISSING, without_metadata=True)) as school:
        long = "".join(f"Bulb number {n} was planted beside the path. " for n in range(330))
        await school.people.say(ADMIN, long)
        await school.card("administrator", "Your draft")
        await school.until(lambda: "Bulb number 329" in "".join(map(shown, school.direct("administrator")[1:])))


async def test_a_private_channel_is_known_by_its_command_where_channels_cannot_be_asked(slack_database: None) -> None:
    async with stage(space=Workspace(unknown=MISSING, without_metadata=True)) as school:
        await school.people.say(HEAD, "hello")
        channel = school.space.add_channel("G0NEW", "private", HEAD, BOT)
        await school.people.command(HEAD, "/gatepost", "leadership here", channel.id)
        await school.until(lambda: [one for one in channel.messages if one["user"] == BOT])


async def test_it_does_not_start_with_a_token_that_slack_refuses(slack_database: None) -> None:
    with pytest.raises(Misconfigured) as caught:
        async with stage(space=Workspace(revoked=True)):
            pass
    assert "GATEPOST_SLACK_BOT_TOKEN" in str(caught.value)


async def test_it_waits_for_a_slack_that_is_not_there_yet(slack_database: None) -> None:
    space = Workspace(trouble={"auth.test": ["429:0"]})
    async with stage(space=space) as school:
        await school.people.say(ADMIN, "hello")
        await school.card("administrator")
