"""A sentence back to whoever did something: in the conversation, or seen by them alone, or by direct message."""

from contextlib import suppress

from aiohttp import ClientError

from bot.cards import render
from bot.slack.api import Api
from bot.slack.cards import pages
from bot.slack.errors import NotOffered
from bot.slack.files import is_slacks
from bot.slack.inbox import Arrived
from bot.slack.text import Json, escaped
from workflows.cards import Notice
from workflows.errors import ChatError


class Answers:
    """Says sentences that are no cards of a workflow: refusals and hints."""

    def __init__(self, api: Api) -> None:
        self._api = api

    async def refuse(self, arrived: Arrived, sentence: str) -> None:
        """Tell whoever sent something why it was not done."""
        kept = arrived.payload
        if arrived.kind == "event":
            message = kept.get("message") or kept.get("previous_message") or kept
            thread = {"thread_ts": message["thread_ts"]} if message.get("thread_ts") else {}
            if kept.get("type") == "message":
                await self._api.say(str(kept["channel"]), **_drawn(sentence), **thread)
            return
        await self.to_alone(kept, sentence)

    async def to_alone(self, kept: Json, sentence: str) -> None:
        """Tell one person, so that nobody else in the channel sees it."""
        content = _drawn(sentence)
        if kept.get("response") and await self._responded(str(kept["response"]), content):
            return
        if kept.get("channel"):
            with suppress(ChatError):
                await self._api.call("chat.postEphemeral", channel=kept["channel"], user=kept["user"], **content)
                return
        await self._api.say(await self._direct(str(kept["user"])), **content)

    async def _responded(self, address: str, content: Json) -> bool:
        if not is_slacks(address, self._api.base):
            return False
        said = {**content, "response_type": "ephemeral", "replace_original": False}
        try:
            async with self._api.session.post(address, json=said, allow_redirects=False) as answer:
                return answer.status == 200
        except (ClientError, TimeoutError):
            return False

    async def _direct(self, user: str) -> str:
        try:
            return str((await self._api.call("conversations.open", users=user))["channel"]["id"])
        except NotOffered:
            return user


def _drawn(sentence: str) -> Json:
    (page,) = pages(render(Notice(sentence, "warning")), {})
    return {"text": escaped(sentence), "blocks": list(page.blocks)}
