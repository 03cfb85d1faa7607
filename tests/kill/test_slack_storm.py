"""The same through Slack: nothing is lost, doubled or left undone when the bot is killed in the middle of its work."""

import os
import random
from dataclasses import replace

import pytest

from bot.app import opened
from bot.slack import APPS
from bot.slack.inbox import OURS
from bot.slack.journal import Journal
from tests.fakes.slack import Workspace, served
from tests.fakes.slack.workspace import BOT
from tests.kill.checks import wrong
from tests.kill.installation import Installation, opened_world
from tests.kill.slack_process import journal_of
from tests.kill.slack_storm import CHANNEL, SlackHands, SlackPlatform, user
from tests.kill.storm import Size, storm
from workflows.models import LeadershipChannel, Message, Person

SHORT = Size(drafts=16, alerts=8, kills=4, expire_hours=25)
FULL = Size(drafts=120, alerts=60, kills=20, expire_hours=60)


async def _furnished(installation: Installation, space: Workspace, began_at: object) -> None:
    """A user for every member of staff, and the channel of the school's leadership."""
    space.add_channel(CHANNEL, "private", BOT)
    async with opened(replace(installation.place, apps=APPS)):
        for person in await Person.all():
            space.add_user(user(person.id), person.identity["email"])
            space.channels[CHANNEL].members.add(user(person.id))
        await LeadershipChannel.create(school_id="hillside", platform="slack", conversation=CHANNEL, bound_at=began_at)


async def _survived(installation: Installation, size: Size) -> None:
    seed = int(os.environ.get("GATEPOST_TEST_SEED") or random.SystemRandom().randrange(10**6))
    space = Workspace(dice=random.Random(seed), random_trouble=0.1, trigger_seconds=3.0)
    async with served(space) as slack:
        bot = installation.bot(space.base, size.expire_hours, module="tests.kill.slack_process")
        await _furnished(installation, space, bot.setup.began)
        platform, hands = SlackPlatform(space), SlackHands(space.base, None, slack=slack)  # type: ignore[arg-type]
        run, seconds = await storm(size, seed, installation.cast, bot, platform, hands)
        platform.look()
        async with opened_world(bot.setup) as world:
            print(figures := run.figures(seconds, await Message.all().count()))
            faults = await wrong(run, world)
        assert not faults, "\n".join([figures, *faults[:40], *bot.errors[-10:]])
        assert platform.duplicates == space.duplicates() == 0, figures
        assert space.faults == []
        assert Journal(journal_of(bot.setup)).opened() == []
        assert OURS not in str([each.messages for each in space.channels.values()])


@pytest.mark.long
async def test_a_short_storm_through_slack(installation: Installation) -> None:
    await _survived(installation, SHORT)


@pytest.mark.long
async def test_a_full_storm_through_slack(soaked: Installation) -> None:
    await _survived(soaked, FULL)
