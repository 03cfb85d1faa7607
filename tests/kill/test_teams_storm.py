"""The same through Teams, which cannot be asked what it has: nothing is lost or left undone, a card may stand twice."""

import os
import random
from dataclasses import replace
from datetime import datetime

import pytest
from aiohttp import ClientSession

from bot.app import opened
from bot.teams import APPS, PLATFORM
from bot.teams.models import TeamsChannel, TeamsPerson, TeamsReceived
from tests.fakes.teams.people import Conversation, User
from tests.fakes.teams.service import Service
from tests.fakes.teams.signing import TENANT
from tests.kill.checks import wrong
from tests.kill.installation import Installation, opened_world
from tests.kill.storm import Size, storm
from tests.kill.teams_storm import CHANNEL, TeamsHands, TeamsPlatform, object_id
from workflows.models import ChatIdentity, LeadershipChannel, Message, Person

STALE = "moot, but not so on the platform"
SHORT = Size(drafts=16, alerts=8, kills=4, expire_hours=25)
# Fewer alarms than elsewhere: one in ten is never taken on, and its repeats and redrawings fill a busy machine.
FULL = Size(drafts=120, alerts=20, kills=20, expire_hours=60)


async def _furnished(installation: Installation, service: Service, at: datetime) -> dict[int, User]:
    """Everybody on the staff register has the app, and the leadership has its channel."""
    async with opened(replace(installation.place, apps=APPS)):
        users = {one.id: User(object_id(one.id), one.identity["email"]) for one in await Person.all()}
        for person, user in users.items():
            external, chat = f"{TENANT}/{user.object_id}", f"a:{user.object_id}"
            service.conversations[chat] = Conversation(chat, "personal", [user])
            await ChatIdentity.create(
                platform=PLATFORM, external_id=external, person_id=person, bound_at=at, last_acted_at=at
            )
            await TeamsPerson.create(
                external_id=external, user=user.id, checked_at=at, conversation=chat, service=service.address
            )
        service.conversations[CHANNEL] = Conversation(CHANNEL, "channel", list(users.values()))
        await TeamsChannel.create(conversation=CHANNEL, service=service.address)
        await LeadershipChannel.create(school_id="hillside", platform=PLATFORM, conversation=CHANNEL, bound_at=at)
    return users


async def _unfinished(installation: Installation) -> int:
    async with opened(replace(installation.place, apps=APPS)):
        return await TeamsReceived.filter(done=False).count()


async def _survived(installation: Installation, size: Size) -> None:
    seed = int(os.environ.get("GATEPOST_TEST_SEED") or random.SystemRandom().randrange(10**6))
    async with Service(dice=random.Random(seed)).served() as service, ClientSession() as session:
        bot = installation.bot(service.origin, size.expire_hours, module="tests.kill.teams_process")
        users = await _furnished(installation, service, bot.setup.began)
        platform = TeamsPlatform(service)
        hands = TeamsHands(bot.address, session, service=service, users=users)
        run, seconds = await storm(size, seed, installation.cast, bot, platform, hands)
        platform.look()
        async with opened_world(bot.setup) as world:
            print(figures := run.figures(seconds, await Message.all().count()))
            faults = await wrong(run, world)
        # Sent, but the answer was lost, and not worth sending again meanwhile: its buttons decide nothing.
        stale = [fault for fault in faults if fault.startswith(STALE)]
        assert len(stale) == len(faults), "\n".join([figures, *faults[:40], *bot.errors[-10:]])
        assert platform.duplicates + len(stale) <= service.met["no answer"] + run.kills, figures
        assert service.refused == []
        assert await _unfinished(installation) == 0


@pytest.mark.long
async def test_a_short_storm_through_teams(installation: Installation) -> None:
    await _survived(installation, SHORT)


@pytest.mark.long
async def test_a_full_storm_through_teams(soaked: Installation) -> None:
    await _survived(soaked, FULL)
