"""What the doctor asks Microsoft: whether the secret is taken, and whether the signing keys can be had."""

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.teams.checks import Found, asked
from bot.teams.connection import Hosts
from bot.teams.registration import Registration
from tests.fakes.teams.signing import APP, TENANT, Published

BOT = Registration(APP, (TENANT,), "https://gatepost.meadow.example", "secret")


async def looked_at(published: Published, answer: dict[str, object]) -> list[Found]:
    app = web.Application()
    app.add_routes(published.routes())
    async with TestServer(app) as server:
        hosts = Hosts(metadata=str(server.make_url("/metadata")))
        return [found async for found in asked(BOT, hosts, lambda: lambda: answer)]


async def test_all_is_well_where_microsoft_takes_the_secret_and_gives_its_keys() -> None:
    found = await looked_at(Published(), {"access_token": "one", "expires_in": 3600})
    assert [one.to_do for one in found] == ["", ""]


async def test_a_wrong_secret_and_missing_keys_are_said_with_what_to_do() -> None:
    token, keys = await looked_at(Published(status=500), {"error": "invalid_client"})
    assert "did not accept the bot" in token.what
    assert "may have expired" in token.to_do
    assert "login.botframework.com" in keys.to_do


async def test_an_emulator_is_asked_nothing() -> None:
    anonymous = Registration("", (TENANT,), "http://127.0.0.1:8080", anonymous=True)
    assert [found async for found in asked(anonymous)] == []
