"""Who is told apart by a class or year: the knight in Year 2 who fell asleep, a Badger who gave up his seat."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from workflows.people.deeds import does_as_people_do, is_as_people_are
from workflows.people.details import YEAR_WORDS, is_year
from workflows.people.families import family
from workflows.people.picked_out import is_scorned
from workflows.people.sentences import Sentence
from workflows.people.small_ones import does
from workflows.people.tokens import Token
from workflows.people.wordlists import people_words

WHERE = frozenset({"in", "from", "off"})
WHO = frozenset({"who", "whose"})
RELATIVES = WHO | {"that", "which", "hu", "wot"}
DETERMINERS = frozenset({"our", "one", "a", "another", "your", "some"})
ANY_ONE = frozenset({"the", "that", "this", "some", "a", "an", "our", "your", "which", "whichever", "whatever", "one",
                     "dat", "tha", "ur", "another", "what"})  # fmt: skip
PERIODS = frozenset({"week", "month", "term", "match", "day", "fortnight", "year", "half-term"})
BETWEEN = frozenset({"sits", "comes", "is", "was", "this", "last", "week", "month", "today", "goes"})
NOT_ONE = frozenset({"whole", "everyone", "everybody", "announced", "will", "are", "were",
                     "both", "certificates", "nominate", "vote"})  # fmt: skip
OFTEN = frozenset({"single", "day", "morning", "lunchtime", "dinnertime", "playtime", "night", "evening", "time",
                   "lesson", "problem", "word", "page", "question", "sum", "line"})  # fmt: skip
PRIZED = frozenset({"star", "golden", "top", "super", "champion", "head's"})
MANNERS = frozenset({"leader", "carer", "helper", "cook", "librarian", "speaker", "author",
                     "chess", "star", "server", "someone", "somebody", "patient", "user", "builder",
                     "king"})  # fmt: skip
FRIENDS = frozenset({"friend", "chum", "pal", "buddy", "classmate", "racer"})
PLAYERS = ("ist", "nast", "cian")
OF_THINGS = frozenset({"is", "was", "has", "had", "won", "made", "will", "lost", "fell"})
AFTER_ONE = frozenset({"with", "from", "in", "on", "at"})
BEASTS = frozenset(
    {"pig", "rat", "snake", "worm", "toad", "weasel", "cow", "slug", "helmet", "whale", "hippo", "heifer", "elephant",
     "walrus", "hog", "ape", "gorilla", "baboon", "maggot", "article"}
)  # fmt: skip
SCORNFUL = frozenset({"that", "this", "dat", "tha", "some", "whichever", "what"})
TAUGHT = frozenset({"class", "form", "lot", "group"})
SOMEBODY = frozenset({"person", "human", "being", "soul", "voice", "heart", "face", "hands", "feet", "legs", "lungs"})
BEFORE, SHORTEST, CLAUSE, SPAN = 3, 3, 6, 30
NO_NOUN = ("ing", "ed", "ly", "s")
WORTH = frozenset({"deserves", "deserved", "needs", "nailed", "stole", "was", "forgot"})
ROBBED = frozenset({"robbed", "brilliant", "amazing", "fantastic", "superb", "incredible"})


def noun_before(tokens: Sequence[Token], at: int, sentence: Sentence, classes: frozenset[str]) -> int | None:
    """Where the noun stands that "in Year 2" or "from Otter", at an index, belongs to."""
    end = end_of_group(tokens, at + 1, sentence, classes)
    if end is None or at == sentence.first:
        return None
    award = _award(tokens, at, sentence)
    if award is not None:
        return award
    noun = _head_of_a_part(tokens, at - 1, sentence)
    rest = [token.key for token in tokens[end + 1 : min(end + 1 + CLAUSE, sentence.last + 1)]]
    return noun if _is_told_apart(tokens, noun, rest, sentence) else None


def end_of_group(tokens: Sequence[Token], at: int, sentence: Sentence, classes: frozenset[str]) -> int | None:
    """Where a year or class that begins at an index ends; None where there is none, or something of it is meant."""
    if at > sentence.last:
        return None
    if is_year(tokens, at):
        end = at + (tokens[at].key in YEAR_WORDS)
    elif tokens[at].bare in classes and (tokens[at].capital or tokens[at - 1].key in WHERE):
        end = at
    elif tokens[at].key in people_words("titles") and tokens[min(at + 2, sentence.last)].key in TAUGHT:
        # Mrs Teale's class.
        return min(at + 2, sentence.last)
    else:
        return None
    if end > sentence.last or tokens[end].key != tokens[end].bare:
        return None
    return end + (end < sentence.last and tokens[end + 1].key in ("class", "classroom"))


def _head_of_a_part(tokens: Sequence[Token], at: int, sentence: Sentence) -> int:
    """From "Ghost of Christmas Past" back to the ghost."""
    first = at
    while (
        first > max(sentence.first, at - CLAUSE)
        and tokens[first].is_word
        and (tokens[first].capital or tokens[first].key == "of")
    ):
        first -= 1
    if first < at and tokens[first].bare not in _parts():
        first += 1
    return first if first < at and tokens[first].bare in _parts() else at


def _is_told_apart(tokens: Sequence[Token], noun: int, rest: Sequence[str], sentence: Sentence) -> bool:
    word = tokens[noun].bare
    determined = is_determined(tokens, noun, sentence)
    opening = noun == sentence.first or is_scorned(tokens, noun, sentence)
    if _is_a_heap(tokens, noun) and (determined or is_scorned(tokens, noun - 2, sentence)):
        return True
    if determined and _is_one_of(tokens, noun):
        return True
    if determined and _is_the_most(tokens, noun):
        return rest[:1] != ["is"] or rest[1:2] == [] or rest[1] not in people_words("titles")
    if not (determined or opening) or not _may_be_somebody(word):
        return False
    if word in family("children", "despised"):
        beast = word in people_words("animals") or word in BEASTS
        return not beast or _is_scorned_beast(tokens, noun)
    if _is_first(tokens, noun) and rest[:1] == ["to"]:
        return True
    if word in _parts():
        return bool(rest) and _is_alive(word, rest)
    known = word in family("children", "young") or word in people_words("animals")
    return determined and bool(rest) and rest[0] in WHO and not known


def _is_alive(word: str, rest: Sequence[str]) -> bool:
    """The robot in Year 2 who sat down, not the robot in Year 2 that was made of boxes."""
    if word not in family("children", "built"):
        return rest[0] in RELATIVES or does_something(rest)
    if rest[0] in WHO and word not in people_words("animals"):
        return True
    deed = rest[1:] if rest[0] in RELATIVES else rest
    return bool(deed) and deed[0] not in OF_THINGS and does_as_people_do(deed)


def does_something(rest: Sequence[str]) -> bool:
    """Cried, was robbed, deserves a medal: said of somebody, not of a costume or a model."""
    if does_as_people_do(rest) or is_as_people_are(rest):
        return True
    if rest[0] in ("has", "had") and not family("children", "of_a_body").isdisjoint(rest):
        return True
    return rest[0] in WORTH and (rest[0] != "was" or not ROBBED.isdisjoint(rest))


def _is_scorned_beast(tokens: Sequence[Token], noun: int) -> bool:
    """That snake, that fat slug: not the toad in the tank."""
    before = tokens[noun - 1].key if noun else ""
    return before in SCORNFUL or before in family("children", "scorn")


def _is_a_heap(tokens: Sequence[Token], at: int) -> bool:
    """That streak of nothing, that waste of space: not a lump of wood, a bag of coats."""
    if tokens[at].key in family("children", "materials") or (
        tokens[at].key.endswith("s") and tokens[at].key != "bones"
    ):
        return False
    return at > 1 and tokens[at - 1].key == "of" and tokens[at - 2].key in family("children", "heap")


def _is_the_most(tokens: Sequence[Token], at: int) -> bool:
    """The smallest person in Otter; the quietest voice in Year 6."""
    most = tokens[at - 1].key if at else ""
    return tokens[at].key in SOMEBODY and (most.endswith("est") or most in ("last", "only"))


def _is_one_of(tokens: Sequence[Token], at: int) -> bool:
    """One of the villains in Skylark."""
    before = [token.key for token in tokens[max(0, at - 3) : at]]
    return before in (["one", "of", "the"], ["one", "of", "your"]) and tokens[at].key.removesuffix("s") in _parts()


def _is_first(tokens: Sequence[Token], at: int) -> bool:
    """First in Otter to tie his laces."""
    return tokens[at].key == "first" or (tokens[at].key in ("child", "one") and tokens[at - 1].key in ("first", "only"))


def is_determined(tokens: Sequence[Token], noun: int, sentence: Sentence) -> bool:
    """Whether the, that or whichever stands before the noun, with no more than two words between."""
    for before in range(noun - 1, max(sentence.first, noun - BEFORE) - 1, -1):
        if not tokens[before].is_word:
            return False
        if tokens[before].key in ANY_ONE:
            return True
    return False


def _may_be_somebody(word: str) -> bool:
    if not word.isalpha() or len(word) < SHORTEST:
        return False
    if word in _parts() or word in family("children", "despised"):
        return True
    return not word.endswith(NO_NOUN) and not any(
        word in family("children", name)
        for name in ("grownup", "thing", "no_child", "anybody", "no_part", "parents", "plural", "jobs", "staff_like")
    )


@cache
def _parts() -> frozenset[str]:
    """What children play or are in a class: knight, hedgehog, narrator."""
    names = ("part", "played", "role", "pet", "more_parts")
    return frozenset().union(*(family("children", name) for name in names)) - MANNERS


def _award(tokens: Sequence[Token], at: int, sentence: Sentence) -> int | None:
    """Where the award stands that somebody in a class has won: Writer of the Week in Hare."""
    last = at - 1
    while (
        last > max(sentence.first, at - CLAUSE)
        and tokens[last].key in BETWEEN | {","}
        and tokens[last - 1].key != "the"
    ):
        last -= 1
    if _is_of_many(tokens, at, sentence):
        return None
    of_the = [token.key for token in tokens[max(sentence.first, last - 2) : last]] == ["of", "the"]
    if of_the and tokens[last].key in PERIODS and last - 3 >= sentence.first:
        return last - 3
    prized = (
        last > sentence.first and tokens[last - 1].key in PRIZED and tokens[last].bare in family("children", "role")
    )
    return last if prized else None


def award_of_somebody(tokens: Sequence[Token], at: int, sentence: Sentence, classes: frozenset[str]) -> int | None:
    """Where the award stands in Grasmere's Writer of the Week is a girl who ...: the class stands before it."""
    award = at - 3
    if award <= sentence.first or [token.key for token in tokens[at - 2 : at]] != ["of", "the"]:
        return None
    owner = tokens[award - 1]
    if owner.bare in PRIZED and award - 2 >= sentence.first:
        owner = tokens[award - 2]
    if not (owner.key.endswith("'s") and owner.capital and owner.bare in classes):
        return None
    return None if _is_of_many(tokens, at, sentence) else award


def _is_of_many(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """Whether the award goes to a whole class, or is only spoken of."""
    near = tokens[max(sentence.first, at - SPAN) : min(at + SPAN, sentence.last + 1)]
    return any(
        one.key in NOT_ONE or (one.key in ("every", "each") and then.key not in OFTEN) for one, then in pairwise(near)
    )


def member_who(tokens: Sequence[Token], at: int, sentence: Sentence, classes: frozenset[str]) -> int | None:
    """Where a class stands for one child of it: a Badger who gave up his seat."""
    noun = at - 1
    if noun <= sentence.first or not tokens[noun].capital or tokens[noun].bare not in classes:
        return None
    if tokens[noun].key != tokens[noun].bare or tokens[noun].key.endswith("s"):
        return None
    return noun if is_determined(tokens, noun, sentence) else None


def player_of_a_year(tokens: Sequence[Token], at: int, sentence: Sentence, classes: frozenset[str]) -> int | None:
    """Where the noun stands of our Year 6 cellist, one Year 1 explorer, your y4 chess player."""
    end = end_of_group(tokens, at + 1, sentence, classes)
    if end is None:
        return None
    for noun in range(end + 1, min(end + 3, sentence.last + 1)):
        if not tokens[noun].is_word:
            return None
        if _is_a_player(tokens[noun].key):
            return noun if _goes_on(tokens, noun, sentence) else None
    return None


def _is_a_player(word: str) -> bool:
    return word in _parts() or word in FRIENDS or (len(word) > 5 and word.endswith(PLAYERS))


def _goes_on(tokens: Sequence[Token], noun: int, sentence: Sentence) -> bool:
    """Whether nothing but what the noun does stands behind it: no reader scheme, no star assembly."""
    if noun == sentence.last or not tokens[noun + 1].is_word:
        return True
    word = tokens[noun + 1].key
    return (
        word in RELATIVES | AFTER_ONE
        or does(word)
        or word.endswith("ed")
        or word == "found"
        or does_as_people_do([word])
    )
