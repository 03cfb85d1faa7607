"""A school's allowed phrases: what was a false alarm there is left alone, a pupil's full name never is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.policy.school import PUPILS, STAFF, TRUST, findings, read
from workflows.policy.facts import Allowed, Comment, Draft
from workflows.policy.findings import ChildMention, Finding, Reading
from workflows.policy.reader import Reader


def allowing(*phrases: str, school: str = "elder-bank") -> Reader:
    return Reader(TRUST, PUPILS, STAFF, allowed=[Allowed(school, phrase) for phrase in phrases])


def comment(reader: Reader, text: str) -> Reading:
    return reader.comment(Comment("elder-bank", text))


def draft(reader: Reader, text: str) -> list[Finding]:
    return list(reader.draft(Draft("elder-bank", ("elder-bank-facebook",), text)))


def test_an_allowed_phrase_names_nobody() -> None:
    text = "Ollie and Friends play at the fair"
    assert read(text).child == ChildMention.NAMED
    assert comment(allowing("Ollie and Friends"), text).child == ChildMention.NONE


def test_an_allowed_phrase_is_no_abuse_and_no_swearing() -> None:
    text = "Meet at the Bloody Meadow car park at nine."
    assert read(text).offensive
    assert [each.clause for each in findings(text)] == ["7.7"]
    assert not comment(allowing("bloody meadow"), text).offensive
    assert draft(allowing("bloody meadow"), text) == []


def test_the_same_words_elsewhere_still_count() -> None:
    reader = allowing("Ollie and Friends")
    assert comment(reader, "Ollie was sick when Ollie and Friends played").child == ChildMention.NAMED
    assert comment(allowing("bloody meadow"), "a bloody shame").offensive


def test_a_phrase_counts_at_its_own_school_only() -> None:
    reader = allowing("Ollie and Friends", school="mill-reach")
    assert comment(reader, "Ollie and Friends play at the fair").child == ChildMention.NAMED


FULL_NAMES = [f"{pupil.forename} {pupil.surname}" for pupil in PUPILS]


@given(
    st.sampled_from(FULL_NAMES),
    st.lists(st.one_of(st.text(max_size=20), st.sampled_from([word for name in FULL_NAMES for word in name.split()]))),
    st.sampled_from(["well done {}", "is {} ok?", "{}", "I saw {} at the park", "Congratulations to {}!"]),
)
@settings(deadline=None, max_examples=150)
def test_nothing_allowed_ever_hides_a_full_name(name: str, phrases: list[str], carrier: str) -> None:
    text = carrier.format(name)
    reader = allowing(*phrases, name, text, name.lower(), carrier.format(""))
    assert comment(reader, text).child == ChildMention.NAMED
    assert comment(reader, text).pupils
    assert any(finding.clause == "5.7" and finding.pupils for finding in draft(reader, text))


@pytest.mark.parametrize("written", ["Oliver D", "O. Dunmore", "ollie dunmore", "Saoirse Tollnad"])
def test_a_surname_or_its_initial_is_never_hidden_either(written: str) -> None:
    reader = allowing(written, f"well done {written}")
    assert comment(reader, f"well done {written}").child == ChildMention.NAMED
