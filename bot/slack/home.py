"""The Home tab: what waits for a person, published when they open it and again when a card of theirs changes."""

import asyncio

import structlog

from bot.cards import render
from bot.slack.api import Api
from bot.slack.cards import home_blocks
from bot.slack.errors import Answered
from bot.slack.models import SlackHome
from bot.slack.text import Json
from workflows.errors import ChatError, RateLimited, Refused
from workflows.intake import Intake
from workflows.models import Person

log = structlog.get_logger()
SETTLES = 1.0
"""Seconds in which further changes are shown together."""


class Home:
    """Everybody's Home tab, as far as they have opened it."""

    def __init__(self, api: Api, settles: float = SETTLES) -> None:
        self._api, self._settles = api, settles
        self._hashes: dict[str, str] = {}
        self._due: dict[int, asyncio.Task[None]] = {}
        self.intake: Intake | None = None

    async def opened(self, user: str, person: int) -> None:
        """Somebody looks at it now. Raises ChatError where it could not be published."""
        await SlackHome.update_or_create(user=user, defaults={"person": person})
        await self._publish(user, person)

    def touch(self, person: int) -> None:
        """A card of this person changed: their tab is published again in a moment."""
        if person not in self._due and self.intake is not None:
            self._due[person] = asyncio.create_task(self._refresh(person))

    async def forget_leavers(self) -> None:
        """Whoever has left has no tab any more (clause 3.7)."""
        left = await Person.filter(left_at__not_isnull=True).values_list("id", flat=True)
        await SlackHome.filter(person__in=left).delete()

    async def close(self) -> None:
        """Stop; what was due is published at the next change."""
        for task in tuple(self._due.values()):
            task.cancel()
        await asyncio.gather(*self._due.values(), return_exceptions=True)

    async def _refresh(self, person: int) -> None:
        try:
            await asyncio.sleep(self._settles)
        finally:
            self._due.pop(person, None)
        for row in await SlackHome.filter(person=person):
            try:
                await self._publish(row.user, person)
            except RateLimited as error:
                await asyncio.sleep(error.retry_after)
                self.touch(person)
            except (ChatError, Refused) as error:
                log.warning("slack.home_not_published", error=type(error).__name__)

    async def _publish(self, user: str, person: int) -> None:
        assert self.intake is not None, "the tab is published while Gatepost runs"  # noqa: S101
        blocks = home_blocks(render(await self.intake.home(person)))
        try:
            await self._sent(user, blocks, self._hashes.get(user, ""))
        except Answered as error:
            if error.error != "hash_conflict":
                raise
            # Another process was faster; what stands in the database now is the newest.
            await self._sent(user, home_blocks(render(await self.intake.home(person))), "")

    async def _sent(self, user: str, blocks: list[Json], known: str) -> None:
        view = {"type": "home", "blocks": blocks}
        answer = await self._api.call("views.publish", user_id=user, view=view, **({"hash": known} if known else {}))
        self._hashes[user] = str((answer.get("view") or {}).get("hash") or "")
