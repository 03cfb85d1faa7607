"""Clauses 5.4, 7.4 and 8.6: a comment about a child is kept, removed, and alerted until somebody deals with it."""

import hashlib
import json

import pytest

from tests.builders import person
from tests.scenarios.story import Story, shows
from workflows.cards import AlertCard, CommentCard, EvidenceCard
from workflows.keys import keyring
from workflows.models import Alert, Comment, Evidence, Message, Task
from workflows.ports import ToLeadership, ToPerson
from workflows.states import Role

NAMES_A_CHILD = "Amara Okonkwo was crying at the gate again"


async def test_8_6_a_comment_that_names_a_child_alerts_leadership_and_the_headteacher(story: Story) -> None:
    await story.reports(NAMES_A_CHILD)
    (card,) = story.alerts()
    assert card.what == "A comment names a child"
    assert card.state == "raised"
    assert story.chat.newest(story.cast.head, AlertCard).alert == card.alert
    assert "Amara" not in shows(card)
    assert story.chat.newest(story.cast.teacher, CommentCard).urgent
    assert [task.kind for task in story.removals(story.cast.administrator)] == ["delete_comment"]


async def test_8_6_the_evidence_is_kept_with_a_hash_before_anything_is_deleted(story: Story) -> None:
    await story.reports(NAMES_A_CHILD)
    kept = await Evidence.all().first()
    assert kept is not None
    assert kept.record["text"] == NAMES_A_CHILD
    said = json.dumps(kept.record, sort_keys=True, ensure_ascii=False).encode()
    assert hashlib.sha256(said).hexdigest() == kept.sha256
    assert keyring().unseal(bytes(kept.picture)).startswith(b"\x89PNG")


async def test_8_6_it_repeats_and_escalates_until_a_named_person_acknowledges(story: Story) -> None:
    await story.reports(NAMES_A_CHILD)
    await story.passes(minutes=10)
    assert len(story.alerts()) == 2
    await story.passes(minutes=10)
    assert story.chat.cards(story.cast.deputy, AlertCard)
    await story.passes(minutes=10)
    assert story.chat.cards(story.cast.lead, AlertCard)
    await story.passes(hours=12)
    heard = len(story.alerts())
    assert heard > 20
    await story.presses(story.cast.deputy, "alert.acknowledge", alert=story.alerts()[0].alert)
    assert {card.acknowledged.split(",")[0] for card in story.alerts()} == {"Acknowledged by Mrs Achebe"}
    await story.passes(hours=2)
    assert len(story.alerts()) == heard


async def test_8_6_acknowledged_it_is_chased_until_resolved_with_an_outcome(story: Story) -> None:
    await story.reports(NAMES_A_CHILD)
    alert = story.alerts()[0].alert
    await story.presses(story.cast.head, "alert.acknowledge", alert=alert)
    mine = len(story.chat.cards(story.cast.head, AlertCard))
    await story.passes(days=1)
    assert len(story.chat.cards(story.cast.head, AlertCard)) > mine
    await story.fills(story.cast.head, "alert.resolve", {"alert": alert}, outcome="referred", note="")
    mine = len(story.chat.cards(story.cast.head, AlertCard))
    await story.passes(days=5)
    assert len(story.chat.cards(story.cast.head, AlertCard)) == mine
    assert story.alerts()[0].outcome == "Passed to the designated safeguarding lead"


async def test_8_6_an_acknowledgement_of_a_resolved_alert_reopens_nothing(story: Story) -> None:
    await story.reports(NAMES_A_CHILD)
    alert = story.alerts()[0].alert
    await story.fills(story.cast.head, "alert.resolve", {"alert": alert}, outcome="referred", note="")
    await story.presses(story.cast.deputy, "alert.acknowledge", alert=alert)
    row = await Alert.get(id=alert)
    assert row.state == "resolved"
    assert row.acknowledged_by_id == story.cast.head
    assert "already been acknowledged" in story.notices(story.cast.deputy)[-1]


async def test_8_6_a_teacher_cannot_acknowledge_or_see_the_evidence(story: Story) -> None:
    await story.reports(NAMES_A_CHILD)
    alert = story.alerts()[0].alert
    await story.presses(story.cast.teacher, "alert.acknowledge", alert=alert)
    await story.presses(story.cast.teacher, "alert.evidence", alert=alert)
    await story.presses(story.cast.other_head, "alert.evidence", alert=alert)
    assert (await Alert.get(id=alert)).state == "raised"
    assert not story.chat.cards(story.cast.teacher, EvidenceCard)
    assert not story.chat.cards(story.cast.other_head, EvidenceCard)
    await story.presses(story.cast.head, "alert.evidence", alert=alert)
    assert story.chat.newest(story.cast.head, EvidenceCard).text == NAMES_A_CHILD


async def test_8_6_the_deletion_is_chased_until_somebody_did_it(story: Story) -> None:
    await story.reports(NAMES_A_CHILD)
    task = story.removals(story.cast.administrator)[0]
    await story.passes(minutes=60)
    assert len(story.removals(story.cast.administrator)) == 3
    assert story.removals(story.cast.head)
    await story.presses(story.cast.other_administrator, "task.done", task=task.task)
    assert {card.state for card in story.removals(story.cast.administrator)} == {"done"}
    assert any("deleted by Mrs Rahmani" in line for line in story.alerts()[-1].done)
    await story.passes(days=1)
    assert len(story.removals(story.cast.administrator)) == 3


async def test_5_4_any_other_comment_is_hidden_by_hand_and_raises_no_alarm(story: Story) -> None:
    await story.reports("What a lovely day, thank you all!")
    assert not story.alerts()
    assert not await Alert.exists()
    assert [card.kind for card in story.removals(story.cast.administrator)] == ["hide_comment"]
    assert not story.chat.newest(story.cast.teacher, CommentCard).urgent


async def test_8_6_whoever_reports_can_say_that_it_is_about_a_child(story: Story) -> None:
    await story.reports("you all know which one I mean", about_a_child="1")
    assert story.alerts()[0].what == "A comment describes a child"


async def test_8_6_a_threat_is_urgent_without_a_child(story: Story) -> None:
    await story.reports("I'm coming down there to smash his face in")
    assert "threat" in story.alerts()[0].what


async def test_8_6_an_unreachable_leadership_channel_is_heard_of_elsewhere(story: Story) -> None:
    story.chat.unreachable[ToLeadership("hillside")] = "not_in_channel"
    await story.reports(NAMES_A_CHILD)
    assert not story.alerts()
    assert story.chat.cards(story.cast.head, AlertCard)
    assert story.chat.cards(story.cast.lead, AlertCard)


async def test_an_empty_report_is_refused_with_a_sentence(story: Story) -> None:
    await story.reports("   ")
    assert not await Comment.exists()
    assert not await Task.exists()
    assert "copy the text" in story.notices(story.cast.teacher)[-1]


async def test_8_6_repeats_stay_in_the_thread_and_stand_anew_when_more_people_hear_of_it(story: Story) -> None:
    await story.reports(NAMES_A_CHILD)
    await story.passes(minutes=31)
    sent = [one for one in story.chat.sent if one.to == ToLeadership("hillside")]
    first = story.chat.sent.index(sent[0])
    threads = [int(one.under.reference) if one.under else None for one in sent]
    # The second repeat also told the leadership team, the third the Communications Lead.
    assert threads == [None, first, first, None, first, None]
    assert {card.state for card in story.alerts()} == {"raised"}


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("not_in_channel", "not a member"),
        ("archived", "archived"),
        ("missing", "does not exist"),
        ("no_identity", "no channel has been chosen"),
        ("revoked", "access to the chat was withdrawn"),
        ("", "refused"),
    ],
)
async def test_8_6_headteacher_and_trust_hear_at_once_why_a_channel_is_silent(
    story: Story, reason: str, words: str
) -> None:
    story.chat.unreachable[ToLeadership("hillside")] = reason
    await story.reports(NAMES_A_CHILD)
    for hears in (story.cast.head, story.cast.lead):
        (sentence,) = story.notices(hears)
        assert "Hillside School" in sentence
        assert words in sentence
        assert len(story.chat.cards(hears, AlertCard)) == 1


async def test_8_6_the_same_silence_is_not_reported_with_every_repeat(story: Story) -> None:
    story.chat.unreachable[ToLeadership("hillside")] = "archived"
    await story.reports(NAMES_A_CHILD)
    await story.passes(minutes=55)
    assert len(story.notices(story.cast.lead)) == 1
    await story.passes(hours=3)
    assert len(story.notices(story.cast.lead)) == 4


async def test_8_6_a_channel_that_is_repaired_gets_the_next_repeat(story: Story) -> None:
    story.chat.unreachable[ToLeadership("hillside")] = "not_in_channel"
    await story.reports(NAMES_A_CHILD)
    story.chat.unreachable.clear()
    await story.passes(minutes=10)
    assert len(story.alerts()) == 1


async def test_8_6_two_leads_who_cannot_be_reached_do_not_keep_calling_each_other(story: Story) -> None:
    other = await person(30, "Second", None, Role.COMMUNICATIONS_LEAD)
    for one in (ToLeadership("hillside"), ToPerson(story.cast.lead), ToPerson(other)):
        story.chat.unreachable[one] = "no_identity"
    await story.reports(NAMES_A_CHILD)
    assert story.chat.cards(story.cast.head, AlertCard)
    assert await Message.filter(state="undeliverable").count() < 10


async def test_somebody_who_never_signed_in_is_named_to_the_trust(story: Story) -> None:
    story.chat.unreachable[ToPerson(story.cast.head)] = "no_identity"
    await story.reports(NAMES_A_CHILD)
    assert "Mrs Vance" in story.notices(story.cast.lead)[0]
    assert "not signed in" in story.notices(story.cast.lead)[0]


async def test_8_6_a_repeat_says_which_one_it_is_and_leaves_the_cards_before_it_alone(story: Story) -> None:
    await story.reports("Amara Okonkwo was crying at the gate again")
    first = story.chat.sent[0]
    before = len(first.versions)
    await story.passes(hours=5)
    assert len(first.versions) == before
    levels = [one.level for one in story.alerts()]
    assert levels[:2] == [0, 1]
    assert levels == sorted(levels)
    await story.presses(story.cast.head, "alert.acknowledge", alert=story.alerts()[0].alert)
    assert {one.state for one in story.alerts()} == {"acknowledged"}
