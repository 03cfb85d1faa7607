"""Every card in every state has a document, and it is the one that was reviewed."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from bot.cards import VERBS, Action, BrokenTemplate, Document, render
from bot.cards.rendering import TEMPLATES, template_name
from tests.cards.samples import ALERT, APPROVAL, DRAFT, FORENAME, REMOVAL, samples
from tests.goldens import HERE, matches_golden
from workflows.cards import Card, DraftCard

SAMPLES = samples()


def every_action(document: Document) -> Iterator[Action]:
    yield from document.actions
    for part in document.parts:
        yield from getattr(part, "actions", ())
        for picture in getattr(part, "pictures", ()):
            yield from picture.actions


def verbs_on(card: Card) -> set[str]:
    return {action.verb for action in every_action(render(card))}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_card_is_the_one_that_was_reviewed(name: str) -> None:
    matches_golden("cards", name, render(SAMPLES[name]).model_dump(mode="json", exclude_defaults=True))


def test_no_reviewed_card_is_left_over() -> None:
    assert {path.stem for path in (HERE / "cards").glob("*.json")} == set(SAMPLES)


@pytest.mark.parametrize("card", get_args(Card), ids=lambda card: card.__name__)
def test_every_card_has_a_template_and_a_sample(card: type[Card]) -> None:
    assert (TEMPLATES / template_name(card)).is_file()
    assert any(isinstance(sample, card) for sample in SAMPLES.values())


def test_every_button_asks_for_something_known_with_the_values_it_needs() -> None:
    buttons = [(name, action) for name, card in SAMPLES.items() for action in every_action(render(card))]
    assert {(name, action.verb) for name, action in buttons if set(action.value) != VERBS[action.verb]} == set()
    assert {action.verb for _, action in buttons} == set(VERBS)


@pytest.mark.parametrize(
    "name",
    [
        name
        for name, card in SAMPLES.items()
        if getattr(card, "state", "")
        in ("decided", "changed", "done", "cancelled", "adopted", "declined", "kept", "let_go", "again")
    ],
)
def test_a_decided_card_is_locked_and_says_how_it_stands(name: str) -> None:
    document = render(SAMPLES[name])
    assert list(every_action(document)) == []
    assert any(part.kind == "status" for part in document.parts)


def test_a_draft_can_be_sent_only_when_nothing_stands_in_its_way() -> None:
    assert "post.submit" in verbs_on(DRAFT)
    assert "post.submit" not in verbs_on(SAMPLES["draft_with_findings"])
    assert "post.submit" not in verbs_on(SAMPLES["draft_missing"])
    assert "post.submit" in verbs_on(SAMPLES["draft_with_advice"]), "advice never blocks"


def test_somebody_elses_draft_has_no_buttons() -> None:
    assert verbs_on(SAMPLES["draft_of_a_colleague"]) == set()


def test_a_finding_shows_the_words_and_what_the_clause_means() -> None:
    found = next(part for part in render(SAMPLES["draft_with_findings"]).parts if part.kind == "finding")
    assert found.quote == FORENAME.quote
    assert found.policy == f"Policy 5.2: {FORENAME.meaning}"


def test_a_resolved_alert_still_leads_to_its_evidence() -> None:
    assert verbs_on(SAMPLES["alert_resolved"]) == {"alert.evidence"}
    assert verbs_on(ALERT) == {"alert.acknowledge", "alert.resolve", "alert.evidence"}


def test_an_address_that_is_not_a_web_address_is_shown_but_not_linked() -> None:
    from dataclasses import replace

    document = render(replace(REMOVAL, permalink="javascript:alert(1)"))
    facts = next(part.facts for part in document.parts if part.kind == "facts")
    assert [(fact.value, fact.url) for fact in facts if fact.label == "Open it"] == [("javascript:alert(1)", "")]


def test_a_missing_value_is_an_error_and_its_message_carries_no_text() -> None:
    broken = object.__new__(DraftCard)
    object.__setattr__(broken, "text", "Private words")
    with pytest.raises(BrokenTemplate) as caught:
        render(broken)
    assert "Private" not in str(caught.value)


def test_every_value_goes_through_tojson(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from jinja2 import DictLoader

    from bot.cards import rendering

    environment = rendering._environment().overlay(
        loader=DictLoader({"x": '{"title": "{{ card.school }}", "parts": []}'})
    )
    with pytest.raises(TypeError):
        environment.get_template("x").render(card=APPROVAL)
