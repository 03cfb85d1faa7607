import pytest

from tests.policy.school import read
from tests.policy.wording import lines


def test_8_6_threats_are_heard_in_words_that_nobody_listed() -> None:
    texts = lines("threats")
    heard = [text for text in texts if read(text).threat]
    assert len(heard) >= 0.86 * len(texts)
    assert all(read(text).offensive and read(text).urgent for text in heard)


def test_8_6_what_only_sounds_like_a_threat_is_none() -> None:
    texts = lines("near_threats")
    assert sum(read(text).threat for text in texts) <= 0.055 * len(texts)


@pytest.mark.parametrize(
    "text",
    [
        "I'm going to {} that driver",
        "somebody should {} that driver",
        "my brothers will {} you on Friday",
        "gonna {} u",
    ],
)
@pytest.mark.parametrize("deed", ["stab", "strangle", "batter", "kneecap", "drown", "skelp", "shank", "clobber"])
def test_8_6_any_deed_with_any_intention_is_a_threat(text: str, deed: str) -> None:
    assert read(text.format(deed)).threat


@pytest.mark.parametrize(
    "text",
    [
        "he said he'd {} my son and nobody rang me",
        "The wolf will {} the piglets in the Year 2 play",
        "We are going to {} you at rounders on Saturday",
    ],
)
@pytest.mark.parametrize("deed", ["batter", "thrash", "smash"])
def test_8_6_a_report_a_tale_and_a_game_are_no_threats(text: str, deed: str) -> None:
    assert not read(text.format(deed)).threat


def test_8_6_a_threat_is_heard_beside_a_report_in_another_sentence() -> None:
    report = "My son was threatened by that lad in Year 6."
    assert not read(report).threat
    assert read(f"{report} If he goes near him again I'll put him in hospital.").threat
