"""A message as HTML, for the person who reads it."""

from collections.abc import Callable, Iterable
from urllib.parse import quote

from markupsafe import Markup

from bot.cards import Document
from bot.local import cards
from bot.local.desk import Desk
from bot.local.members import Member
from bot.local.models import LocalMessage


def picture_url(me: Member) -> Callable[[str], str]:
    """Where this person's page fetches a picture."""
    return lambda id: f"/picture/{quote(id, safe='')}?as={me.id}"


async def drawn(desk: Desk, me: Member, messages: Iterable[LocalMessage]) -> list[Markup]:
    """Each message as an HTML fragment, in the order given."""
    messages = list(messages)
    parents = await LocalMessage.in_bulk({one.under for one in messages if one.under}, "id")
    return [_drawn(desk, me, one, parents.get(one.under or 0)) for one in messages]


def _drawn(desk: Desk, me: Member, message: LocalMessage, parent: LocalMessage | None) -> Markup:
    template = cards.pages().get_template("message.html.j2")
    return Markup(  # noqa: S704 - the templates escaped every value
        template.render(
            message=message,
            me=me,
            at=message.at.astimezone(desk.zone),
            title=_title(message),
            reply_to=_title(parent) if parent else "",
            card=_card(message, me),
        )
    )


def _card(message: LocalMessage, me: Member) -> Markup | None:
    if message.author is not None:
        return None
    return cards.html(Document.model_validate(message.content), picture_url(me))


def _title(message: LocalMessage) -> str:
    return str(message.content["title"] if message.author is None else message.content["text"])
