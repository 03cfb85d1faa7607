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
        text, blocks = str(given.get("text") or ""), _parsed(given.get("blocks"))
        if len(text) > MOST_TEXT:
            raise Failed("msg_too_long")
        if not text:
            self.space.faults.append("a message without text has no notification")
        if not text and not blocks:
            raise Failed("no_text")
        self.check_blocks(blocks or [])
        metadata = None if self.space.without_metadata else _parsed(given.get("metadata"))
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


def _parsed(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) and value else value


@method("auth.test")
def _auth_test(api: WebApi, given: Json) -> Json:
    return {"team_id": TEAM, "user_id": BOT, "bot_id": BOT_ID, "url": "https://meadow.example.slack/", "team": "Meadow"}


@method("apps.connections.open")
def _open_connection(api: WebApi, given: Json) -> Json:
    return {"url": api.socket_address}


@method("users.info", "users:read")
def _user(api: WebApi, given: Json) -> Json:
    user = api.space.users.get(str(given.get("user")))
    if user is None:
        raise Failed("user_not_found")
    return {"user": _without_email(api, user)}


@method("users.lookupByEmail", "users:read.email")
def _user_by_email(api: WebApi, given: Json) -> Json:
    found = [one for one in api.space.users.values() if one["profile"].get("email") == given.get("email")]
    if not found:
        raise Failed("users_not_found")
    return {"user": _without_email(api, found[0])}


def _without_email(api: WebApi, user: Json) -> Json:
    if "users:read.email" in api.space.scopes:
        return user
    return {**user, "profile": {key: one for key, one in user["profile"].items() if key != "email"}}


@method("conversations.open", "im:write")
def _open_direct(api: WebApi, given: Json) -> Json:
    user = api.space.users.get(str(given.get("users")))
    if user is None:
        raise Failed("user_not_found")
    if user["deleted"]:
        raise Failed("user_disabled")
    return {"channel": {"id": api.space.direct(user["id"]).id}}


@method("conversations.info")
def _channel_info(api: WebApi, given: Json) -> Json:
    channel = api.channel(given, "read", "conversations.info")
    found = {"id": channel.id, "name": channel.name, "is_archived": channel.archived, "is_im": channel.kind == "im"}
    return {"channel": {**found, "is_private": channel.kind == "private", "is_member": BOT in channel.members}}


@method("conversations.members")
def _members(api: WebApi, given: Json) -> Json:
    channel = api.channel(given, "read", "conversations.members")
    return {"members": sorted(channel.members), "response_metadata": {"next_cursor": ""}}


@method("conversations.history")
def _history(api: WebApi, given: Json) -> Json:
    channel = api.channel(given, "history", "conversations.history")
    found = [one for one in channel.messages if one.get("thread_ts", one["ts"]) == one["ts"]]
    found = [one for one in found if float(one["ts"]) >= float(given.get("oldest") or 0)]
    return _page(api, list(reversed(found)), given)


@method("conversations.replies")
def _replies(api: WebApi, given: Json) -> Json:
    channel = api.channel(given, "history", "conversations.replies")
    thread = str(given.get("ts"))
    found = [one for one in channel.messages if thread in (one["ts"], one.get("thread_ts"))]
    if not found:
        raise Failed("thread_not_found")
    return _page(api, found, given)


def _page(api: WebApi, found: list[Json], given: Json) -> Json:
    if not _true(given.get("include_all_metadata")):
        found = [{key: one for key, one in message.items() if key != "metadata"} for message in found]
    start, limit = int(given.get("cursor") or 0), int(given.get("limit") or 100)
    more = start + limit < len(found)
    cursor = str(start + limit) if more else ""
    return {"messages": found[start : start + limit], "has_more": more, "response_metadata": {"next_cursor": cursor}}


def _true(value: Any) -> bool:
    return str(value).lower() in ("1", "true")


@method("chat.postMessage", "chat:write")
def _post(api: WebApi, given: Json) -> Json:
    channel = api.posting_to(given)
    since = time.monotonic() - api.space.last_post.get(channel.id, 0.0)
    if since < api.space.message_seconds:
        raise Failed("ratelimited")
    content = api.content(given)
    thread = given.get("thread_ts")
    if thread and channel.message(str(thread)) is None:
        raise Failed("thread_not_found")
    api.space.last_post[channel.id] = time.monotonic()
    more = {"thread_ts": thread} if thread else {}
    message = api.space.message(channel, BOT, content.pop("text"), bot_id=BOT_ID, app_id=APP, **content, **more)
    return {"channel": channel.id, "ts": message["ts"], "message": message}


@method("chat.update", "chat:write")
def _update(api: WebApi, given: Json) -> Json:
    channel = api.posting_to(given)
    message = channel.message(str(given.get("ts")))
    if message is None:
        raise Failed("message_not_found")
    if message["user"] != BOT:
        raise Failed("cant_update_message")
    message.setdefault("versions", []).append({"text": message["text"], "blocks": message.get("blocks")})
    message.update(api.content(given), edited={"user": BOT, "ts": api.space.ts()})
    return {"channel": channel.id, "ts": message["ts"], "text": message["text"]}


@method("chat.delete", "chat:write")
def _delete(api: WebApi, given: Json) -> Json:
    channel = api.posting_to(given)
    message = channel.message(str(given.get("ts")))
    if message is None or message["user"] != BOT:
        raise Failed("message_not_found" if message is None else "cant_delete_message")
    channel.messages.remove(message)
    return {"channel": channel.id, "ts": given["ts"]}


@method("chat.postEphemeral", "chat:write")
def _post_ephemeral(api: WebApi, given: Json) -> Json:
    channel = api.posting_to(given)
    if given.get("user") not in channel.members:
        raise Failed("user_not_in_channel")
    api.space.ephemeral.append({"channel": channel.id, "user": given["user"], **api.content(given)})
    return {"message_ts": api.space.ts()}


@method("views.open")
def _open_view(api: WebApi, given: Json) -> Json:
    user = str(given.get("trigger_id", "")).rsplit(".", 1)[-1]
    view = _parsed(given["view"])
    api.use_trigger(given)
    api.check_view(view)
    stored = api.store_view(view, user)
    api.space.views[stored["id"]] = stored
    api.space.opened.setdefault(user, []).append(stored)
    api.space.by_trigger[str(given["trigger_id"])] = stored
    return {"view": stored}


@method("views.update")
def _update_view(api: WebApi, given: Json) -> Json:
    old = api.space.views.get(str(given.get("view_id")))
    if old is None:
        raise Failed("not_found")
    if given.get("hash") not in (None, old["hash"]):
        raise Failed("hash_conflict")
    view = _parsed(given["view"])
    api.check_view(view)
    api.space.views[old["id"]] = api.store_view(view, old["user"], old)
    return {"view": api.space.views[old["id"]]}


@method("views.publish")
def _publish_home(api: WebApi, given: Json) -> Json:
    view, user = _parsed(given["view"]), str(given["user_id"])
    if user not in api.space.users:
        raise Failed("user_not_found")
    old = api.space.homes.get(user)
    if given.get("hash") not in (None, "") and (old is None or given["hash"] != old["hash"]):
        raise Failed("hash_conflict")
    api.check_view(view)
    api.space.homes[user] = api.store_view(view, user, old)
    return {"view": api.space.homes[user]}


@method("files.info", "files:read")
def _file_info(api: WebApi, given: Json) -> Json:
    file = api.space.files.get(str(given.get("file")))
    if file is None:
        raise Failed("file_not_found")
    file.looked_at += 1
    file.ready = file.ready or file.looked_at > api.space.slow_uploads
    return {"file": file.shown(api.space.base)}


@method("files.getUploadURLExternal", "files:write")
def _upload_address(api: WebApi, given: Json) -> Json:
    if int(given.get("length") or 0) <= 0:
        raise Failed("invalid_arguments")
    file = api.space.add_file(str(given["filename"]), b"", BOT, "application/octet-stream")
    file.ready = False
    return {"upload_url": f"{api.space.base}/upload/{file.id}", "file_id": file.id}


@method("files.completeUploadExternal", "files:write")
def _complete_upload(api: WebApi, given: Json) -> Json:
    ids = [one["id"] for one in _parsed(given["files"])]
    for id in ids:
        file = api.space.files.get(id)
        if file is None or not file.content:
            raise Failed("file_not_found")
        file.ready = api.space.slow_uploads == 0
        file.shared = bool(given.get("channel_id"))
    return {"files": [{"id": id} for id in ids]}
