"""Clauses 3.6, 4.1 and 6.1: checked again at the last moment, published by hand, recorded."""

from datetime import timedelta

from tests.scenarios.story import CLEAN, Story, photo
from workflows.cards import OutcomeCard, PublishCard
from workflows.models import Publication, Pupil


async def _cards(story: Story) -> list[PublishCard]:
    return story.chat.cards(story.cast.administrator, PublishCard)


async def test_published_by_hand_on_every_account_then_told(story: Story) -> None:
    await story.approved()
    facebook, x = await _cards(story)
    await story.confirms(facebook)
    assert (await story.post()).state == "publishing"
    await story.confirms(x)
    assert (await story.post()).state == "published"
    told = story.chat.newest(story.cast.administrator, OutcomeCard)
    assert told.outcome == "published"
    assert len(told.links) == 2
    assert {card.state for card in await _cards(story)} == {"done"}
    assert {place.device for place in await Publication.all()} == {"school"}


async def test_an_address_on_another_site_is_not_taken(story: Story) -> None:
    await story.approved()
    facebook, _ = await _cards(story)
    await story.confirms(facebook, permalink="https://elsewhere.example/1")
    assert "address of the published post" in story.notices(story.cast.administrator)[-1]
    assert await Publication.filter(published_at=None).count() == 2


async def test_a_planned_post_waits_for_its_time(story: Story) -> None:
    await story.says(story.cast.administrator, CLEAN)
    draft = story.draft()
    value = {"post": draft.post, "claim": draft.claim}
    plan = {"accounts": ("hillside-facebook",), "planned_at": "2026-11-03T15:30"}
    await story.fills(story.cast.administrator, "post.plan", value, **plan)
    draft = story.draft()
    assert draft.when == "Tuesday 3 November, 15:30"
    assert len(draft.accounts) == 1
    await story.presses(story.cast.administrator, "post.submit", post=draft.post, claim=draft.claim)
    card = story.approval()
    await story.presses(story.cast.head, "post.approve", post=card.post, claim=card.claim)
    await story.passes(days=1, hours=6, minutes=29)
    assert (await story.post()).state == "approved"
    await story.passes(minutes=1)
    assert (await story.post()).state == "publishing"


async def test_approved_too_late_for_its_slot_it_asks_for_a_new_time_and_is_not_dropped(story: Story) -> None:
    await story.says(story.cast.administrator, CLEAN)
    draft = story.draft()
    value = {"post": draft.post, "claim": draft.claim}
    plan = {"accounts": ("hillside-facebook",), "planned_at": "2026-11-02T10:00"}
    await story.fills(story.cast.administrator, "post.plan", value, **plan)
    draft = story.draft()
    await story.presses(story.cast.administrator, "post.submit", post=draft.post, claim=draft.claim)
    await story.passes(hours=2)
    card = story.approval()
    await story.presses(story.cast.head, "post.approve", post=card.post, claim=card.claim)
    assert (await story.post()).state == "held"
    assert story.chat.newest(story.cast.administrator, OutcomeCard).can_retime
    assert not await _cards(story)
    value = {"post": card.post}
    await story.fills(story.cast.administrator, "post.retime", value, planned_at="2026-11-02T16:00")
    again = story.approval()
    assert again.state == "waiting"
    assert again.when == "Monday 2 November, 16:00"
    await story.presses(story.cast.head, "post.approve", post=again.post, claim=again.claim)
    await story.passes(hours=6)
    assert (await story.post()).state == "publishing"


async def test_4_1_a_consent_withdrawn_after_the_approval_stops_the_post(story: Story) -> None:
    administrator = story.cast.administrator
    await story.says(administrator, CLEAN, photo())
    card = story.draft()
    value = {"post": card.post, "claim": card.claim, "picture": card.pictures[0].id}
    await story.fills(administrator, "post.who", value, who=("H1",), nobody="", alt="A child with a spade")
    card = story.draft()
    value = {"post": card.post, "claim": card.claim}
    plan = {"accounts": ("hillside-facebook",), "planned_at": "2026-11-03T15:30"}
    await story.fills(administrator, "post.plan", value, **plan)
    card = story.draft()
    await story.presses(administrator, "post.submit", post=card.post, claim=card.claim)
    asked = story.approval()
    await story.presses(story.cast.head, "post.approve", post=asked.post, claim=asked.claim)
    await Pupil.filter(id="H1").update(image_public="no")
    await story.registers_changed()
    await story.engine.advance(timedelta(days=2))
    assert (await story.post()).state == "held"
    assert not await _cards(story)
    assert [line.clause for line in story.draft().findings] == ["6.2"]


async def test_called_off_while_it_is_published_by_hand(story: Story) -> None:
    card = await story.approved()
    await story.presses(story.cast.administrator, "post.withdraw", post=card.post)
    assert (await story.post()).state == "withdrawn"
    assert {one.state for one in await _cards(story)} == {"cancelled"}


async def test_what_stands_on_a_page_cannot_be_called_off_here(story: Story) -> None:
    card = await story.approved()
    facebook, _ = await _cards(story)
    await story.confirms(facebook)
    await story.presses(story.cast.administrator, "post.withdraw", post=card.post)
    assert (await story.post()).state == "publishing"
    assert "Delete it there" in story.notices(story.cast.administrator)[-1]


async def test_a_forgotten_publication_is_chased_in_school_hours(story: Story) -> None:
    await story.approved()
    assert len(await _cards(story)) == 2
    await story.passes(hours=2)
    assert len(await _cards(story)) == 4
    assert len(story.chat.cards(story.cast.other_administrator, PublishCard)) == 2
