"""Which years and classes a text speaks of, and whether a pupil is in one of them."""

from workflows.people.details import YEAR_WORDS, is_class, is_year
from workflows.people.families import family
from workflows.people.scene import Scene
from workflows.policy.facts import Pupil

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven")


def years_and_classes(scene: Scene) -> frozenset[str]:
    """What a text calls years and classes, each as one word in small letters: 4, reception, kestrel."""
    told: set[str] = set()
    for at, token in enumerate(scene.tokens):
        if is_year(scene.tokens, at):
            told.add(_year(scene.words[at + 1] if token.bare in YEAR_WORDS else token.bare))
        elif token.bare in scene.register.class_words and is_class(scene.tokens, at, scene.register):
            told.add(token.bare)
    return frozenset(told)


def may_be(pupil: Pupil, told: frozenset[str]) -> bool:
    """Whether a pupil is in one of the years or classes that a text speaks of, or it speaks of none."""
    year = {_year(word) for word in pupil.year_group.lower().split()}
    return not told or not told.isdisjoint(
        {*year, *pupil.class_name.lower().split()} - family("years", "before_a_class")
    )


def _year(word: str) -> str:
    """The number in year4, yr4 or y4; reception, nursery and numbers in words as they are."""
    digits = "".join(filter(str.isdigit, word))
    return digits or (str(NUMBERS.index(word) + 1) if word in NUMBERS else word)
