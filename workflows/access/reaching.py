"""Where a person is reached: on the platform they chose, or else where they last did something."""

from collections.abc import Collection
from datetime import datetime, timedelta

from workflows.models import ChatIdentity, Person

NOTED_AGAIN_AFTER = timedelta(minutes=5)
"""A busy conversation does not write a row for each of its messages."""


async def acted(platform: str, external_id: str, at: datetime) -> None:
    """Note that the person behind a chat user did something there at `at`."""
    mine = ChatIdentity.filter(platform=platform, external_id=external_id)
    await mine.filter(last_acted_at__lte=at - NOTED_AGAIN_AFTER).update(last_acted_at=at)


async def where_to_reach(person_id: int, among: Collection[str] | None = None) -> tuple[str, str] | None:
    """The platform and the chat user to write to, so that a person on several gets each card once.

    `among` names the platforms that run here; None where no account of theirs is known.
    """
    known = await ChatIdentity.filter(person_id=person_id).order_by("-last_acted_at", "id")
    usable = [one for one in known if among is None or one.platform in among]
    if not usable:
        return None
    person = await Person.get(id=person_id)
    chosen = next((one for one in usable if one.platform == person.preferred_platform), usable[0])
    return chosen.platform, chosen.external_id
