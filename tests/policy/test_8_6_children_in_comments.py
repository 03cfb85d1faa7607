import pytest

from tests.policy.school import read
from workflows.policy.findings import ChildMention


@pytest.mark.parametrize(
    ("text", "pupils"),
    [
        ("Go on Saoirse, fastest legs in the west!", {"P3"}),
        ("saoirse t has had the same coat for three years", {"P3"}),
        ("Saoirseeeee you smashed it", {"P3"}),
        ("is ollie ok?? he looked so pale", {"P1", "P2"}),
        ("Tallulah has been counting the sleeps", set()),
        ("the Dunmore lad pushed in again", {"P2"}),
        ("young Dunmore pushed in again", {"P2"}),
        ("s tolland said so", {"P3"}),
        ("that Dunmore lad, Ollie, pushed in again", {"P2"}),
        ("Ollie B scored and Ollie cried", {"P1"}),
        ("Go on Hope!!", {"P5"}),
        ("Hope you superstar 🌟", {"P5"}),
    ],
)
def test_8_6_a_comment_that_names_a_child_is_urgent(text: str, pupils: set[str]) -> None:
    reading = read(text)
    assert reading.child == ChildMention.NAMED
    assert reading.urgent
    assert set(reading.pupils) == pupils
    assert all(quote in text for quote in reading.quotes)


@pytest.mark.parametrize(
    "text",
    [
        "My daughter in Willow class was in tears again on Monday",
        "that ginger lad in Y4 who keeps biting needs watching",
        "the little girl in Kestrel with the hearing aids sang beautifully",
        "My son has epilepsy and nobody rang me",
        "My Y3 daughter came home without her coat",
    ],
)
def test_8_6_a_comment_that_describes_a_child_is_urgent(text: str) -> None:
    reading = read(text)
    assert reading.child == ChildMention.DESCRIBED
    assert reading.urgent
    assert all(quote in text for quote in reading.quotes)


@pytest.mark.parametrize("text", ["my son loved it!!", "Proud mum here", "Our granddaughter had a ball, thank you"])
def test_8_6_a_mere_reference_is_not_urgent(text: str) -> None:
    reading = read(text)
    assert reading.child == ChildMention.REFERENCED
    assert not reading.urgent


@pytest.mark.parametrize(
    "text",
    [
        "Will Year 5 be back by 3?",
        "Charlotte's Web had me in bits",
        "Thank you to all the staff",
        "hope the weather holds",
        "What time do doors open on Friday?",
    ],
)
def test_8_6_no_particular_child_is_none(text: str) -> None:
    assert read(text).child == ChildMention.NONE


def test_8_6_the_post_above_a_comment_does_not_count() -> None:
    assert read("so proud!").child in (ChildMention.NONE, ChildMention.REFERENCED)


def test_8_6_a_threat_is_urgent_and_offensive_without_any_child() -> None:
    reading = read("Next time I see that warden I will knock his teeth out")
    assert (reading.threat, reading.offensive, reading.urgent) == (True, True, True)
    assert reading.reasons


@pytest.mark.parametrize(
    "text", ["useless lazy idiots the lot of you", "what a load of bollocks", "Bloody brilliant day"]
)
def test_8_2_abuse_and_swearing_are_offensive(text: str) -> None:
    assert read(text).offensive


@pytest.mark.parametrize(
    "text", ["I disagree with this, the old times were better", "The gate was left open again", "Lovely photo"]
)
def test_8_2_plain_criticism_is_not_offensive(text: str) -> None:
    assert not read(text).offensive
