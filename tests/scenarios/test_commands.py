"""The words behind /gatepost, typed or said: where things stand, who is away, who stands in, who is authorised."""

from datetime import date, timedelta

import pytest

from tests.builders import pupil
from tests.scenarios.story import CLEAN, Story
from workflows.cards import DraftCard, HomeCard, Notice, PolicyCard, WelcomeCard
from workflows.commanding import TABLE
from workflows.days import read_day
from workflows.errors import NotAllowed, Refused
from workflows.models import Absence, AuditEntry, ChatIdentity, LeadershipChannel, Person, Post
from workflows.ports import Filled, Place, ToLeadership

PRIVATE = Place("slack", "C0LEAD", True)


def offered(story: Story, person: int) -> Notice:
    return story.chat.newest(person, Notice)


@pytest.mark.parametrize("words", ["help", "Hello!", "gatepost", "gatepost help"])
async def test_help_says_what_somebody_can_do_and_which_words_are_known(story: Story, words: str) -> None:
    await story.says(story.cast.administrator, words)
    card = story.chat.newest(story.cast.administrator, WelcomeCard)
    assert len(card.words) == len(TABLE)
    assert not await Post.exists()


async def test_the_same_words_typed_and_said_do_the_same(story: Story) -> None:
    await story.types(story.cast.administrator, "status")
    await story.says(story.cast.administrator, "Gatepost status")
    await story.says(story.cast.administrator, "status")
    assert len(story.chat.cards(story.cast.administrator, HomeCard)) == 3


async def test_unknown_words_are_answered_with_the_known_ones(story: Story) -> None:
    with pytest.raises(Refused, match="away until 3 December"):
        await story.types(story.cast.administrator, "publish everything")
    with pytest.raises(Refused, match="status"):
        await story.says(story.cast.administrator, "gatepost stauts")


@pytest.mark.parametrize("text", ["Gatepost of the old mill painted by Kestrel class, come and see", "Back to school!"])
async def test_a_draft_that_begins_like_a_word_is_a_draft(story: Story, text: str) -> None:
    await story.says(story.cast.administrator, text)
    assert story.draft().text == text


async def test_the_policy_can_be_read_by_anybody(story: Story) -> None:
    await story.types(story.cast.teacher, "policy")
    card = story.chat.newest(story.cast.teacher, PolicyCard)
    assert any(line.startswith("5.2: ") for line in card.enforced)
    assert card.not_yet


@pytest.mark.parametrize(
    ("words", "form"), [("post", "draft.new"), ("report", "comment.report"), ("away", "person.away")]
)
async def test_words_that_need_a_form_open_it_or_offer_its_button(story: Story, words: str, form: str) -> None:
    person = story.cast.administrator
    opened = await story.types(person, words)
    assert opened is not None
    assert opened.name == form
    await story.says(person, words)
    assert offered(story, person).verb == form
    assert await story.presses(person, form) == opened


async def test_away_until_a_day_drafts_go_to_the_deputies_and_back_again(story: Story) -> None:
    await story.types(story.cast.head, "away until 5 November")
    assert "Thursday 5 November, 08:00" in offered(story, story.cast.head).sentence
    await story.submitted_to(story.cast.deputy)
    await story.says(story.cast.head, "back")
    assert not await Absence.exists()
    await story.submitted()
    entries = await AuditEntry.filter(action__startswith="person.").order_by("number")
    assert [entry.action for entry in entries] == ["person.away", "person.back"]


async def test_what_waits_for_somebody_who_goes_away_moves_on_at_once(story: Story) -> None:
    card = await story.submitted()
    await story.fills(story.cast.head, "person.away", {}, until="2026-11-05T08:00")
    assert story.approval(story.cast.deputy).state == "waiting"
    # Somebody who is away may still decide, if they look in.
    await story.presses(story.cast.head, "post.approve", post=card.post, claim=card.claim)
    assert (await story.post()).state == "publishing"


@pytest.mark.parametrize("words", ["away until the cows come home", "away until 1 January 2020"])
async def test_a_day_that_makes_no_sense_is_refused(story: Story, words: str) -> None:
    with pytest.raises(Refused):
        await story.types(story.cast.head, words)
    assert not await Absence.exists()


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("3 December", date(2026, 12, 3)),
        ("3rd of december", date(2026, 12, 3)),
        ("the 3rd Dec 2027", date(2027, 12, 3)),
        ("03/12/2026", date(2026, 12, 3)),
        ("2026-12-03", date(2026, 12, 3)),
        ("1 November", date(2027, 11, 1)),
        ("tomorrow", date(2026, 11, 3)),
        ("Monday", date(2026, 11, 9)),
        ("next friday", date(2026, 11, 6)),
        ("31 February", None),
        ("whenever", None),
    ],
)
def test_days_as_people_write_them(words: str, day: date | None) -> None:
    assert read_day(words, date(2026, 11, 2)) == day


async def test_5_1_the_headteacher_authorises_and_revokes_by_name(story: Story) -> None:
    form = await story.types(story.cast.head, "authorise")
    assert form is not None
    labels = {option.value: option.label for option in form.inputs[0].options}
    assert labels[str(story.cast.teacher)] == "Mrs Pugh"
    assert not {str(story.cast.other_head), str(story.cast.head), str(story.cast.administrator)} & set(labels)
    await story.fills(story.cast.head, "role.grant", {}, colleague=str(story.cast.teacher))
    assert "now an administrator of Hillside School" in offered(story, story.cast.teacher).sentence
    await story.says(story.cast.teacher, CLEAN)
    assert story.draft(story.cast.teacher).state == "drafting"
    await story.fills(story.cast.head, "role.revoke", {}, colleague=str(story.cast.teacher))
    assert "no longer" in offered(story, story.cast.teacher).sentence
    await story.says(story.cast.teacher, "Another one.")
    assert len(story.chat.cards(story.cast.teacher, DraftCard)) == 1


async def test_5_1_nobody_else_authorises(story: Story) -> None:
    for person in (story.cast.deputy, story.cast.administrator, story.cast.lead):
        with pytest.raises(NotAllowed):
            await story.types(person, "authorise")
    with pytest.raises(NotAllowed):
        await story.intake.staff_options(story.cast.administrator, "")


async def test_5_1_a_form_with_another_school_in_it_authorises_nobody(story: Story) -> None:
    value, answers = {"school": "hillside"}, {"colleague": str(story.cast.teacher)}
    await story.intake.filled(Filled(story.event(), story.cast.other_head, "role.grant", value, answers, {}))  # type: ignore[arg-type]
    assert not await AuditEntry.filter(action="role.grant").exists()


async def test_a_long_list_of_colleagues_is_searched(story: Story) -> None:
    found = await story.intake.staff_options(story.cast.head, "pug")
    assert [option.label for option in found] == ["Mrs Pugh"]


async def test_1_6_deputies_are_named_in_order(story: Story) -> None:
    await story.fills(
        story.cast.head, "deputies.name", {}, first=str(story.cast.second_deputy), second=str(story.cast.deputy)
    )
    assert "Mrs Calloway, Mrs Achebe" in offered(story, story.cast.head).sentence
    with pytest.raises(NotAllowed):
        await story.types(story.cast.deputy, "deputies")


async def test_8_6_a_private_channel_is_chosen_for_the_alerts(story: Story) -> None:
    assert await story.types(story.cast.head, "leadership here", PRIVATE) is None
    channel = await LeadershipChannel.get(school_id="hillside")
    assert (channel.platform, channel.conversation) == ("slack", "C0LEAD")
    assert "arrive here" in story.chat.newest(None, Notice, "hillside").sentence


@pytest.mark.parametrize("place", [None, Place("slack", "C0OPEN", False)])
async def test_8_6_no_alert_goes_into_a_channel_that_others_can_read(story: Story, place: Place | None) -> None:
    with pytest.raises(Refused, match="private"):
        await story.types(story.cast.head, "leadership here", place)
    with pytest.raises(Refused, match="private"):
        await story.says(story.cast.head, "leadership here")
    assert not await LeadershipChannel.exists()


async def test_1_6_only_the_headteacher_and_the_trust_choose_it_and_one_channel_serves_one_school(story: Story) -> None:
    for person in (story.cast.deputy, story.cast.administrator):
        with pytest.raises(NotAllowed):
            await story.types(person, "leadership here", PRIVATE)
    await story.types(story.cast.head, "leadership here", PRIVATE)
    await story.types(story.cast.other_head, "leadership here", PRIVATE)
    assert "another school" in story.notices(story.cast.other_head)[-1]
    assert await LeadershipChannel.all().count() == 1


async def test_the_communications_lead_says_for_which_school(story: Story) -> None:
    form = await story.types(story.cast.lead, "leadership here", PRIVATE)
    assert form is not None
    assert {option.value for option in form.inputs[0].options} == {"hillside", "brookside"}
    answers = {"school": "brookside"}
    await story.intake.filled(Filled(story.event(), story.cast.lead, form.name, form.value, answers, {}))  # type: ignore[arg-type]
    assert (await LeadershipChannel.get()).school_id == "brookside"


async def test_a_repeat_does_not_follow_a_thread_into_the_channel_before(story: Story) -> None:
    await story.types(story.cast.head, "leadership here", PRIVATE)
    await story.passes(minutes=1)
    await story.reports("Amara Okonkwo was crying at the gate again")
    await story.passes(minutes=1)
    await story.types(story.cast.head, "leadership here", Place("slack", "C0NEW", True))
    await story.passes(minutes=10)
    in_channel = [sent for sent in story.chat.sent if sent.to == ToLeadership("hillside")]
    assert in_channel[-1].under is None


async def test_cards_arrive_where_somebody_chose(story: Story) -> None:
    with pytest.raises(Refused, match="platform slack"):
        await story.types(story.cast.head, "platform pigeon")
    await story.types(story.cast.head, "platform teams")
    assert "do not know you on Teams" in story.notices(story.cast.head)[-1]
    now = story.clock.now()
    await ChatIdentity.create(
        platform="teams", external_id="29:x", person_id=story.cast.head, bound_at=now, last_acted_at=now
    )
    await story.types(story.cast.head, "platform teams")
    assert (await Person.get(id=story.cast.head)).preferred_platform == "teams"


async def test_yes_from_somebody_who_is_asked_is_answered_with_the_button_and_is_no_draft(story: Story) -> None:
    card = await story.submitted()
    await story.says(story.cast.head, "Looks good!")
    assert offered(story, story.cast.head).post == card.post
    assert (await story.post()).state == "in_review"
    assert await Post.all().count() == 1


async def test_6_2_pupils_are_found_by_any_word_of_name_or_class_by_those_who_may_see_them(story: Story) -> None:
    await story.says(story.cast.administrator, CLEAN)
    post = story.draft().post
    await pupil("H9", "Zoë", "O'Hara")
    await pupil("B1", "Amara", "Elsewhere", school="brookside")
    await story.registers_changed()
    administrator = story.cast.administrator
    for query, ids in {"ama": ["H1"], "oko am": ["H1"], "zoe": ["H9"], "hara": ["H9"], "mara": []}.items():
        assert [one.value for one in await story.intake.pupil_options(administrator, post, query)] == ids
    assert len(await story.intake.pupil_options(administrator, post, "kes")) == 4
    for stranger in (story.cast.teacher, story.cast.other_head, story.cast.lead):
        with pytest.raises(NotAllowed):
            await story.intake.pupil_options(stranger, post, "")


async def test_at_most_a_hundred_pupils_are_offered_at_once(story: Story) -> None:
    await story.says(story.cast.administrator, CLEAN)
    for number in range(101):
        await pupil(f"N{number}", f"Nolan{number}", "Many")
    await story.registers_changed()
    assert len(await story.intake.pupil_options(story.cast.administrator, story.draft().post, "many")) == 100


async def test_a_shortcut_opens_a_form_with_what_is_known(story: Story) -> None:
    form = await story.intake.opened(story.cast.administrator, "draft.new", {"text": "From a message\r\n"})
    assert {one.name: one.initial for one in form.inputs}["text"] == "From a message\n"
    form = await story.intake.opened(story.cast.teacher, "comment.report", {"text": "What somebody wrote"})
    assert form.inputs[0].initial == "What somebody wrote"
    with pytest.raises(Refused):
        await story.intake.opened(story.cast.administrator, "role.grant", {})
    with pytest.raises(Refused, match="whole trust"):
        await story.intake.opened(story.cast.lead, "draft.new", {})


async def test_a_forgotten_absence_ends_by_itself(story: Story) -> None:
    await story.types(story.cast.head, "away until tomorrow")
    await story.engine.advance(timedelta(days=2))
    await story.submitted()
