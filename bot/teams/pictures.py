"""Pictures and videos for cards: an address that says what is shown and to whom, sealed, and open for some days."""

import asyncio
import base64
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO

from aiohttp import web
from PIL import Image

from bot.showing import shown
from workflows.errors import GatepostError, Refused
from workflows.keys import keyring
from workflows.media.pictures import open_picture
from workflows.ports import Clock

PATH = "/teams/pictures/"
OPEN_FOR = timedelta(days=14)
"""Longer than a draft waits for anybody; a card that is redrawn gets a new address."""
LONGEST_SIDE = 1024
"""Pixels; Teams shows no larger picture on a card."""


class Pictures:
    """Teams fetches the pictures of a card itself, without a sign-in, so the address is the only key."""

    def __init__(self, base: str, clock: Clock) -> None:
        self._base, self._clock = base.rstrip("/"), clock

    def address(self, person: int | None) -> Callable[[str], str]:
        """Gives a picture's address for the card of one person; in a channel nothing is shown."""
        until = (self._clock.now() + OPEN_FOR).isoformat()

        def address(picture: str) -> str:
            token = keyring().seal(json.dumps({"picture": picture, "person": person or 0, "until": until}).encode())
            return f"{self._base}{PATH}{base64.urlsafe_b64encode(token).decode().rstrip('=')}"

        return address

    async def show(self, request: web.Request) -> web.Response:
        """The picture or video, while its address holds and the person may still see it."""
        try:
            said = _opened(request.match_info["token"])
            if self._clock.now() >= datetime.fromisoformat(said["until"]):
                raise web.HTTPNotFound
            content, content_type = await open_picture(int(said["person"]), str(said["picture"]))
        except Refused:
            raise web.HTTPNotFound from None
        if not content_type.startswith("video/"):
            content = await asyncio.to_thread(_smaller, content)
        answer = shown(request, content, content_type)
        answer.headers.update({"Cache-Control": "private, max-age=3600", "X-Content-Type-Options": "nosniff"})
        return answer


def _opened(token: str) -> dict[str, str]:
    try:
        sealed = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
        said: dict[str, str] = json.loads(keyring().unseal(sealed))
    except (GatepostError, ValueError):
        raise web.HTTPNotFound from None
    return said


def _smaller(content: bytes) -> bytes:
    with Image.open(BytesIO(content)) as picture:
        if max(picture.size) <= LONGEST_SIDE:
            return content
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        out = BytesIO()
        picture.save(out, picture.format or "JPEG", quality=85)
        return out.getvalue()
