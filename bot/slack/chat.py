"""The chat port on Slack: cards are posted, found again by their metadata, and redrawn in place."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from bot.cards import render
from bot.cards.document import Document
from bot.slack import PLATFORM
from bot.slack.api import Api
from bot.slack.cards import CHARACTERS, Page, bare, pages
from bot.slack.errors import Answered, NotOffered
from bot.slack.identity import Identities
from bot.slack.models import SlackPart
from bot.slack.pictures import Pictures
from bot.slack.sent import keep_part, metadata, remember, sent_under, take_back
from bot.slack.text import Json, escaped
from bot.slack.videos import Videos
from workflows import access
from workflows.cards import Card
from workflows.errors import Unreachable
from workflows.models import Message
from workflows.ports import Destination, MessageRef, ToPerson

REFUSED = frozenset(
    {"invalid_blocks", "invalid_blocks_format", "invalid_arguments", "msg_blocks_too_long", "msg_too_long"}
)
"""Slack does not take a card as it was drawn: it is drawn in a simpler way."""
QUIET: Json = {"unfurl_links": False, "unfurl_media": False}
Done = TypeVar("Done")
Send = Callable[[Sequence[Page]], Awaitable[Done]]


class SlackChat:
    """Slack behind the port; `told` hears of every person whose cards changed."""

    def __init__(self, api: Api, identities: Identities, pictures: Pictures, told: Callable[[int], None]) -> None:
        self._api, self._identities, self._pictures, self._told = api, identities, pictures, told
        self._videos = Videos(pictures)
        self._direct: dict[str, str] = {}

    async def post(self, to: Destination, card: Card, key: str, under: MessageRef | None = None) -> MessageRef:
        """Send a card, and what does not fit one message as replies below it."""
        channel = await self._channel(to)
        thread = under.reference if under else ""

        async def send(drawn: Sequence[Page]) -> MessageRef:
            content = _content(drawn[0], metadata(key, len(drawn)))
            said = await self._api.say(channel, **content, **QUIET, **({"thread_ts": thread} if thread else {}))
            ref = MessageRef(PLATFORM, str(said.get("channel") or channel), str(said["ts"]))
            for number, page in enumerate(drawn[1:], 2):
                await self._continue(ref, page, key, number, thread or ref.reference)
            return ref

        document = render(card)
        ref = await self._drawn(document, send)
        await self._videos.share(document, ref, lambda: self._thread_of(ref))
        self._heard(to)
        return ref

    async def find(self, to: Destination, key: str, under: MessageRef | None = None) -> MessageRef | None:
        """The card under `key`; one that did not arrive as a whole is taken back, to be sent anew."""
        card = await sent_under(self._api, await self._channel(to), key, under)
        if card is None:
            return None
        if not card.whole:
            await take_back(self._api, card)
            return None
        await remember(card)
        return MessageRef(PLATFORM, card.channel, card.ts)

    async def update(self, ref: MessageRef, card: Card) -> None:
        """Redraw a card in place, with its further parts."""
        message = await Message.get_or_none(platform=PLATFORM, conversation=ref.conversation, reference=ref.reference)
        key = message.key if message else ""

        async def send(drawn: Sequence[Page]) -> None:
            content = _content(drawn[0], metadata(key, len(drawn)))
            await self._api.call("chat.update", channel=ref.conversation, ts=ref.reference, **content)
            await self._redraw_parts(ref, drawn[1:], key)

        document = render(card)
        await self._drawn(document, send)
        await self._videos.share(document, ref, lambda: self._thread_of(ref))
        if message and "person" in message.destination:
            self._told(int(str(message.destination["person"])))

    async def _drawn(self, document: Document, send: Send[Done]) -> Done:
        """Send a card as it should look, or else in simpler ways, so that none is lost for its looks."""
        files = await self._pictures.of(document)
        try:
            return await send(pages(document, files))
        except Answered as error:
            if error.error not in REFUSED:
                raise
            if "slack_file" in error.messages:
                await self._pictures.forget(list(files))
        simple = pages(document, {}, CHARACTERS // 2)
        try:
            return await send(simple)
        except Answered as error:
            if error.error not in REFUSED:
                raise
        return await send([bare(page) for page in simple])

    async def _redraw_parts(self, ref: MessageRef, drawn: Sequence[Page], key: str) -> None:
        """Bring the further parts of a card up to date, add those that are new, and remove what is left over."""
        rows = await SlackPart.filter(conversation=ref.conversation, card=ref.reference).order_by("number")
        if not (rows or drawn):
            return
        known = {row.number: row for row in rows}
        thread = "" if len(known) >= len(drawn) else await self._thread_of(ref)
        for number, page in enumerate(drawn, 2):
            if row := known.pop(number, None):
                content = _content(page, metadata(key, part=number))
                await self._api.call("chat.update", channel=ref.conversation, ts=row.ts, **content)
            else:
                await self._continue(ref, page, key, number, thread)
        for row in known.values():
            await self._api.call("chat.delete", channel=ref.conversation, ts=row.ts)
            await row.delete()

    async def _continue(self, ref: MessageRef, page: Page, key: str, number: int, thread: str) -> None:
        marked = metadata(key, part=number)
        try:
            said = await self._api.say(ref.conversation, **_content(page, marked), **QUIET, thread_ts=thread)
        except Answered as error:
            if error.error not in REFUSED:
                raise
            said = await self._api.say(ref.conversation, **_content(bare(page), marked), **QUIET, thread_ts=thread)
        await keep_part(ref.conversation, ref.reference, number, str(said["ts"]))

    async def _thread_of(self, ref: MessageRef) -> str:
        """The first message of the thread in which a card stands: the card itself, where it began one."""
        try:
            found = await self._api.call("conversations.replies", channel=ref.conversation, ts=ref.reference, limit=1)
        except NotOffered:
            return ref.reference
        first: Json = next(iter(found.get("messages") or ()), {})
        return str(first.get("thread_ts") or ref.reference)

    async def finds(self, person: int) -> bool:
        """Whether a member of staff who has not been here yet is known by their work email; they are then bound."""
        try:
            return bool(await self._identities.user_of(person))
        except Unreachable as error:
            if error.reason == "revoked":
                raise
            return False

    def _heard(self, to: Destination) -> None:
        if isinstance(to, ToPerson):
            self._told(to.person)

    async def _channel(self, to: Destination) -> str:
        if isinstance(to, ToPerson):
            return await self._direct_with(to.person)
        bound = await access.leadership_channel(to.school)
        if bound is None or bound.platform != PLATFORM:
            raise Unreachable("Nobody has said which channel here is the leadership's.", "missing")
        return bound.conversation

    async def _direct_with(self, person: int) -> str:
        user = await self._identities.user_of(person)
        if user not in self._direct:
            try:
                opened = await self._api.call("conversations.open", users=user)
            except NotOffered:
                # Slack opens the conversation itself when one writes to a user.
                return user
            self._direct[user] = str(opened["channel"]["id"])
        return self._direct[user]


def _content(page: Page, marked: Json) -> Json:
    content: Json = {"text": escaped(page.text), "metadata": marked}
    return {**content, "blocks": list(page.blocks)} if page.blocks else content
