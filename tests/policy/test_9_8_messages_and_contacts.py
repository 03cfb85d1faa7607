import pytest

from tests.policy.school import found


@pytest.mark.parametrize(
    "text",
    [
        "DM us for a form.",
        "Lost a bag? Drop us a DM.",
        "Please message the page with your slot.",
        "Join the parents' WhatsApp group.",
        "Inbox us your size.",
        "Ring 07700 900461 after six.",
        "Write to fundraising@postbox.example, please.",
        "Call (01632) 960 999 to book.",
    ],
)
def test_9_8_private_messages_and_other_contacts_block(text: str) -> None:
    assert found("9.8", text) != []


@pytest.mark.parametrize(
    "text",
    [
        "Ring the office on 01632 960777 or +44 1632 960100.",
        "Write to office@elderbank.example, please.",
        "PM nursery places are open: sessions run from 12.30 to 3.30 pm.",
        "A message in a bottle has turned up in the sand tray.",
        "Please do not message us here; ring the office.",
        "Term ends on 19 December 2026 at 2.30 pm.",
    ],
)
def test_9_8_official_contacts_and_warnings_are_fine(text: str) -> None:
    assert found("9.8", text) == []


def test_9_8_a_never_of_an_earlier_sentence_is_no_warning_against_messages() -> None:
    text = "The hall will never look the same again! Message us here if you would like to help paint it."
    assert found("9.8", text) == ["Message us here"]
    assert found("9.8", "We never answer private messages, so please do not DM us.") == []


@pytest.mark.parametrize(
    ("text", "invites"),
    [
        ("Not on Facebook yourself? No form at home? No trouble: inbox us.", True),
        ("The hedgehog is back, and if you've seen it too, DM us.", True),
        ("We cannot answer the phone during lessons, so please message us.", True),
        ("Don't be shy, message us!", True),
        ("Please don't ring, inbox us or turn up at the kitchen door.", False),
        ("Parents are asked not to call, message us or use WhatsApp for absences.", False),
    ],
)
def test_9_8_a_warning_holds_in_its_own_clause_and_in_the_list_that_it_begins(text: str, invites: bool) -> None:
    assert bool(found("9.8", text)) == invites
