"""What a person reads: the messages of a conversation, and how many they have not seen."""

from collections import Counter
from collections.abc import Sequence

from bot.local.members import Member
from bot.local.models import LocalMessage, LocalSeen

SHOWN = 200
"""How many of the latest messages a page shows at first."""


async def latest(conversation: str, limit: int = SHOWN) -> list[LocalMessage]:
    """The latest messages in their order."""
    newest = await LocalMessage.filter(conversation=conversation).order_by("-id").limit(limit)
    return newest[::-1]


async def changed(conversation: str, after: int) -> list[LocalMessage]:
    """Messages that are new or redrawn since the change `after`, oldest change first."""
    return await LocalMessage.filter(conversation=conversation, change__gt=after).order_by("change")


async def mark_seen(person: int, conversation: str, message: int) -> None:
    """Remember the last message that a person saw; an earlier one changes nothing."""
    seen, _ = await LocalSeen.get_or_create(person=person, conversation=conversation)
    if message > seen.message:
        await LocalSeen.filter(id=seen.id, message__lt=message).update(message=message)


async def unseen(people: Sequence[Member]) -> dict[int, dict[str, int]]:
    """For each person, how many of Gatepost's messages they have not seen in each of their conversations."""
    seen = {(row.person, row.conversation): row.message for row in await LocalSeen.all()}
    posted = await LocalMessage.filter(author=None).values_list("conversation", "id")
    return {person.id: _unseen(person, posted, seen) for person in people}


def _unseen(person: Member, posted: Sequence[tuple[str, int]], seen: dict[tuple[int, str], int]) -> dict[str, int]:
    last = {each.id: seen.get((person.id, each.id), 0) for each in person.conversations}
    return Counter(conversation for conversation, id in posted if id > last.get(conversation, id))


async def reached(marks: Sequence[tuple[str, tuple[str, ...]]]) -> bool:
    """Whether any card of these kinds and states (no states: any state) stands somewhere in the workspace."""
    for card, states in marks:
        found = LocalMessage.filter(card=card, state__in=states) if states else LocalMessage.filter(card=card)
        if await found.exists():
            return True
    return False
