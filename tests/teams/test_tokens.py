"""Our own tokens: asked for in a thread, kept until shortly before their end, and never spelled out."""

import json
import threading
from collections.abc import Mapping
from typing import Any

import pytest

from bot.teams.connection import AppTokens
from bot.teams.connection.http import Http
from bot.teams.connection.outbound import EARLY_SECONDS, SCOPE, by_secret
from tests.teams.test_forgeries import HandClock
from workflows.errors import ChatError

TENANT = "1c9a7f52-0d5e-4a53-8a1e-6f0b5d22a001"


class SignIn:
    """Microsoft's sign-in, which counts, and remembers on which thread it was asked."""

    def __init__(self, **answer: Any) -> None:
        self.answer: Mapping[str, Any] = {"access_token": "one", "expires_in": 3600, **answer}
        self.asked, self.threads = 0, set[int]()

    def begin(self) -> Any:
        self.threads.add(threading.get_ident())
        return self._acquire

    def _acquire(self) -> Mapping[str, Any]:
        self.threads.add(threading.get_ident())
        self.asked += 1
        return self.answer


async def test_a_token_is_kept_until_shortly_before_its_end_and_asked_for_in_a_thread() -> None:
    sign_in, clock = SignIn(), HandClock()
    tokens = AppTokens(sign_in.begin, clock)
    assert [await tokens.token(), await tokens.token()] == ["one", "one"]
    assert sign_in.asked == 1
    clock.time += 3600 - EARLY_SECONDS
    await tokens.token()
    assert sign_in.asked == 2
    assert threading.get_ident() not in sign_in.threads


async def test_a_token_that_was_not_accepted_is_asked_for_again() -> None:
    sign_in = SignIn()
    tokens = AppTokens(sign_in.begin)
    await tokens.token()
    tokens.forget()
    await tokens.token()
    assert sign_in.asked == 2


async def test_a_refused_secret_is_an_error_of_the_platform_and_names_no_secret() -> None:
    tokens = AppTokens(lambda: lambda: {"error": "invalid_client", "error_description": "secret 's3cret' is wrong"})
    with pytest.raises(ChatError) as error:
        await tokens.token()
    assert "s3cret" not in str(error.value)


async def test_a_sign_in_that_does_not_answer_is_an_error_of_the_platform() -> None:
    def begin() -> Any:
        raise OSError("https://user:s3cret@proxy.example")

    with pytest.raises(ChatError) as error:
        await AppTokens(begin).token()
    assert "s3cret" not in str(error.value)


class Answer:
    """What msal reads of an HTTP answer."""

    def __init__(self, body: dict[str, Any]) -> None:
        self.status_code, self.text, self.headers = 200, json.dumps(body), dict[str, str]()

    def raise_for_status(self) -> None:
        """It is well."""


class Web:
    """What msal asks of the web: the tenant's sign-in, then a token."""

    def __init__(self) -> None:
        self.posted: list[tuple[str, Any]] = []

    def get(self, url: str, **given: Any) -> Answer:
        base = f"https://login.microsoftonline.com/{TENANT}"
        ends = {"authorization_endpoint": f"{base}/authorize", "token_endpoint": f"{base}/oauth2/v2.0/token"}
        return Answer({**ends, "issuer": f"{base}/v2.0", "tenant_discovery_endpoint": f"{base}/v2.0", "metadata": []})

    def post(self, url: str, **given: Any) -> Answer:
        self.posted.append((url, given["data"]))
        return Answer({"access_token": "one", "expires_in": 3600, "token_type": "Bearer"})

    def close(self) -> None:
        """Nothing is open."""


async def test_msal_is_asked_for_the_bot_connector_in_the_tenant_of_the_app() -> None:
    web = Web()
    assert await AppTokens(by_secret("app", "secret", TENANT, web)).token() == "one"
    ((url, said),) = web.posted
    assert url == f"https://login.microsoftonline.com/{TENANT}/oauth2/v2.0/token"
    assert (said["client_id"], said["client_secret"], said["grant_type"]) == ("app", "secret", "client_credentials")
    assert said["scope"] == SCOPE


async def test_nothing_is_sent_once_the_bot_stops() -> None:
    http = Http()
    http.session()
    await http.close()
    with pytest.raises(ChatError):
        http.session()
