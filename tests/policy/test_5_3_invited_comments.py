import pytest

from tests.policy.school import findings, found


@pytest.mark.parametrize(
    "text",
    [
        "What should we call the new hen? Tell us in the comments!",
        "Reply to this post with your favourite poem.",
        "Pop your guesses below and we will draw a winner on Friday.",
        "Comment with your best joke.",
    ],
)
def test_5_3_inviting_comments_is_advised_against_and_never_blocks(text: str) -> None:
    (finding,) = (finding for finding in findings(text) if finding.clause == "5.3")
    assert not finding.blocks
    assert finding.fix is not None


@pytest.mark.parametrize(
    "text",
    [
        "What is your favourite poem? Ours is about an owl.",
        "The dates for next term are below.",
        "Comments on this page are switched off.",
        "Read the governors' comments on our website.",
    ],
)
def test_5_3_a_bare_question_or_the_word_alone_is_fine(text: str) -> None:
    assert found("5.3", text) == []
