"""Clauses 3.4 and 3.5: a chat account was closed, so its owner loses everything at once and nothing stands still."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from tests.registers.sheets import nothing
from tests.scenarios.story import CLEAN, Story
from workflows import access
from workflows.cards import AlertCard, ApprovalCard, Notice, OutcomeCard, PublishCard
from workflows.errors import Stranger
from workflows.leaving import see_to_leavers
from workflows.models import Alert, AuditEntry, ChatIdentity, Deputy, Person, RoleGrant
from workflows.ports import ToPerson
from workflows.registers import staff
from workflows.registers.facts import staff_register
from workflows.registers.plan import Plan

Leaves = Callable[[Story, int], Awaitable[None]]


async def known(story: Story, person: int, platform: str = "slack") -> str:
    now = story.clock.now()
    user = f"U{person}"
    await ChatIdentity.create(platform=platform, external_id=user, person_id=person, bound_at=now, last_acted_at=now)
    return user


async def closes(story: Story, person: int, event: str = "") -> None:
    identity = await ChatIdentity.get_or_none(person_id=person)
    user = identity.external_id if identity else await known(story, person)
    await story.intake.deactivated(event or story.event(), "slack", user)


async def is_missing_from_the_register(story: Story, person: int) -> None:
    """A staff file without somebody is imported while the bot is at work."""
    register, who = await staff_register(), (await Person.get(id=person)).staff_id
    rest = tuple(one for one in register.current.values() if one.id != who)
    plan = Plan((), (), (), (register.current[who],), rest, register.version)
    await staff.apply(plan, "command:import", story.clock.now(), nothing)
    await see_to_leavers(story.engine)


async def held(person: int) -> int:
    return await RoleGrant.filter(person_id=person, revoked_at=None).count()


async def test_3_5_every_role_ends_at_once_and_it_is_on_record(story: Story) -> None:
    await closes(story, story.cast.deputy)
    assert await held(story.cast.deputy) == 0
    assert not await ChatIdentity.exists(person_id=story.cast.deputy)
    assert not await Deputy.exists(person_id=story.cast.deputy)
    assert (await Person.get(id=story.cast.deputy)).left_at is None
    actions = [
        entry.action for entry in await AuditEntry.filter(about=f"person:{story.cast.deputy}").order_by("number")
    ]
    assert actions == ["role.revoke", "identity.release", "person.deactivated"]
    with pytest.raises(Stranger):
        await story.says(story.cast.deputy, CLEAN)


async def test_3_5_the_headteacher_hears_of_it(story: Story) -> None:
    await closes(story, story.cast.administrator)
    sentence = story.chat.newest(story.cast.head, Notice).sentence
    assert "Mrs Thornton" in sentence
    assert "password" in sentence
    assert not story.chat.cards(story.cast.other_head, Notice)


async def test_3_5_of_the_only_headteacher_the_trust_hears(story: Story) -> None:
    await closes(story, story.cast.head)
    assert "Mrs Vance" in story.chat.newest(story.cast.lead, Notice).sentence


async def test_a_second_event_and_an_unknown_account_change_nothing(story: Story) -> None:
    user = await known(story, story.cast.deputy)
    for event in ("closed", "closed", "again"):
        await story.intake.deactivated(event, "slack", user)
    await story.intake.deactivated("other", "slack", "U404")
    assert len(story.chat.cards(story.cast.head, Notice)) == 1


@pytest.mark.parametrize("leaves", [closes, is_missing_from_the_register])
async def test_a_draft_that_waits_for_them_alone_goes_to_the_next_at_once(story: Story, leaves: Leaves) -> None:
    await story.submitted()
    await leaves(story, story.cast.head)
    asked = story.approval(story.cast.deputy)
    assert asked.state == "waiting"
    assert (await story.post()).asked == [story.cast.deputy]
    assert story.chat.newest(story.cast.administrator, OutcomeCard).outcome == "reminder"
    await story.presses(story.cast.deputy, "post.approve", post=asked.post, claim=asked.claim)
    assert (await story.post()).state == "publishing"


async def test_somebody_who_was_asked_beside_others_is_left_out(story: Story) -> None:
    await story.submitted()
    await story.passes(hours=6)
    assert (await story.post()).asked == [story.cast.head, story.cast.deputy]
    await closes(story, story.cast.deputy)
    assert (await story.post()).asked == [story.cast.head]
    assert not story.chat.cards(story.cast.second_deputy, ApprovalCard)


async def test_the_timers_of_a_review_go_on_after_somebody_left(story: Story) -> None:
    await story.submitted()
    await closes(story, story.cast.head)
    await story.engine.advance(timedelta(hours=6))
    assert story.approval(story.cast.second_deputy).state == "waiting"
    await story.engine.advance(timedelta(days=7))
    assert (await story.post()).state == "expired"


@pytest.mark.parametrize("leaves", [closes, is_missing_from_the_register])
async def test_8_6_an_alert_that_they_had_taken_on_is_raised_again(story: Story, leaves: Leaves) -> None:
    await story.reports("Amara Okonkwo was crying at the gate again")
    alert = story.alerts()[0].alert
    await story.presses(story.cast.deputy, "alert.acknowledge", alert=alert)
    heard = len(story.alerts())
    await leaves(story, story.cast.deputy)
    row = await Alert.get(id=alert)
    assert (row.state, row.acknowledged_by_id) == ("raised", None)
    assert len(story.alerts()) == heard + 1
    await story.passes(minutes=45)
    assert len(story.alerts()) > heard + 1
    await story.presses(story.cast.head, "alert.acknowledge", alert=alert)
    assert story.chat.newest(story.cast.head, AlertCard).state == "acknowledged"


async def test_what_they_were_to_publish_by_hand_goes_to_a_colleague(story: Story) -> None:
    card = await story.submitted()
    await closes(story, story.cast.administrator)
    await story.presses(story.cast.head, "post.approve", post=card.post, claim=card.claim)
    assert len(story.chat.cards(story.cast.other_administrator, PublishCard)) == 2


async def test_nobody_is_troubled_because_a_leaver_cannot_be_reached(story: Story) -> None:
    cast, card = story.cast, await story.submitted()
    await closes(story, cast.administrator)
    story.chat.unreachable[ToPerson(cast.administrator)] = "no_identity"
    await story.presses(cast.head, "post.approve", post=card.post, claim=card.claim)
    assert not story.chat.cards(cast.lead, Notice)
    assert await access.where_to_reach(cast.administrator) is None


async def test_what_waits_for_a_leaver_is_passed_on_once(story: Story) -> None:
    await story.submitted()
    await is_missing_from_the_register(story, story.cast.head)
    asked = len(story.chat.cards(story.cast.deputy, ApprovalCard))
    await see_to_leavers(story.engine)
    assert len(story.chat.cards(story.cast.deputy, ApprovalCard)) == asked
    assert (await story.post()).asked == [story.cast.deputy]
