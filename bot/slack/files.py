"""Files that people send: fetched with our token, from Slack's own hosts only, within limits while they arrive."""

from urllib.parse import urlsplit

from aiohttp import ClientError, ClientTimeout

from bot.slack.api import Api
from bot.slack.errors import NotOffered
from bot.slack.text import Json
from workflows.errors import BadFile, ChatError
from workflows.media import pictures, videos
from workflows.ports import Incoming

HOSTS = (".slack.com", ".slack-files.com", ".slack-edge.com")
MOST = 20
OTHER = "I can take photos (JPEG, PNG or WebP) and videos (MP4 or QuickTime) only. Of anything else, send me a link."
GONE = "I could not open that file. Please send it again."
ELSEWHERE = "That file is kept outside Slack, where I do not fetch anything. Please send the file itself."
CHUNK = 1 << 16
TIMEOUT = ClientTimeout(total=120, connect=5, sock_read=30)
LARGEST = {"image": (pictures.MAX_BYTES, pictures.TOO_LARGE), "video": (videos.MAX_BYTES, videos.TOO_LARGE)}
"""Bytes of a file by its kind, and what is said of a larger one."""


async def fetched(api: Api, files: list[Json]) -> tuple[Incoming, ...]:
    """What somebody attached. Raises BadFile with the sentence to show, or ChatError where to try again."""
    if len(files) > MOST:
        raise BadFile(f"That is more than {MOST} files in one message. Please send fewer at once.")
    return tuple([await _fetched(api, file) for file in files])


async def _fetched(api: Api, file: Json) -> Incoming:
    file = file if file.get("url_private") else await _described(api, str(file.get("id", "")))
    address = str(file.get("url_private_download") or file.get("url_private") or "")
    if not address or file.get("mode") == "tombstone":
        raise BadFile(GONE)
    if file.get("is_external") or not is_slacks(address, api.base):
        raise BadFile(ELSEWHERE)
    kind = str(file.get("mimetype") or "image/").partition("/")[0]
    if kind not in LARGEST:
        raise BadFile(OTHER)
    if int(file.get("size") or 0) > LARGEST[kind][0]:
        raise BadFile(LARGEST[kind][1])
    return Incoming(str(file.get("name") or "photo"), await _streamed(api, address, *LARGEST[kind]))


async def _described(api: Api, id: str) -> Json:
    try:
        file: Json = (await api.call("files.info", file=id))["file"]
    except NotOffered:
        raise BadFile("This Slack does not let me open files. Please give me the text alone.") from None
    return file


async def _streamed(api: Api, address: str, largest: int, too_large: str) -> bytes:
    """The bytes, read only as far as the limit goes; a redirect is not followed, for it would carry our token away."""
    headers = {"Authorization": f"Bearer {api.client.token}"}
    try:
        async with api.session.get(address, headers=headers, allow_redirects=False, timeout=TIMEOUT) as answer:
            if answer.status in (403, 404):
                raise BadFile(GONE)
            if answer.status != 200:
                raise ChatError(f"Slack's file store answered {answer.status}.")
            if not answer.content_type.startswith(("image/", "video/", "application/octet-stream")):
                # Slack sends its sign-in page to whoever may not have the file.
                raise BadFile(GONE if answer.content_type == "text/html" else OTHER)
            content = bytearray()
            async for chunk in answer.content.iter_chunked(CHUNK):
                content += chunk
                if len(content) > largest:
                    raise BadFile(too_large)
            return bytes(content)
    except (ClientError, TimeoutError) as error:
        raise ChatError(f"The file did not arrive ({type(error).__name__}).") from None


def is_slacks(address: str, base: str) -> bool:
    """Whether an address is one of Slack's own, or of the server that is configured in its place."""
    found, own = urlsplit(address), urlsplit(base)
    if own.scheme == "http":
        return (found.scheme, found.netloc) == (own.scheme, own.netloc)
    return found.scheme == "https" and (found.hostname or "").endswith(HOSTS) and found.port in (None, 443)
