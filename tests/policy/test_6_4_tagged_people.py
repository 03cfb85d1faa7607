import pytest

from tests.policy.school import found


@pytest.mark.parametrize(
    "handle", ["@mum_of_ollie", "@coach_dazza_w", "@Darren Pickersgill", "@revjones_baking", "@gran_pat_72"]
)
def test_6_4_a_tag_of_a_person_blocks(handle: str) -> None:
    assert found("6.4", f"Thank you {handle} for the goalposts!") == [handle]


@pytest.mark.parametrize(
    "handle",
    [
        "@elderbank",
        "@millreach",
        "@fernhilltrust",
        "@TownLibrary",
        "@RNLI",
        "@DaleFireStation",
        "@BradfordMuseum",
        "@EdinburghZoo",
    ],
)
def test_6_4_our_own_accounts_and_organisations_are_fine(handle: str) -> None:
    assert found("6.4", f"Thank you {handle} for the visit!") == []


def test_6_4_an_email_address_is_no_tag() -> None:
    assert found("6.4", "Write to office@elderbank.example, please.") == []
