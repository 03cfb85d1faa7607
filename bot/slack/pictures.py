"""Pictures on cards: each is uploaded once as a private file of the bot's, which cards then refer to."""

import asyncio
import json

import structlog
from aiohttp import ClientError, ClientTimeout
from tortoise.exceptions import IntegrityError

from bot.cards.document import Document
from bot.cards.document import Pictures as PicturesPart
from bot.slack.api import Api
from bot.slack.errors import Answered
from bot.slack.files import is_slacks
from bot.slack.models import SlackPicture
from workflows.errors import ChatError, RateLimited, Unreachable
from workflows.keys import keyring
from workflows.models import Picture

log = structlog.get_logger()
LOOKS, LOOK_SECONDS = 20, 0.5
"""Slack takes in an upload some time after it says yes."""
PORTION = 200
GONE = frozenset({"file_not_found", "file_deleted"})
UPLOAD_TIMEOUT = ClientTimeout(total=120, connect=5)


class Pictures:
    """Slack's files of our pictures."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._uploading: dict[str, asyncio.Lock] = {}

    async def of(self, document: Document) -> dict[str, str]:
        """File ids by picture id; what this Slack does not take is left out. Raises ChatError where to try again."""
        parts = [part for part in document.parts if isinstance(part, PicturesPart)]
        return await self.files([each.id for part in parts for each in part.pictures if each.kind == "picture"])

    async def files(self, ids: list[str]) -> dict[str, str]:
        """The same for some pictures."""
        found = {id: await self._file(id) for id in ids}
        return {id: file for id, file in found.items() if file}

    async def known(self, ids: list[str]) -> dict[str, str]:
        """Those that are uploaded already, where there is no time to upload one."""
        return {row.picture: row.file for row in await SlackPicture.filter(picture__in=ids)}

    async def forget(self, ids: list[str]) -> None:
        """Slack says that it does not have these: they will be uploaded again."""
        await SlackPicture.filter(picture__in=ids).delete()

    async def remove_gone(self) -> None:
        """Delete in Slack what is kept here no more (clause 3.7); what Slack does not do now is asked again later."""
        last = ""
        while rows := await SlackPicture.filter(picture__gt=last).order_by("picture").limit(PORTION):
            last = rows[-1].picture
            kept = {picture.id for picture in await Picture.filter(id__in=[_id(row) for row in rows]).only("id")}
            for row in rows:
                if _id(row) not in kept:
                    await self._remove(row)

    async def _remove(self, row: SlackPicture) -> None:
        try:
            await self._api.call("files.delete", file=row.file)
        except RateLimited as error:
            await asyncio.sleep(error.retry_after)
            return
        except ChatError as error:
            if getattr(error, "error", "") not in GONE:
                log.warning("slack.picture_not_deleted", error=type(error).__name__)
                return
        await row.delete()

    async def _file(self, id: str) -> str:
        async with self._uploading.setdefault(id, asyncio.Lock()):
            known = await SlackPicture.get_or_none(picture=id)
            if known is not None:
                return known.file
            picture = await Picture.get_or_none(id=id)
            try:
                file = await self._uploaded(picture) if picture else ""
            except (Answered, Unreachable):
                return ""
            if file:
                await _remember(id, file)
            return file

    async def sent(self, id: str, channel: str, thread: str) -> str:
        """Send a video into a thread; its file id there, empty where it is kept here no more."""
        video = await Picture.get_or_none(id=id)
        place = {"channel_id": channel, "thread_ts": thread}
        return await self._given(video, "video.mp4", "Video", place) if video else ""

    async def _uploaded(self, picture: Picture) -> str:
        file = await self._given(picture, "picture.jpg", "Picture", {})
        return file if await self._taken_in(file) else ""

    async def _given(self, picture: Picture, name: str, title: str, where: dict[str, str]) -> str:
        content = await asyncio.to_thread(keyring().unseal, bytes(picture.sealed))
        place = await self._api.call("files.getUploadURLExternal", filename=name, length=len(content))
        await self._send(str(place["upload_url"]), content)
        file = str(place["file_id"])
        named = json.dumps([{"id": file, "title": title}])
        await self._api.call("files.completeUploadExternal", files=named, **where)
        return file

    async def _send(self, address: str, content: bytes) -> None:
        if not is_slacks(address, self._api.base):
            raise ChatError("Slack named another host for an upload.")
        try:
            async with self._api.session.post(
                address, data=content, allow_redirects=False, timeout=UPLOAD_TIMEOUT
            ) as answer:
                if answer.status != 200:
                    raise ChatError(f"Slack's file store answered {answer.status}.")
        except (ClientError, TimeoutError) as error:
            raise ChatError(f"The picture was not uploaded ({type(error).__name__}).") from None

    async def _taken_in(self, file: str) -> bool:
        for _ in range(LOOKS):
            if (await self._api.call("files.info", file=file))["file"].get("mimetype"):
                return True
            await asyncio.sleep(LOOK_SECONDS)
        return False


def _id(row: SlackPicture) -> str:
    """Our id of a picture, or of a video, whose row names the message as well."""
    return row.picture.partition("@")[0]


async def _remember(id: str, file: str) -> None:
    try:
        await SlackPicture.create(picture=id, file=file)
    except IntegrityError:
        # Another process was faster; its file serves as well.
        await SlackPicture.filter(picture=id).update(file=file)
