"""Invented pupils, the same ones for the same seed, in schools of at most 1,500."""

import csv
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from io import StringIO
from random import Random

from tests.evaluation.corpus import SETS, labelled_set
from workflows.people.wordlists import people_words
from workflows.policy.facts import Consents, Pupil, School, SchoolClass, Trust

LARGEST_SCHOOL = 1_500
CLASSES = ("Acorn", "Beech", "Cedar", "Elm", "Hazel", "Kestrel", "Maple", "Oak", "Robin", "Swift", "Willow", "Wren")
COLUMNS = (
    *("pupil_id", "school", "forename", "preferred_name", "surname", "year_group", "class_name"),
    *("image_internal", "name_print", "image_public", "named_press", "date_of_birth"),
)


def slug(number: int) -> str:
    """A school's slug; the first is the school of the tests' small trust."""
    return f"school-{number}" if number else "hillside"


def schools(pupils: int) -> tuple[School, ...]:
    """As many schools as so many pupils need."""
    classes = tuple(SchoolClass(name, f"Year {1 + number % 6}") for number, name in enumerate(CLASSES))
    return tuple(School(slug(n), f"School {n}", classes) for n in range(-(-pupils // LARGEST_SCHOOL)))


def trust(pupils: int) -> Trust:
    """A trust that is large enough for so many pupils."""
    return Trust("Bench Trust", schools(pupils))


def invented(pupils: int, seed: int = 1) -> list[Pupil]:
    """So many pupils, spread evenly over their schools."""
    random, places = Random(seed), schools(pupils)
    return [_pupil(number, places[number % len(places)].slug, random) for number in range(pupils)]


@cache
def _names() -> tuple[list[str], list[str]]:
    """Forenames and surnames to draw from."""
    known = [pupil for name in SETS for pupil in labelled_set(name).pupils]
    return sorted(people_words("forenames_child")), sorted({pupil.surname for pupil in known})


def _pupil(number: int, school: str, random: Random) -> Pupil:
    forenames, surnames = _names()
    yes = [random.random() < 0.8 for _ in range(4)]
    double = random.random() < 0.1
    return Pupil(
        id=f"P{number:06}",
        school=school,
        forename=random.choice(forenames).title(),
        surname="-".join(random.sample(surnames, 2 if double else 1)),
        year_group=f"Year {1 + number % 6}",
        class_name=random.choice(CLASSES),
        consents=Consents(*yes),
        date_of_birth=date(2016, 9, 1) + timedelta(days=random.randrange(2000)),
    )


def register_csv(pupils: Iterable[Pupil]) -> str:
    """The pupils as a school's office exports them."""
    file = StringIO()
    lines = csv.writer(file)
    lines.writerow(COLUMNS)
    lines.writerows(_line(pupil) for pupil in pupils)
    return file.getvalue()


def _line(pupil: Pupil) -> list[str]:
    given = pupil.consents
    answers = (given.image_internal, given.name_print, given.image_public, given.named_press)
    who = [pupil.id, pupil.school, pupil.forename, pupil.preferred_name, pupil.surname]
    where = [pupil.year_group, pupil.class_name]
    return [*who, *where, *("yes" if yes else "no" for yes in answers), str(pupil.date_of_birth)]
