"""What in a text singles one child out, as named cues that a weighing adds up."""

from collections.abc import Iterator, Sequence

from workflows.people.children import Child, Pointing
from workflows.people.details import GROUPS
from workflows.people.families import family
from workflows.people.scene import Scene
from workflows.people.wordlists import people_words

CLOSE, JUST_BEFORE = 8, 3
PLACED = frozenset({"class", "year"})
WHO = frozenset({"who", "whose", "whos", "who's", "that"})
WHERE = frozenset({"in", "from", "off", "out"})
WITH = frozenset({"with", "w", "without", "on"})
LONG = 40


def singling_cues(scene: Scene) -> Iterator[str]:
    """Names of the cues that hold for a text; each also under the kind of text in which it holds."""
    kind = "draft" if scene.draft else "comment"
    for cue in set(_cues(scene)):
        yield cue
        yield f"{kind}: {cue}"


def _cues(scene: Scene) -> Iterator[str]:
    yield "always"
    yield from _of_everybody(scene.children)
    yield from _of_the_first_pronoun(scene)
    for child in scene.children:
        yield from child_cues(child, scene)
    everything = {kind for found in scene.told_of.values() for kinds in found.values() for kind in kinds}
    yield from (f"text {kind}" for kind in everything)
    groups = {GROUPS[kind] for kind in everything}
    yield f"text of {min(len(groups), 4)} groups"
    if everything and any(child.pointing != Pointing.PRONOUN for child in scene.children):
        yield "text both"
    if len(scene.tokens) > LONG:
        yield "long"


def _of_everybody(children: Sequence[Child]) -> Iterator[str]:
    pointings = {child.pointing for child in children}
    yield from (f"has {pointing}" for pointing in pointings)
    if not pointings:
        yield "has nobody"
    if pointings == {Pointing.PRONOUN}:
        yield "pronoun only"


def _of_the_first_pronoun(scene: Scene) -> Iterator[str]:
    """Whom he or she may be: somebody grown up who stood there before, or nobody but a child."""
    first = next((child for child in scene.children if child.pointing == Pointing.PRONOUN), None)
    if first is None:
        return
    if any(token.key in family("children", "grownup") for token in scene.tokens[first.at : first.at + CLOSE]):
        yield "pronoun then a grown-up"
    before = scene.tokens[: first.at]
    others = family("children", "grownup") | people_words("titles", "animals")
    if any(token.key in others for token in before) or any(mention.first < first.at for mention in scene.mentions):
        yield "pronoun of somebody else"
    else:
        yield "pronoun of nobody else"
        yield "pronoun at the beginning" if first.at < 2 else "pronoun later on"


def child_cues(child: Child, scene: Scene) -> Iterator[str]:
    """The cues of one pointing, with the details that its sentence tells."""
    others = {at: kinds for at, kinds in scene.told_of[child.sentence].items() if at != child.at}
    for at, kinds in others.items():
        yield from (f"{child.pointing} & {kind}" for kind in kinds)
        yield from (f"{child.pointing} & group {GROUPS[kind]}" for kind in kinds)
        if child.pointing != Pointing.PRONOUN:
            yield from (f"somebody & group {GROUPS[kind]}" for kind in kinds)
        if 0 < at - child.at <= CLOSE:
            yield from (f"close {kind}" for kind in kinds)
        elif child.pointing == Pointing.KIN and child.at - JUST_BEFORE <= at < child.at:
            # My Year 1 daughter is my daughter in Year 1.
            for kind in PLACED.intersection(kinds):
                yield f"close {kind}"
                yield f"{child.pointing} then in"
    if others:
        yield f"{child.pointing} with detail"
    if child.pointing == Pointing.KIN and _is_grown_up(child, scene):
        yield "kin grown up"
    yield from _what_follows(child, scene)


def _is_grown_up(child: Child, scene: Scene) -> bool:
    """My daughter is a nurse; when my son was at school 20 years ago."""
    words = {token.key for token in scene.tokens[child.at + 1 : child.sentence.last + 1]}
    return bool(words & (family("children", "grown_life") | family("children", "years_ago")))


def _what_follows(child: Child, scene: Scene) -> Iterator[str]:
    following = scene.tokens[child.at + 1].key if child.at + 1 < len(scene.tokens) else ""
    for label, words in (("who", WHO), ("in", WHERE), ("with", WITH)):
        if following in words:
            yield f"{child.pointing} then {label}"
