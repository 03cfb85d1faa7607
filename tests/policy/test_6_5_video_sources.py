import pytest

from tests.policy.school import findings, found
from workflows.policy.facts import Medium


@pytest.mark.parametrize(
    "link",
    [
        "https://youtu.be/q3RtP0aa19E",
        "https://www.youtube.com/watch?v=8zKqb2Q4xLw",
        "https://www.youtube.com/@somebodyelse/videos",
        "https://player.vimeo.com/video/77120045",
        "https://vm.tiktok.com/ZMrT55pLd/",
        "https://www.instagram.com/reel/C3kPq9xRtt/",
        "youtube.com/shorts/aX3bN7cUe0w",
    ],
)
def test_6_5_a_video_from_elsewhere_blocks(link: str) -> None:
    assert found("6.5", f"Watch this ({link}).") == [link]


@pytest.mark.parametrize(
    "link",
    [
        "https://www.youtube.com/@fernhilltrust/videos",
        "https://www.elderbank.example/video",
        "https://notyoutube.com/watch?v=1",
        "https://www.facebook.com/elderbank/videos/12",
    ],
)
def test_6_5_the_trusts_channel_and_other_sites_are_fine(link: str) -> None:
    assert found("6.5", f"Watch this: {link}.") == []


def test_6_5_a_link_among_the_media_counts_and_an_uploaded_video_does_not() -> None:
    (finding,) = findings("Our drone film.", Medium("link", url="https://vimeo.com/779310052"))
    assert (finding.clause, finding.start, finding.media) == ("6.5", None, (0,))
    assert findings("Our drone film.", Medium("video", pupils=("P1",))) == ()
    (linked,) = findings("Our drone film.", Medium("video", url="https://www.youtube.com/watch?v=8zKqb2Q4xLw"))
    assert linked.clause == "6.5"


def test_6_5_a_lookalike_host_is_not_the_trusts_channel() -> None:
    assert found("6.5", "See https://youtube.com.evil.example/@fernhilltrust now.") == []
    assert found("6.5", "See https://www.youtube.com/@fernhilltrustfans now.") != []
