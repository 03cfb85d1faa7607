import pytest

from workflows.people.folding import key
from workflows.people.forenames import forename
from workflows.people.register import Register
from workflows.people.stories import told
from workflows.people.tokens import pieces
from workflows.people.vocabulary import everyday, known
from workflows.people.wordlists import people_phrases, people_words
from workflows.policy.facts import School

OF_MANY_ORIGINS = """
Eylül Mirela Ikechukwu Adwoa Mateus Beatriz Kieron Oksana Danylo Mehak Haniya Dmytro Sofiia Coșmin Anoop
Morwenna Zosia Tadgh Gruffydd Oluwatimilehin Tinotenda Wanjiku Abdirizak Natnael Fatoumata Rumaysa Tahmid
Harkirat Jithin Tharushi Pasang Zarghona Parisa Rojin Yağmur Shaima Yocheved Desislava Zsófia Vojtěch Gabija
Blerina Panayiotis Guilherme Ximena Niccolò Maëlys Marieke Zihan Hoyan Minhanh Jiwoo Haruto Jhanelle"""


@pytest.mark.parametrize("name", ["forenames_child", "forenames_adult"])
def test_a_list_of_forenames_is_folded_sorted_and_has_no_name_twice(name: str) -> None:
    names = [word for line in people_phrases(name) for word in line.split()]
    assert names == sorted(set(names))
    assert names == [key(word) for word in names]


@pytest.mark.parametrize("name", OF_MANY_ORIGINS.split())
def test_names_of_children_of_many_origins_are_known(name: str) -> None:
    assert key(name) in known()


@pytest.mark.parametrize("name", ["Keith", "Susan", "Deborah", "Nigel", "Sukhwinder", "Grażyna", "Gheorghe"])
def test_a_forename_of_an_older_generation_is_no_childs(name: str) -> None:
    assert key(name) in people_words("forenames_adult") - people_words("forenames_child")


def test_a_word_that_is_hardly_anybodys_name_is_not_taken_for_one() -> None:
    words = {"merci", "salam", "rangoli", "crimson", "waiting", "seven", "sari", "jihad", "story", "lorry", "umrah"}
    assert not words & (known() - everyday())


def test_no_register_is_needed_to_read_a_childs_double_forename() -> None:
    nobody = Register(School("elm", "Elm Bank"), [], [])
    assert forename(pieces("Lexi-Rose")[0], nobody)
    assert not forename(pieces("Grant-aided")[0], nobody)


def test_a_forename_alone_belongs_to_no_tale() -> None:
    assert not [phrase for phrase in people_phrases("stories") if key(phrase) in known() and phrase.isalpha()]


@pytest.mark.parametrize(
    "text", ["Mo Farah came first", "We are learning about Grace Darling", "reading Onjali Raúf's book", "St Chad's"]
)
def test_public_people_are_told_from_children(text: str) -> None:
    words = [token.bare for token in pieces(text)]
    assert told(words)


def test_every_tale_has_names_and_other_words() -> None:
    sides = [line.split(" | ") for line in people_phrases("worlds")]
    assert all(len(side) == 2 and all(side) for side in sides)
    # Only single words and pairs are looked for.
    assert not [word for _, words in sides for word in words.split() if word.count("_") > 1]
