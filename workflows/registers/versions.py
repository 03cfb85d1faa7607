"""The version of the registers: claimed by whoever changes them, compared by whoever keeps a copy."""

from tortoise.expressions import F

from workflows.errors import Refused
from workflows.models import RegisterVersion

ONLY = 1


async def current() -> int:
    """The version now; 0 before the first import."""
    row = await RegisterVersion.get_or_none(id=ONLY)
    return 0 if row is None else row.version


async def bump() -> None:
    """Tell every copy that it is stale; called first inside the transaction of a change."""
    while not await RegisterVersion.filter(id=ONLY).update(version=F("version") + 1):
        await RegisterVersion.bulk_create([RegisterVersion(id=ONLY)], ignore_conflicts=True)


async def claim(version: int) -> None:
    """Begin a change that was planned at `version`; raises Refused when the register changed since."""
    await bump()
    if await current() != version + 1:
        raise Refused("The register was changed by somebody else meanwhile. Nothing was done. Please try again.")
