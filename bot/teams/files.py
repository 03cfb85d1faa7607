"""What people send along: files and pasted pictures, fetched from Microsoft's hosts only and within limits."""

from collections.abc import Iterator

from bot.teams.connection import Activity, Attachment, Connector
from workflows.errors import BadFile
from workflows.media.videos import MAX_BYTES
from workflows.ports import Incoming

FILE = "application/vnd.microsoft.teams.file.download.info"
MOST = 10
"""Files of one message, each of up to 50 MB while it arrives; a photo may have less."""


async def fetched(activity: Activity, connector: Connector) -> tuple[Incoming, ...]:
    """The files of a message; raises BadFile, or ChatError where it should be tried again."""
    listed = list(_listed(activity))
    if len(listed) > MOST:
        raise BadFile(f"That message has {len(listed)} files. Please send at most {MOST} at a time.")
    return tuple([Incoming(name, await connector.file(address, MAX_BYTES)) for name, address in listed])


def _listed(activity: Activity) -> Iterator[tuple[str, str]]:
    for attachment in activity.attachments:
        if address := _address(attachment):
            yield attachment.name or "picture", address


def _address(attachment: Attachment) -> str:
    if attachment.content_type == FILE and isinstance(attachment.content, dict):
        return str(attachment.content.get("downloadUrl") or "")
    if attachment.content_type.startswith(("image/", "video/")):
        return attachment.content_url or ""
    return ""
