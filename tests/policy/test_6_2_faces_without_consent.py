from tests.policy.school import findings
from workflows.policy.facts import Medium

TEXT = "Sports day in the sunshine."


def test_6_2_a_pupil_without_consent_must_be_obscured() -> None:
    (finding,) = findings(TEXT, Medium("photo", pupils=("P1",)), Medium("photo", pupils=("P1", "P2")))
    assert (finding.clause, finding.pupils, finding.media, finding.start) == ("6.2", ("P2",), (1,), None)


def test_6_2_the_sentence_says_that_it_is_a_video() -> None:
    (finding,) = findings(TEXT, Medium("video", pupils=("P2",)))
    assert "in this video" in finding.sentence


def test_6_2_an_obscured_pupil_is_fine() -> None:
    assert findings(TEXT, Medium("video", pupils=("P1",), obscured=("P2",))) == ()


def test_6_2_a_face_that_nobody_accounted_for_blocks() -> None:
    (finding,) = findings(TEXT, Medium("photo", unlisted_faces=2))
    assert (finding.clause, finding.media) == ("6.2", (0,))


def test_6_2_a_pupil_who_is_not_on_the_register_counts_as_without_consent() -> None:
    assert [finding.clause for finding in findings(TEXT, Medium("photo", pupils=("X9",)))] == ["6.2"]
