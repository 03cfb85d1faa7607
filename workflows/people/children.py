"""Words in a text that point to one child without naming it, and the way in which they do."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from workflows.people import nobody_in_particular as nobody
from workflows.people import things_of_mine as things
from workflows.people.deeds import does_as_people_do, is_as_people_are
from workflows.people.details import may_be_a_year
from workflows.people.determiners import WHOEVER, WHOSE, determiner_of
from workflows.people.families import family
from workflows.people.marks import OF_A_PLAY, POINTS, TELLS_APART, WITH
from workflows.people.nouns import BY_DETERMINER, by_noun
from workflows.people.ones import is_one_in_figures, one
from workflows.people.parts import parts_told_apart
from workflows.people.picked_out import noun_before
from workflows.people.pointing import Pointing
from workflows.people.sentences import Sentence
from workflows.people.several import (
    OF_A_CLASS,
    family_told_apart,
    is_counted,
    is_full_year,
    is_of_a_class,
    is_of_a_group,
    is_one_of_many,
    twins,
)
from workflows.people.small_ones import (
    SMALL,
    abroad,
    are_both,
    is_a_childs_body,
    is_called_something,
    is_kin_abroad,
    is_little_kin,
    is_little_somebody,
    is_mine_of_mine,
    is_one_of_mine,
    is_parent_of,
    is_that_little_part,
    is_the_smallest,
    owns_without_apostrophe,
)
from workflows.people.spellings import without_possessive
from workflows.people.stand_ins import (
    DROPPED,
    age_from,
    is_a_child_of_a_year,
    is_a_dropped_h,
    is_a_parents_word,
    is_my_year,
    is_one_of_yours,
    pronoun_points,
)
from workflows.people.tokens import Token
from workflows.people.told_apart import told_apart
from workflows.people.whoever import is_a_child as whoever_is_a_child
from workflows.people.years import FIRST_WORDS

OLD = frozenset({"old", "yr-old", "year-old"})
SUPERLATIVES = family("details", "only") | family("details", "look")
TRADES = ("ician", "ologist", "inist", "cellist", "pianist", "arpist", "ographer")
ENDINGS = (*TRADES, "est", "-old", "yo", "yr")
PARENTS = family("children", "parents")
CALLED = frozenset({"kids", "lads", "girls", "boys", "sons", "daughters"})
OTHER_HEADS = frozenset(
    {"mines", "one", "1", "brother", "sister", "cousin", "bro", "sis", "family", "household", "triplets", "quads",
     "yours", "lot", "twin", "person", "thing", "crowd", "crew", "gang", "only"}
)  # fmt: skip
CLAUSE = 10
PLACES = frozenset({"on", "in", "at", "by", "from", "who", "with", "behind", "outside"})
HER = frozenset({"her", "his", "she", "he"})
ROYAL = frozenset({"ladyship", "nibs", "lordship", "majesty", "highness", "worship", "excellency"})


class Child(NamedTuple):
    """One pointing: its head word, the sentence in which it stands, and whether the text says which child it is."""

    pointing: Pointing
    at: int
    sentence: Sentence
    told_apart: bool = False


def children(
    tokens: Sequence[Token], marks: Sequence[int], marked: int, sentences: Sequence[Sentence], classes: frozenset[str]
) -> list[Child]:
    """All pointings of a text, sentence by sentence; `classes` are the words that name a class of the school.

    `marks` are those of each token, `marked` all of them.
    """
    if not marked & (POINTS | OF_A_PLAY | WITH | TELLS_APART):
        return []
    found = [
        Child(pointing, at, sentence)
        for sentence in sentences
        for at in range(sentence.first, sentence.last + 1)
        if marks[at] & POINTS and (pointing := _of_a_class(tokens, at, sentence, classes)) is not None
    ]
    if marked & (OF_A_PLAY | WITH):
        found += _picked_out(tokens, marks, marked, sentences, {child.at for child in found})
    if not marked & TELLS_APART:
        return found
    apart = {at: sentence for sentence in sentences for at in told_apart(tokens, marks, sentence, classes)}
    return _with_those_told_apart(found, apart) if apart else found


def _with_those_told_apart(found: list[Child], apart: Mapping[int, Sentence]) -> list[Child]:
    """The pointings with those that the text tells apart, whether found before or not."""
    pointed = {child.at for child in found}
    told = [child._replace(told_apart=True) if child.at in apart else child for child in found]
    return told + [Child(Pointing.ROLE, at, apart[at], True) for at in sorted(apart) if at not in pointed]


def _picked_out(
    tokens: Sequence[Token], marks: Sequence[int], marked: int, sentences: Sequence[Sentence], pointed: set[int]
) -> Iterator[Child]:
    """The pirate with the eyepatch, the second king: nouns that are a child's only by what is told of them."""
    for sentence in sentences:
        parts = parts_told_apart(tokens, marks, sentence) if marked & OF_A_PLAY else ()
        yield from (Child(Pointing.ROLE, at, sentence) for at in parts if at not in pointed)
        for at in range(sentence.first + 1, sentence.last) if marked & WITH else ():
            noun = noun_before(tokens, at, sentence) if marks[at] & WITH else None
            if noun is not None and noun not in pointed and not marks[noun] & POINTS:
                yield Child(Pointing.ROLE, noun, sentence)


def may_point(key: str) -> bool:
    """Whether a word may point to a child, as far as the word alone shows."""
    word = without_possessive(key)
    return word in _heads() or word.endswith(ENDINGS) or is_full_year(key) or may_be_a_year(word)


def _of_a_class(tokens: Sequence[Token], at: int, sentence: Sentence, classes: frozenset[str]) -> Pointing | None:
    """How a word points, beside the name of a class: Hebog girl, Rowan lad, whoever it was in Otter."""
    if tokens[at].bare in WHOEVER or tokens[at].key in WHOEVER:
        return Pointing.ROLE if whoever_is_a_child(tokens, at, sentence, classes) else None
    if tokens[at].key in OF_A_CLASS and is_of_a_class(tokens, at, classes):
        return Pointing.ROLE if tokens[at].key == "member" else Pointing.DEFINITE
    if tokens[at].key == "ours" and tokens[sentence.first].capital and tokens[sentence.first].key in classes:
        # Otter had a dragon, ours had a bucket.
        return None
    pointing = _pointing(tokens, at, sentence)
    classed = at > 0 and tokens[at - 1].capital and tokens[at - 1].key in classes
    return Pointing.DEFINITE if pointing == Pointing.BARE and classed else pointing


def _pointing(tokens: Sequence[Token], at: int, sentence: Sentence) -> Pointing | None:
    word = tokens[at].bare
    if word in family("children", "pronoun") or is_a_dropped_h(tokens, at):
        return _pronoun(tokens, at, sentence)
    if (is_full_year(tokens[at].key) or word in FIRST_WORDS) and is_one_of_many(tokens, at, sentence):
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
        owns_without_apostrophe(tokens, at, sentence) or is_a_childs_body(tokens, at) or are_both(tokens, at)
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
    return _noun(tokens, at, sentence)


def _noun(tokens: Sequence[Token], at: int, sentence: Sentence) -> Pointing | None:
    """A small person, the one, a lad, the youngest, the twins."""
    word = tokens[at].bare
    if word in ("person", "thing"):
        return _small_person(tokens, at, sentence)
    if word == "middle" and at and tokens[at - 1].key == "the":
        return None
    if word == "one" or (word == "1" and is_one_in_figures(tokens, at)):
        return one(tokens, at, sentence)
    if word in ("youngest", "oldest", "eldest") and nobody.is_a_thing(tokens, at + 1):
        return None
    for kind in ("kin", "young", "pet", "slur", "role", "beast"):
        if word in family("children", kind) or (kind == "role" and word.endswith(TRADES)):
            return by_noun(tokens, at, kind, sentence)
    if word in ("smallest", "littlest", "teeniest") and is_the_smallest(tokens, at):
        return Pointing.KIN
    if (word == "only" or word.endswith("est")) and word in SUPERLATIVES and is_of_a_group(tokens, at, sentence):
        return Pointing.ROLE
    return twins(tokens, at, sentence, word)


def _small_person(tokens: Sequence[Token], at: int, sentence: Sentence) -> Pointing | None:
    """A small person; that dear little thing who waved, but no pretty little thing of another kind."""
    determiner = determiner_of(tokens, at, sentence)
    if _is_a_wisp(tokens, at, sentence) and determiner in ("indefinite", "that"):
        return Pointing.DEFINITE if at < sentence.last and tokens[at + 1].key in PLACES else Pointing.INDEFINITE
    if at == sentence.first or tokens[at - 1].key not in SMALL | {"poor"} or determiner not in ("indefinite", "that"):
        return None
    if tokens[at].key == "person":
        return Pointing.INDEFINITE if determiner == "indefinite" else None
    rest = [token.key for token in tokens[at + 1 : min(at + 1 + CLAUSE, sentence.last + 1)]]
    alive = rest[:1] in (["who"], ["being"]) or does_as_people_do(rest) or is_as_people_are(rest)
    borne = rest[:1] == ["with"] and not (family("children", "of_a_body") | HER).isdisjoint(rest)
    return Pointing.INDEFINITE if alive or borne else None


def _is_a_wisp(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """That ginger scrap of a thing, the wee slip of a thing."""
    if at - 3 < sentence.first or tokens[at - 3].key not in family("children", "wisp"):
        return False
    return tokens[at - 2].key == "of" and tokens[at - 1].key == "a"


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
        OTHER_HEADS,
        OF_A_CLASS,
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
    if things.is_our_team(tokens, at) or things.is_my_thing(tokens, at):
        return False
    return at == sentence.first or tokens[at - 1].key not in ("of", "than", "like") or is_one_of_mine(tokens, at)
