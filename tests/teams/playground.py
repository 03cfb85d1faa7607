"""Microsoft's local emulator of Teams as a process of its own, on loopback, with our sample trust's people in it."""

import asyncio
import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from aiohttp import ClientSession

from tests.browser.workspace import free_port
from tests.fakes.teams.hands import button
from tests.teams.drawing import text

HERE = Path(__file__).parent
CLI = HERE.parents[1] / "node_modules/@microsoft/m365agentsplayground/cli.js"
TENANT = "1c9a7f52-0d5e-4a53-8a1e-6f0b5d22a001"
BOT = "28:gatepost"
PERSONAL, GROUP, TEAM, CHANNEL = "personal-chat", "group-chat", "team", "19:leadership@thread.tacv2"
AUTHOR, HEAD, DEPUTY = "achebe", "vance", "calloway"
EMAILS = {
    AUTHOR: "d.achebe@oakhurst.example",
    HEAD: "h.vance@oakhurst.example",
    DEPUTY: "r.calloway@oakhurst.example",
    "marsh": "c.marsh@harbourlights.example",
    "farrow": "e.farrow@harbourlights.example",
    "whitby": "c.whitby@stbrendans.example",
}
"""The emulator wants five people beside the one at the keyboard, all of them in its team: so all of them lead."""
STARTS_WITHIN, SHOWN_WITHIN = 30.0, 20.0


def object_id(user: str) -> str:
    return f"00000000-0000-0000-0000-{list(EMAILS).index(user):012d}"


def _user(name: str) -> dict[str, str]:
    email = EMAILS[name]
    said = {"id": name, "name": name.title(), "aadObjectId": object_id(name), "email": email}
    return {**said, "userPrincipleName": email, "givenName": "A", "surname": name.title()}


def configuration() -> dict[str, Any]:
    """Only the person at the keyboard has a personal chat here, so that is the author."""
    channels = [{"id": CHANNEL, "name": "Alarms"}]
    return {
        "version": "0.1.1",
        "tenantId": TENANT,
        "bot": {"id": BOT, "name": "Gatepost"},
        "currentUser": _user(AUTHOR),
        "users": [_user(name) for name in EMAILS if name != AUTHOR],
        "personalChat": {"id": PERSONAL},
        "groupChat": {"id": GROUP, "name": "Headteacher"},
        "team": {"id": TEAM, "name": "Leadership", "aadGroupId": TEAM, "channels": channels},
    }


@dataclass
class Standing:
    """A message of the bot as it stands in the emulator now."""

    id: str
    conversation: str
    card: Any


@dataclass
class Playground:
    """What people do in it and see there, by its own interface; `messages` are the bot's, by id."""

    address: str
    session: ClientSession
    messages: dict[str, Standing] = field(default_factory=dict)
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    async def watch(self) -> None:
        """Take note of every card that is sent or replaced, until cancelled."""
        stream = f"{self.address.replace('http', 'ws')}/_ws_conversation/v1/conversations/stream"
        async with self.session.ws_connect(stream) as events:
            async for event in events:
                self._note(json.loads(event.data))
                self._news.set()

    def _note(self, event: dict[str, Any]) -> None:
        message = event.get("message") or {}
        for attachment in message.get("attachments") or ():
            id = str(message["messageId"])
            at = event["actionConversationId"]
            # A message to a channel begins a thread of its own.
            thread = f"{at};messageid={id}" if at == CHANNEL else at
            self.messages[id] = Standing(id, thread, attachment["content"])

    async def sees(self, conversation: str, *words: str) -> Standing:
        """The newest card of a conversation that says all of these, once it is there."""
        try:
            async with asyncio.timeout(SHOWN_WITHIN):
                return await self._seen(conversation, words)
        except TimeoutError:
            shown = {one.conversation: text([one.card])[:300] for one in self.messages.values()}
            raise AssertionError(f"nothing in {conversation} says {words}; the last cards say {shown}") from None

    async def _seen(self, conversation: str, words: tuple[str, ...]) -> Standing:
        while True:
            self._news.clear()
            for one in reversed(self.messages.values()):
                here = one.conversation.partition(";")[0] == conversation
                if here and isinstance(one.card, dict) and all(word in text([one.card]) for word in words):
                    return one
            await self._news.wait()

    async def says(self, conversation: str, said: str) -> None:
        """The person at the keyboard writes."""
        message = {"from": {"id": AUTHOR}, "text": said, "textFormat": "plain"}
        await self._call(f"_conversation/v1/conversations/{conversation}/messages", message)

    async def mentions(self, user: str, conversation: str, said: str) -> None:
        """Anybody names the bot in a channel; the emulator's own box writes as the person at the keyboard only."""
        await self._call("_internal/v1/customActivities", self._mention(user, conversation, said))

    def _mention(self, user: str, conversation: str, said: str) -> dict[str, Any]:
        return {
            "type": "message",
            "id": str(time.time_ns()),
            "channelId": "msteams",
            "serviceUrl": f"{self.address}/_connector",
            "from": {"id": user, "aadObjectId": object_id(user)},
            "recipient": {"id": BOT},
            "conversation": {"id": conversation, "conversationType": "channel", "isGroup": True, "tenantId": TENANT},
            "channelData": {"tenant": {"id": TENANT}, "channel": {"id": conversation}, "team": {"id": TEAM}},
            "text": f"<at>Gatepost</at> {said}",
        }

    async def presses(self, user: str, on: Standing, title: str) -> None:
        """A button of a card."""
        action = button(on.card, title)
        where = {"from": {"id": user}, "conversation": {"id": on.conversation}, "replyToId": on.id}
        if action["type"] == "Action.Execute":
            value = {"action": {"type": action["type"], "verb": action["verb"], "data": action["data"]}}
            await self._call("_conversation/v1/invoke", {**where, "name": "adaptiveCard/action", "value": value})
        else:
            await self.submits(user, on, action["data"])

    async def submits(self, user: str, on: Standing, data: dict[str, Any]) -> None:
        """What the emulator has in place of dialogs: the data of a button come as a message."""
        where = {"from": {"id": user}, "conversation": {"id": on.conversation}, "replyToId": on.id}
        await self._call("_conversation/v1/submit", {**where, "value": data})

    async def _call(self, path: str, said: dict[str, Any]) -> None:
        async with self.session.post(f"{self.address}/{path}", json=said) as answer:
            assert answer.status == 200, f"{path} was answered with {answer.status}: {await answer.text()}"


@contextmanager
def playground(bot: str, folder: Path) -> Iterator[str]:
    """The emulator in front of a bot's messaging address; yields its own address."""
    port = free_port()
    (folder / ".m365agentsplayground.yml").write_text(json.dumps(configuration()))
    environment = {
        **os.environ,
        # It would listen on every interface of the machine.
        "NODE_OPTIONS": f"--require {HERE / 'node/loopback.cjs'}",
        "APPLICATION_INSIGHTS_NO_STATSBEAT": "1",
        "TEAMSAPPTESTER_BROWSER": "none",
    }
    command = ["node", str(CLI), "start", "-e", bot, "-c", "msteams", "-p", str(port), "--disable-telemetry"]
    log = (folder / "playground.log").open("w")
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=subprocess.STDOUT)
    try:
        address = f"http://127.0.0.1:{port}"
        _answers(f"{address}/_internal/v1/testConfig", process)
        yield address
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=10)
        log.close()


def _answers(address: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until:
        assert process.poll() is None, "the emulator ended"
        try:
            with urlopen(address, timeout=2):  # noqa: S310
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the emulator does not answer")
