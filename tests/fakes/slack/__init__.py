"""A Slack of our own on loopback: real HTTP and WebSocket, Slack's rules and limits, the rights of our manifest."""

from tests.fakes.slack.people import People
from tests.fakes.slack.server import FakeSlack, served
from tests.fakes.slack.workspace import Workspace

__all__ = ["FakeSlack", "People", "Workspace", "served"]
