"""Words that stand for a child without being a noun for one: an age, a year, a pronoun, a proud nan."""

from collections.abc import Sequence
from functools import cache

from workflows.people.ages import AGES, BEFORE_AN_AGE, is_of_an_age
from workflows.people.details import YEAR_WORDS, is_year
from workflows.people.families import family
from workflows.people.sentences import Sentence
from workflows.people.small_ones import does
from workflows.people.tokens import Token
from workflows.people.wordlists import people_words

BEFORE_A_PICK = frozenset({"its", "it's", "is", "was", "not", "and", "like", "about"})
NOT_AN_AGE_OF = BEFORE_AN_AGE - {"of"}
WHERE = frozenset({"on", "off", "at", "by", "behind", "outside"})
ONE_OF_THEM = frozenset({"a", "one", "some", "another", "certain"})
WHO = frozenset({"who", "that", "whose"})
SEEN_WITH = frozenset({"on", "in", "with", "wi", "wiv", "wearing"})
NEAR = 4
THAT_ONE = frozenset({"the", "that", "this", "which", "whichever"})
BRAVE = frozenset({"brave", "little", "lucky", "poor", "very", "small", "young", "clever", "tiny", "unlucky", "proud"})
NOT_THE_DOER = frozenset(
    {
        "i",
        "we",
        "you",
        "they",
        "he",
        "she",
        "it",
        "the",
        "my",
        "our",
        "a",
        "are",
        "were",
        "have",
        "go",
        "do",
        "want",
        "wish",
        "need",
        "like",
        "dare",
        "can",
        "will",
    }
)
AFTER_A_DEED = frozenset(
    {"in", "on", "off", "from", "by", "at", "out", "home", "alone", "without", "the", "a", "his", "her", "my", "past",
     "down", "up", "through", "around", "across", "along", "over", "with", "behind", "outside", "into"}
)  # fmt: skip
APART = frozenset({",", "-", "–", "("})
AFTER_YOURS = AFTER_A_DEED | {"is", "was", "has", "who", "just", "hanging", "sat", "stood", "walking"}
POINTING = frozenset({"her", "him", "he", "she", "er", "im"})
DROPPED = frozenset({"er", "im", "e"})
GUESSING = frozenset(
    {"about", "aged", "of", "maybe", ",", "around", "roughly", "approx", "probably", "looked", "looks"}
)
AT_HOME = frozenset({("came", "home"), ("comes", "home"), ("come", "home"), ("won't", "sleep"), ("hasn't", "slept")})
PROUD = frozenset({"proud", "prouder", "proudest"})


def age_from(tokens: Sequence[Token], at: int, sentence: Sentence) -> int | None:
    """Where an age begins that stands for a child: my five year old, my 8yo; none in 'he is six years old'."""
    first = at if is_of_an_age(tokens[at].key) else at - 2
    aged = first == at or (first >= sentence.first and tokens[first].key in AGES and tokens[at - 1].key[:1] == "y")
    if not aged:
        return None
    if at < sentence.last and (_is_of_a_child(tokens[at + 1].key) or tokens[at + 1].key in _beasts()):
        return None
    return None if first > sentence.first and tokens[first - 1].key in NOT_AN_AGE_OF else first


@cache
def _beasts() -> frozenset[str]:
    """What else than a child is a four year old labrador."""
    return people_words("animals") | family("things", "breeds") | family("things", "beasts")


def is_my_year(tokens: Sequence[Token], at: int, last: int) -> bool:
    """My Year 2 has a cough; our Y6 came home crying: the year stands for the child."""
    if tokens[at - 1].key not in ("my", "ma", "our") or not is_year(tokens, at):
        return False
    following = at + 2 if tokens[at].key in YEAR_WORDS else at + 1
    if tokens[at - 1].key == "our":
        return tuple(token.key for token in tokens[following : following + 2]) in AT_HOME
    return following > last or not _is_of_a_child(tokens[following].key)


def _is_of_a_child(word: str) -> bool:
    """Five year old boy, my Year 2 class: the noun that follows is what is meant."""
    return any(word in family("children", kind) for kind in ("kin", "young", "plural", "role", "after_a_year"))


def is_a_child_of_a_year(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """A Year 1 in sandals; some year 5 nearly had me over: a child of that year, not a class or a trip."""
    if at == sentence.first or not is_year(tokens, at):
        return False
    following = at + 2 if tokens[at].key in YEAR_WORDS else at + 1
    article = at - 1 - (at - 1 > sentence.first and _is_called(tokens[at - 1].key))
    if tokens[article].key in THAT_ONE:
        return _is_the_one_who(tokens, article, following, sentence)
    brave = at - 2 >= sentence.first and tokens[at - 2].key == "one" and tokens[at - 1].key in BRAVE
    if tokens[at - 1].key not in ONE_OF_THEM and not brave:
        return False
    if following >= sentence.last or _is_of_a_child(tokens[following].key):
        return False
    word, then = tokens[following].key, tokens[following + 1]
    if word.endswith("ing"):
        return then.key in AFTER_A_DEED
    if word in WHERE:
        return True
    return is_picked_out(tokens, following - 1) or does(word) or word in family("children", "did_to_others")


def _is_called(word: str) -> bool:
    """Little, ginger, toddler-sized."""
    return word in BRAVE or word in family("details", "look") or word.endswith("-sized")


def _is_the_one_who(tokens: Sequence[Token], article: int, following: int, sentence: Sentence) -> bool:
    """That Y4 who barks; which year 6 broke the tank: not the Year 5 that I taught, the Year 6 that are leaving."""
    if following + 1 > sentence.last:
        return False
    if tokens[article].key in ("which", "whichever"):
        return (
            tokens[following].key == "it"
            or does(tokens[following].key)
            or tokens[following].key in family("children", "did_to_others")
        )
    if tokens[following].key in SEEN_WITH:
        return _is_in_sight(tokens, following + 1, sentence)
    return tokens[following].key in WHO and tokens[following + 1].key not in NOT_THE_DOER


def _is_in_sight(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """The unicorn scooter, her brother's cap, a patch: what is ridden, worn or borne behind on, in or with."""
    near = [token.bare for token in tokens[at : min(at + NEAR, sentence.last + 1)] if token.is_word]
    seen = (("children", "ridden"), ("details", "clothes"), ("details", "look"), ("details", "health"))
    return any(word in family(*each) for word in near for each in seen)


def is_one_of_yours(tokens: Sequence[Token], at: int) -> bool:
    """One of yours is on the roof; one of your lot, Leeds top: said to a school, it is a pupil."""
    lot = tokens[at].key in ("lot", "crowd", "crew", "gang")
    before = [token.key for token in tokens[max(0, at - 2 - lot) : at]]
    if before not in (["one", "of"], ["one", "of", "your"], ["one", "of", "ur"], ["one", "of", "yer"]):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and (
        following.key in AFTER_YOURS or following.key in APART or following.key.endswith("ing")
    )


def is_a_dropped_h(tokens: Sequence[Token], at: int) -> bool:
    """'Er in Otter, 'im wi' the glasses, 'e never tells us; tell im, bless er."""
    if not at or tokens[at].key not in DROPPED:
        return False
    if tokens[at].key in ("er", "im") and tokens[at - 1].key in family("children", "fond_of"):
        return True
    return tokens[at - 1].key == "'" and tokens[at - 1].end == tokens[at].start


def pronoun_points(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """Her with the blue hair and him off the flats, at the head of what is said."""
    if tokens[at].key not in POINTING or not is_picked_out(tokens, at):
        return False
    return at == sentence.first or not tokens[at - 1].is_word or tokens[at - 1].key in BEFORE_A_PICK


def is_a_parents_word(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """Proud nan; mummy loves you: the child is whom it is said of or to."""
    if at > sentence.first and tokens[at - 1].key in PROUD:
        return True
    following = [token.key for token in tokens[at + 1 : at + 3]]
    return following[:1] in (["loves"], ["misses"], ["luvs"]) and following[1:] in (["you"], ["ya"], ["u"])


def is_picked_out(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows tells a child from others: with, who, in, off ..."""
    return at + 1 < len(tokens) and tokens[at + 1].key in family("children", "picks_out")


def is_aged(tokens: Sequence[Token], at: int) -> bool:
    """Lad about nine; girl of around six; kid aged 8; boy about Y3."""
    age = at + 1
    while age < min(at + NEAR, len(tokens)) and tokens[age].key in GUESSING:
        age += 1
    return at + 1 < age < len(tokens) and (tokens[age].key in AGES or is_year(tokens, age))


def is_a_mite(tokens: Sequence[Token], at: int) -> bool:
    """The mite in the stripy tights; that mite hanging on to the railings."""
    if tokens[at].key not in family("children", "tiny") or at + 1 >= len(tokens):
        return False
    return is_picked_out(tokens, at) or tokens[at + 1].key.endswith("ing")


def opens(tokens: Sequence[Token], at: int) -> bool:
    """Little lad in the red coat; swimmer in lane four: the article is left out at the head of what is said."""
    return at == 0 or tokens[at].opens or tokens[at - 1].opens or not tokens[at - 1].is_word
