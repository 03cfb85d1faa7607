"""The Slack app's manifest: within Slack's limits, no more rights than its events and features need."""

from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]

MANIFEST: dict[str, Any] = yaml.safe_load((Path(__file__).parents[2] / "manifest.yml").read_text())
SCOPES = MANIFEST["oauth_config"]["scopes"]
EVENTS = MANIFEST["settings"]["event_subscriptions"]["bot_events"]
# One of these scopes lets an app have the event (from Slack's reference of events).
NEEDED: dict[str, set[str]] = {
    "app_home_opened": set(),
    "channel_archive": {"channels:read"},
    "channel_deleted": {"channels:read"},
    "channel_left": {"channels:read"},
    "group_archive": {"groups:read"},
    "group_deleted": {"groups:read"},
    "group_left": {"groups:read"},
    "member_left_channel": {"channels:read", "groups:read"},
    "message.im": {"im:history"},
    "user_change": {"users:read"},
}
USED = {
    "channels:read", "chat:write", "commands", "files:read", "files:write", "groups:history", "groups:read",
    "im:history", "im:read", "im:write", "users:read", "users:read.email",
}  # fmt: skip


def test_it_connects_to_slack_and_needs_no_address() -> None:
    assert MANIFEST["settings"]["socket_mode_enabled"] is True
    assert "http" not in str(MANIFEST).replace("https://api.slack.com/apps", "")


def test_it_asks_for_no_more_than_it_uses_and_for_nothing_in_a_persons_name() -> None:
    assert set(SCOPES) == {"bot"}
    assert set(SCOPES["bot"]) == USED
    assert len(SCOPES["bot"]) == len(USED)


@pytest.mark.parametrize("event", EVENTS)
def test_every_event_comes_with_its_scope(event: str) -> None:
    assert not NEEDED[event] or NEEDED[event] & set(SCOPES["bot"])


def test_texts_are_within_slacks_limits() -> None:
    shown = MANIFEST["display_information"]
    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    assert 175 <= len(shown["long_description"]) <= 4000
    for shortcut in MANIFEST["features"]["shortcuts"]:
        assert len(shortcut["name"]) <= 24
        assert len(shortcut["description"]) <= 150
    for command in MANIFEST["features"]["slash_commands"]:
        assert command["command"].startswith("/")
        assert len(command["description"]) <= 2000


def test_commands_and_shortcuts_are_the_ones_people_are_told_of() -> None:
    features = MANIFEST["features"]
    assert [each["command"] for each in features["slash_commands"]] == ["/post", "/report", "/gatepost"]
    assert [each["name"] for each in features["shortcuts"]] == ["Make this a draft", "Report a comment"]
    callbacks = [each["callback_id"] for each in features["shortcuts"]]
    assert len(set(callbacks)) == len(callbacks)


def test_people_can_write_to_it() -> None:
    home = MANIFEST["features"]["app_home"]
    assert home["messages_tab_enabled"]
    assert not home["messages_tab_read_only_enabled"]
    assert MANIFEST["settings"]["interactivity"]["is_enabled"]
