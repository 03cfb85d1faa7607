"""One story, every platform, word for word the same: a draft from its first message to its page, and an alarm."""

from io import BytesIO

from PIL import Image

from tests.stories.driver import LEADERSHIP, Answers, Driver, sees
from workflows.models import Alert, Post
from workflows.states import AlertState, PostState

TEXT = "Mrs Thornton and Kestrel class planted bulbs beside the path today."


def photo() -> bytes:
    file = BytesIO()
    Image.new("RGB", (640, 480), "seagreen").save(file, "PNG")
    return file.getvalue()


async def test_a_draft_is_put_right_completed_sent_back_changed_approved_and_published(driver: Driver) -> None:
    cast = driver.cast
    author, head = cast.administrator, cast.head

    await driver.says(author, TEXT.replace("Mrs ", "Sarah "), photo())
    draft = await sees(driver, author, "Sarah Thornton and Kestrel")
    assert draft.pictures == 1
    assert "Send to the headteacher" not in draft.buttons
    (fix,) = [label for label in draft.buttons if "Mrs Thornton" in label]
    await driver.presses(author, author, draft, fix)
    draft = await sees(driver, author, TEXT)

    who: Answers = {"who": ("H1", "H3"), "nobody": "", "alt": "Children with spades", "remove": ""}
    await driver.fills(author, author, draft, "Who is in picture 1?", who)
    draft = await sees(driver, author, TEXT, "Everything is in place")
    await driver.presses(author, author, draft, "Send to the headteacher")

    approval = await sees(driver, head, "Please approve this post", TEXT)
    assert approval.pictures == 1
    assert approval.buttons == ("Approve", "Send back", "Reject")
    await driver.fills(head, head, approval, "Send back", {"reason": "Say where the path is."})
    assert (await sees(driver, head, "Say where the path is.")).buttons == ()

    asked = await sees(driver, author, "Say where the path is.")
    await driver.fills(author, author, asked, "Change the text", {"text": f"{TEXT} It is behind the hall."})
    draft = await sees(driver, author, "It is behind the hall.", "Everything is in place")
    await driver.presses(author, author, draft, "Send to the headteacher")

    approval = await sees(driver, head, "Please approve this post", "It is behind the hall.")
    await driver.replies(head, approval, "looks good")
    assert (await Post.get()).state == PostState.IN_REVIEW, "words decide nothing"
    button = (await driver.screen(head))[-1]
    assert button.buttons == ("Approve",)
    await driver.presses(head, head, button, "Approve")
    assert (await sees(driver, head, "Approved by Mrs Vance", "It is behind the hall.")).buttons == ()

    for account in ("facebook", "x"):
        task = next(card for card in await driver.screen(author) if "I have published it" in card.buttons)
        published = {"permalink": f"https://www.{account}.example/hillside/posts/1", "device": "school"}
        await driver.fills(author, author, task, "I have published it", published)
    assert (await Post.get()).state == PostState.PUBLISHED
    await sees(driver, author, "Published", "It is behind the hall.")


async def test_a_comment_about_a_child_alarms_until_somebody_takes_it_on(driver: Driver) -> None:
    cast = driver.cast

    await driver.says(cast.teacher, "report")
    offer = (await driver.screen(cast.teacher))[-1]
    comment = {"text": "Amara Okonkwo was crying at the gate again", "author": "Pat Example"}
    link = "https://www.facebook.example/hillside/posts/1?comment=2"
    rest = {"permalink": link, "post": "Bulbs", "about_a_child": ""}
    await driver.fills(cast.teacher, cast.teacher, offer, offer.buttons[0], {**comment, **rest})

    alert = await sees(driver, LEADERSHIP, "A comment names a child")
    assert "Amara" not in alert.text
    await sees(driver, cast.head, "A comment names a child")
    raised = len(await driver.screen(LEADERSHIP))
    await driver.passes(minutes=11)
    assert len(await driver.screen(LEADERSHIP)) > raised, "nobody took it on, so it is repeated"

    alert = next(card for card in await driver.screen(LEADERSHIP) if "I am dealing with it" in card.buttons)
    await driver.presses(cast.deputy, LEADERSHIP, alert, "I am dealing with it")
    assert (await Alert.get()).state == AlertState.ACKNOWLEDGED
    assert all("I am dealing with it" not in card.buttons for card in await driver.screen(LEADERSHIP))
    raised = len(await driver.screen(LEADERSHIP))
    await driver.passes(minutes=45)
    assert len(await driver.screen(LEADERSHIP)) == raised, "now it is quiet"

    removal = next(card for card in await driver.screen(cast.administrator) if "Deleted" in card.buttons)
    await driver.presses(cast.administrator, cast.administrator, removal, "Deleted")
    alert = await sees(driver, LEADERSHIP, "Acknowledged by Mrs Achebe")
    await driver.fills(cast.deputy, LEADERSHIP, alert, "Close with an outcome", {"outcome": "referred", "note": ""})
    assert (await Alert.get()).state == AlertState.RESOLVED
    assert all("Close with an outcome" not in card.buttons for card in await driver.screen(LEADERSHIP))
