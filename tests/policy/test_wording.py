"""The patterns of wording that are passed over for want of a word would not have fitted either."""

from tests.evaluation.corpus import ASIDE, SETS, labelled_set
from workflows.policy.phrases import heads_of, straight, wording


def test_a_pattern_that_is_passed_over_would_not_have_fitted() -> None:
    texts = [
        straight(row["text"])
        for name in (*SETS, *ASIDE)
        for rows in (labelled_set(name).drafts, labelled_set(name).comments)
        for row in rows
    ]
    for name in ("threat", "offence", "5_3", "9_7", "9_8"):
        for each in wording(name):
            fitting = [text for text in texts if each.pattern.search(text)]
            assert all(each.search(text, heads_of(text)) for text in fitting)


def test_every_pattern_has_words_to_look_for() -> None:
    assert all(each.heads for name in ("threat", "offence", "5_3", "9_7", "9_8") for each in wording(name))
