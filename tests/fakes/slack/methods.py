"""What each method of the Web API does to the workspace."""

import time

from tests.fakes.slack.web_api import Failed, WebApi, method, parsed
from tests.fakes.slack.workspace import APP, BOT, BOT_ID, TEAM, Json


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


def _true(value: object) -> bool:
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
    view = parsed(given["view"])
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
    view = parsed(given["view"])
    api.check_view(view)
    api.space.views[old["id"]] = api.store_view(view, old["user"], old)
    return {"view": api.space.views[old["id"]]}


@method("views.publish")
def _publish_home(api: WebApi, given: Json) -> Json:
    view, user = parsed(given["view"]), str(given["user_id"])
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


@method("files.delete", "files:write")
def _delete_file(api: WebApi, given: Json) -> Json:
    file = api.space.files.get(str(given.get("file")))
    if file is None:
        raise Failed("file_not_found")
    if file.owner != BOT:
        raise Failed("cant_delete_file")
    del api.space.files[file.id]
    return {}


@method("files.getUploadURLExternal", "files:write")
def _upload_address(api: WebApi, given: Json) -> Json:
    if int(given.get("length") or 0) <= 0:
        raise Failed("invalid_arguments")
    file = api.space.add_file(str(given["filename"]), b"", BOT, "application/octet-stream")
    file.ready = False
    return {"upload_url": f"{api.space.base}/upload/{file.id}", "file_id": file.id}


@method("files.completeUploadExternal", "files:write")
def _complete_upload(api: WebApi, given: Json) -> Json:
    ids = [one["id"] for one in parsed(given["files"])]
    for id in ids:
        file = api.space.files.get(id)
        if file is None or not file.content:
            raise Failed("file_not_found")
        file.ready = api.space.slow_uploads == 0
        if given.get("channel_id"):
            channel = api.space.channels.get(str(given["channel_id"]))
            if channel is None or channel.message(str(given.get("thread_ts"))) is None:
                raise Failed("channel_not_found")
            file.shared.append((channel.id, str(given["thread_ts"])))
    return {"files": [{"id": id} for id in ids]}
