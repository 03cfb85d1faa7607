"""Cues of sentences that tell something of a child and leave out of whom: Year 5, stammer, asked to read aloud."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from workflows.people.details import BEREFT
from workflows.people.scene import Scene
from workflows.people.sentences import Sentence
from workflows.people.telling import GROUPS

PLACED = frozenset({"class", "year"})
# No wonder he is late; they wonder why she bites; that's why he has no coat; he's only nine, by the word before it.
SO_THAT = {
    "wonder": frozenset({"no", "small", "they", "little", "you"}), "surprise": frozenset({"no"}),
    "why": frozenset({"that's", "thats", "is", "wonder"}), "surprised": frozenset({"not"}),
    "course": frozenset({"of", "so"}), "blame": frozenset({"can't", "cant"}),
    "only": frozenset({"he's", "she's", "hes", "shes", "is"}),
}  # fmt: skip
HE = frozenset({"he", "she", "he's", "she's", "hes", "shes", "him", "her"})
AT_A_CLAUSE = frozenset({"and", "but", "cos", "his", "her"})
AFTER_A_VERDICT = 5
FRAGMENT = 5
OPENS_A_FRAGMENT = frozenset(
    {"in", "from", "with", "at", "by", "only", "no", "not", "on", "without", "again", "age", "aged"}
)
IN_A_ROW = 12
SEEN = frozenset({"his", "her", "he", "she", "he's", "she's", "hes", "shes"})
SEATS = frozenset(
    {
        "seats",
        "seat",
        "tickets",
        "reserved",
        "seating",
        "is",
        "are",
        "was",
        "were",
        "building",
        "mr",
        "mrs",
        "miss",
        "that's",
        "thats",
        "i",
        "we",
        "my",
    }
)
OFFERED = frozenset(
    {"selling", "sale", "sell", "suit", "suits", "size", "sizes", "worn", "wanted", "anyone", "outgrown"}
)


def of_nobody(scene: Scene) -> Iterator[str]:
    """Blond, nits every month: a sentence may begin with what is told, and leave out of whom."""
    for sentence in scene.sentences:
        if opens_with_a_detail(sentence, scene):
            groups = {GROUPS[kind] for kinds in scene.told_of[sentence].values() for kind in kinds}
            yield f"nobody & {min(len(groups), 3)} groups"


def of_somebody_unsaid(scene: Scene, groups: set[str]) -> Iterator[str]:
    """Purple hoodie, about ten, kicking mirrors; Year 5, stammer: what is told is told of one child."""
    if not scene.draft and not SO_THAT.keys().isdisjoint(scene.keys) and _is_of_a_family_unsaid(scene):
        yield "unsaid, of a family"
    if "spot" in groups and is_seen_in_a_row(scene):
        yield "unsaid, seen in a row"
    if "age" in groups and not scene.draft:
        for sentence, told in scene.told_of.items():
            words = scene.words[sentence.first : sentence.last + 1]
            if not OFFERED.isdisjoint(words) or ("for", "a") in pairwise(words):
                continue
            together = {GROUPS[kind] for kinds in told.values() for kind in kinds}
            if "age" in together:
                yield from (f"unsaid, aged & {group}" for group in together & {"looks", "conduct", "grave"})
    if "group" in groups:
        kinds = {
            kind
            for told in map(scene.told_of.get, _fragments(scene))
            if told
            for each in told.values()
            for kind in each
        }
        yield from (f"unsaid, placed & {kind}" for kind in kinds & {"sure", "care"})


def is_seen_in_a_row(scene: Scene) -> bool:
    """Front row, third along, with his fly undone; back row far left picking his nose: a place, then what is seen."""
    for sentence, told in scene.told_of.items():
        first = next((at for at in told if "position" in told[at] and _opens(at, sentence, scene)), None)
        if first is None:
            continue
        end = min(first + IN_A_ROW, sentence.last + 1)
        seen = _without_tags(scene.keys[first + 2 : end], [*scene.keys[first + 3 : end + 1], ""])
        looks = any("looks" in {GROUPS[kind] for kind in kinds} for kinds in told.values())
        if SEATS.isdisjoint(seen) and (looks or any(map(_is_seen, seen))):
            return True
    return False


def _opens(at: int, sentence: Sentence, scene: Scene) -> bool:
    """Back row, far left; a lovely one, back row second along: at the head of what is said, or after a comma."""
    if sentence.first <= at < min(sentence.first + 2, sentence.last):
        return True
    return at - 1 > sentence.first and not (scene.tokens[at - 1].is_word and scene.tokens[at - 2].is_word)


def _is_seen(word: str) -> bool:
    return word in SEEN or (word.endswith("ing") and len(word) > 5)


def _without_tags(words: Sequence[str], next_words: Sequence[str]) -> list[str]:
    """Third from the left, is she alright: what is asked of her does not say what stands there."""
    return [word for word, following in zip(words, next_words, strict=False) if following not in ("he", "she")]


def _fragments(scene: Scene) -> Iterator[Sentence]:
    """In a wheelchair; six, deaf; Year 5, stammer: sentences that open with what is told."""
    for sentence in scene.sentences:
        opening = scene.tokens[sentence.first : sentence.first + FRAGMENT]
        short = sentence.last - sentence.first <= FRAGMENT
        apart = short or any(not token.is_word for token in opening)
        if apart and (opens_with_a_detail(sentence, scene) or opening[0].key in OPENS_A_FRAGMENT):
            yield sentence


def opens_with_a_detail(sentence: Sentence, scene: Scene) -> bool:
    """Blond, nits every month; Year 4, tries his heart out; not 'Year 4 are back', which has a subject of its own."""
    told, tokens = scene.told_of[sentence], scene.tokens
    for at in range(sentence.first, min(sentence.first + 2, sentence.last + 1)):
        if at in told and PLACED.isdisjoint(told[at]):
            return True
        if at in told and any(not token.is_word for token in tokens[at + 1 : min(at + 3, sentence.last + 1)]):
            return True
    return False


def _is_of_a_family_unsaid(scene: Scene) -> bool:
    """Mum works nights, dad's inside, no wonder she's late: whose parents they are is what everybody knows."""
    keys = scene.keys
    parents = [at for at, word in enumerate(scene.words) if word in BEREFT and _opens_a_clause(scene, at)]
    return parents != [] and any(
        word in SO_THAT
        and (keys[at - 1] in SO_THAT[word] or (word == "course" and not scene.tokens[at - 1].is_word))
        and (word != "only" or len(parents) > 1)
        and not HE.isdisjoint(keys[at - 1 : at + AFTER_A_VERDICT])
        for at, word in enumerate(keys[parents[-1] + 1 :], parents[-1] + 1)
    )


def _opens_a_clause(scene: Scene, at: int) -> bool:
    """Dad's inside, and his mum drinks: at the head of what is said, or after a comma; not 'my dad'."""
    before = scene.tokens[at - 1] if at else None
    return before is None or scene.tokens[at].opens or not before.is_word or before.key in AT_A_CLAUSE
