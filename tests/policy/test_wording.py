"""The patterns of wording that are passed over for want of a word would not have fitted either."""

from tests.evaluation.corpus import ASIDE, SETS, labelled_set
from workflows.policy.phrases import straight, wording

LISTS = ("threat", "offence", "5_3", "9_7", "9_7_repost", "9_8", "1_8_giving", "1_8_charity")


def test_a_pattern_that_is_passed_over_would_not_have_fitted() -> None:
    texts = [
        straight(row["text"])
        for name in (*SETS, *ASIDE)
        for rows in (labelled_set(name).drafts, labelled_set(name).comments)
        for row in rows
    ]
    for name in LISTS:
        patterns = wording(name)
        for text in texts:
            every = [match.span() for pattern in patterns.patterns if (match := pattern.search(text))]
            assert [match.span() for match in patterns.matches(text)] == every


def test_every_pattern_has_words_to_look_for() -> None:
    assert all(heads for name in LISTS for heads in wording(name).heads)
