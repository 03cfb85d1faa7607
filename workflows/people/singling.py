"""What in a text singles one child out, as named cues that a weighing adds up."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from workflows.people.at_home import is_ones_own_at_home, is_the_boy_at_home
from workflows.people.children import Child
from workflows.people.determiners import WHOEVER
from workflows.people.families import family
from workflows.people.grown_up import is_grown_up, is_of_my_day, is_said_to_be_a_grown_up, is_the_writer
from workflows.people.marks import LONG_AGO, OF_MY_DAY
from workflows.people.nobody_in_particular import is_of_a_family_told_of, is_of_that_lot
from workflows.people.ones import is_the_one_who
from workflows.people.parts import is_told_apart
from workflows.people.pointing import Pointing
from workflows.people.pronouns import of_the_first_pronoun
from workflows.people.quoted import is_only_quoted
from workflows.people.scene import Scene
from workflows.people.sentences import Sentence
from workflows.people.telling import GROUPS
from workflows.people.unsaid import (
    FRAGMENT,
    OPENS_A_FRAGMENT,
    PLACED,
    of_nobody,
    of_somebody_unsaid,
    opens_with_a_detail,
)

CLOSE, JUST_BEFORE, CARRIED = 8, 3, 3
WHO = frozenset({"who", "whose", "whos", "who's", "that", "hu", "wot", "what", "whom", "thats", "that's"})
WHERE = frozenset(
    {"in", "from", "off", "out", "fae", "frae", "at", "by", "near", "outside", "behind", "beside", "under", "opposite",
     "above", "down", "up", "along", "across", "next", "round"}
)  # fmt: skip
WITH = frozenset({"with", "w", "without", "on", "wi", "wi'", "wiv", "wid", "wit", "wth", "wearing", "carrying"})
APART = frozenset({",", "(", "-", "–"})
# What may follow the noun, by its words.
FOLLOWED = {
    word: label for label, words in (("who", WHO), ("in", WHERE), ("with", WITH), ("apart", APART)) for word in words
}
# A five year old, a Year 2: the age and the year are the noun itself.
OF_THE_NOUN = frozenset({"age", "year"})
SHOWN = frozenset({"that", "that's", "thats", "this"})
LONG = 40
# One's own child is known to few readers by a coat or a place, somebody else's child is pointed at with them.
SORTS = {
    Pointing.KIN: "own", Pointing.MINE: "own", Pointing.DEFINITE: "other", Pointing.INDEFINITE: "other",
    Pointing.BARE: "other", Pointing.ONE: "other", Pointing.SLUR: "other", Pointing.ROLE: "role",
    Pointing.PRONOUN: "pronoun",
}  # fmt: skip
NOT_CALLED = frozenset({Pointing.MINE, Pointing.PRONOUN})


def cues_of_the_whole(scene: Scene) -> Iterator[str]:
    """The cues of a text beside those of each pointing."""
    yield "always"
    yield from _of_everybody(scene.children)
    yield from of_the_first_pronoun(scene)
    everything = {kind for found in scene.told_of.values() if found for kinds in found.values() for kind in kinds}
    yield from (f"text {kind}" for kind in everything)
    groups = set(map(GROUPS.__getitem__, everything))
    yield f"text of {min(len(groups), 4)} groups"
    if everything and any(child.pointing != Pointing.PRONOUN for child in scene.children):
        yield "text both"
    if len(scene.tokens) > LONG:
        yield "long"
    if scene.marked & LONG_AGO or (scene.marked & OF_MY_DAY and is_of_my_day(scene.words)):
        yield "long ago"
    if not scene.children:
        yield from of_nobody(scene)
    if all(child.pointing == Pointing.PRONOUN for child in scene.children):
        yield from of_somebody_unsaid(scene, groups)


def _of_everybody(children: Sequence[Child]) -> Iterator[str]:
    pointings = {child.pointing for child in children}
    yield from (f"has {pointing}" for pointing in pointings)
    if not pointings:
        yield "has nobody"
    if pointings == {Pointing.PRONOUN}:
        yield "pronoun only"


def child_cues(child: Child, scene: Scene) -> Iterator[str]:
    """The cues of one pointing, with the details that its sentence tells."""
    others = {
        at: kinds for at, kinds in scene.told_of[child.sentence].items() if at != child.at or kinds <= OF_THE_NOUN
    }
    if child.pointing == Pointing.MINE and _is_only_asked_after(child, scene):
        others = {}
    if others:
        yield f"{child.pointing} with detail"
        yield from _with_details(child, others)
    yield from _told_elsewhere(child, scene, {GROUPS[kind] for kinds in others.values() for kind in kinds})
    yield from _whose_it_is(child, scene)
    yield from _called(child, scene)
    yield from _what_follows(child, scene)


def _whose_it_is(child: Child, scene: Scene) -> Iterator[str]:
    """Cues of who is meant: somebody grown up, somebody else's child, a part, one's own that was the one who."""
    definite, sort = child.pointing == Pointing.DEFINITE, SORTS[child.pointing]
    own, role = sort == "own", sort == "role"
    if own and is_grown_up(child, scene):
        yield "kin grown up"
    if is_said_to_be_a_grown_up(child, scene):
        yield "said to be a grown-up"
    if is_the_writer(child, scene):
        yield "the writer long ago"
    kin = definite and scene.words[child.at] in family("children", "born")
    if kin and (
        is_of_that_lot(scene.tokens, child.at) or is_of_a_family_told_of(scene.tokens, child.at, child.sentence)
    ):
        yield "somebody's child"
    if scene.words[child.at] in WHOEVER:
        yield "whoever it was"
    if definite and is_the_boy_at_home(child, scene):
        yield "the boy, at home"
    if is_ones_own_at_home(child, scene):
        yield "one's own, at home"
    if scene.draft and child.pointing == Pointing.INDEFINITE and is_only_quoted(child, scene):
        yield "only quoted"
    if scene.told_of[child.sentence].get(child.at) == {"year"}:
        yield "a child of a year"
    before = scene.told_of[child.sentence].get(child.at - 1, set())
    if role and "class" in before and scene.words[child.at - 2] in ("a", "one", "another"):
        yield "a role of a class"
    if child.told_apart:
        yield "told apart"
    if role and is_told_apart(scene.tokens, child.at):
        yield "a part told apart"
    if own and is_the_one_who(scene.tokens, child.at, child.sentence):
        yield "one's own was the one who"


def _with_details(child: Child, others: Mapping[int, set[str]]) -> Iterator[str]:
    """What the child's own sentence tells, and what of it stands close."""
    kin = child.pointing == Pointing.KIN
    for at, kinds in others.items():
        close = 0 < at - child.at <= CLOSE
        # My Year 1 daughter is my daughter in Year 1.
        before = kin and child.at - JUST_BEFORE <= at < child.at
        for kind in kinds:
            yield from _with_a_detail(child.pointing, kind)
            if close or (before and kind in PLACED):
                yield f"close {kind}"
        if before and not PLACED.isdisjoint(kinds):
            yield f"{child.pointing} then in"


@cache
def _with_a_detail(pointing: Pointing, kind: str) -> Sequence[str]:
    return f"{pointing} & {kind}", f"{SORTS[pointing]} & group {GROUPS[kind]}"


def _is_only_asked_after(child: Child, scene: Scene) -> bool:
    """Is anyone else's refusing to wear the tie or is it just mine: what is told is told of anybody's."""
    return child.at == child.sentence.last and scene.words[child.at - 1] in ("just", "only")


def _told_elsewhere(child: Child, scene: Scene, told_here: set[str]) -> Iterator[str]:
    """What the sentences after it, or the one before, tell of the same child."""
    sort = SORTS[child.pointing]
    elsewhere = {
        GROUPS[kind]
        for sentence in _of_the_same_child(child, scene)
        for kinds in scene.told_of[sentence].values()
        for kind in kinds
    }
    for group in elsewhere:
        yield f"elsewhere {group}"
        yield f"{sort} & group {group}"
    if elsewhere:
        yield f"{sort} with detail elsewhere"
    yield f"{sort} of {min(len(told_here | elsewhere), 3)} groups"


def _of_the_same_child(child: Child, scene: Scene) -> Iterator[Sentence]:
    """The sentences beside the child's own that speak of nobody else."""
    at, others = child.sentence.number, scene.pointing
    if at and at - 1 not in others and opens_with_a_detail(scene.sentences[at - 1], scene):
        yield scene.sentences[at - 1]
    for sentence in scene.sentences[at + 1 : at + 1 + CARRIED]:
        if sentence.number in others or not _goes_on(sentence, scene):
            return
        yield sentence


def _goes_on(sentence: Sentence, scene: Scene) -> bool:
    """He, she; Year 4, tries his heart out; in her socks: the subject stands in the sentence before."""
    short = sentence.last - sentence.first < FRAGMENT and scene.tokens[sentence.first].key in OPENS_A_FRAGMENT
    return short or opens_with_a_detail(sentence, scene) or _opens_with_a_pronoun(sentence, scene)


def _opens_with_a_pronoun(sentence: Sentence, scene: Scene) -> bool:
    """He, she or somebody with them; what is grown up is somebody else."""
    opening = [token.key for token in scene.tokens[sentence.first : min(sentence.first + CLOSE, sentence.last + 1)]]
    pronoun = not family("children", "pronoun").isdisjoint(opening)
    return pronoun and family("children", "grownup").isdisjoint(opening)


def _what_follows(child: Child, scene: Scene) -> Iterator[str]:
    following = scene.tokens[child.at + 1].key if child.at + 1 < len(scene.tokens) else ""
    if label := FOLLOWED.get(following):
        yield f"{child.pointing} then {label}"
        yield from _picked_out(child, scene)
    if len(following) > 5 and following.endswith("ing") and child.pointing != Pointing.PRONOUN:
        yield f"{SORTS[child.pointing]} then doing"
        yield from _picked_out(child, scene)


def _picked_out(child: Child, scene: Scene) -> Iterator[str]:
    """The lad with the glasses, the girl sat by the door: the detail belongs to the noun itself."""
    sort, told = SORTS[child.pointing], scene.told_of[child.sentence]
    if sort == "own" and _is_pointed_at(child, scene):
        sort = "other"
    groups = {GROUPS[kind] for at in range(child.at + 1, child.at + CLOSE) for kind in told.get(at, ())}
    yield f"{sort} picked out" if groups else f"{sort} picked out by something else"
    yield from (f"{sort} picked out by {group}" for group in groups)


def _is_pointed_at(child: Child, scene: Scene) -> bool:
    """That was my girl on the floor; is that my son by the wall?, but not 'is that my son pulling a face?'."""
    before = [token.key for token in scene.tokens[max(child.sentence.first, child.at - 5) : child.at]]
    following = scene.keys[child.at + 1] if child.at + 1 < len(scene.keys) else ""
    if before[:2] == ["is", "that"] and following.endswith("ing") and following != "crying":
        return False
    return not SHOWN.isdisjoint(before) and "loved" not in before


def _called(child: Child, scene: Scene) -> Iterator[str]:
    """That ginger lad, my deaf son: the detail stands before the noun."""
    if child.pointing in NOT_CALLED:
        return
    told = scene.told_of[child.sentence]
    for at in range(max(child.sentence.first, child.at - JUST_BEFORE), child.at):
        yield from (f"{SORTS[child.pointing]} called {GROUPS[kind]}" for kind in told.get(at, ()))
