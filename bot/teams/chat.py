"""The chat port on Teams: what was sent is kept here, because Teams cannot be asked for it."""

from contextlib import suppress
from datetime import datetime

from tortoise.expressions import Subquery

from bot.cards import render
from bot.cards.document import Document
from bot.teams import PLATFORM
from bot.teams.cards import Look, cards
from bot.teams.connection import Connector, Place
from bot.teams.forms import Asked, dialog
from bot.teams.models import TeamsChannel, TeamsPart, TeamsPerson
from bot.teams.pictures import Pictures
from bot.teams.words import Element
from workflows import access, asking
from workflows.cards import Card
from workflows.errors import ChatError, Unreachable
from workflows.models import ChatIdentity, Message
from workflows.ports import Destination, MessageRef, ToPerson

SUMMARY = 200
CARD = "application/vnd.microsoft.card.adaptive"


class TeamsChat:
    """Teams behind the port."""

    def __init__(self, connector: Connector, pictures: Pictures) -> None:
        self._connector, self._pictures = connector, pictures

    async def post(self, to: Destination, card: Card, key: str, under: MessageRef | None = None) -> MessageRef:
        """Send a card, in several messages where it is long; goes on where a crash ended the last attempt."""
        person = to.person if isinstance(to, ToPerson) else None
        return await self.bring(await _place(to, under), card, key, person)

    async def bring(self, at: Place, card: Card, key: str, person: int | None) -> MessageRef:
        """Make what stands in a conversation under `key` look like the card, whatever stood there before."""
        document = render(card)
        known = await TeamsPart.filter(key=key).order_by("number")
        drawn = cards(document, self._look(key, person))
        for number, each in enumerate(drawn):
            message = attached(each, document)
            if number < len(known):
                await self._connector.replace(at, known[number].reference, message)
            else:
                known.append(await self._sent(at, message, key, number, len(drawn), person))
        for surplus in known[len(drawn) :]:
            await self._connector.remove(at, surplus.reference)
            await surplus.delete()
        await TeamsPart.filter(key=key).update(count=len(drawn))
        return MessageRef(PLATFORM, at.conversation, known[len(drawn) - 1].reference)

    async def ask(self, at: Place, asked: Asked, key: str, person: int | None) -> None:
        """Put a form into a conversation as a message, where no dialog can be opened."""
        if await TeamsPart.exists(key=key):
            return
        card = dialog(asked.form, self._pictures.address(person), asked.faults, asked.fault)
        message: Element = {"type": "message", "summary": asked.form.title, "attachments": [_attachment(card)]}
        await self._sent(at, message, key, 0, 1, person)

    async def _sent(
        self, at: Place, message: Element, key: str, number: int, count: int, person: int | None
    ) -> TeamsPart:
        reference = await self._connector.send(at, message)
        return await TeamsPart.create(
            key=key,
            number=number,
            count=count,
            conversation=at.conversation,
            service=at.service,
            reference=reference,
            person=person,
        )

    def _look(self, key: str, person: int | None) -> Look:
        return Look(self._pictures.address(person), asking.FORMS.__contains__, {"key": key})

    async def find(self, to: Destination, key: str, under: MessageRef | None = None) -> MessageRef | None:
        """Where a card stands that was sent whole; one that was sent in part is sent to its end by `post`."""
        parts = await TeamsPart.filter(key=key).order_by("number")
        if not parts or len(parts) < parts[0].count:
            return None
        return MessageRef(PLATFORM, parts[-1].conversation, parts[-1].reference)

    async def update(self, ref: MessageRef, card: Card) -> None:
        """Redraw a card in place."""
        part = await part_at(ref.conversation, ref.reference)
        if part is None:
            raise Unreachable("That card is not known here any more.", "missing")
        await self.bring(Place(part.service, part.conversation), card, part.key, part.person)

    async def tidied(self, at: Place, reference: str, key: str) -> None:
        """Remove a card for whose sending Teams never gave us an answer, and which stands elsewhere or is moot now."""
        ours = bool(reference) and await Message.exists(key=key)
        if ours and not await TeamsPart.exists(key=key, reference=reference):
            with suppress(ChatError):
                await self._connector.remove(at, reference)

    async def forget(self, before: datetime) -> None:
        """What was sent before then and is not in Gatepost's own records any more is not kept here either."""
        kept = Subquery(Message.all().values("key"))
        await TeamsPart.filter(at__lt=before).exclude(key__in=kept).delete()


async def part_at(conversation: str, reference: str) -> TeamsPart | None:
    """The message of ours that stands in a conversation under Teams' id."""
    return await TeamsPart.get_or_none(conversation=conversation, reference=reference)


def attached(card: Element, document: Document) -> Element:
    """A card as a message; its title is what a notification says."""
    title = document.title if len(document.title) <= SUMMARY else f"{document.title[: SUMMARY - 1]}…"
    return {
        "type": "message",
        "summary": title,
        "attachments": [_attachment(card)],
        "channelData": {"notification": {"alert": True}},
    }


def _attachment(card: Element) -> Element:
    return {"contentType": CARD, "content": card}


async def _place(to: Destination, under: MessageRef | None) -> Place:
    if isinstance(to, ToPerson):
        return await _direct(to.person)
    channel = await access.leadership_channel(to.school)
    known = await TeamsChannel.get_or_none(conversation=channel.conversation) if channel else None
    if known is None:
        raise Unreachable("The school has no leadership channel in Teams.", "missing")
    return Place(known.service, threaded(known.conversation, under))


def threaded(conversation: str, under: MessageRef | None) -> str:
    """The thread of a message; only channels have threads (their ids end so), chats have none."""
    if under is None or not conversation.endswith(("@thread.tacv2", "@thread.skype")):
        return conversation
    return f"{conversation};messageid={under.reference}"


async def _direct(person: int) -> Place:
    identity = await ChatIdentity.get_or_none(platform=PLATFORM, person_id=person)
    known = await TeamsPerson.get_or_none(external_id=identity.external_id) if identity else None
    if known is None or not known.conversation:
        raise Unreachable("Somebody has not written to the bot in Teams yet.", "no_identity")
    return Place(known.service, known.conversation)
