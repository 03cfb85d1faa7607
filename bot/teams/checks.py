"""What Microsoft itself says of the bot: whether its secret is taken, and whether its signing keys can be had."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

from bot.teams.connection import AppTokens, Hosts, SigningKeys
from bot.teams.connection.http import Http
from bot.teams.connection.outbound import Acquire, by_secret
from bot.teams.registration import Registration
from workflows.errors import ChatError


@dataclass(frozen=True, slots=True)
class Found:
    """One line; `to_do` is empty where all is well."""

    what: str
    to_do: str = ""


async def asked(
    bot: Registration, hosts: Hosts | None = None, begin: Callable[[], Acquire] | None = None
) -> AsyncIterator[Found]:
    """Ask for a token and for the keys, as the bot does when it serves; an emulator has neither."""
    if bot.anonymous:
        return
    yield await _token(begin or by_secret(bot.app_id, bot.secret, bot.tenants[0]))
    yield await _keys(hosts or Hosts())


async def _token(begin: Callable[[], Acquire]) -> Found:
    try:
        await AppTokens(begin).token()
    except ChatError as error:
        to_do = "Check teams_app_id, teams_tenants and the client secret, which may have expired, and the connection."
        return Found(f"Teams: {error}", to_do)
    return Found("Teams: Microsoft takes the client secret.")


async def _keys(hosts: Hosts) -> Found:
    http = Http()
    try:
        keys = SigningKeys(http.session, hosts)
        await keys.key("")
        if keys.known:
            return Found("Teams: Microsoft's signing keys can be had.")
        return Found("Teams: Microsoft's signing keys cannot be had.", "Let this machine reach login.botframework.com.")
    finally:
        await http.close()
