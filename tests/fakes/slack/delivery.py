"""How what happens in the workspace reaches the app: by Socket Mode, or by signed HTTP, again until acknowledged."""

import asyncio
import hashlib
import hmac
import json
import time
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import quote

from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.workspace import SIGNING_SECRET, Json

ACK_SECONDS = 3.0
RETRIES = 3


class NotAcknowledged(AssertionError):
    """The app did not acknowledge in time; whoever clicked sees a warning sign."""


class Delivery(Protocol):
    """One way to the app."""

    async def deliver(self, kind: str, payload: Json) -> Json:
        """Hand over and wait for the acknowledgement; its payload. Raises NotAcknowledged."""


@dataclass
class BySocket:
    """Envelopes over the newest connection; events are sent again after each missed acknowledgement."""

    slack: FakeSlack
    wait: float = 0.5
    times: list[float] = field(default_factory=list)

    async def deliver(self, kind: str, payload: Json) -> Json:
        for attempt in range(RETRIES + 1 if kind == "events_api" else 1):
            answer = await self._once(kind, payload, attempt)
            if answer is not None:
                return answer
            await asyncio.sleep(self.wait)
        raise NotAcknowledged(kind)

    async def _once(self, kind: str, payload: Json, attempt: int) -> Json | None:
        envelope = f"envelope-{self.slack.space.number()}"
        said: Json = {"type": kind, "envelope_id": envelope, "payload": payload, "accepts_response_payload": True}
        if kind == "events_api":
            said |= {"retry_attempt": attempt, "retry_reason": "timeout" if attempt else ""}
        self.slack.acks[envelope] = waiting = asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait_for(self.slack.opened.wait(), ACK_SECONDS)
            began = time.perf_counter()
            await self.slack.sockets[-1].send_json(said)
            answer: Json = await asyncio.wait_for(waiting, ACK_SECONDS)
        except (TimeoutError, ConnectionError, IndexError):
            return None
        self.times.append(time.perf_counter() - began)
        return answer


@dataclass
class ByHttp:
    """Signed requests to the app's address; events are retried with `X-Slack-Retry-Num`."""

    slack: FakeSlack
    address: str
    session: ClientSession
    wait: float = 0.5
    times: list[float] = field(default_factory=list)

    async def deliver(self, kind: str, payload: Json) -> Json:
        for attempt in range(RETRIES + 1 if kind == "events_api" else 1):
            retry = {"X-Slack-Retry-Num": str(attempt), "X-Slack-Retry-Reason": "http_timeout"} if attempt else {}
            answer = await self._once(kind, payload, retry)
            if answer is not None:
                return answer
            await asyncio.sleep(self.wait)
        raise NotAcknowledged(kind)

    async def _once(self, kind: str, payload: Json, retry: dict[str, str]) -> Json | None:
        body, content_type = encoded(kind, payload)
        headers = {"Content-Type": content_type, **signed(body), **retry}
        began = time.perf_counter()
        try:
            timeout = ClientTimeout(total=ACK_SECONDS)
            async with self.session.post(self.address, data=body, headers=headers, timeout=timeout) as answer:
                text = await answer.text()
                if answer.status != 200:
                    return None
        except (ClientError, TimeoutError):
            return None
        self.times.append(time.perf_counter() - began)
        found: Json = json.loads(text) if text.startswith("{") else {}
        return found


def encoded(kind: str, payload: Json) -> tuple[bytes, str]:
    """A body as Slack sends it, with its content type."""
    if kind == "events_api":
        return json.dumps(payload).encode(), "application/json"
    form = payload if kind == "slash_commands" else {"payload": json.dumps(payload)}
    return "&".join(f"{key}={quote(str(value))}" for key, value in form.items()).encode(), (
        "application/x-www-form-urlencoded"
    )


def signed(body: bytes, secret: str = SIGNING_SECRET, at: float | None = None) -> dict[str, str]:
    """The two headers by which Slack proves that a request is its own."""
    stamp = str(int(time.time() if at is None else at))
    base = b"v0:" + stamp.encode() + b":" + body
    signature = hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={signature}"}
