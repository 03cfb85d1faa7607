"""The Bolt application: every request is read, stored, and only then acknowledged."""

import re
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult

from bot.slack import events
from bot.slack.api import Api, web_client
from bot.slack.desk import Desk
from bot.slack.handlers import suggested
from bot.slack.identity import Workspace
from bot.slack.inbox import Arrived, Inbox
from bot.slack.text import Json

ANYTHING = re.compile(".*")
IN_FORM = 2.0
"""Seconds of Slack's three in which a form may be refused with its sentence, before it is closed."""


def bolt(api: Api, workspace: Workspace, inbox: Inbox, desk: Desk) -> AsyncApp:
    """The application, for both ways in; requests over HTTP have been checked before they come here."""

    async def authorise(team_id: str | None) -> AuthorizeResult | None:
        # What is not from our own workspace is not ours.
        if team_id not in (None, "", workspace.team):
            return None
        return AuthorizeResult(
            enterprise_id=None, team_id=workspace.team, bot_user_id=workspace.bot, bot_token=api.client.token
        )

    app = AsyncApp(
        client=web_client(None, api.base),
        authorize=authorise,  # type: ignore[arg-type]
        request_verification_enabled=False,
        # Acknowledged when the listener has ended, which is when the event is durable.
        process_before_response=True,
        ignoring_self_events_enabled=True,
    )
    _listen(app, inbox, desk)
    return app


def _listen(app: AsyncApp, inbox: Inbox, desk: Desk) -> None:
    async def event(body: Json) -> None:
        await inbox.take(events.event_of(body))

    async def taken(ack: AsyncAck, arrived: Arrived) -> None:
        await inbox.take(arrived)
        await ack()

    async def click(ack: AsyncAck, body: Json) -> None:
        await taken(ack, events.click_of(body))

    async def command(ack: AsyncAck, body: Json) -> None:
        await taken(ack, events.command_of(body))

    async def shortcut(ack: AsyncAck, body: Json) -> None:
        await taken(ack, events.shortcut_of(body))

    async def form(ack: AsyncAck, body: Json) -> None:
        refusal = await inbox.settle(events.form_of(body), IN_FORM)
        await (ack(response_action="errors", errors=_faults(body["view"], refusal)) if refusal else ack())

    async def options(ack: AsyncAck, body: Json) -> None:
        await ack(options=await suggested(desk, body))

    app.event(ANYTHING)(event)
    app.action(ANYTHING)(click)
    app.command(ANYTHING)(command)
    app.shortcut(ANYTHING)(shortcut)
    app.view_submission(ANYTHING)(form)
    app.options(ANYTHING)(options)


def _faults(view: dict[str, Any], sentence: str) -> dict[str, str]:
    """The sentence beside the first question, for it is about the form as a whole."""
    asked = [block["block_id"] for block in view["blocks"] if block["type"] == "input"]
    return {asked[0]: sentence}
