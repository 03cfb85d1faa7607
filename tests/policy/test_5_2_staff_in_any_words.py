"""Forenames of colleagues in comments, beside plants, relatives, the famous and children of the same name."""

import pytest

from tests.policy.school import TRUST
from tests.policy.wording import lines
from workflows.policy.facts import Comment, Pupil, StaffMember
from workflows.policy.reader import Reader

COLLEAGUES = """
Violet Judith Dean Heather Grace Charlotte Comfort Ivy Maya Sandra Christopher Dawn Grant Hazel Patricia Penelope Mark
Susan Katherine Joy Rose Gemma Tracey Alan Kevin Rajinder Ewa Carol"""
CHILDREN = "Ivy Grace Violet Charlotte Oliver Maya Jake Suresh Ola Kitty Heather Rose"
LEAST = 0.9


@pytest.fixture(scope="module")
def school() -> Reader:
    staff = [
        StaffMember(name, "elder-bank", "Mrs", name, f"Sur{chr(97 + number)}ton", "")
        for number, name in enumerate(COLLEAGUES.split())
    ]
    pupils = [
        Pupil(name, "elder-bank", name, f"Mc{chr(97 + number)}oy") for number, name in enumerate(CHILDREN.split())
    ]
    return Reader(TRUST, pupils, staff)


@pytest.mark.parametrize("sign", ["+", "-"])
def test_a_colleagues_forename_is_told_from_its_doubles_in_nine_of_ten_comments(school: Reader, sign: str) -> None:
    texts = [line[2:] for line in lines("staff") if line.startswith(sign)]
    wrong = [text for text in texts if school.comment(Comment("elder-bank", text)).staff_forename != (sign == "+")]
    assert len(wrong) <= (1 - LEAST) * len(texts), wrong
