"""The Web API: which method needs which right, and what each does to the workspace."""

import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from tests.fakes.slack.limits import block_faults, view_faults
from tests.fakes.slack.workspace import APP, APP_TOKEN, BOT, BOT_ID, BOT_TOKEN, TEAM, Channel, Json, Workspace

READS = {"im": "im", "private": "groups", "public": "channels"}
MOST_TEXT = 40_000


class Failed(Exception):
    """An answer with `ok: false`."""

    def __init__(self, error: str, **more: Any) -> None:
        super().__init__(error)
        self.answer = {"ok": False, "error": error, **more}


Method = Callable[["WebApi", Json], Awaitable[Json] | Json]
METHODS: dict[str, tuple[str, Method]] = {}


def method(name: str, scope: str = "") -> Callable[[Method], Method]:
    """Register a method with the right that it needs."""

    def register(function: Method) -> Method:
        METHODS[name] = (scope, function)
        return function

    return register


@dataclass
class WebApi:
    """Carries out calls on a workspace."""

    space: Workspace
    socket_address: str = ""

    async def call(self, name: str, token: str, given: Json) -> Json:
        """The answer to one call; anything that a right app never does is recorded as a fault."""
        space = self.space
        space.calls[name] += 1
        if name not in METHODS or name in space.unknown:
            return {"ok": False, "error": "unknown_method"}
        scope, function = METHODS[name]
        try:
            self._check_token(name, token)
            self.require(name, scope)
            answer = function(self, given)
            return {"ok": True, **(answer if isinstance(answer, dict) else await answer)}
        except Failed as failed:
            return failed.answer

    def _check_token(self, name: str, token: str) -> None:
        if self.space.revoked:
            raise Failed("token_revoked")
        wanted = APP_TOKEN if name == "apps.connections.open" else BOT_TOKEN
        if token in (APP_TOKEN, BOT_TOKEN) and token != wanted:
            self.space.faults.append(f"{name} was called with the other token")
            raise Failed("not_allowed_token_type")
        if token != wanted:
            raise Failed("invalid_auth" if token else "not_authed")

    def require(self, name: str, scope: str) -> None:
        """Fail, and record the fault, where a right was not granted."""
        if scope and scope not in self.space.scopes:
            self.space.faults.append(f"{name} needs {scope}, which the manifest does not ask for")
            raise Failed("missing_scope", needed=scope, provided=",".join(sorted(self.space.scopes)))

    def channel(self, given: Json, right: str = "", name: str = "") -> Channel:
        """The channel of a call; private ones exist only for their members."""
        channel = self.space.channels.get(str(given.get("channel")))
        if channel is None or (channel.kind != "public" and BOT not in channel.members):
            raise Failed("channel_not_found")
        if right:
            self.require(name, f"{READS[channel.kind]}:{right}")
        return channel

    def posting_to(self, given: Json) -> Channel:
        """A channel that the bot may write to now."""
        if str(given.get("channel")) in self.space.users:
            return self.space.direct(str(given["channel"]))
        channel = self.channel(given)
        if BOT not in channel.members:
            raise Failed("not_in_channel")
        if channel.archived:
            raise Failed("is_archived")
        return channel

    def content(self, given: Json) -> Json:
        """Text, blocks and metadata of a message, within the limits."""
        text, blocks = str(given.get("text") or ""), parsed(given.get("blocks"))
        if len(text) > MOST_TEXT:
            raise Failed("msg_too_long")
        if not text:
            self.space.faults.append("a message without text has no notification")
        if not text and not blocks:
            raise Failed("no_text")
        self.check_blocks(blocks or [])
        metadata = None if self.space.without_metadata else parsed(given.get("metadata"))
        return {"text": text, "blocks": blocks or [], **({"metadata": metadata} if metadata else {})}

    def check_blocks(self, blocks: list[Json], surface: str = "message") -> None:
        if faults := block_faults(blocks, surface):
            self.space.faults += faults
            raise Failed("msg_blocks_too_long" if "msg_blocks_too_long" in faults else "invalid_blocks", errors=faults)
        for number, block in enumerate(blocks):
            if file := (block.get("slack_file") or {}).get("id"):
                stored = self.space.files.get(file)
                if stored is None or not stored.ready:
                    where = f"invalid slack file [json-pointer:/blocks/{number}/slack_file]"
                    raise Failed("invalid_blocks", errors=[where], response_metadata={"messages": [where]})

    def check_view(self, view: Json) -> None:
        if faults := view_faults(view):
            self.space.faults += faults
            raise Failed("invalid_arguments", response_metadata={"messages": faults})
        self.check_blocks(view["blocks"], view["type"])

    def use_trigger(self, given: Json) -> None:
        """A trigger opens one view, and only for three seconds."""
        until = self.space.triggers.pop(str(given.get("trigger_id")), None)
        if until is None:
            raise Failed("exchanged_trigger_id")
        if time.monotonic() > until:
            raise Failed("expired_trigger_id")

    def store_view(self, view: Json, user: str, old: Json | None = None) -> Json:
        number = self.space.number()
        id = old["id"] if old else f"V{number:08d}"
        return {**view, "id": id, "hash": f"{number}.view", "team_id": TEAM, "app_id": APP, "bot_id": BOT_ID,
                "root_view_id": id, "previous_view_id": None, "user": user}  # fmt: skip


def parsed(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) and value else value
