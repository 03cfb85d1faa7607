"""`gatepost serve` and `gatepost doctor` with Slack: the real bootstrap, the real engine, a Slack that plays up."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.app import Place, opened
from bot.doctor import Check, Verdict
from bot.doctor_slack import slack_checks
from bot.serving import adapters, listening, served
from bot.settings import Settings
from bot.slack import APPS
from bot.slack.checks import SCOPES
from tests.builders import a_trust
from tests.fakes.clock import TestClock
from tests.fakes.slack import FakeSlack, People
from tests.fakes.slack import served as fake_slack
from tests.fakes.slack.delivery import ByHttp, BySocket
from tests.fakes.slack.workspace import APP_TOKEN, BOT, BOT_TOKEN, MANIFEST, SIGNING_SECRET, Json
from tests.kill.bot import free_port
from tests.slack.stage import CLEAN, LEADERSHIP, MONDAY_NINE, populate, shown, user_of
from workflows.errors import Misconfigured
from workflows.keys import new_key
from workflows.models import LeadershipChannel

ADMIN, HEAD = user_of("administrator"), user_of("head")


@dataclass
class Installation:
    """A trust on files, and a Slack beside it."""

    place: Place
    slack: FakeSlack

    def settings(self, **more: Any) -> Settings:
        given: dict[str, Any] = {"slack_bot_token": BOT_TOKEN, "slack_app_token": APP_TOKEN, "keys": self.place.keys}
        return Settings(slack_api_url=f"{self.slack.space.base}/api/", data=self.place.data, **{**given, **more})

    def said(self, part: str, words: str) -> list[Json]:
        messages = self.slack.space.direct(user_of(part)).messages
        return [one for one in messages if one["user"] == BOT and words in shown(one)]

    async def card(self, part: str, words: str) -> Json:
        async with asyncio.timeout(20):
            while not (found := self.said(part, words)):  # noqa: ASYNC110
                await asyncio.sleep(0.05)
        return found[-1]


@pytest.fixture
async def installation(tmp_path: Path) -> AsyncIterator[Installation]:
    place = Place.on_files(tmp_path, (new_key(),))
    async with fake_slack() as slack:
        async with opened(replace(place, apps=APPS)):
            await populate(slack.space, await a_trust())
            slack.space.add_channel(LEADERSHIP, "private", BOT, HEAD)
            await LeadershipChannel.create(
                school_id="hillside", platform="slack", conversation=LEADERSHIP, bound_at=MONDAY_NINE
            )
        yield Installation(place, slack)
        assert slack.space.faults == []


async def test_a_draft_is_approved_although_slack_plays_up(installation: Installation) -> None:
    installation.slack.space.trouble["chat.postMessage"] = ["429:1", "lost", "500", "", "lost"]
    installation.slack.space.trouble["chat.update"] = ["500", "429:1"]
    async with served(installation.settings(), installation.place):
        people = People(installation.slack.space, BySocket(installation.slack))
        await people.say(ADMIN, CLEAN)
        draft = await installation.card("administrator", "Your draft")
        await people.press(ADMIN, draft, "Send to the headteacher")
        approval = await installation.card("head", "Please approve")
        await people.press(HEAD, approval, "Approve")
        async with asyncio.timeout(20):
            while "Approved by" not in shown(approval):  # noqa: ASYNC110
                await asyncio.sleep(0.05)
        await installation.card("administrator", "approved")
    assert installation.slack.space.duplicates() == 0
    assert len(installation.said("head", "Please approve")) + len(installation.said("head", "decided")) == 1


async def test_it_answers_signed_requests_beside_its_health_check(installation: Installation) -> None:
    settings = installation.settings(slack_mode="http", slack_signing_secret=SIGNING_SECRET, slack_app_token="")
    port = free_port()
    async with (
        served(settings, installation.place) as application,
        listening(application, "127.0.0.1", port),
        ClientSession() as session,
    ):
        address = f"http://127.0.0.1:{port}"
        people = People(installation.slack.space, ByHttp(installation.slack, f"{address}/slack/events", session))
        await people.say(ADMIN, CLEAN)
        await installation.card("administrator", "Your draft")
        async with session.get(f"{address}/health") as answer:
            assert answer.status == 200


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"slack_app_token": ""}, "GATEPOST_SLACK_APP_TOKEN"),
        ({"slack_mode": "http"}, "GATEPOST_SLACK_SIGNING_SECRET"),
        ({"slack_bot_token": ""}, "No chat platform"),
    ],
)
def test_what_is_missing_is_said_before_anything_starts(given: dict[str, str], complaint: str) -> None:
    all_of_them = {"slack_bot_token": BOT_TOKEN, "slack_app_token": APP_TOKEN, **given}
    with pytest.raises(Misconfigured) as caught:
        adapters(Settings(**all_of_them), TestClock(MONDAY_NINE))  # type: ignore[arg-type]
    assert complaint in str(caught.value)
    assert "xoxb" not in str(caught.value)


async def looked_at(installation: Installation, **more: Any) -> list[Check]:
    return [check async for check in slack_checks(installation.settings(**more), installation.place)]


async def test_the_doctor_asks_slack(installation: Installation) -> None:
    checks = await looked_at(installation)
    said = " ".join(check.what for check in checks)
    assert all(check.verdict is not Verdict.FAILURE for check in checks)
    assert "takes the bot token" in said
    assert "takes the app token" in said
    assert "hillside: its leadership channel is open" in said


async def test_the_doctor_sees_missing_rights_and_a_lost_channel(installation: Installation) -> None:
    installation.slack.space.channels[LEADERSHIP].archived = True
    assert "archived" in " ".join(check.what for check in await looked_at(installation))
    installation.slack.space.channels[LEADERSHIP].members.remove(BOT)
    assert "not a member" in " ".join(check.what for check in await looked_at(installation))
    installation.slack.space.scopes -= {"im:history", "users:read.email"}
    failed = [check for check in await looked_at(installation) if check.verdict is Verdict.FAILURE]
    assert "im:history, users:read.email" in failed[0].what


async def test_the_doctor_sees_tokens_that_slack_refuses(installation: Installation) -> None:
    failed = [check for check in await looked_at(installation, slack_app_token="xapp-wrong") if check.to_do]
    assert failed[0].verdict is Verdict.FAILURE
    assert "app token" in failed[0].what
    assert "xapp-wrong" not in failed[0].what
    installation.slack.space.revoked = True
    (failed_first,) = await looked_at(installation)
    assert failed_first.verdict is Verdict.FAILURE


def test_the_doctor_wants_what_the_manifest_asks_for() -> None:
    assert set(MANIFEST["oauth_config"]["scopes"]["bot"]) == SCOPES
