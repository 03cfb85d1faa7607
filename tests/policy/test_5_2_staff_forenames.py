import pytest

from tests.policy.school import findings, found, read
from workflows.policy.findings import Fix


def fix_of(text: str) -> Fix | None:
    (finding,) = (finding for finding in findings(text) if finding.clause == "5.2")
    return finding.fix


def fixed(text: str) -> str:
    fix = fix_of(text)
    assert fix is not None
    return text[: fix.start] + fix.replacement + text[fix.end :]


def test_5_2_a_staff_forename_blocks_and_offers_title_and_surname() -> None:
    assert (
        fixed("Huge thanks to Gareth, who has mended the gate.") == "Huge thanks to Mr Pell, who has mended the gate."
    )


def test_5_2_a_full_name_becomes_title_and_surname() -> None:
    assert fixed("Mrs Katherine Thornbury's choir sang at noon.") == "Mrs Thornbury's choir sang at noon."


def test_5_2_a_short_form_counts() -> None:
    assert fixed("Please ask Kath Thornbury in the office.") == "Please ask Mrs Thornbury in the office."


def test_5_2_a_colleague_in_full_counts_whatever_the_forename_may_mean_and_with_a_hyphen() -> None:
    assert fixed("Rob Ashe-Lyle's ukulele club starts.") == "Mr Ashe-Lyle's ukulele club starts."


def test_5_2_no_fix_where_two_colleagues_share_the_forename() -> None:
    assert fix_of("Thank you to Sarah in the office for the raffle.") is None


@pytest.mark.parametrize(
    "text",
    ["Mrs Thornbury will be at the gate.", "Mr G. Pell has the keys.", "Dr Quill and Miss Marlow run the stall."],
)
def test_5_2_title_with_surname_or_initial_is_fine(text: str) -> None:
    assert found("5.2", text) == []


def test_5_2_an_author_who_shares_a_colleagues_forename_is_fine() -> None:
    assert found("5.2", "Gareth Southgate wrote to our football team.") == []


def test_5_2_a_comment_with_a_staff_forename_is_marked() -> None:
    assert read("Please can Gareth in the office ring me back about the gate").staff_forename
    assert not read("Mr Pell was so kind about the gate, thank you").staff_forename
