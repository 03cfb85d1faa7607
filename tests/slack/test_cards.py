"""Every card in every state is valid Block Kit, and it is the one that was reviewed."""

import json
from dataclasses import replace

import pytest

from bot.cards import render
from bot.cards.document import Action, Document, Finding, Quote
from bot.slack.cards import BLOCKS, CHARACTERS, bare, home_blocks, pages, texts
from bot.slack.text import pieces, unescaped
from tests.cards.samples import APPROVAL, DRAFT, EVIDENCE, FORENAME
from tests.cards.test_hostile_text import HOSTILE
from tests.fakes.slack.limits import block_faults
from tests.goldens import HERE, matches_golden
from tests.slack.drawn import FILES, SAMPLES, drawn
from workflows.cards import ApprovalCard, Card, DraftCard, EvidenceCard

LONG = "".join(f"Sentence number {n} of a very long report & more.\n" for n in range(400))


def words(card: Card) -> str:
    """Everything that Slack shows of a card, as people read it."""
    return "".join(bare(page).text for page in drawn(card))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_card_is_the_one_that_was_reviewed(name: str) -> None:
    shown = [{"text": page.text, "blocks": list(page.blocks)} for page in drawn(SAMPLES[name])]
    matches_golden("slack", name, json.loads(json.dumps(shown)))


@pytest.mark.parametrize("name", SAMPLES)
def test_slack_takes_a_card(name: str) -> None:
    for page in drawn(SAMPLES[name]):
        assert block_faults(list(page.blocks)) == []


def test_no_reviewed_card_is_left_over() -> None:
    assert {path.stem for path in (HERE / "slack").glob("*.json")} == set(SAMPLES)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_words_stay_words(text: str) -> None:
    shown = drawn(replace(DRAFT, text=text, school=text, findings=(replace(FORENAME, quote=text, sentence=text),)))
    for page in shown:
        assert block_faults(list(page.blocks)) == []
        for block in page.blocks:
            assert "<!" not in json.dumps(block)
            assert "<@" not in json.dumps(block)
            # Where Slack reads markup there are words of ours only.
            marked = [one["text"] for one in texts(block) if one["type"] == "mrkdwn"]
            assert not [one for one in marked if text in unescaped(one)]


@pytest.mark.parametrize("card", [DRAFT, APPROVAL, EVIDENCE], ids=lambda card: type(card).__name__)
def test_a_text_longer_than_a_message_is_shown_whole_in_the_thread(
    card: DraftCard | ApprovalCard | EvidenceCard,
) -> None:
    shown = drawn(replace(card, text=LONG))
    assert len(shown) > 1
    texts = [one["text"]["text"] for page in shown for one in page.blocks if one["type"] == "section" and "text" in one]
    assert LONG in unescaped("".join(texts))
    assert "goes on in the thread" in json.dumps(shown[0].blocks)
    for page in shown:
        assert len(page.blocks) <= BLOCKS
        assert len(json.dumps(page.blocks, ensure_ascii=False)) <= CHARACTERS
        assert block_faults(list(page.blocks)) == []


def test_the_buttons_of_a_long_card_stand_on_its_first_message() -> None:
    first, *rest = drawn(replace(APPROVAL, text=LONG))
    assert [one for one in first.blocks if one["type"] == "actions"]
    assert not [one for page in rest for one in page.blocks if one["type"] == "actions"]


@pytest.mark.parametrize("longest", [1, 7, 75, 3000])
def test_pieces_are_the_text(longest: int) -> None:
    for text in (LONG, "&" * 5000, "no spaces" * 900, "ends with a line\n", " "):
        parts = list(pieces(text, max(longest, 6)))
        assert "".join(parts) == text


def test_a_button_with_too_many_words_says_them_above() -> None:
    action = Action(label="Change to “" + "long " * 30 + "”", verb="post.fix", value={"post": "1"})
    document = Document(title="x", parts=(Finding(kind="finding", sentence="Look", actions=(action,)),))
    (page,) = pages(document, {})
    assert block_faults(list(page.blocks)) == []
    assert action.label in bare(page).text


def test_a_picture_that_slack_does_not_have_is_described_and_says_so() -> None:
    shown = words(SAMPLES["draft_with_findings"])
    assert "could not show this picture" in shown


def test_a_picture_that_is_uploaded_is_shown_with_its_description() -> None:
    images = [one for page in drawn(APPROVAL) for one in page.blocks if one["type"] == "image"]
    assert [one["slack_file"]["id"] for one in images] == list(FILES.values())
    assert images[0]["alt_text"] == APPROVAL.pictures[0].alt


def test_a_home_tab_that_is_too_long_says_that_there_is_more() -> None:
    document = Document(title="x", parts=tuple(Quote(kind="quote", text=f"line {n}") for n in range(150)))
    blocks = home_blocks(document)
    assert len(blocks) == 100
    assert block_faults(blocks, "home") == []
    assert "more than Slack can show" in json.dumps(blocks)


def test_every_word_of_a_card_is_there() -> None:
    document = render(SAMPLES["approval_waiting"])
    shown = words(SAMPLES["approval_waiting"])
    for part in document.parts:
        for text in (getattr(part, "text", ""), getattr(part, "label", "")):
            assert text in shown
