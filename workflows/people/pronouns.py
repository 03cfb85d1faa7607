"""Cues of whom he or she may be: somebody grown up who stood there before, or nobody but a child."""

from collections.abc import Iterator, Sequence
from functools import cache

from workflows.people.children import Child
from workflows.people.families import family
from workflows.people.pointing import Pointing
from workflows.people.scene import Scene
from workflows.people.telling import GROUPS
from workflows.people.wordlists import people_words

CLOSE = 8
WIVES = frozenset({"wife", "mum", "mam", "nan", "gran", "grandma", "auntie", "missus", "girlfriend"})
HUSBANDS = frozenset({"husband", "dad", "grandad", "uncle", "boyfriend"})
GIVEN = frozenset({"give", "buy", "get", "pay", "hand", "thank", "knight"})
GROWN = frozenset({"man", "woman", "lady", "bloke", "gentleman", "fella"})


def of_the_first_pronoun(scene: Scene) -> Iterator[str]:
    """Whom he or she may be: somebody grown up who stood there before, or nobody but a child."""
    first = _first_pronoun(scene)
    if first is None:
        return
    if _is_said_to_be_grown_up(first, scene):
        yield "pronoun of an office"
    if not family("children", "grownup").isdisjoint(scene.keys[first.at : first.at + CLOSE]):
        yield "pronoun then a grown-up"
    if scene.words[first.at + 1 : first.at + 2] and scene.words[first.at + 1] in family("children", "drives"):
        yield "pronoun of a driver"
    if _is_of_somebody_else(first, scene):
        yield "pronoun of somebody else"
    else:
        kinds = {kind for kinds in scene.told_of[first.sentence].values() for kind in kinds}
        yield from (f"pronoun of nobody else & {group}" for group in {GROUPS[kind] for kind in kinds})
        yield "pronoun of nobody else"
        if _tells_as_parents_do(scene.words):
            yield "pronoun as parents tell"
        yield "pronoun at the beginning" if first.at < 2 else "pronoun later on"


def _first_pronoun(scene: Scene) -> Child | None:
    return next((child for child in scene.children if child.pointing == Pointing.PRONOUN), None)


def _is_of_somebody_else(first: Child, scene: Scene) -> bool:
    """Whether somebody grown up, an animal or a name stands before the pronoun."""
    if any(mention.first < first.at for mention in scene.mentions):
        return True
    others, before = _others(scene.keys[first.at].startswith(("she", "her", "er"))), scene.words[: first.at]
    return not others.isdisjoint(before) and any(
        word in others and not _is_the_writer(before, at) for at, word in enumerate(before)
    )


@cache
def _others(female: bool) -> frozenset[str]:
    """Whom a pronoun may mean: my wife is no he, my husband no she."""
    others = family("children", "grownup") | people_words("titles", "animals")
    return others - (HUSBANDS if female else WIVES)


def _is_the_writer(words: Sequence[str], at: int) -> bool:
    """As a grandad I want to say."""
    return list(words[max(0, at - 2) : at]) in (["as", "a"], ["as", "his"], ["as", "her"])


def _tells_as_parents_do(words: Sequence[str]) -> bool:
    """Can't believe how big he is; first time ever she's asked to go; came home singing."""
    told = family("children", "parents_tell")
    return not _first_words().isdisjoint(words) and any(
        word in _first_words() and ("_".join(words[at : at + 2]) in told or "_".join(words[at : at + 3]) in told)
        for at, word in enumerate(words)
    )


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.partition("_")[0] for phrase in family("children", "parents_tell"))


def _is_of_the_writers_youth(before: Sequence[str]) -> bool:
    """Was at school with her, sat next to her in 1970: somebody of the writer's own age."""
    opening = list(before[:8])
    if opening[:1] == ["i"]:
        opening = opening[1:]
    return opening[:2] in (["was", "at"], ["went", "to"], ["were", "at"]) and opening[2:4] == ["school", "with"]


def _is_said_to_be_grown_up(first: Child, scene: Scene) -> bool:
    """He's a brilliant head; she should resign; he couldn't run a bath; give the man a rise."""
    following = scene.keys[first.at + 1 : first.at + CLOSE]
    for at, word in enumerate(following):
        if word in family("children", "of_office") and (word != "run" or following[at + 1 : at + 2] != ["out"]):
            return True
    if following[:1] == ["think"] and following[2:3] == ["is"]:
        return True
    if not GIVEN.isdisjoint(scene.words) and any(
        first in GIVEN and second in ("the", "that", "this") and third in GROWN
        for first, second, third in zip(scene.words, scene.words[1:], scene.words[2:], strict=False)
    ):
        return True
    if _is_of_the_writers_youth(scene.words[: first.at]):
        return True
    contracted = scene.tokens[first.at].key.endswith("s")
    said = following if contracted and following[:1] != ["been"] else following[1:]
    linked = contracted or following[:1] in (["is"], ["was"])
    return (
        linked
        and said[:1] in (["a"], ["an"], ["the"], ["our"], ["my"])
        and not (family("children", "grownup").isdisjoint(said[1:4]))
    )
