import pytest

from tests.policy.school import read
from tests.policy.wording import lines


def test_5_8_abuse_is_heard_in_words_that_nobody_listed() -> None:
    texts = lines("abuse")
    assert sum(read(text).offensive for text in texts) >= 0.94 * len(texts)


def test_5_8_harsh_words_that_abuse_nobody_are_let_be() -> None:
    texts = lines("harsh")
    assert sum(read(text).offensive for text in texts) <= 0.03 * len(texts)


@pytest.mark.parametrize("verdict", ["absolute {}", "you complete {}", "what a {}", "you utter {}"])
@pytest.mark.parametrize("insult", ["numpty", "wazzock", "melt", "walnut", "plank", "divot"])
def test_5_8_any_verdict_with_any_insult_is_abuse(verdict: str, insult: str) -> None:
    assert read(verdict.format(insult)).offensive


@pytest.mark.parametrize(
    "text",
    [
        "I felt a right wally in those ears",
        "My son was called an idiot by a supply teacher",
        "The clown made balloon dogs for everyone",
        "Faggots and mushy peas, a proper Black Country dinner",
        "Offa's Dyke walk for Year 6 next week",
    ],
)
def test_5_8_words_for_oneself_reports_and_other_meanings_abuse_nobody(text: str) -> None:
    assert not read(text).offensive
