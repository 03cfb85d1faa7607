"""The word lists that are shipped in the package, read once."""

from collections.abc import Iterator
from functools import cache, partial
from importlib.resources import files
from sys import intern


@cache
def entries(package: str, name: str) -> tuple[str, ...]:
    """Lines of `words/NAME.txt` in a package, comments and blank lines left out."""
    text = files(package).joinpath("words", f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def words_in(line: str) -> Iterator[str]:
    """The words of a line, each the one string that all lists and texts have of it, so that it is found by identity."""
    return map(intern, line.split())


@cache
def word_set(package: str, *names: str) -> frozenset[str]:
    """All words of the lists that are separated by white space."""
    return frozenset(word for name in names for line in entries(package, name) for word in words_in(line))


# Words of lists about people and names.
people_words = partial(word_set, "workflows.people")


def people_phrases(name: str) -> tuple[str, ...]:
    """Lines of a list about people and names, one phrase a line."""
    return entries("workflows.people", name)
