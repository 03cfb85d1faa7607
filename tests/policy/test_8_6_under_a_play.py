"""Clause 8.6: under a post about a play, the parts are nobody's child; a child of that name with a surname still is."""

import pytest

from tests.policy.school import reader
from workflows.policy.facts import Comment
from workflows.policy.findings import ChildMention

NATIVITY = "Our infants' nativity is on Tuesday at 2pm."
MUSICAL = "The juniors' trip to Matilda."


def child(text: str, post: str) -> ChildMention:
    return reader().comment(Comment("elder-bank", text, post=post)).child


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Gabriel has the best lines every year", NATIVITY),
        ("Will there be a real donkey for Joseph this time?", NATIVITY),
        ("Matilda had us all in stitches", MUSICAL),
    ],
)
def test_8_6_the_parts_of_the_play_above_are_nobodys_child(text: str, post: str) -> None:
    assert child(text, post) == ChildMention.NONE


@pytest.mark.parametrize("post", [NATIVITY, MUSICAL, ""])
def test_8_6_a_child_under_such_a_post_is_still_one(post: str) -> None:
    assert child("My daughter Priya in Year 3 was sick all over her costume", post) == ChildMention.NAMED
    assert child("Well done our Matilda you were amazing, love from nan", post) == ChildMention.NAMED


def test_8_6_a_post_alone_says_nothing_of_a_child() -> None:
    assert child("How lovely", "Well done Alfie and Amara, our Joseph and Mary!") == ChildMention.NONE
