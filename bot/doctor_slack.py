"""What `gatepost doctor` asks Slack itself, as far as it is configured."""

from collections.abc import AsyncIterator

from bot.app import Place, opened
from bot.doctor import Check, Verdict
from bot.settings import Settings
from bot.slack.checks import Found, channel_checks, token_checks
from workflows.errors import GatepostError


async def slack_checks(settings: Settings, place: Place | None) -> AsyncIterator[Check]:
    """Tokens and rights first; the channels where these are well and the database can be opened."""
    bot_token, base = settings.slack_bot_token.get_secret_value(), settings.slack_api_url.rstrip("/") + "/"
    if not bot_token:
        return
    app_token = settings.slack_app_token.get_secret_value() if settings.slack_mode == "socket" else ""
    well = True
    async for found in token_checks(bot_token, app_token, base):
        well = well and not found.serious
        yield _check(found)
    if not well or place is None:
        return
    try:
        async with opened(place):
            async for found in channel_checks(bot_token, base):
                yield _check(found)
    except GatepostError as error:
        yield Check(Verdict.FAILURE, str(error))


def _check(found: Found) -> Check:
    if found.serious:
        return Check(Verdict.FAILURE, found.what, found.to_do)
    return Check(Verdict.ADVICE if found.to_do else Verdict.GOOD, found.what, found.to_do)
