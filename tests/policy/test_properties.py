"""What holds for any text: disguises hide nothing, spans lie in the text, nothing crashes, time stays linear."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.policy.school import findings, read

NAME = "Saoirse Tolland"
HIDDEN = st.sampled_from("\u200b\u200c\u200d\u2060\ufeff\u00ad\ufe0f\u0301")
LOOKALIKES = {"a": "а", "o": "о", "e": "е", "i": "і", "S": "Ѕ", "T": "Т", "s": "ѕ"}
HOSTILE = [
    "a",
    "Oliver ",
    "@",
    "((((",
    "a.",
    "b ",
    "f***",
    "http://",
    "1 ",
    "Ol\u200b",
    "the boy in ",
    "'",
    "#a",
    "0 0",
    "-a",
    "x@",
    "👍",
    "\n",
]


@st.composite
def disguised(draw: st.DrawFn) -> str:
    """The name with hidden characters, look-alikes, other case or a stretched letter."""
    letters = []
    for letter in NAME:
        written = LOOKALIKES.get(letter, letter) if draw(st.booleans()) else letter
        letters.append(written + (draw(HIDDEN) if letter != " " and draw(st.booleans()) else ""))
    text = "".join(letters)
    case = draw(st.sampled_from(["as it is", "upper", "title"]))
    if not text.isascii() or case == "as it is":
        return text
    return text.upper() if case == "upper" else text.title()


@given(disguised())
@settings(deadline=None, max_examples=60)
def test_5_7_no_disguise_hides_a_full_name(name: str) -> None:
    text = f"A big well done to {name} for the poem."
    found = [finding for finding in findings(text) if finding.clause == "5.7"]
    assert [finding.pupils for finding in found] == [("P3",)]
    assert read(f"well done {name}, what a star").pupils == ("P3",)


@given(st.integers(3, 12))
@settings(deadline=None, max_examples=10)
def test_5_7_a_stretched_letter_hides_nothing(times: int) -> None:
    assert read(f"Come on Saoirs{'e' * times} you beauty").pupils == ("P3",)


@given(st.text(alphabet=st.characters(exclude_categories=["L", "Nd", "No", "Nl", "So", "Sk", "Lm"]), max_size=80))
@settings(deadline=None, max_examples=60)
def test_a_text_without_letters_and_digits_finds_nothing(text: str) -> None:
    assert findings(text) == ()
    reading = read(text)
    assert (reading.urgent, reading.quotes, reading.pupils) == (False, (), ())


@given(st.one_of(st.text(max_size=200), st.text(alphabet="Oliver Saoirse@#.'-!*0\u200b\n", max_size=200)))
@settings(deadline=None, max_examples=150)
def test_any_text_is_read_and_every_span_lies_in_it(text: str) -> None:
    for finding in findings(text):
        if finding.start is not None and finding.end is not None:
            assert 0 <= finding.start <= finding.end <= len(text)
            assert text[finding.start : finding.end] == finding.quote
        if finding.fix:
            assert 0 <= finding.fix.start <= finding.fix.end <= len(text)
    assert all(quote in text for quote in read(text).quotes)


def seconds(text: str) -> float:
    """The quicker of two readings, so that a busy machine does not count."""
    times = []
    for _ in range(2):
        start = time.perf_counter()
        findings(text)
        read(text)
        times.append(time.perf_counter() - start)
    return min(times)


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_input_takes_time_in_proportion_to_its_length(piece: str) -> None:
    short, long = (piece * (size // len(piece)) for size in (1_000, 8_000))
    assert seconds(long) < 8 * 3 * seconds(short) + 0.02
