"""A person on several chat platforms gets each card once: where they chose, or where they last were."""

from datetime import timedelta

import pytest

from bot.chats import Chats
from tests.cards.samples import ALERT, DRAFT
from tests.database import Database
from tests.fakes.chat import FakeChat
from tests.staff import NOON, a_person, a_school
from workflows import access
from workflows.errors import Unreachable
from workflows.models import ChatIdentity, Person
from workflows.ports import MessageRef, ToLeadership, ToPerson
from workflows.states import Role

EMAIL = "ada.okafor@meadow.example"


async def on(platform: str, minutes: float = 0) -> Person:
    """The colleague does something on a platform, some minutes after noon."""
    at = NOON + timedelta(minutes=minutes)
    return await access.bind_identity(
        platform, f"{platform}-user", EMAIL, verified=True, guest=False, external=False, at=at
    )


@pytest.fixture
async def colleague(database: Database) -> Person:
    await a_school()
    return await a_person("M1", "meadow", Role.HEADTEACHER, email=EMAIL)


async def test_somebody_who_never_wrote_cannot_be_reached(colleague: Person) -> None:
    assert await access.where_to_reach(colleague.id) is None


async def test_they_are_reached_where_they_last_did_something(colleague: Person) -> None:
    await on("slack")
    await on("teams", 10)
    assert await access.where_to_reach(colleague.id) == ("teams", "teams-user")
    await on("slack", 20)
    assert await access.where_to_reach(colleague.id) == ("slack", "slack-user")


async def test_or_where_they_chose(colleague: Person) -> None:
    await on("slack")
    await on("teams", 10)
    await Person.filter(id=colleague.id).update(preferred_platform="slack")
    assert await access.where_to_reach(colleague.id) == ("slack", "slack-user")
    assert await access.where_to_reach(colleague.id, among=("teams",)) == ("teams", "teams-user")


async def test_a_busy_conversation_is_noted_every_five_minutes(colleague: Person) -> None:
    await on("slack")
    for minutes in (1, 4.9):
        await on("slack", minutes)
        assert (await ChatIdentity.get()).last_acted_at == NOON
    await on("slack", 5)
    assert (await ChatIdentity.get()).last_acted_at == NOON + timedelta(minutes=5)


async def test_a_card_goes_to_one_platform_only(colleague: Person) -> None:
    await on("slack")
    await on("teams", 10)
    slack, teams = FakeChat(), FakeChat()
    await Chats({"slack": slack, "teams": teams}).post(ToPerson(colleague.id), DRAFT, "key")
    assert [len(each.sent) for each in (slack, teams)] == [0, 1]


async def test_an_alert_goes_to_the_platform_of_the_leadership_channel(colleague: Person) -> None:
    slack, teams = FakeChat(), FakeChat()
    chats = Chats({"slack": slack, "teams": teams})
    with pytest.raises(Unreachable) as unreachable:
        await chats.post(ToLeadership("meadow"), ALERT, "key")
    assert unreachable.value.reason == "no_identity"
    await access.bind_channel("meadow", "teams", "19:x@thread.tacv2", "test", NOON)
    await chats.post(ToLeadership("meadow"), ALERT, "key")
    assert [len(each.sent) for each in (slack, teams)] == [0, 1]


async def test_a_card_is_found_on_the_platform_that_somebody_has_left_since(colleague: Person) -> None:
    await on("slack")
    slack, teams = FakeChat(), FakeChat()
    chats = Chats({"slack": slack, "teams": teams})
    await chats.post(ToPerson(colleague.id), DRAFT, "key")
    await on("teams", 10)
    assert await chats.find(ToPerson(colleague.id), "key") is not None
    assert await chats.find(ToPerson(colleague.id), "another") is None


async def test_a_thread_is_not_carried_to_another_platform(colleague: Person) -> None:
    await on("teams")
    teams = FakeChat()
    chats = Chats({"teams": teams})
    await chats.post(ToPerson(colleague.id), DRAFT, "1", MessageRef("slack", "D1", "171.0001"))
    await chats.post(ToPerson(colleague.id), DRAFT, "2", MessageRef("teams", "a:1", "171"))
    assert [sent.under for sent in teams.sent] == [None, MessageRef("teams", "a:1", "171")]


async def test_a_card_on_a_platform_that_was_switched_off_cannot_be_redrawn(colleague: Person) -> None:
    with pytest.raises(Unreachable):
        await Chats({}).update(MessageRef("slack", "D1", "1"), DRAFT)
