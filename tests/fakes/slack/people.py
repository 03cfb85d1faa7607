"""What people do in the workspace, as payloads in Slack's own shape, handed to the app."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.fakes.slack.delivery import Delivery
from tests.fakes.slack.limits import elements, option_faults
from tests.fakes.slack.workspace import APP, BOT, MANIFEST, TEAM, Channel, Json, StoredFile, Workspace

FEATURES = MANIFEST["features"]
COMMANDS = {each["command"] for each in FEATURES["slash_commands"]}
SHORTCUTS = {each["callback_id"]: each["name"] for each in FEATURES["shortcuts"]}
EVENTS = set(MANIFEST["settings"]["event_subscriptions"]["bot_events"])


@dataclass
class People:
    """Everybody's hands in one workspace."""

    space: Workspace
    delivery: Delivery

    async def say(self, user: str, text: str, *files: StoredFile, thread: str = "") -> Json:
        """A direct message to the bot."""
        channel = self.space.direct(user)
        more: Json = {"thread_ts": thread} if thread else {}
        if files:
            more |= {"subtype": "file_share", "files": [one.shown(self.space.base) for one in files]}
        message = self.space.message(channel, user, text, **more)
        await self._message(channel, message)
        return message

    async def edit(self, user: str, message: Json, text: str) -> None:
        """Change the words of a message that one has sent."""
        channel, before = self.space.direct(user), dict(message)
        message |= {"text": text, "edited": {"user": user, "ts": self.space.ts()}}
        event = {"subtype": "message_changed", "message": dict(message), "previous_message": before, "hidden": True}
        await self._message(channel, {"type": "message", "ts": self.space.ts(), **event})

    async def delete(self, user: str, message: Json) -> None:
        """Take a message back."""
        channel = self.space.direct(user)
        channel.messages.remove(message)
        event = {"subtype": "message_deleted", "deleted_ts": message["ts"], "previous_message": message}
        await self._message(channel, {"type": "message", "ts": self.space.ts(), "hidden": True, **event})

    async def _message(self, channel: Channel, message: Json) -> None:
        kind = "im" if channel.kind == "im" else "group"
        await self.event(**{**message, "channel": channel.id, "channel_type": kind})

    async def event(self, type: str, event_id: str = "", **event: Any) -> str:
        """An event, where the manifest subscribes to it."""
        subscribed = "message.im" if type == "message" else type
        assert subscribed in EVENTS, f"the manifest does not subscribe to {subscribed}"
        id = event_id or f"Ev{self.space.number():010d}"
        await self.delivery.deliver("events_api", self.envelope({"type": type, **event}, id))
        return id

    def envelope(self, event: Json, id: str) -> Json:
        return {"token": "gone", "team_id": TEAM, "api_app_id": APP, "event": event, "type": "event_callback",
                "event_id": id, "event_time": int(time.time()), "authorizations": [
                    {"team_id": TEAM, "user_id": BOT, "is_bot": True}]}  # fmt: skip

    async def press(self, user: str, where: Json, label: str, channel: str = "") -> Json:
        """Click the button with these words on a message, on a Home tab or in a modal."""
        button = next((one for one in buttons(where) if label in one["text"]["text"]), None)
        assert button, f"no button {label!r} among {[one['text']['text'] for one in buttons(where)]}"
        action: Json = {key: button[key] for key in ("action_id", "text", "value", "type") if key in button}
        stamp = f"{time.time():.6f}"
        action |= {"block_id": button["block_id"], "action_ts": stamp}
        payload = self._interaction(user, "block_actions", actions=[action])
        if where.get("ts"):
            inside = channel or self._channel_of(where)
            payload |= {"container": {"type": "message", "message_ts": where["ts"], "channel_id": inside},
                        "channel": {"id": inside}, "message": where,
                        "response_url": f"{self.space.base}/respond/{inside}/{user}"}  # fmt: skip
        else:
            payload |= {"container": {"type": "view", "view_id": where["id"]}, "view": where}
        return await self.delivery.deliver("interactive", payload)

    def _channel_of(self, message: Json) -> str:
        return next(each.id for each in self.space.channels.values() if message in each.messages)

    async def opens(self, user: str, where: Json, label: str, channel: str = "") -> Json:
        """Click a button that opens a form; the form."""
        had = len(self.space.opened.get(user, []))
        await self.press(user, where, label, channel)
        return await self.modal(user, had)

    async def modal(self, user: str, had: int = 0) -> Json:
        """The newest form of a person, once more than `had` were opened."""
        async with asyncio.timeout(5):
            while len(self.space.opened.get(user, [])) <= had:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        return self.space.opened[user][-1]

    async def submit(self, user: str, view: Json, **answers: Any) -> Json:
        """Send a form; the answer is empty, or names what is wrong."""
        values: Json = {}
        for block in view["blocks"]:
            if block["type"] == "input":
                element, name = block["element"], str(block["block_id"])
                given = answers.pop(name, None)
                state = _answer(element, given)
                values[name] = {element["action_id"]: state}
                missing = not any(state.get(key) for key in state if key not in ("type",))
                if missing and not block.get("optional"):
                    # Slack does not let such a form go.
                    raise AssertionError(f"{name} must be answered")
        assert not answers, f"not asked: {sorted(answers)}"
        self.space.filled[view["id"]] = sent = {**view, "state": {"values": values}}
        return await self.delivery.deliver("interactive", self._interaction(user, "view_submission", view=sent))

    async def options(self, user: str, view: Json, name: str, query: str) -> list[str]:
        """Type into an external select; the texts that are offered."""
        block = next(one for one in view["blocks"] if one.get("block_id") == name)
        action = block["element"]["action_id"]
        asked = self._interaction(user, "block_suggestion", view=view, value=query, action_id=action, block_id=name)
        answer = await self.delivery.deliver("interactive", asked)
        found = answer.get("options", [])
        assert len(found) <= 100, "more than 100 options"
        self.space.faults += [fault for one in found for fault in option_faults(one)]
        return [f"{one['value']}={one['text']['text']}" for one in found]

    async def command(self, user: str, command: str, text: str = "", channel: str = "") -> Json:
        """A slash command, in a conversation or the bot's own."""
        assert command in COMMANDS, f"the manifest has no {command}"
        where = channel or self.space.direct(user).id
        names = {"im": "directmessage", "private": "privategroup", "public": "general"}
        said = {"command": command, "text": text, "user_id": user, "user_name": "somebody", "team_id": TEAM,
                "channel_id": where, "channel_name": names[self.space.channels[where].kind], "api_app_id": APP,
                "trigger_id": self.trigger(user), "response_url": f"{self.space.base}/respond/{where}/{user}",
                "token": "gone"}  # fmt: skip
        return await self.delivery.deliver("slash_commands", said)

    async def shortcut(self, user: str, callback: str, message: Json, channel: str) -> Json:
        """A shortcut in the menu of a message."""
        assert callback in SHORTCUTS, f"the manifest has no shortcut {callback}"
        payload = self._interaction(user, "message_action", callback_id=callback, message=message)
        payload |= {"channel": {"id": channel}, "message_ts": message["ts"], "action_ts": f"{time.time():.6f}",
                    "response_url": f"{self.space.base}/respond/{channel}/{user}"}  # fmt: skip
        return await self.delivery.deliver("interactive", payload)

    def trigger(self, user: str) -> str:
        """What opens one view within the next seconds."""
        id = f"{self.space.number()}.trigger.{user}"
        self.space.triggers[id] = time.monotonic() + self.space.trigger_seconds
        return id

    def _interaction(self, user: str, kind: str, **more: Any) -> Json:
        who = {"id": user, "name": "somebody", "team_id": TEAM}
        payload = {"type": kind, "team": {"id": TEAM}, "user": who, "api_app_id": APP, "token": "gone", **more}
        return payload if kind == "block_suggestion" else {**payload, "trigger_id": self.trigger(user)}


def buttons(where: Json) -> Iterator[Json]:
    """Every button on a message or view, with the block that it stands in."""
    for number, block in enumerate(where.get("blocks", [])):
        for one in elements(block):
            if one["type"] == "button":
                yield {**one, "block_id": block.get("block_id", f"b{number}")}


def _answer(element: Json, given: Any) -> Json:
    """What Slack reports for an element, given what somebody entered (None leaves it as it was)."""
    kind = element["type"]
    if kind in ("plain_text_input", "url_text_input"):
        return {"type": kind, "value": element.get("initial_value") if given is None else given or None}
    if kind == "datetimepicker":
        return {"type": kind, "selected_date_time": element.get("initial_date_time") if given is None else given}
    if kind == "file_input":
        return {"type": kind, "files": list(given or ())}
    offered = {one["value"]: one for one in element.get("options", ())}
    if kind in ("checkboxes", "multi_static_select", "multi_external_select"):
        chosen = element.get("initial_options", []) if given is None else [_option(one, offered) for one in given]
        return {"type": kind, "selected_options": chosen}
    chosen_one = element.get("initial_option") if given is None else _option(given, offered)
    return {"type": kind, "selected_option": chosen_one}


def _option(value: str, offered: dict[str, Json]) -> Json:
    return offered.get(value) or {"text": {"type": "plain_text", "text": value}, "value": value}
