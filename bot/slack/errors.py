"""What Slack answers when it does not do what was asked, and what each answer means to us."""

from slack_sdk.errors import SlackApiError

from workflows.errors import ChatError, RateLimited, Unreachable

SIGNED_OUT = "Slack refuses our token. The app has to be installed again, and its new token set."
UNREACHABLE = {
    "not_in_channel": ("I am not a member of that channel.", "not_in_channel"),
    "channel_not_found": ("That channel is gone, or I am not a member of it.", "not_in_channel"),
    "restricted_action": ("I may not write in that channel.", "not_in_channel"),
    "restricted_action_read_only_channel": ("I may not write in that channel.", "not_in_channel"),
    "is_archived": ("That channel is archived.", "archived"),
    "message_not_found": ("That message is gone.", "missing"),
    "thread_not_found": ("That thread is gone.", "missing"),
    "cant_update_message": ("That message is not mine to change.", "missing"),
    "edit_window_closed": ("That message cannot be changed any more.", "missing"),
    "user_not_found": ("That account is gone.", "no_identity"),
    "users_not_found": ("That account is gone.", "no_identity"),
    "user_disabled": ("That account was deactivated.", "no_identity"),
    "cannot_dm_bot": ("That account belongs to an app.", "no_identity"),
    "user_not_visible": ("I may not see that account.", "no_identity"),
    "invalid_auth": (SIGNED_OUT, "revoked"),
    "not_authed": (SIGNED_OUT, "revoked"),
    "token_revoked": (SIGNED_OUT, "revoked"),
    "token_expired": (SIGNED_OUT, "revoked"),
    "account_inactive": (SIGNED_OUT, "revoked"),
    "app_uninstalled": (SIGNED_OUT, "revoked"),
}
"""Errors after which nobody is reached there, however often we try: the sentence, and the reason in our words."""
MISSING_METHOD = frozenset({"unknown_method", "missing_scope", "not_allowed_token_type", "method_not_supported"})
"""This Slack, or our rights in it, has no such thing: what needs it is left out, with a sentence."""
LONGEST_WAIT = 3600.0
NO_WAIT_GIVEN = 30.0


class Answered(ChatError):
    """Slack answered with an error of its own; `error` is its word, which holds no personal data."""

    def __init__(self, error: str, messages: str = "") -> None:
        super().__init__(f"Slack answered {error}.")
        self.error = error
        self.messages = messages


class NotOffered(Answered):
    """A method that this Slack does not have or that we have no right to."""


def translated(error: SlackApiError) -> ChatError:
    """Our error for one of Slack's."""
    response = error.response
    status = getattr(response, "status_code", getattr(response, "status", 0))
    headers = getattr(response, "headers", None) or {}
    data = getattr(response, "data", None)
    word = str(data.get("error", "")) if isinstance(data, dict) else ""
    if status == 429 or word in ("ratelimited", "rate_limited"):
        return RateLimited(_wait(str(headers.get("Retry-After", ""))))
    if word in UNREACHABLE:
        return Unreachable(*UNREACHABLE[word])
    if word in MISSING_METHOD or status == 404:
        return NotOffered(word or "unknown_method")
    if status >= 500:
        return ChatError(f"Slack failed ({status}).")
    messages = data.get("response_metadata", {}).get("messages", []) if isinstance(data, dict) else []
    return Answered(word or f"status {status}", " ".join(str(each) for each in messages))


def _wait(given: str) -> float:
    try:
        return min(max(float(given), 0.0), LONGEST_WAIT)
    except ValueError:
        return NO_WAIT_GIVEN
