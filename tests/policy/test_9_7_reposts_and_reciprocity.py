import pytest

from tests.policy.school import found


@pytest.mark.parametrize(
    "text",
    [
        "RT @TownLibrary: the summer reading challenge starts on Saturday.",
        "Reposted from Dale Fire Station: test your alarms.",
        "Lovely words here: https://www.facebook.com/dalerotary/posts/60114",
        "Follow for follow, anyone?",
        "Like and share this post to win a family ticket!",
        "Tag a friend who loves cake.",
        "Shout-out swap with the bakery next door.",
        "Share this post and we will enter you in the draw.",
    ],
)
def test_9_7_reposts_and_reciprocal_activity_block(text: str) -> None:
    assert found("9.7", text) != []


@pytest.mark.parametrize(
    "text",
    [
        "RT @millreach: our gallery is open on Friday.",
        "See our sister school's post: https://www.facebook.com/millreach/posts/2291",
        "The Dale Gazette wrote about us: https://www.dalegazette.example/news/school",
        "Please share a book with your child tonight.",
        "We would like to win the league this year.",
    ],
)
def test_9_7_sister_schools_websites_and_ordinary_words_are_fine(text: str) -> None:
    assert found("9.7", text) == []


def test_9_7_a_reel_is_a_video_and_no_repost() -> None:
    assert found("9.7", "See https://www.instagram.com/reel/C3kPq9xRtt/") == []


def test_9_7_following_for_a_follow_in_other_words() -> None:
    assert found("9.7", "We've followed you, now follow us back!") != []
    assert found("9.7", "Subscribe to the maths club and they'll subscribe to the trust.") != []
    assert found("9.7", "Please follow us for news of the trip.") == []
    assert found("9.7", 'From the brass band\'s page last night: "What a choir!"') != []
