"""Signed requests: who sent one and when is checked on the raw bytes, before anything in them is read."""

import hashlib
import hmac
import time

MOST_AGE = 300
"""Seconds: Slack's own advice. An older request, or one from the future, is a replay or a wrong clock."""


class Signatures:
    """Checks Slack's signatures; a request that was answered once is refused when it comes again."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()
        self._seen: dict[str, float] = {}

    def right(self, body: bytes, stamp: str, signature: str, now: float | None = None) -> bool:
        """Whether Slack sent these bytes lately, and not already."""
        now = time.time() if now is None else now
        if not (stamp.isascii() and stamp.isdecimal()) or abs(now - int(stamp)) > MOST_AGE:
            return False
        signed = b"v0:" + stamp.encode() + b":" + body
        wanted = "v0=" + hmac.new(self._secret, signed, hashlib.sha256).hexdigest()
        return hmac.compare_digest(wanted.encode(), signature.encode()) and signature not in self._seen

    def answered(self, signature: str, now: float | None = None) -> None:
        """A request is done with; one that failed may come again, for Slack repeats it."""
        now = time.time() if now is None else now
        self._seen = {one: at for one, at in self._seen.items() if now - at <= 2 * MOST_AGE}
        self._seen[signature] = now
