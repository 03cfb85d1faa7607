"""What holds for any text: disguises hide nothing, spans lie in the text, nothing crashes, time stays linear."""

import random
import time
import unicodedata
from collections.abc import Callable, Iterator

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
    "i'll kick ",
    "you know where you live ",
    "if he won't ",
    "hope he ",
    "they are foreign ",
    "get a brick ",
    "Oli🎉",
    "Mr M. ",
    "Ollie, ",
    "see Hope ",
    "Hope! ",
]
CARRIERS = [
    "{}",
    "what about {} then",
    "my dog is called {} and so is your daughter",
    "we read a book by Roald Dahl about {} at bedtime",
    "the road is closed but {} is fine",
    "the caretaker, {}, the vicar and the mayor",
    "is {} playing Mary in the nativity",
    "{} is a silly name for a child",
    "St George, Merlin and {}",
    "{} from the chip shop",
]
SIGNS = st.sampled_from(["🎉", ".", "*", "_", "-", "⭐", "~"])


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


@given(st.integers(2, 5), SIGNS, st.sampled_from(["Oliver Dunmore", "Saoirse Tolland", "Mohammed Iqbal-Reed"]))
@settings(deadline=None, max_examples=40)
def test_5_7_a_sign_between_the_letters_hides_nothing(at: int, sign: str, name: str) -> None:
    written = name[:at] + sign + name[at:]
    assert read(f"Come on {written} you can do it").pupils == read(f"Come on {name} you can do it").pupils != ()


@given(
    st.integers(1, 5), st.sampled_from(["Oliver Dunmore", "Saoirse Tolland", "Mohammed Iqbal-Reed", "Hope Ashworth"])
)
@settings(deadline=None, max_examples=40)
def test_8_6_a_star_for_a_letter_within_a_forename_hides_nothing(at: int, name: str) -> None:
    forename, _, surname = name.partition(" ")
    at = min(at, len(forename) - 2)
    written = f"{forename[:at]}*{forename[at + 1 :]} {surname}"
    assert read(f"{written} hit my daughter again").pupils == read(f"{name} hit my daughter again").pupils != ()


@given(st.sampled_from(CARRIERS), st.sampled_from([str.lower, str.upper, str.title]))
@settings(deadline=None, max_examples=60)
def test_8_6_no_wording_around_a_full_name_hides_it(carrier: str, case: Callable[[str], str]) -> None:
    assert "P3" in read(carrier.format(case(NAME))).pupils


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
    """Seconds of the processor for the quickest of three readings, so that a busy machine does not count."""
    times = []
    for _ in range(3):
        start = time.process_time()
        findings(text)
        read(text)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_input_takes_time_in_proportion_to_its_length(piece: str) -> None:
    short, long = (piece * (size // len(piece)) for size in (1_000, 8_000))
    assert seconds(long) < 8 * 3 * seconds(short) + 0.02


def scripts() -> Iterator[str]:
    """Forty characters from the middle of every block of 256 that Unicode has given out."""
    for block in range(0, 0x110000, 0x100):
        letters = [chr(code) for code in range(block + 64, block + 104)]
        if any(unicodedata.category(letter) not in ("Cn", "Co", "Cs") for letter in letters):
            yield "".join(letters)


def test_every_script_of_unicode_is_read() -> None:
    count = 0
    for text in scripts():
        sentence = f"Well done {text} and {NAME}, {text[::3]}!"
        found = [finding for finding in findings(sentence) if "P3" in finding.pupils]
        assert found, repr(text)
        assert all(quote in sentence for quote in read(sentence).quotes)
        count += 1
    assert count > 300


PIECES = (
    "Saoirse", "tolland", "Oliver D", "ollie", "Gareth", "Mrs", "the boy in", "Y4", "i'll", "kick", "f***", "@mum",
    "https://youtu.be/x", "07700 900123", "a@b.example", "dm us", "share to win", "\u200b", "🎉", "O", ".", ",", "'s",
    "*", "-", "\n", "(", "“", "Willow", "who", "bites", "won't", "is dead", "too many", "St", "and", "&", "Ω", "ش",
    "漢", "İ", "ß", "#ad", "'",
)  # fmt: skip


def nonsense(chance: random.Random) -> str:
    """A random run of meaningful pieces, random characters or both."""
    pieces = chance.choices(PIECES, k=chance.randrange(9))
    pieces += [chr(chance.randrange(0x110000)) for _ in range(chance.randrange(4))]
    chance.shuffle(pieces)
    return chance.choice(("", " ")).join(pieces)


def read_nonsense(times: int, seed: int) -> None:
    """Read so many random texts; every quote must stand in its text."""
    chance = random.Random(seed)
    for _ in range(times):
        text = nonsense(chance)
        assert all(text[each.start : each.end] == each.quote for each in findings(text) if each.start is not None), text
        assert all(quote in text for quote in read(text).quotes), text


def test_no_random_text_stops_the_reader() -> None:
    read_nonsense(1_500, seed=1)


@pytest.mark.long
def test_a_million_random_texts_do_not_stop_the_reader() -> None:
    read_nonsense(1_000_000, seed=2)


@pytest.mark.long
@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hundred_kilobytes_take_time_in_proportion(piece: str) -> None:
    short, long = (piece * (size // len(piece)) for size in (25_000, 100_000))
    assert seconds(long) < 4 * 2 * seconds(short) + 0.05
