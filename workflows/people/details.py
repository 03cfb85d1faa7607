"""What a sentence tells about a child: class or year, look, health, behaviour, family, place, time."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from workflows.people.ages import AGES, HOUSE_NUMBER, is_of_an_age, told_by_a_number
from workflows.people.families import family
from workflows.people.good_causes import is_of_a_cause
from workflows.people.hurt import HURTS, is_hurt
from workflows.people.marks import BEGINS_A_PHRASE, TELLS, remembered
from workflows.people.nobody_in_particular import works_there
from workflows.people.places import BESIDE, told_by_a_place
from workflows.people.register import Register
from workflows.people.sentences import Sentence
from workflows.people.somebody_elses import is_somebody_elses
from workflows.people.spellings import without_possessive
from workflows.people.telling import begins_a_phrase, goes_on, kinds_of_words, told_by_a_phrase
from workflows.people.tokens import Token
from workflows.people.wordlists import people_words
from workflows.people.worn import WEARS, is_worn
from workflows.people.years import FIRST_WORDS, FORM, is_a_year_in_words

YEAR = re.compile(r"(?:(?:y|yr|year)-?(?:[1-6r])s?|p[1-7])$")
CLOCK_AFTER = frozenset({"at", "about", "till", "til", "until", "since", "around", "past", "gone"})
YEAR_NAMES = frozenset({"reception", "nursery", "derbyn", "meithrin"})
YEAR_WORDS = frozenset({"year", "yr", "y", "blwyddyn", "mlwyddyn", "flwyddyn"})
CLOCK = re.compile(r"\d{1,2}(?:[.:]\d\d)?(?:am|pm)?$")
# My youngest is told from the others of a family, not of a school.
ELDEST = frozenset({"youngest", "eldest", "oldest", "smallest", "littlest", "biggest"})
PARTNERS = frozenset({"wife", "husband", "missus", "hubby", "partner", "fella", "girlfriend", "boyfriend", "mrs"})
MY = frozenset({"my", "me", "ma", "mi"})
# Endings of what doctors call an illness or an operation.
AILMENTS = (
    "itis", "aemia", "plegia", "plasia", "phobia", "phobic", "philia", "opathy", "dystrophy", "ectomy", "ostomy",
    "palsy", "scoliosis", "syndrome", "disorder",
)  # fmt: skip
SHORTEST_AILMENT = 7
# A question about a word where it stands, answered with the kinds of detail that it tells there.
Ask = Callable[[Sequence[Token], int, Register], Iterable[str]]
# What befell a parent: died in March, was buried, walked out.
BEREFT = family("children", "bereft_of")
FATES = family("children", "fates")
UNSAID_FATES = frozenset({"passed", "left", "gone", "walked"})
THEIRS = frozenset({"his", "her", "their"})
OPENING = WEARS | FIRST_WORDS | HURTS | BEREFT
MAY_TELL = TELLS | BEGINS_A_PHRASE
OF_CAUSES = frozenset({"health", "family"})


def details(
    tokens: Sequence[Token], marks: Sequence[int], sentence: Sentence, register: Register
) -> dict[int, set[str]]:
    """Kinds of detail by the index of the token that gives them."""
    found: dict[int, set[str]] = {}
    for at, mark in enumerate(marks[sentence.first : sentence.last + 1], sentence.first):
        if mark & MAY_TELL and (mark & TELLS or goes_on(tokens, at)):
            kinds = _kinds(tokens, at, register) if tokens[at].kind != "mark" else None
            if kinds and not is_somebody_elses(tokens, at, kinds, sentence):
                found[at] = kinds
    return found


def may_tell(key: str) -> bool:
    """Whether a word may give a detail, as far as the word alone shows; the names of classes and phrases apart."""
    word = without_possessive(key)
    if word in kinds_of_words() or word in AGES or word in BESIDE or word in OPENING:
        return True
    if word in ("only", "st") or word in HOUSE_NUMBER or may_be_a_year(word):
        return True
    return (
        word != key or word in family("children", "trades") or word[:1].isdigit() or word.endswith((*AILMENTS, "-old"))
    )


def _kinds(tokens: Sequence[Token], at: int, register: Register) -> set[str]:
    word = tokens[at].bare
    if word in ELDEST and at and _is_of_the_family(tokens, at):
        return set()
    told, asked = _known(tokens[at].key)
    kinds = told.union(*[ask(tokens, at, register) for ask in asked]) if asked else set(told)
    if kinds & OF_CAUSES and is_of_a_cause(tokens, at):
        return set()
    if (word in register.class_words or word == "st") and is_class(tokens, at, register):
        kinds.add("class")
    return kinds


def _told(key: str, word: str) -> Iterator[str]:
    """Kinds that a word tells wherever it stands."""
    if not word.endswith("est"):
        yield from kinds_of_words().get(word, ())
    if word != key:
        # Down's and dad's_died are listed as they are written.
        yield from kinds_of_words().get(key, ())
    if len(word) >= SHORTEST_AILMENT and word.endswith(AILMENTS):
        yield from ("health", "sure")
    if (word.endswith("-old") or word[:1].isdigit()) and is_of_an_age(word):
        yield "age"


def _asked(key: str, word: str) -> Iterator[Ask]:
    """What must be asked of a word where it stands."""
    if word.endswith("est") and word in kinds_of_words():
        yield _told_by_a_superlative
    if begins_a_phrase(word) or begins_a_phrase(key):
        yield _told_by_a_phrase
    if word == "only":
        yield _told_by_only
    if word in AGES or word in HOUSE_NUMBER:
        yield told_by_a_number
    if word in HURTS:
        yield lambda tokens, at, _: ("health", "sure") if is_hurt(tokens, at) else ()
    if word in BEREFT:
        yield lambda tokens, at, _: ("family", "sure") if _is_bereft(tokens, at) else ()
    if word in WEARS:
        yield lambda tokens, at, _: ("clothes",) if is_worn(tokens, at) else ()
    if word in BESIDE:
        yield told_by_a_place
    if word != key or key in family("children", "trades"):
        yield lambda tokens, at, _: ("family", "sure") if _is_somebodys(tokens, at) else ()
    if may_be_a_year(word) or key in FIRST_WORDS or FORM.match(key):
        yield lambda tokens, at, _: ("year",) if is_year(tokens, at) or is_a_year_in_words(tokens, at) else ()
    if CLOCK.match(word):
        yield lambda tokens, at, _: ("time",) if at and tokens[at - 1].key in CLOCK_AFTER else ()


@remembered
def _known(key: str) -> tuple[set[str], Sequence[Ask]]:
    word = without_possessive(key)
    return set(_told(key, word)), tuple(_asked(key, word))


def _told_by_a_superlative(tokens: Sequence[Token], at: int, register: Register) -> Iterable[str]:
    following = tokens[at + 1].key if at + 1 < len(tokens) else ""
    return () if following in family("details", "no_look") else kinds_of_words()[tokens[at].bare]


def _told_by_a_phrase(tokens: Sequence[Token], at: int, register: Register) -> Iterable[str]:
    key, bare = tokens[at].key, tokens[at].bare
    told = told_by_a_phrase(tokens, at, key)
    return told if bare == key else (*told, *told_by_a_phrase(tokens, at, bare))


def _told_by_only(tokens: Sequence[Token], at: int, register: Register) -> Iterable[str]:
    return ("only",) if at and tokens[at - 1].key in ("the", "our", "my", "your", "one") else ()


def _is_of_the_family(tokens: Sequence[Token], at: int) -> bool:
    """My youngest; our youngest loved it, not our youngest pupil."""
    if tokens[at - 1].key in MY or at + 1 >= len(tokens):
        return tokens[at - 1].key in MY
    following = tokens[at + 1]
    does = following.key in family("children", "does") or following.key in family("children", "after_how_many")
    return tokens[at - 1].key in ("our", "oor", "wor") and (does or not following.is_word)


def _is_somebodys(tokens: Sequence[Token], at: int) -> bool:
    """The vicar's lad, Mrs Uddin's grandson: readers know whose child that is. My friend's son is anybody's."""
    if not at or tokens[at].bare in family("children", "anybody") or _is_of_the_writers(tokens, at):
        return False
    following = [token.key for token in tokens[at + 1 : at + 4]]
    if family("children", "born").isdisjoint(following):
        return False
    if any(works_there(tokens, child, "young") for child in range(at + 1, min(at + 3, len(tokens)))):
        return False
    before = [token.key for token in tokens[max(0, at - 3) : at]]
    return before[-1] == "of" or "the" in before or before[-1] in people_words("titles")


def _is_bereft(tokens: Sequence[Token], at: int) -> bool:
    """His mum died in March; her dad's just been jailed; lost her brother: what befell somebody of a child's family."""
    if not at or tokens[at - 1].key not in THEIRS:
        return False
    after = [token.key for token in tokens[at + 1 : at + 5]]
    fate = next((place for place, word in enumerate(after[:3]) if word in FATES or word in UNSAID_FATES), None)
    if fate is None or not family("details", "helpers_of_fate").issuperset(after[:fate]):
        return False
    return (
        after[fate] in FATES or after[fate + 1 : fate + 2] == [] or after[fate + 1] in family("details", "after_fate")
    )


def _is_of_the_writers(tokens: Sequence[Token], at: int) -> bool:
    """The wife's nephew is the writer's own; in 'her dad's my son' nobody owns anybody."""
    if tokens[at].bare in PARTNERS:
        return True
    return at + 1 < len(tokens) and tokens[at + 1].key in MY | {"our"}


def is_year(tokens: Sequence[Token], at: int) -> bool:
    """Whether Year 4, Y4, yr 4 or reception stands at this token."""
    if at >= len(tokens):
        return False
    if tokens[at].key[:1] not in "yrnbmfdp":
        return False
    word = tokens[at].bare
    if word == "reception" and at and tokens[at - 1].key in ("on", "at"):
        return False
    if (
        word == "nursery"
        and at > 1
        and tokens[at - 1].key == "the"
        and tokens[at - 2].key in ("to", "from", "at", "with")
    ):
        return False
    if (YEAR.match(word) and (word not in ("yr", "yrs") or tokens[at].shouted)) or word in YEAR_NAMES:
        return True
    return word in YEAR_WORDS and at + 1 < len(tokens) and tokens[at + 1].key in family("years", "numbers")


@remembered
def may_be_a_year(word: str) -> bool:
    """Whether a word without possessive is a year, or begins one."""
    return word in YEAR_NAMES or word in YEAR_WORDS or YEAR.match(word) is not None


def is_class(tokens: Sequence[Token], at: int, register: Register) -> bool:
    """Whether a class of the school is meant here, not a tree, an animal or a painter."""
    if not register.is_class(_words_from(tokens, at)):
        return False
    before = tokens[at - 1].key if at else ""
    following = tokens[at + 1].key if at + 1 < len(tokens) else ""
    if before in family("years", "before_a_class") or tokens[at].capital or following in ("class", "classes"):
        return True
    return tokens[at].bare != tokens[at].key and following in family("years", "of_a_class")


def _words_from(tokens: Sequence[Token], at: int) -> tuple[str, str]:
    following = tokens[at + 1].bare if at + 1 < len(tokens) else ""
    return tokens[at].bare, following
