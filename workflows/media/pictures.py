"""Photos and videos as they come in and are shown: cleaned, encrypted, seen only by the school they belong to."""

import asyncio
import hashlib
import json
import sys
from dataclasses import dataclass
from typing import Literal
from uuid import NAMESPACE_URL, uuid5

from workflows import access
from workflows.errors import BadFile, NotAllowed
from workflows.keys import keyring
from workflows.media import videos
from workflows.models import Person, Picture
from workflows.policy.enforcement import enforces
from workflows.ports import Incoming
from workflows.states import TRUST_ROLES

MAX_BYTES = 25 << 20
"""Of a photo."""
TOO_LARGE = "That file has more than 25 MB. Please send a smaller version of the photo."
NO_VIDEO = "Please send a picture here; a video cannot be used for this."
DECODE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What is kept of a file; sizes in pixels, 0 for a video."""

    kind: Literal["photo", "video"]
    content: bytes
    content_type: str
    width: int = 0
    height: int = 0


@enforces("6.2 blocks")
async def take_in(
    event_id: str, school: str, files: tuple[Incoming, ...], *, with_videos: bool = True
) -> list[dict[str, str]]:
    """Clean and store photos and videos: `{"picture", "sha256", "kind"}` for each. Raises BadFile, and stores none.

    The ids follow from the event, so that an event which comes twice stores its files once.
    """
    cleaned = [await _clean(file, with_videos) for file in files]
    return [await _store(f"{event_id}/{number}", school, one) for number, one in enumerate(cleaned)]


def came_with(event_id: str, picture: str, most: int = 50) -> bool:
    """Whether a picture is one of the first `most` that an event brought."""
    return any(picture == _id(f"{event_id}/{number}") for number in range(most))


def _id(key: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"picture:{key}"))


async def _clean(file: Incoming, with_videos: bool) -> Cleaned:
    if not videos.is_video(file.content):
        return await _decode(file)
    if not with_videos:
        raise BadFile(NO_VIDEO)
    return Cleaned("video", await asyncio.to_thread(videos.emptied, file.content), "video/mp4")


async def _decode(file: Incoming) -> Cleaned:
    if len(file.content) > MAX_BYTES:
        raise BadFile(TOO_LARGE)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "workflows.media.decoding"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        out, error = await asyncio.wait_for(process.communicate(file.content), DECODE_SECONDS)
    except TimeoutError:
        process.kill()
        raise BadFile("That picture takes too long to open. Please send a smaller version.") from None
    if process.returncode == 3:
        raise BadFile(error.decode())
    if process.returncode != 0:
        raise BadFile("That picture is damaged or too large to open. Please send it again or choose another.")
    head, jpeg = out.split(b"\n", 1)
    size = json.loads(head)
    return Cleaned("photo", jpeg, "image/jpeg", size["width"], size["height"])


async def _store(key: str, school: str, file: Cleaned) -> dict[str, str]:
    picture, (sha256, sealed) = _id(key), await asyncio.to_thread(_sealed, file.content)
    about = {"content_type": file.content_type, "width": file.width, "height": file.height, "sha256": sha256}
    await Picture.get_or_create(id=picture, defaults={"school_id": school, "sealed": sealed, **about})
    return {"picture": picture, "sha256": sha256, "kind": file.kind}


def _sealed(content: bytes) -> tuple[str, bytes]:
    return hashlib.sha256(content).hexdigest(), keyring().seal(content)


async def open_picture(person: int, picture: str) -> tuple[bytes, str]:
    """The bytes and the content type of a picture or video, for staff of its school; raises NotAllowed for others."""
    row = await Picture.get_or_none(id=picture)
    viewer = await Person.get_or_none(id=person)
    if row is None or viewer is None:
        raise NotAllowed("That picture cannot be shown.")
    roles = await access.roles_of(viewer)
    if not any(school == row.school_id or role in TRUST_ROLES for role, school in roles):
        raise NotAllowed("That picture belongs to another school.")
    return await asyncio.to_thread(keyring().unseal, bytes(row.sealed)), row.content_type
