"""Slack's payloads read: what came in, its lasting id, who did it, and what it says, without asking anybody."""

import hashlib
import json
import re
from dataclasses import dataclass

from bot.slack.inbox import Arrived
from bot.slack.text import Json, unescaped

LINK = re.compile(r"<((?:https?|mailto|tel):[^>|]+)(?:\|([^>]*))?>")
MENTION = re.compile(r"<[@#!]([^>|]+)(?:\|([^>]*))?>")
IGNORED = frozenset({"bot_message", "message_replied", "thread_broadcast", "channel_join", "channel_leave"})


@dataclass(frozen=True, slots=True)
class Message:
    """What somebody wrote to the bot, changed or deleted; `root` is the first message of its thread, by time."""

    what: str
    user: str
    channel: str
    ts: str
    text: str
    root: str
    files: tuple[Json, ...]

    @property
    def id(self) -> str:
        """The lasting id of the message."""
        return message_id(self.channel, self.ts)


def message_id(channel: str, ts: str) -> str:
    """How a message is named in `Said.message`."""
    return f"slack:{channel}:{ts}"


def said_text(text: str) -> str:
    """The words as somebody typed them: Slack wraps addresses and mentions in angle brackets."""
    text = LINK.sub(lambda found: _address(found.group(1), found.group(2)), text)
    text = MENTION.sub(lambda found: "@" + (found.group(2) or found.group(1)).lstrip("@#!"), text)
    return unescaped(text)


def _address(target: str, words: str | None) -> str:
    """What was typed: the words where they are the address without its beginning, else the address."""
    if words and (target.endswith(words) or target.rstrip("/").endswith(words)):
        return words
    return target if target.startswith("http") else target.partition(":")[2]


def read_message(event: Json) -> Message | None:
    """A person's message in a direct conversation, or its change; None for everything else."""
    subtype = str(event.get("subtype") or "")
    if event.get("channel_type") != "im" or subtype in IGNORED:
        return None
    channel = str(event.get("channel"))
    if subtype == "message_deleted":
        before = event.get("previous_message") or {}
        return _message("deleted", before, channel) if _by_a_person(before) else None
    if subtype == "message_changed":
        after, before = event.get("message") or {}, event.get("previous_message") or {}
        # Slack also reports that it has added the preview of a link, or a thread below a message.
        same = after.get("text") == before.get("text")
        return None if same or not _by_a_person(after) else _message("edited", after, channel)
    if subtype not in ("", "file_share") or not _by_a_person(event):
        return None
    return _message("said", event, channel)


def _by_a_person(message: Json) -> bool:
    return bool(message.get("user")) and not message.get("bot_id") and message.get("subtype") != "tombstone"


def _message(what: str, message: Json, channel: str) -> Message:
    ts = str(message.get("ts"))
    thread = str(message.get("thread_ts") or "")
    files = tuple(message.get("files") or ())
    root = thread if thread != ts else ""
    return Message(what, str(message["user"]), channel, ts, said_text(str(message.get("text") or "")), root, files)


def event_of(body: Json) -> Arrived:
    """An event; Slack's own id of it stays the same in every repetition."""
    event = body["event"]
    user = event.get("user") or (event.get("message") or event.get("previous_message") or {}).get("user") or ""
    lane = str(user.get("id") if isinstance(user, dict) else user) or str(event.get("channel"))
    return Arrived(f"slack:{body['event_id']}", "event", event, f"{event['type']}:{lane}")


def click_of(body: Json) -> Arrived:
    """A button; two clicks differ by their time."""
    user, action = body["user"]["id"], body["actions"][0]
    where = body.get("container") or {}
    place = where.get("message_ts") or where.get("view_id") or ""
    id = f"slack:click:{user}:{place}:{action['action_id']}:{action['action_ts']}"
    kept = {
        "user": user,
        "trigger": body.get("trigger_id", ""),
        "action": action["action_id"],
        "value": action.get("value", ""),
        "channel": (body.get("channel") or {}).get("id", ""),
        "response": body.get("response_url", ""),
    }
    return Arrived(id[:200], "click", kept, f"click:{user}")


def form_of(body: Json) -> Arrived:
    """A form that was sent; the same form with other answers is something else."""
    view, user = body["view"], body["user"]["id"]
    digest = hashlib.sha256(json.dumps(view.get("state"), sort_keys=True).encode()).hexdigest()[:16]
    kept = {"user": user, "view": {key: view.get(key) for key in ("id", "state", "private_metadata")}}
    return Arrived(f"slack:form:{view['id']}:{digest}", "form", kept, f"form:{view['id']}")


def command_of(body: Json) -> Arrived:
    """A slash command."""
    kept = {
        "user": body["user_id"],
        "command": body["command"],
        "text": unescaped(str(body.get("text") or "")),
        "channel": body.get("channel_id", ""),
        "name": body.get("channel_name", ""),
        "trigger": body.get("trigger_id", ""),
        "response": body.get("response_url", ""),
    }
    return Arrived(f"slack:command:{body['user_id']}:{kept['trigger']}"[:200], "command", kept, f"click:{kept['user']}")


def shortcut_of(body: Json) -> Arrived:
    """A shortcut in a message's menu."""
    user, message = body["user"]["id"], body.get("message") or {}
    kept = {
        "user": user,
        "callback": body["callback_id"],
        "text": said_text(str(message.get("text") or "")),
        "files": [str(file.get("id")) for file in message.get("files") or ()],
        "channel": (body.get("channel") or {}).get("id", ""),
        "trigger": body.get("trigger_id", ""),
        "response": body.get("response_url", ""),
    }
    return Arrived(f"slack:shortcut:{user}:{kept['trigger']}"[:200], "shortcut", kept, f"click:{user}")
