"""Words in a text that point to one child without naming it, and the way in which they do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from workflows.people import nobody_in_particular as nobody
from workflows.people.details import is_year, may_be_a_year
from workflows.people.determiners import WHOEVER, WHOSE, determiner_of
from workflows.people.families import family
from workflows.people.ones import one
from workflows.people.parts import parts_told_apart
from workflows.people.picked_out import WITH, is_scorned, noun_before
from workflows.people.pointing import Pointing
from workflows.people.sentences import Sentence
from workflows.people.several import YEAR_FULL, family_told_apart, is_counted, is_of_a_group, is_one_of_many, twins
from workflows.people.small_ones import (
    SMALL,
    abroad,
    does_alone,
    is_a_child_of_mine,
    is_a_childs_body,
    is_called_something,
    is_kin_abroad,
    is_little_kin,
    is_little_one_alone,
    is_little_somebody,
    is_mine_of_mine,
    is_one_happy_child,
    is_one_of_mine,
    is_parent_of,
    is_small,
    is_that_little_part,
    is_the_grandchild,
    owns_without_apostrophe,
)
from workflows.people.spellings import without_possessive
from workflows.people.stand_ins import (
    DROPPED,
    age_from,
    is_a_child_of_a_year,
    is_a_dropped_h,
    is_a_mite,
    is_a_parents_word,
    is_aged,
    is_my_year,
    is_one_of_yours,
    is_picked_out,
    opens,
    pronoun_points,
)
from workflows.people.tokens import Token
from workflows.people.whoever import is_a_child as whoever_is_a_child
from workflows.people.years import FIRST_WORDS

OLD = frozenset({"old", "yr-old", "year-old"})
SUPERLATIVES = family("details", "only") | family("details", "look")
TRADES = ("ician", "ologist", "inist", "cellist", "pianist", "arpist", "ographer")
ENDINGS = (*TRADES, "est", "-old", "yo", "yr")
GROWN_UP_TOO = frozenset({"lady", "gentleman", "fella", "fellow", "chap", "man", "woman"})
PARENTS = family("children", "parents")
CALLED = frozenset({"kids", "lads", "girls", "boys", "sons", "daughters"})
BY_DETERMINER = {"own": Pointing.KIN, "that": Pointing.DEFINITE, "indefinite": Pointing.INDEFINITE}
ROYAL = frozenset({"ladyship", "nibs", "lordship", "majesty", "highness", "worship", "excellency"})


@dataclass(frozen=True, slots=True)
class Child:
    """One pointing: its head word and the sentence in which it stands."""

    pointing: Pointing
    at: int
    sentence: Sentence


def children(tokens: Sequence[Token], sentences: Sequence[Sentence], classes: frozenset[str]) -> list[Child]:
    """All pointings of a text, sentence by sentence; `classes` are the words that name a class of the school."""
    found = [
        Child(pointing, at, sentence)
        for sentence in sentences
        for at in range(sentence.first, sentence.last + 1)
        if _may_point(tokens[at].key) and (pointing := _of_a_class(tokens, at, sentence, classes)) is not None
    ]
    return [*found, *_picked_out(tokens, sentences, {child.at for child in found})]


def _picked_out(tokens: Sequence[Token], sentences: Sequence[Sentence], pointed: set[int]) -> Iterator[Child]:
    """The pirate with the eyepatch, the second king: nouns that are a child's only by what is told of them."""
    for sentence in sentences:
        yield from (
            Child(Pointing.ROLE, at, sentence) for at in parts_told_apart(tokens, sentence) if at not in pointed
        )
        for at in range(sentence.first + 1, sentence.last):
            noun = noun_before(tokens, at, sentence) if tokens[at].key in WITH else None
            if noun is not None and noun not in pointed and not _may_point(tokens[noun].key):
                yield Child(Pointing.ROLE, noun, sentence)


@lru_cache(maxsize=16384)
def _may_point(key: str) -> bool:
    """Whether a word may point to a child, as far as the word alone shows."""
    word = without_possessive(key)
    return word in _heads() or word.endswith(ENDINGS) or YEAR_FULL.match(key) is not None or may_be_a_year(word)


def _of_a_class(tokens: Sequence[Token], at: int, sentence: Sentence, classes: frozenset[str]) -> Pointing | None:
    """How a word points, beside the name of a class: Hebog girl, Rowan lad, whoever it was in Otter."""
    if tokens[at].bare in WHOEVER or tokens[at].key in WHOEVER:
        return Pointing.ROLE if whoever_is_a_child(tokens, at, sentence, classes) else None
    pointing = _pointing(tokens, at, sentence)
    classed = at > 0 and tokens[at - 1].capital and tokens[at - 1].key in classes
    return Pointing.DEFINITE if pointing == Pointing.BARE and classed else pointing


def _pointing(tokens: Sequence[Token], at: int, sentence: Sentence) -> Pointing | None:
    word = tokens[at].bare
    if word in family("children", "pronoun") or is_a_dropped_h(tokens, at):
        return _pronoun(tokens, at, sentence)
    if (YEAR_FULL.match(tokens[at].key) or word in FIRST_WORDS) and is_one_of_many(tokens, at, sentence):
        return Pointing.INDEFINITE
    if is_kin_abroad(tokens, at) or is_little_kin(tokens, at):
        return Pointing.KIN
    if word in SMALL:
        return _small(tokens, at, sentence)
    if may_be_a_year(word):
        return _of_a_year(tokens, at, sentence)
    if word in OLD or word.endswith(("-old", "yo", "yr")):
        return _of_an_age(tokens, at, sentence)
    if word in CALLED and is_called_something(tokens, at):
        return Pointing.KIN
    if word in ("yours", "lot", "crowd", "crew", "gang"):
        return Pointing.INDEFINITE if is_one_of_yours(tokens, at) else None
    if nobody.is_part_of_something_else(tokens, at):
        return None
    if word in ("family", "household"):
        return family_told_apart(tokens, at, sentence)
    if word in family("children", "plural") and (
        owns_without_apostrophe(tokens, at, sentence) or is_a_childs_body(tokens, at)
    ):
        return Pointing.KIN
    if word in family("children", "how_many"):
        return Pointing.MINE if at and tokens[at - 1].key in WHOSE and not is_counted(tokens, at) else None
    if word in PARENTS and (is_a_parents_word(tokens, at, sentence) or is_parent_of(tokens, at, sentence)):
        return Pointing.KIN
    if is_one_of_many(tokens, at, sentence):
        return Pointing.INDEFINITE
    if word in family("children", "mine") or (word == "mines" and is_mine_of_mine(tokens, at)):
        return Pointing.MINE if _is_mine(tokens, at, sentence) else None
    if word == "middle" and at and tokens[at - 1].key == "the":
        return None
    if word == "one":
        return one(tokens, at, sentence)
    if word in ("youngest", "oldest", "eldest") and nobody.is_a_thing(tokens, at + 1):
        return None
    for kind in ("kin", "young", "pet", "slur", "role", "beast"):
        if word in family("children", kind) or (kind == "role" and word.endswith(TRADES)):
            return _by_noun(tokens, at, kind, sentence)
    if (word == "only" or word.endswith("est")) and word in SUPERLATIVES and is_of_a_group(tokens, at, sentence):
        return Pointing.ROLE
    return twins(tokens, at, sentence, word)


def _of_a_year(tokens: Sequence[Token], at: int, sentence: Sentence) -> Pointing | None:
    if at > sentence.first and is_my_year(tokens, at, sentence.last):
        return Pointing.KIN
    return Pointing.INDEFINITE if is_a_child_of_a_year(tokens, at, sentence) else None


@cache
def _heads() -> frozenset[str]:
    """Every word that may point to a child."""
    names = ("kin", "young", "pet", "slur", "role", "beast", "plural", "mine", "pronoun")
    return PARENTS.union(
        OLD,
        SMALL,
        abroad("abroad"),
        abroad("abroad_after_my"),
        {
            "mines",
            "one",
            "brother",
            "sister",
            "cousin",
            "bro",
            "sis",
            "family",
            "household",
            "triplets",
            "quads",
            "yours",
            "lot",
            "crowd",
            "crew",
            "gang",
            "only",
        },
        WHOEVER,
        DROPPED,
        FIRST_WORDS,
        family("children", "how_many"),
        *(family("children", name) for name in names),
    )


def _small(tokens: Sequence[Token], at: int, sentence: Sentence) -> Pointing | None:
    """Our little trawlerman; the little sheep who was sick."""
    if is_little_somebody(tokens, at, sentence):
        return Pointing.KIN
    return Pointing.DEFINITE if is_that_little_part(tokens, at, sentence) else None


def _of_an_age(tokens: Sequence[Token], at: int, sentence: Sentence) -> Pointing | None:
    """My five year old, a 6-year-old, my 8yo: the age stands for the child."""
    first = age_from(tokens, at, sentence)
    determiner = "generic" if first is None else determiner_of(tokens, first, sentence)
    if determiner == "indefinite" and first is not None and nobody.is_of_any_age(tokens, first, at):
        return None
    return None if determiner == "generic" else BY_DETERMINER.get(determiner, Pointing.INDEFINITE)


def _pronoun(tokens: Sequence[Token], at: int, sentence: Sentence) -> Pointing | None:
    """He, she; her with the blue hair and him off the flats point as 'the one' does."""
    if at < sentence.last and tokens[at + 1].key in ROYAL:
        return None
    return Pointing.ONE if pronoun_points(tokens, at, sentence) else Pointing.PRONOUN


def _is_mine(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """'mine' as the subject or object of something, not 'a friend of mine', nor a thing or a team."""
    if nobody.is_our_team(tokens, at) or nobody.is_my_thing(tokens, at):
        return False
    return at == sentence.first or tokens[at - 1].key not in ("of", "than", "like") or is_one_of_mine(tokens, at)


def _by_noun(tokens: Sequence[Token], at: int, kind: str, sentence: Sentence) -> Pointing | None:
    determiner = determiner_of(tokens, at, sentence)
    if determiner == "generic" or _is_no_child(tokens, at, kind, determiner):
        return None
    if kind == "beast":
        return Pointing.SLUR if is_picked_out(tokens, at) and is_year(tokens, at + 2) else None
    if kind == "slur":
        alone = opens(tokens, at) and is_picked_out(tokens, at) and is_year(tokens, at + 2)
        scorned = is_picked_out(tokens, at) and is_scorned(tokens, at, sentence)
        return Pointing.SLUR if alone or scorned or determiner in BY_DETERMINER else None
    if kind in ("role", "pet") and is_small(tokens, at) and determiner in ("own", "that"):
        return BY_DETERMINER[determiner]
    if kind == "role":
        left_out = opens(tokens, at) and is_picked_out(tokens, at)
        return Pointing.ROLE if determiner or left_out or _is_award(tokens, at) or _is_theirs(tokens, at) else None
    if determiner == "own" and nobody.is_of_a_family_told_of(tokens, at, sentence):
        return Pointing.DEFINITE
    if determiner == "own" or _is_ones_own(tokens, at, kind, determiner, sentence):
        return Pointing.KIN
    if kind == "kin" and nobody.is_of_that_lot(tokens, at):
        return Pointing.DEFINITE
    if kind == "pet":
        picked = determiner == "that" and is_picked_out(tokens, at)
        return Pointing.ROLE if picked or _is_award(tokens, at) else None
    if determiner:
        return None if determiner == "indefinite" and nobody.is_any_child(tokens, at) else BY_DETERMINER[determiner]
    if kind == "kin":
        told_apart = tokens[at].bare in family("children", "small_child") and is_picked_out(tokens, at)
        return Pointing.INDEFINITE if told_apart else Pointing.KIN
    told_apart = is_picked_out(tokens, at) or is_aged(tokens, at)
    return Pointing.INDEFINITE if opens(tokens, at) and told_apart else Pointing.BARE


def _is_no_child(tokens: Sequence[Token], at: int, kind: str, determiner: str) -> bool:
    """Ladies and chaps, what is for sale, who works there, a king."""
    small_only = GROWN_UP_TOO | family("children", "small_only")
    if tokens[at].bare in small_only and not is_small(tokens, at) and not is_a_mite(tokens, at):
        return True
    if nobody.is_for_sale(tokens, at) or nobody.is_praised(tokens, at) or nobody.is_a_character(tokens, at):
        return True
    if kind == "kin" and nobody.is_a_heros(tokens, at):
        return True
    if tokens[at].bare in ("somebody", "someone") and tokens[at].bare != tokens[at].key:
        return True
    if determiner == "indefinite" and any(is_called_something(tokens, each) for each in range(max(0, at - 4), at - 1)):
        return True
    if kind in ("slur", "young"):
        return determiner != "own" and nobody.works_there(tokens, at, kind)
    return kind in ("role", "pet") and not is_small(tokens, at) and nobody.is_a_ruler(tokens, at)


def _is_ones_own(tokens: Sequence[Token], at: int, kind: str, determiner: str, sentence: Sentence) -> bool:
    """Little lad loved it, lad came home, that boy of ours, I've a daughter: one's own without a my."""
    if [token.key for token in tokens[at + 1 : at + 3]] in (["of", "ours"], ["of", "mine"]):
        return True
    if is_one_happy_child(tokens, at):
        return True
    if kind == "kin":
        return is_the_grandchild(tokens, at) or (determiner != "that" and is_a_child_of_mine(tokens, at, sentence))
    return kind == "young" and not determiner and (is_little_one_alone(tokens, at) or does_alone(tokens, at))


def _is_award(tokens: Sequence[Token], at: int) -> bool:
    """Star of the Week; Spelling bee winner at the head of a sentence."""
    following = [token.key for token in tokens[at + 1 : at + 4]]
    return following[:2] == ["of", "the"] or (tokens[at].capital and tokens[at].opens) or following[:1] == [","]


def _is_theirs(tokens: Sequence[Token], at: int) -> bool:
    """Badger's goalie: the class with a capital stands for an article."""
    return at > 0 and tokens[at - 1].capital and tokens[at - 1].key.endswith("'s")
