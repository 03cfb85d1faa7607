"""The whole story in a browser: a draft from the first message to the page, a comment from report to resolution."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests.browser.workspace import Workspace, chromium, demo

pytestmark = pytest.mark.browser
PICTURES = Path(__file__).parents[2] / "var/screenshots"


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A drawn garden, nobody in it."""
    image = Image.new("RGB", (1200, 800), "#9cc5e0")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 480, 1200, 800), fill="#7a9a4a")
    for x in range(90, 1200, 150):
        pen.rectangle((x, 430, x + 8, 560), fill="#3f6b2a")
        pen.ellipse((x - 34, 370, x + 42, 446), fill="#e8b23a")
    image.save(tmp_path / "garden.png")
    return tmp_path / "garden.png"


def test_the_whole_story(tmp_path: Path, photo: Path) -> None:
    with demo(tmp_path / "var") as address, chromium(tmp_path / "profile") as driver:
        people = Workspace(driver, address, PICTURES)
        _a_draft_is_fixed_and_sent(people, photo)
        _the_headteacher_approves_with_one_click(people)
        _it_is_published_by_hand(people)
        _a_comment_about_a_child_is_reported(people)
        _the_headteacher_sees_where_things_stand(people)
        _an_alert_is_repeated_in_its_thread(people)
        _leadership_deals_with_it(people)


def _a_draft_is_fixed_and_sent(people: Workspace, photo: Path) -> None:
    people.become("Miss Thornton")
    people.picture("start")
    people.says("Sarah Thornton and Falcon class planted sunflowers this morning.", photo)
    people.shows("Your draft for", "Sarah Thornton")
    people.picture("findings")
    people.press("Your draft for", "Use “Miss Thornton”")
    people.shows("Your draft for", "Miss Thornton and Falcon class")
    people.press("Your draft for", "Who is in picture 1")
    people.fill(nobody="yes", alt="Tall sunflowers in the school garden")
    people.shows("Your draft for", "No pupil can be recognised")
    people.picture("ready")
    people.press("Your draft for", "Send to the headteacher")
    people.shows("Your draft for", "Sent for approval")
    people.picture("sent")


def _the_headteacher_approves_with_one_click(people: Workspace) -> None:
    people.become("Mrs Vance")
    card = people.shows("Please approve this post", "Miss Thornton and Falcon class")
    assert "Sarah" not in card.text
    people.picture("approval")
    people.press("Please approve this post", "Approve")
    card = people.shows("This post was decided", "Approved by Mrs Vance")
    assert "Send back" not in card.text
    people.picture("locked")
    people.become("Miss Thornton")
    people.shows("Approved", "Mrs Vance approved your draft")
    people.picture("author-told")


def _it_is_published_by_hand(people: Workspace) -> None:
    pages = {"Facebook": "https://www.facebook.com/oakhurstschool/posts/1", "X": "https://x.com/oakhurst_sch/status/1"}
    for account, link in pages.items():
        people.shows(f"Please publish this by hand on {account}", "sunflowers")
        people.press(f"Please publish this by hand on {account}", "I have published it")
        people.fill(permalink=link, device="school")
    people.shows("Published", "Your draft has been published")
    people.picture("published")


def _a_comment_about_a_child_is_reported(people: Workspace) -> None:
    people.become("Mr Pugh")
    people.says("hello")
    people.press("Hello", "Report a comment")
    people.fill(
        text="Leila Adeyemi in Wren was crying at the gate again",
        author="Pat Example",
        permalink="https://www.facebook.com/oakhurstschool/posts/1?comment_id=2",
        post="Falcon class planted sunflowers",
    )
    people.shows("Thank you for reporting", "names a child")
    people.picture("reported")


def _the_headteacher_sees_where_things_stand(people: Workspace) -> None:
    people.become("Mrs Vance")
    people.says("status")
    card = people.shows("Where things stand", "A comment names a child")
    assert "1 of 2" in card.text
    people.picture("status")
    people.says("authorise")
    people.press("Authorise a colleague", "Authorise an administrator")
    people.picture("authorise")


def _an_alert_is_repeated_in_its_thread(people: Workspace) -> None:
    people.become("Mr Achebe")
    people.open_room("eadership")
    people.skip("four hours")
    people.shows("Urgent", "1 time so far")
    assert people.replies()
    people.picture("repeated")


def _leadership_deals_with_it(people: Workspace) -> None:
    people.become("Mr Achebe")
    people.open_room("eadership")
    card = people.card("Urgent")
    assert "Leila" not in card.text
    people.picture("alert")
    people.press("Urgent", "I am dealing with it")
    people.shows("Somebody is dealing", "Acknowledged by Mr Achebe")
    people.picture("acknowledged")
    people.press("Somebody is dealing", "Close with an outcome")
    people.fill(outcome="family_informed", note="Spoke to the family.")
    people.shows("This alert is closed", "Resolved by Mr Achebe")
    people.picture("resolved")
