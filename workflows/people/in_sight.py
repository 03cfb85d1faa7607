"""Children told apart by what they wear, carry, play or ride, and by a look that stands for a name."""

from collections.abc import Sequence

from workflows.people import nobody_in_particular as nobody
from workflows.people.any_child import is_any_child
from workflows.people.deeds import does_as_people_do, is_as_people_are
from workflows.people.details import is_year
from workflows.people.determiners import determiner_of
from workflows.people.families import family
from workflows.people.of_a_class import RELATIVES, end_of_group, is_determined
from workflows.people.ones import one
from workflows.people.pointing import Pointing
from workflows.people.sentences import Sentence
from workflows.people.tokens import Token
from workflows.people.worn import is_worn

CHILDREN = frozenset({"boy", "girl", "lad", "lass", "lassie", "laddie", "kid", "child", "bairn", "wean", "youngster",
                      "toddler", "pupil", "tot", "daughter", "son"})  # fmt: skip
ONES = frozenset({"one", "yin"})
BORN = frozenset({"daughter", "son"})
YOUR = frozenset({"your", "ur", "yer", "yous"})
WITH = frozenset({"with", "wi", "wiv", "wid"})
A_THING = frozenset({"his", "her", "the", "a", "an", "two", "three", "no", "that", "them", "those", "one", "both",
                     "some", "their", "my"})  # fmt: skip
THE = frozenset({"the", "that", "those", "them", "his", "her"})
STANCE = frozenset({"wrapped", "covered", "plastered", "smothered", "draped", "tangled", "crouched", "curled",
                    "perched", "slumped", "buried", "caked", "swamped", "strapped", "hidden", "splattered",
                    "dressed"})  # fmt: skip
STANDS = frozenset(
    {"in", "under", "behind", "up", "by", "with", "on", "inside", "beneath", "round", "to", "from", "as", "like"}
)
# Looks that stand for a name, by their second half: ginger nut, four eyes.
SECOND_HALVES = {
    "nut": frozenset({"ginger"}), "top": frozenset({"curly", "carrot"}), "eyes": frozenset({"four"}),
    "ears": frozenset({"big"}), "locks": frozenset({"goldi"}), "nuts": frozenset({"ginger"}),
}  # fmt: skip
PLACES = frozenset({"row", "end", "left", "right", "front", "back", "corner", "middle", "picture", "photo", "pic"})
WHERE = frozenset({"in", "on", "from", "at", "off", "by"})
PHRASE, BEFORE = 4, 2


def child_in_sight(tokens: Sequence[Token], at: int, sentence: Sentence, classes: frozenset[str]) -> int | None:
    """The lad playing the spoons, the girl with the flute solo, a girl on a pink scooter, Year 3 boy whose mam ..."""
    if at >= sentence.last or _is_in_a_title(tokens[at]):
        return None
    following = tokens[at + 1].key
    if _is_yours(tokens, at, sentence):
        had = following in WITH and _has_something(tokens, at + 2, sentence, THE)
        return at if had or (following == "in" and is_worn(tokens, at + 1)) else None
    if tokens[at].key in BORN:
        return None
    determiner = determiner_of(tokens, at, sentence)
    if determiner in ("generic", "own") or (determiner == "indefinite" and is_any_child(tokens, at)):
        return None
    if nobody.works_there(tokens, at, "young"):
        return None
    if following in RELATIVES and _is_after_a_year(tokens, at, classes):
        return at
    if _rides(tokens, at, sentence):
        return at
    if determiner != "that":
        return None
    had = following in WITH and _has_something(tokens, at + 2, sentence, A_THING)
    return at if had or _is_doing(tokens, at, sentence) else None


def one_in_sight(tokens: Sequence[Token], at: int, sentence: Sentence, classes: frozenset[str]) -> int | None:
    """The one carrying the tortoise, the one wrapped in the curtain, the one with the accordion who sang."""
    if at >= sentence.last or one(tokens, at, sentence) != Pointing.ONE:
        return None
    if _is_doing(tokens, at, sentence):
        return at
    if tokens[at + 1].key not in WITH or not _has_something(tokens, at + 2, sentence, A_THING):
        return None
    return at if _acts_behind(tokens, at + 3, sentence) else None


def _acts_behind(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """Whether what is had is followed by what only people do."""
    for verb in range(at + 1, min(at + PHRASE, sentence.last + 1)):
        rest = [token.key for token in tokens[verb : min(verb + PHRASE, sentence.last + 1)]]
        if does_as_people_do(rest) or is_as_people_are(rest) or rest[1:3] == ["going", "places"]:
            return True
    return False


def _is_in_a_title(token: Token) -> bool:
    return token.capital and not token.opens and not token.shouted


def _is_yours(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """Your lad, your little girl: said to another parent."""
    before = tokens[max(sentence.first, at - BEFORE) : at]
    return tokens[at].key != "child" and any(token.key in YOUR for token in before)


def _is_after_a_year(tokens: Sequence[Token], at: int, classes: frozenset[str]) -> bool:
    """Year 3 boy, Hawthorn girl."""
    if at and tokens[at - 1].capital and tokens[at - 1].key in classes:
        return True
    return (at > 0 and is_year(tokens, at - 1)) or (at > 1 and is_year(tokens, at - 2) and tokens[at - 1].key.isdigit())


def _rides(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """On a unicycle, on pink scooter, on the drums."""
    if tokens[at + 1].key != "on":
        return False
    near = tokens[at + 2 : min(at + 2 + PHRASE, sentence.last + 1)]
    return any(token.key in family("children", "ridden", "instruments") for token in near)


def _is_doing(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """Holding his violin like a guitar; wrapped in a curtain; doing the splits."""
    if at + 2 > sentence.last:
        return False
    deed, what = tokens[at + 1].key, tokens[at + 2].key
    if deed in STANCE:
        return what in STANDS
    near = {token.key for token in tokens[at + 2 : min(at + 2 + PHRASE, sentence.last + 1)]}
    if deed == "doing":
        return not near.isdisjoint(family("children", "tricks"))
    return (
        deed in family("children", "in_sight") and what in A_THING and near.isdisjoint(family("children", "jobs_done"))
    )


def _has_something(tokens: Sequence[Token], at: int, sentence: Sentence, articles: frozenset[str]) -> bool:
    """The unicorn helmet, a trombone solo: a thing that can be seen or heard, not the answers."""
    if at + 1 > sentence.last or tokens[at].key not in articles:
        return False
    words = []
    for token in tokens[at + 1 : min(at + 1 + PHRASE, sentence.last + 1)]:
        if not token.is_word or token.key in family("details", "ends_a_noun"):
            break
        words.append(token.key)
    return bool(words) and family("children", "not_had").isdisjoint(words)


def look_for_a_name(tokens: Sequence[Token], at: int, sentence: Sentence, classes: frozenset[str]) -> int | None:
    """The redhead threw a chair; ginger nut in Year 5; specs in the second row."""
    first = at
    if halves := SECOND_HALVES.get(tokens[at].key):
        first = at - 1
        if first < sentence.first or tokens[first].key not in halves:
            return None
    if at >= sentence.last or nobody.works_there(tokens, at, "young"):
        return None
    determined = is_determined(tokens, first, sentence)
    if not (determined or first == sentence.first):
        return None
    rest = [token.key for token in tokens[at + 1 : min(at + 1 + PHRASE, sentence.last + 1)]]
    placed = rest[0] in WHERE and (
        end_of_group(tokens, at + 2, sentence, classes) is not None
        or not PLACES.isdisjoint(rest)
        or (determined and rest[1:2] == ["the"])
    )
    deed = determined and (rest[0] in RELATIVES or rest[0] in WITH or does_as_people_do(rest))
    return at if placed or deed else None
