import pytest

from tests.policy.school import PUPILS, findings, found, read
from workflows.policy.facts import AdditionalConsent


def pupils(text: str) -> set[str]:
    return {pupil for finding in findings(text) if finding.clause == "5.7" for pupil in finding.pupils}


def test_5_7_a_forename_stands_for_every_pupil_that_it_fits() -> None:
    assert pupils("Congratulations to Oliver, who won the chess cup.") == {"P1", "P2"}


def test_5_7_a_surname_or_an_initial_narrows() -> None:
    assert pupils("Congratulations to Oliver Dunmore, who won the chess cup.") == {"P2"}
    assert pupils("Congratulations to Oliver B, who won the chess cup.") == {"P1"}
    assert pupils("Congratulations to O. Dunmore, who won the chess cup.") == {"P2"}


@pytest.mark.parametrize(
    ("written", "pupil"),
    [
        ("Ollie Bramwell", "P1"),
        ("Zoe O'Hanlon", "P6"),
        ("Muhammad Iqbal-Reed", "P4"),
        ("Saorise Tolland", "P3"),
        ("SAOIRSE TOLLAND", "P3"),
        ("Kate Vance", "P7"),
        ("#SaoirseTolland", "P3"),
        ("S a o i r s e  Tolland", "P3"),
        ("S\u200baoirse Tolland", "P3"),
        ("Sаoirsе Tolland", "P3"),
        ("Saoirse Tollnad", "P3"),
    ],
)
def test_5_7_nicknames_misspellings_and_disguises_are_the_same_child(written: str, pupil: str) -> None:
    assert pupils(f"A huge well done to {written} for winning the spelling bee on Friday!") == {pupil}


def test_5_7_a_child_who_is_not_on_the_register_is_named_too() -> None:
    assert found("5.7", "Well done to Tallulah for raising fifty pounds for the lifeboats!") == ["Tallulah"]


@pytest.mark.parametrize(
    "text",
    [
        "We hope you all had a restful half term.",
        "Oliver! is our summer musical, based on Oliver Twist by Charles Dickens.",
        "Willow class have been out pond dipping.",
        "Mr Oliver from the fire station showed us the engine.",
        "Our hamster, called Ollie, has a new wheel.",
    ],
)
def test_5_7_words_characters_classes_and_animals_are_nobody(text: str) -> None:
    assert found("5.7", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The boy in Kestrel class with the broken arm scored the winning goal.",
        "One of our Year 4 girls, who has epilepsy, led the whole assembly.",
        "A Year 3 pupil whose father died last week asked us to plant a tree.",
    ],
)
def test_5_7_a_description_that_singles_a_child_out_blocks(text: str) -> None:
    (quote,) = found("5.7", text)
    assert quote in text


@pytest.mark.parametrize(
    "text",
    [
        "All of Year 4 planted bulbs along the path today.",
        "One child told us it was magic.",
        "The choir sang at the care home and had two encores.",
    ],
)
def test_5_7_groups_and_mere_references_are_fine(text: str) -> None:
    assert found("5.7", text) == []


def test_5_7_only_the_pupils_own_consent_helps() -> None:
    text = "Oliver Dunmore has won the county chess final."
    assert found("5.7", text, consents=(AdditionalConsent("P1", "name"),)) == ["Oliver Dunmore"]
    assert found("5.7", text, consents=(AdditionalConsent("P2", "name"),)) == []


DESCRIBED = "A round of applause for the boy in Kestrel who learnt to swim with one arm in plaster."


def test_5_7_a_parent_who_agreed_for_this_post_agreed_to_the_description_of_their_child() -> None:
    assert found("5.7", DESCRIBED) != []
    assert found("5.7", DESCRIBED, consents=(AdditionalConsent("P2", "name"),)) == []


def test_5_7_the_consent_of_a_child_in_another_class_says_nothing_about_the_child_described() -> None:
    assert found("5.7", DESCRIBED, consents=(AdditionalConsent("P1", "name"),)) != []
    in_year_4 = DESCRIBED.replace("in Kestrel", "in Year 4")
    assert found("5.7", in_year_4, consents=(AdditionalConsent("P1", "name"),)) != []
    assert found("5.7", in_year_4, consents=(AdditionalConsent("P2", "name_with_image"),)) == []


@pytest.mark.parametrize(
    "around",
    [
        "{} versus a very large crab. The crab won.",
        "A brass band, two tubas and {}.",
        "Goal of the month: {}.",
        "{}, 4th place, sack race.",
        "The hat is by {}, the scarf by nobody.",
        "Under the beard: {}.",
        "Nothing will stop {}.",
        "{} cooks.",
        "Tickets from {} or the office.",
        "{} cards are on sale",
        "that {} again",
        "ask {} where the ball went",
        "{} Road show",
    ],
)
def test_5_7_a_full_name_on_the_register_is_a_child_whatever_stands_around_it(around: str) -> None:
    for pupil in PUPILS:
        text = around.format(f"{pupil.forename} {pupil.surname}")
        assert read(text).pupils == (pupil.id,)
        assert found("5.7", text) != []
