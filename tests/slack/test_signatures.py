"""Signed requests: whatever was not signed by Slack, just now, is refused before anything in it is read."""

import json
import time
from collections.abc import AsyncIterator

import pytest

from tests.fakes.slack.delivery import encoded, signed
from tests.fakes.slack.workspace import Json
from tests.slack.stage import CLEAN, Stage, stage, user_of

ADMIN = user_of("administrator")


@pytest.fixture
async def school(slack_database: None) -> AsyncIterator[Stage]:
    async with stage("http") as found:
        yield found


def said(school: Stage) -> bytes:
    message = {"type": "message", "user": ADMIN, "text": CLEAN, "ts": school.space.ts()}
    event = {**message, "channel": school.space.direct(ADMIN).id, "channel_type": "im"}
    return encoded("events_api", school.people.envelope(event, "Ev1"))[0]


async def sent(school: Stage, body: bytes, headers: dict[str, str]) -> int:
    told = {"Content-Type": "application/json", **headers}
    async with school.session.post(school.address, data=body, headers=told) as answer:
        return answer.status


async def refused(school: Stage, body: bytes, headers: dict[str, str]) -> None:
    assert await sent(school, body, headers) == 401
    assert "sealed" not in school.journal()


async def test_a_right_request_is_taken(school: Stage) -> None:
    body = said(school)
    assert await sent(school, body, signed(body)) == 200
    await school.card("administrator", "Your draft")


async def test_a_wrong_secret_is_refused(school: Stage) -> None:
    body = said(school)
    await refused(school, body, signed(body, "f" * 32))


@pytest.mark.parametrize("seconds", [-301, 301, -86_400, 86_400])
async def test_an_old_or_future_time_is_refused(school: Stage, seconds: int) -> None:
    body = said(school)
    await refused(school, body, signed(body, at=time.time() + seconds))


@pytest.mark.parametrize("missing", ["X-Slack-Request-Timestamp", "X-Slack-Signature", "both"])
async def test_a_missing_header_is_refused(school: Stage, missing: str) -> None:
    body = said(school)
    headers = {} if missing == "both" else {key: one for key, one in signed(body).items() if key != missing}
    await refused(school, body, headers)


async def test_a_changed_body_is_refused(school: Stage) -> None:
    body = said(school)
    await refused(school, body.replace(b"bulbs", b"weeds"), signed(body))


@pytest.mark.parametrize("stamp", ["", "now", "-5", "1e9", "١٢٣", "17.5"])
async def test_a_time_that_is_none_is_refused(school: Stage, stamp: str) -> None:
    body = said(school)
    await refused(school, body, {**signed(body), "X-Slack-Request-Timestamp": stamp})


@pytest.mark.parametrize("signature", ["", "v0=", "v0=é", "v1=abc"])
async def test_a_signature_that_is_none_is_refused(school: Stage, signature: str) -> None:
    body = said(school)
    await refused(school, body, {**signed(body), "X-Slack-Signature": signature})


async def test_a_body_that_cannot_be_read_is_refused_for_its_signature_alone(school: Stage) -> None:
    await refused(school, b"\xff\xfe{not json", signed(b"something else"))


async def test_a_replay_of_a_request_that_was_answered_is_refused(school: Stage) -> None:
    body = said(school)
    headers = signed(body)
    assert await sent(school, body, headers) == 200
    assert await sent(school, body, headers) == 401


async def test_slacks_own_repetition_is_taken_and_does_nothing_twice(school: Stage) -> None:
    body = said(school)
    assert await sent(school, body, signed(body)) == 200
    retry = {"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": "http_timeout"}
    assert await sent(school, body, {**signed(body, at=time.time() + 1), **retry}) == 200
    await school.card("administrator", "Your draft")
    assert school.journal().count("sealed") == 1


async def test_slack_may_check_the_address(school: Stage) -> None:
    body = json.dumps({"type": "url_verification", "challenge": "abc", "token": "gone"}).encode()
    headers = {"Content-Type": "application/json", **signed(body)}
    async with school.session.post(school.address, data=body, headers=headers) as answer:
        found: Json = await answer.json()
    assert found["challenge"] == "abc"


async def test_another_workspace_is_not_ours(school: Stage) -> None:
    message = {"type": "message", "user": ADMIN, "text": CLEAN, "ts": school.space.ts()}
    event = {**message, "channel": school.space.direct(ADMIN).id, "channel_type": "im"}
    envelope = {**school.people.envelope(event, "Ev1"), "team_id": "T0ELSEWHERE", "authorizations": []}
    body = json.dumps(envelope).encode()
    await sent(school, body, signed(body))
    assert "sealed" not in school.journal()


async def test_a_body_of_more_than_a_megabyte_is_refused(school: Stage) -> None:
    body = b"x" * ((1 << 20) + 1)
    assert await sent(school, body, signed(body)) in (401, 413)
