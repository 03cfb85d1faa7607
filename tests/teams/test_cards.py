"""Cards as Adaptive Cards: what was reviewed, nothing read as markup, nothing cut, nothing too large."""

import json
from dataclasses import replace
from typing import Any

import pytest

from bot.teams.cards import LARGEST, size
from tests.cards.samples import APPROVAL, DRAFT, EVIDENCE, FORENAME, PLANTING, REMOVAL, samples
from tests.cards.test_hostile_text import HOSTILE
from tests.goldens import HERE, matches_golden
from tests.teams.drawing import drawn, every, text
from workflows import asking
from workflows.drafts import MAX_TEXT

SAMPLES = samples()
LONGEST = {
    "words": "potato " * (MAX_TEXT // 7),
    "emoji": "🥔" * MAX_TEXT,
    "quotes": '"\\' * (MAX_TEXT // 2),
    "lines": "\n" * MAX_TEXT,
    "families": "👩‍👩‍👧‍👦 " * (MAX_TEXT // 8),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_card_is_the_one_that_was_reviewed(name: str) -> None:
    matches_golden("teams", name, drawn(SAMPLES[name]))


def test_no_reviewed_card_is_left_over() -> None:
    assert {path.stem for path in (HERE / "teams").glob("*.json")} == set(SAMPLES)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_card_is_one_card_of_version_1_5_and_says_the_same_as_its_document(name: str) -> None:
    (card,) = drawn(SAMPLES[name])
    assert (card["type"], card["version"]) == ("AdaptiveCard", "1.5")
    assert size(card) < LARGEST / 2


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_on_a_card_is_read_as_markdown(name: str) -> None:
    """`TextBlock` and `FactSet` read Markdown, so neither is used; labels of buttons are plain by definition."""
    card = drawn(SAMPLES[name])
    assert not list(every(card, "TextBlock"))
    assert not list(every(card, "FactSet"))


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_words_stay_words(words: str) -> None:
    finding = replace(FORENAME, quote=words, sentence=words, fix=words)
    picture = replace(PLANTING, alt=words, who=words)
    cards = drawn(replace(DRAFT, text=words, school=words, findings=(finding,), pictures=(picture,)))
    assert text(cards).count(words) >= 3
    assert words in [image["altText"] for image in every(cards, "Image")]
    assert words in [action["title"] for action in every(cards, "Action.Execute")]


@pytest.mark.parametrize("words", LONGEST.values(), ids=LONGEST.keys())
@pytest.mark.parametrize("card", [DRAFT, APPROVAL, EVIDENCE], ids=lambda card: type(card).__name__)
def test_the_longest_text_goes_on_in_further_cards_and_arrives_whole(card: Any, words: str) -> None:
    cards = drawn(replace(card, text=words))
    assert max(map(size, cards)) <= LARGEST
    said = text(cards)
    for number in range(1, len(cards) + 1):
        said = said.replace(f"Part {number} of {len(cards)}", "")
    assert words in said


def test_a_finding_as_long_as_a_text_is_split_as_well() -> None:
    finding = replace(FORENAME, quote="🥔" * MAX_TEXT, sentence="🐸" * MAX_TEXT)
    cards = drawn(replace(DRAFT, text="🥔" * MAX_TEXT, findings=(finding,)))
    assert len(cards) > 8
    assert max(map(size, cards)) <= LARGEST


def test_the_buttons_stand_on_the_last_card() -> None:
    *first, last = drawn(replace(APPROVAL, text="🥔" * MAX_TEXT))
    assert not list(every(first, "ActionSet"))
    assert [action["title"] for action in every(last, "Action.Execute")] == ["Approve"]


def test_every_button_that_decides_has_a_fallback_for_old_clients_with_the_same_data() -> None:
    (approve,) = every(drawn(APPROVAL), "Action.Execute")
    said = {"verb": "post.approve", "value": {"post": APPROVAL.post, "claim": APPROVAL.claim}, "key": "tell:1"}
    assert approve["data"] == approve["fallback"]["data"] == {"gatepost": said}
    assert approve["fallback"]["type"] == "Action.Submit"


@pytest.mark.parametrize("name", SAMPLES)
def test_every_button_that_asks_opens_a_dialog_and_no_other_does(name: str) -> None:
    cards = drawn(SAMPLES[name])
    decide = {action["verb"] for action in every(cards, "Action.Execute")}
    ask = {one["data"]["gatepost"]["verb"] for one in every(cards, "Action.Submit") if "msteams" in one["data"]}
    assert not decide & set(asking.FORMS)
    assert ask <= set(asking.FORMS)


@pytest.mark.parametrize("name", SAMPLES)
def test_no_row_has_more_buttons_than_clients_allow(name: str) -> None:
    assert all(1 <= len(row["actions"]) <= 3 for row in every(drawn(SAMPLES[name]), "ActionSet"))


def test_the_address_of_a_comment_is_a_link_and_an_address_in_a_draft_is_none() -> None:
    (link,) = every(drawn(REMOVAL), "Action.OpenUrl")
    assert link["url"] == REMOVAL.permalink
    assert not list(every(drawn(replace(APPROVAL, links=("https://x.example",))), "Action.OpenUrl"))
    assert not list(every(drawn(replace(REMOVAL, permalink="javascript:alert(1)")), "Action.OpenUrl"))


def test_a_card_is_plain_json() -> None:
    assert json.loads(json.dumps(drawn(DRAFT))) == drawn(DRAFT)
