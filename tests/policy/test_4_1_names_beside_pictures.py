from tests.policy.school import PHOTO, findings, found
from workflows.policy.facts import AdditionalConsent, Medium

NAME_ONLY = AdditionalConsent("P3", "name")
WITH_IMAGE = AdditionalConsent("P3", "name_with_image")
TEXT = "Well done to Saoirse Tolland, who swam a mile for the hospice."


def test_4_1_a_name_beside_a_photo_blocks_on_top_of_5_7() -> None:
    assert {finding.clause for finding in findings(TEXT, PHOTO)} == {"4.1", "5.7"}


def test_4_1_consent_for_the_name_alone_does_not_cover_the_picture() -> None:
    assert {finding.clause for finding in findings(TEXT, PHOTO, consents=(NAME_ONLY,))} == {"4.1"}


def test_4_1_consent_for_name_with_image_satisfies_both() -> None:
    assert findings(TEXT, PHOTO, consents=(WITH_IMAGE,)) == ()


def test_4_1_another_childs_consent_does_not_help() -> None:
    assert found("4.1", TEXT, PHOTO, consents=(AdditionalConsent("P1", "name_with_image"),)) == ["Saoirse Tolland"]


def test_4_1_a_link_is_no_picture() -> None:
    assert found("4.1", TEXT, Medium("link", url="https://www.elderbank.example/news")) == []
