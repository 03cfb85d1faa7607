from dataclasses import replace

import pytest

from tests.policy.school import PUPILS, STAFF, TRUST
from workflows.policy.facts import Draft, Trust
from workflows.policy.findings import Finding
from workflows.policy.reader import Reader

KEPT = replace(TRUST, partners=("Harbour Light Hospice", "Children in Need"))


def advice(text: str, trust: Trust = KEPT) -> list[Finding]:
    draft = Draft("elder-bank", ("elder-bank-facebook",), text)
    return [each for each in Reader(trust, PUPILS, STAFF).draft(draft) if each.clause == "1.8"]


@pytest.mark.parametrize(
    ("text", "charity"),
    [
        ("Cake sale on Friday in aid of Macmillan, 50p a slice.", "Macmillan"),
        ("Please donate a tin to the Salvation Army at the office.", "the Salvation Army"),
        ("We raised £212 for Cancer Research on our sponsored walk!", "Cancer Research"),
    ],
)
def test_1_8_a_charity_outside_the_register_is_advice_not_a_block(text: str, charity: str) -> None:
    (finding,) = advice(text)
    assert finding.quote == charity
    assert not finding.blocks
    assert charity in finding.sentence


@pytest.mark.parametrize(
    "text",
    [
        "Wear something spotty for Children in Need and bring £1.",
        "Our collection for Harbour Light Hospice starts on Monday.",
        "Year 3 had a talk about guide dogs.",
        "Please bring a warm coat on Friday.",
    ],
)
def test_1_8_partners_and_posts_without_a_collection_get_no_advice(text: str) -> None:
    assert advice(text) == []


def test_1_8_no_advice_where_no_register_of_partners_is_kept() -> None:
    assert advice("Cake sale on Friday in aid of Macmillan.", TRUST) == []
