"""What `gatepost doctor` asks Slack: whether our tokens are taken, which rights are missing, which channels open."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

from slack_sdk.errors import SlackApiError

from bot.slack import PLATFORM
from bot.slack.api import Api, web_client
from bot.slack.errors import NotOffered, translated
from bot.slack.text import Json
from workflows import access
from workflows.errors import ChatError, Unreachable
from workflows.models import School

SCOPES = frozenset(
    {
        "channels:read",
        "chat:write",
        "commands",
        "files:read",
        "files:write",
        "groups:history",
        "groups:read",
        "im:history",
        "im:read",
        "im:write",
        "users:read",
        "users:read.email",
    }
)
"""What manifest.yml asks for."""
AGAIN = "Compare the app with manifest.yml, install it again, and set its new token."


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was looked at; `to_do` is empty where all is well, `serious` keeps Gatepost from serving."""

    what: str
    to_do: str = ""
    serious: bool = False


async def token_checks(bot_token: str, app_token: str, base: str) -> AsyncIterator[Found]:
    """Whether Slack takes the tokens; without an app token only the bot's."""
    api = Api(bot_token, base)
    try:
        answer = await api.client.api_call("auth.test")
        yield Found(f"Slack takes the bot token (workspace {answer.get('team_id')}).")
        granted = {one.strip() for one in str(answer.headers.get("x-oauth-scopes", "")).split(",") if one.strip()}
        if granted and (missing := sorted(SCOPES - granted)):
            yield Found(f"Slack has not granted {', '.join(missing)}.", AGAIN, serious=True)
    except SlackApiError as error:
        yield Found(f"Slack does not take the bot token: {translated(error)}", "Set GATEPOST_SLACK_BOT_TOKEN.", True)
        return
    except Exception as error:
        yield Found(f"Slack cannot be reached ({type(error).__name__}).", "Check the network and slack_api_url.", True)
        return
    finally:
        await api.close()
    if app_token:
        yield await _app_token(app_token, base)


async def _app_token(app_token: str, base: str) -> Found:
    try:
        await web_client(None, base).apps_connections_open(app_token=app_token)
    except SlackApiError as error:
        to_do = "Make an app-level token with connections:write and set GATEPOST_SLACK_APP_TOKEN."
        return Found(f"Slack does not take the app token: {translated(error)}", to_do, True)
    return Found("Slack takes the app token.")


async def channel_checks(bot_token: str, base: str) -> AsyncIterator[Found]:
    """Whether the leadership channels that are ours are open to us."""
    api = Api(bot_token, base)
    try:
        for school in await School.filter(closed=False).order_by("slug"):
            channel = await access.leadership_channel(school.slug)
            if channel is not None and channel.platform == PLATFORM:
                yield await _channel(api, school.slug, channel.conversation)
    finally:
        await api.close()


async def _channel(api: Api, school: str, channel: str) -> Found:
    try:
        found: Json = (await api.call("conversations.info", channel=channel))["channel"]
    except NotOffered:
        return Found(f"{school}: this Slack cannot say how its leadership channel stands.")
    except Unreachable as error:
        return Found(f"{school}: {error}", "Invite the bot into the leadership channel again.")
    except ChatError as error:
        return Found(f"{school}: its leadership channel could not be looked at. {error}", "Try again later.")
    if found.get("is_archived"):
        return Found(f"{school}: its leadership channel is archived.", "Restore it, or choose another.")
    if not found.get("is_private", True):
        return Found(f"{school}: its leadership channel is public.", "Make it private, or choose another.")
    return Found(f"{school}: its leadership channel is open to the bot.")
