"""Cards as HTML: every value is text, every button a button, nothing is cut."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from bot.cards import render
from bot.local.cards import html
from tests.cards.samples import APPROVAL, DRAFT, FILM, FORENAME, PLANTING, REMOVAL, samples
from tests.cards.test_hostile_text import HOSTILE
from workflows.cards import Card

SAMPLES = samples()


class Reader(HTMLParser):
    """Reads a fragment: its elements, and the text of one kind of element."""

    def __init__(self, card: Card) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(html(render(card), lambda id: f"/picture/{id}"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in ("img", "hr"):
            self._open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, "every element is closed in its place"

    def handle_data(self, data: str) -> None:
        for tag in set(self._open):
            self.texts[tag][-1] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_card_is_well_formed_and_has_one_heading_of_its_own(name: str) -> None:
    read = Reader(SAMPLES[name])
    assert len(read.all("h3")) <= 1
    assert all("alt" in image for image in read.all("img"))
    assert all(button["type"] == "button" and button["data-verb"] for button in read.all("button"))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_words_add_no_element_and_arrive_whole(text: str) -> None:
    picture = replace(PLANTING, alt=text, who=text, id=text)
    finding = replace(FORENAME, quote=text, sentence=text, fix=text, meaning=text)
    filled = {"text": text, "school": text, "reason": text, "findings": (finding,), "pictures": (picture,)}
    plain = Reader(replace(DRAFT, reason="x", findings=(FORENAME,), pictures=(PLANTING,)))
    read = Reader(replace(DRAFT, **filled))  # type: ignore[arg-type]
    assert [tag for tag, _ in read.elements] == [tag for tag, _ in plain.elements]
    assert text.replace("\r\n", "\n") in [quoted.replace("\r\n", "\n") for quoted in read.texts["blockquote"]]
    assert read.all("img")[0]["alt"] == text


def test_links_in_a_draft_stay_text() -> None:
    assert Reader(replace(APPROVAL, text="Go to https://oakfield.example", links=("https://x.example",))).all("a") == []


def test_the_address_of_a_comment_is_a_link_that_tells_nobody_where_it_was_clicked() -> None:
    (link,) = Reader(REMOVAL).all("a")
    assert (link["href"], link["rel"]) == (REMOVAL.permalink, "noopener noreferrer")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "https://a b", 'https://a"onclick=x'])
def test_an_address_that_is_none_is_no_link(address: str) -> None:
    assert Reader(replace(REMOVAL, permalink=address)).all("a") == []


def test_a_video_is_played_on_the_card_and_described() -> None:
    read = Reader(replace(APPROVAL, pictures=(FILM,)))
    (video,) = read.all("video")
    assert video["src"] == "/picture/video-1"
    assert video["aria-label"] == "A frog jumps into a pond"
    assert "controls" in video
    assert not read.all("img")
