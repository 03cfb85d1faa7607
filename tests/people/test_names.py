import pytest

from workflows.people.folding import fold, key
from workflows.people.joined import respelled
from workflows.people.register import Register
from workflows.people.short_forms import forms_of
from workflows.people.similar import Similar
from workflows.people.spellings import plain
from workflows.people.tokens import pieces
from workflows.policy.facts import Pupil, School


def words(text: str) -> list[str]:
    return [token.surface for token in respelled(pieces(text)) if token.kind in ("word", "hashtag")]


def test_folding_keeps_a_map_back_to_the_original() -> None:
    text = "Zo\u0308e\u200b ﬁve Сhloé"
    folded = fold(text)
    assert folded.text == "Zoe five Chloe"
    start, end = folded.span(4, 8)
    assert text[start:end] == "ﬁve"


def test_a_key_knows_no_accents_case_hyphens_or_apostrophes() -> None:
    assert key("O'Brien-Ångström") == "obrienangstrom"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("J a c k  J o n e s plays", ["Jack", "Jones", "plays"]),
        ("D.a.n.i.e.l. P", ["Daniel", "P"]),
        ("b🧤o🧤b🧤b🧤y", ["bobby"]),
        ("#WellDoneChidi", ["Well", "Done", "Chidi"]),
        ("LoganSharp and MacLeod", ["Logan", "Sharp", "and", "MacLeod"]),
    ],
)
def test_what_hides_a_name_in_the_spelling_is_undone(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("word", "name"),
    [("0livia", "olivia"), ("alfieeeeee", "alfie"), ("n!a", "nia"), ("lylas", "lyla"), ("jack's", "jack")],
)
def test_a_written_word_is_read_plainly(word: str, name: str) -> None:
    assert name in list(plain(word))


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Oliver", "ollie"),
        ("Katherine", "kate"),
        ("Muhammad", "mohammed"),
        ("Imogen", "immy"),
        ("José", "jose"),
        ("Mei-Ling", "meiling"),
        ("Zofia", "zosia"),
        ("Dmytro", "dmitri"),
        ("Souleymane", "suleiman"),
        ("Ruairí", "ruaridh"),
        ("Jakub", "kuba"),
        ("Oleksandr", "sasha"),
        ("Dmytro", "dima"),
        ("Kateryna", "katya"),
        ("Gruffydd", "gruff"),
        ("Mohammed", "moe"),
        ("Oluwatobiloba", "tobi"),
        ("Eduarda", "duda"),
        ("Panagiotis", "panos"),
    ],
)
def test_short_forms_and_spellings_stand_for_a_name(name: str, form: str) -> None:
    assert form in forms_of(name)


def test_names_that_stand_on_their_own_do_not() -> None:
    assert "emily" not in forms_of("Emma")
    assert "one" not in forms_of("Mona")


def test_a_slip_of_the_pen_is_close_and_another_word_is_not() -> None:
    similar = Similar(["saoirse", "bartosz", "chloe", "clara"])
    assert similar.to("saorise") == {"saoirse"}
    assert similar.to("kloe") == {"chloe"}
    assert similar.to("clever") == frozenset()


def test_a_preferred_name_stands_for_itself_only() -> None:
    register = Register(School("s", "S"), [Pupil("P1", "s", "Oliver", "Bramwell", "Ollie")], [])
    assert register.with_forename("ollie") == {"P1"}
    assert register.with_forename("olivia") == frozenset()


def test_looking_up_takes_no_longer_in_a_larger_register() -> None:
    """Work is counted, not timed: a look-up touches only the pupils who bear the name."""
    many = [Pupil(f"P{number}", "s", f"Name{number}", f"Family{number}") for number in range(5_000)]
    register = Register(School("s", "S"), [*many, Pupil("X", "s", "Saoirse", "Tolland")], [])
    assert register.with_forename("saoirse") == {"X"}
    assert register.narrowed({"X"}, "saoirse", "tolland") == {"X"}
