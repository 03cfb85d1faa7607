"""Cues of whom he or she may be: somebody grown up who stood there before, or nobody but a child."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from workflows.people.ages import MONTHS
from workflows.people.children import Child
from workflows.people.families import family
from workflows.people.mention import Mention
from workflows.people.pointing import Pointing
from workflows.people.scene import Scene
from workflows.people.telling import GROUPS
from workflows.people.vocabulary import everyday
from workflows.people.wordlists import people_words

CLOSE = 8
WIVES = frozenset({"wife", "mum", "mam", "nan", "gran", "grandma", "auntie", "missus", "girlfriend"})
HUSBANDS = frozenset({"husband", "dad", "grandad", "uncle", "boyfriend"})
WAITED_FOR = frozenset({("looking", "for"), ("waiting", "for"), ("looks", "for"), ("waits", "for"), ("pining", "for")})
NO_NAME = frozenset(
    {
        "in",
        "on",
        "at",
        "the",
        "our",
        "my",
        "his",
        "her",
        "this",
        "last",
        "every",
        "year",
        "good",
        "happy",
        "well",
        "so",
        "and",
        "from",
    }
)
HIM = frozenset({"him", "her", "his", "er", "im"})
WHITHER = frozenset({"in", "up", "to", "back", "off", "home", "out", "down", "from", "through", "ready", "dressed"})
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
    if any(mention.first < first.at and not _only_opens(mention, first, scene) for mention in scene.mentions):
        return True
    if _is_a_full_name_before(first, scene):
        return True
    # The cat is on his pillow; the dog keeps looking for her: a child of the house.
    at_home = _is_cared_for(scene.words, first.at) or (
        tuple(scene.words[max(0, first.at - 2) : first.at]) in WAITED_FOR
    )
    others = _others(scene.keys[first.at].startswith(("she", "her", "er")), at_home)
    before = scene.words[: first.at]
    return not others.isdisjoint(before) and any(
        word in others and not _is_the_writer(before, at) for at, word in enumerate(before)
    )


def _is_a_full_name_before(first: Child, scene: Scene) -> bool:
    """Kate Humble used to present it: two words with capitals are somebody whom no list holds."""
    return any(
        one.capital
        and two.capital
        and not (one.shouted or two.shouted)
        and one.is_word
        and two.is_word
        and one.key not in NO_NAME
        and len(two.key) > 2
        and two.key not in MONTHS
        and not two.key.endswith("day")
        for one, two in pairwise(scene.tokens[: first.at])
    )


def _only_opens(mention: Mention, first: Child, scene: Scene) -> bool:
    """Miss her already; hope she's eaten: an everyday word with the capital of a beginning, and no more."""
    token = scene.tokens[mention.first]
    return token.opens and token.bare in everyday() and mention.first + 1 == first.at


@cache
def _others(female: bool, at_home: bool) -> frozenset[str]:
    """Whom a pronoun may mean: my wife is no he, my husband no she, and `at_home` it is no animal."""
    animals = people_words("animals")
    others = family("children", "grownup") | people_words("titles") | animals
    return others - (HUSBANDS if female else WIVES) - (animals if at_home else frozenset())


def _is_the_writer(words: Sequence[str], at: int) -> bool:
    """As a grandad I want to say."""
    return list(words[max(0, at - 2) : at]) in (["as", "a"], ["as", "his"], ["as", "her"])


def _tells_as_parents_do(words: Sequence[str]) -> bool:
    """Can't believe how big he is; first time ever she's asked to go; came home singing."""
    told, firsts = family("children", "parents_tell"), _first_words()
    if HIM.isdisjoint(words) and firsts.isdisjoint(words):
        return False
    return any(
        (word in firsts and ("_".join(words[at : at + 2]) in told or "_".join(words[at : at + 3]) in told))
        or (word in HIM and _is_cared_for(words, at))
        for at, word in enumerate(words)
    )


def _is_cared_for(words: Sequence[str], at: int) -> bool:
    """Miss her; tell him; can't send her in; quiet without him; his pillow, her lunch: a child of the house."""
    before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    if before in family("children", "fond_of") or (before in family("children", "handles") and after in WHITHER):
        return True
    return words[at] in ("his", "her") and after in family("children", "of_the_house")


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
    if scene.words[:1] in (["vote"], ["re-elect"], ["elect"]) and scene.tokens[1].capital:
        # Vote Cox on Thursday, he's the only one who listens.
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
