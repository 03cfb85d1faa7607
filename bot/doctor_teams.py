"""What `gatepost doctor` asks Microsoft, as far as Teams is configured."""

from collections.abc import AsyncIterator

from bot.doctor import Check, Verdict
from bot.serving import teams_registration
from bot.settings import Settings
from bot.teams.checks import asked


async def teams_checks(settings: Settings) -> AsyncIterator[Check]:
    """Whether the registration works; nothing where it is missing or incomplete, which is said elsewhere."""
    bot = teams_registration(settings)
    if bot is None or any(bot.missing()):
        return
    async for found in asked(bot):
        yield Check(Verdict.FAILURE if found.to_do else Verdict.GOOD, found.what, found.to_do)
