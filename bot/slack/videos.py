"""Videos of cards: Slack draws none, so each stands as a file in the thread of every card that has it."""

from collections.abc import Awaitable, Callable

from bot.cards.document import Document
from bot.cards.document import Pictures as PicturesPart
from bot.slack.errors import Answered
from bot.slack.models import SlackPicture
from bot.slack.pictures import Pictures
from workflows.errors import Unreachable
from workflows.ports import MessageRef


class Videos:
    """What of the videos stands in Slack; one that this Slack does not take is tried again with the next redrawing."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures

    async def share(self, document: Document, ref: MessageRef, thread: Callable[[], Awaitable[str]]) -> None:
        """Send those that are not in the card's thread yet. Raises ChatError where to try again."""
        parts = [part for part in document.parts if isinstance(part, PicturesPart)]
        for id in [each.id for part in parts for each in part.pictures if each.kind == "video"]:
            # One file is sent once for each card, of which its time in the conversation is the name.
            key = f"{id}@{ref.reference}"
            if await SlackPicture.exists(picture=key):
                continue
            try:
                file = await self._pictures.sent(id, ref.conversation, await thread())
            except (Answered, Unreachable):
                continue
            if file:
                await SlackPicture.get_or_create(picture=key, defaults={"file": file})
