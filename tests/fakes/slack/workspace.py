"""What a Slack workspace holds: people, conversations, messages, files, views; and what went wrong against it."""

import random
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import yaml  # type: ignore[import-untyped]

Json = dict[str, Any]
TEAM, APP, BOT, BOT_ID = "T0GATEPOST", "A0GATEPOST", "U0GATEPOST", "B0GATEPOST"
BOT_TOKEN, APP_TOKEN, SIGNING_SECRET = "xoxb-invented", "xapp-invented", "0123456789abcdef0123456789abcdef"
MANIFEST: Json = yaml.safe_load((Path(__file__).parents[3] / "manifest.yml").read_text())


@dataclass
class Channel:
    """A conversation; `kind` is "im", "private" or "public"."""

    id: str
    kind: str
    members: set[str]
    name: str = ""
    archived: bool = False
    messages: list[Json] = field(default_factory=list)

    def message(self, ts: str) -> Json | None:
        return next((one for one in self.messages if one["ts"] == ts), None)


@dataclass
class StoredFile:
    """A file: the bot may see its own, and those in conversations in which it is a member."""

    id: str
    name: str
    mimetype: str
    content: bytes
    owner: str
    ready: bool = True
    looked_at: int = 0
    shared: list[tuple[str, str]] = field(default_factory=list)

    def shown(self, base: str) -> Json:
        found = {"id": self.id, "name": self.name, "mode": "hosted", "size": len(self.content), "user": self.owner}
        if self.ready:
            found |= {"mimetype": self.mimetype, "filetype": self.mimetype.split("/")[-1]}
        address = f"{base}/files-pri/{self.id}/{self.name}"
        return {**found, "url_private": address, "url_private_download": address}


@dataclass
class Workspace:
    """`scopes` are what the app was granted (the manifest's); `faults` is what a well-behaved app never does.

    `trouble` maps a method to errors that its next calls meet: an error name, "429:2" with its Retry-After,
    "500", "timeout", or "lost" (done, but the answer does not arrive).
    """

    base: str = ""
    scopes: set[str] = field(default_factory=lambda: set(MANIFEST["oauth_config"]["scopes"]["bot"]))
    users: dict[str, Json] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    views: dict[str, Json] = field(default_factory=dict)
    homes: dict[str, Json] = field(default_factory=dict)
    opened: dict[str, list[Json]] = field(default_factory=dict)
    ephemeral: list[Json] = field(default_factory=list)
    triggers: dict[str, float] = field(default_factory=dict)
    by_trigger: dict[str, Json] = field(default_factory=dict)
    filled: dict[str, Json] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    trouble: dict[str, list[str]] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)
    calls: Counter[str] = field(default_factory=Counter)
    without_metadata: bool = False
    slow_uploads: int = 0
    revoked: bool = False
    trigger_seconds: float = 3.0
    message_seconds: float = 0.0
    """The least time between two messages to one channel; real Slack's is about a second."""
    random_trouble: float = 0.0
    met: Counter[str] = field(default_factory=Counter)
    dice: random.Random = field(default_factory=random.Random)
    last_post: dict[str, float] = field(default_factory=dict)
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    def number(self) -> int:
        return next(self._numbers)

    def ts(self) -> str:
        """A message's time, which is its name in its channel."""
        number = self.number()
        return f"{int(time.time())}.{number:06d}"

    def add_user(self, id: str, email: str = "", name: str = "Somebody", **more: Any) -> str:
        profile = {"real_name": name, "email": email} if email else {"real_name": name}
        user = {"id": id, "team_id": TEAM, "deleted": False, "is_bot": False, "is_restricted": False}
        user |= {"is_ultra_restricted": False, "is_email_confirmed": True, "profile": profile, **more}
        self.users[id] = user
        return id

    def add_channel(self, id: str, kind: str, *members: str, name: str = "") -> Channel:
        self.channels[id] = Channel(id, kind, set(members), name)
        return self.channels[id]

    def direct(self, user: str) -> Channel:
        """The conversation between a person and the bot."""
        id = f"D{user[1:]}"
        return self.channels.get(id) or self.add_channel(id, "im", user, BOT)

    def add_file(self, name: str, content: bytes, owner: str, mimetype: str = "image/png") -> StoredFile:
        file = StoredFile(f"F{self.number():09d}", name, mimetype, content, owner)
        self.files[file.id] = file
        return file

    def message(self, channel: Channel, user: str, text: str, **more: Any) -> Json:
        """A new message in a channel."""
        message = {"type": "message", "user": user, "text": text, "ts": self.ts(), **more}
        channel.messages.append(message)
        return message

    def cards(self, channel: str, kind: str = "") -> list[Json]:
        """What the bot has said in a channel, oldest first, perhaps only cards whose text holds a word."""
        return [one for one in self.channels[channel].messages if one["user"] == BOT and kind in one["text"]]

    def under_key(self, key: str) -> list[Json]:
        """Every message that carries a key and is not a further part of a card."""
        found = [one for each in self.channels.values() for one in each.messages]
        return [one for one in found if _payload(one).get("key") == key and not _payload(one).get("part")]

    def duplicates(self) -> int:
        """How many messages stand here more than once under the same key and part."""
        keys: Counter[tuple[str, str]] = Counter()
        for each in self.channels.values():
            keys.update((str(_payload(one)["key"]), str(_payload(one).get("part", ""))) for one in each.messages
                        if _payload(one).get("key"))  # fmt: skip
        return sum(found - 1 for found in keys.values())


def _payload(message: Json) -> Json:
    payload: Json = (message.get("metadata") or {}).get("event_payload", {})
    return payload
