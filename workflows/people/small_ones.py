"""One's own child under other words: our little trawlerman, mum of a tired camel, my sons trunks, mój syn."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from workflows.people.families import family
from workflows.people.folding import fold
from workflows.people.sentences import Sentence
from workflows.people.tokens import Token

SMALL = frozenset({"young", "little", "wee", "lil", "small", "tiny", "ickle", "likkle"})
OWN = frozenset({"my", "our", "wor", "oor", "ma", "me", "mah"})
YOUR = frozenset({"your", "ur", "yer"})
PRAISING = frozenset({"good", "clever", "brave", "top"})
GRAND = ("grandson", "granddaughter", "grandaughter", "grand-", "grandchild", "grandbairn", "grandkid")
AT_HOME = frozenset({"here", "tonight", "now", "today", "this", "coming", "asleep", "xx", "x", "xxx", "fast", "again"})
IS = frozenset({"is", "was", "isn't", "wasn't", "isnt", "wasnt"})
OWNING = frozenset({"of", "to"})
ONE_OF_MINE = frozenset({"one", "both", "second", "third", "fourth", "last", "youngest", "oldest", "eldest", "first"})
WHO_ACTS = ("man", "er", "or", "ist", "ian", "ess", "ette")
WITHIN = 6
KISSES = frozenset({"x", "xx", "xxx", "lol"})
GROWN_BIG = frozenset({"man", "lad", "boy", "girl", "fella"})
SAID_TO = frozenset(
    {("of", "you"), ("of", "u"), ("loves", "you"), ("love", "you"), ("well", "done"), ("of", "ya"), ("love", "u"),
     ("love", "ya"), ("luv", "u"), ("luv", "you"), ("miss", "you"), ("have", "fun"), ("enjoy", "it"), ("sleep", "well"),
     ("sleep", "tight"), ("be", "good"), ("night", "night")}
)  # fmt: skip
# Between what is said to a child and the word that it is called by.
FONDLY = SMALL | {"baby", "my", "big", "our", "beautiful", "gorgeous", "brave"}
CHILDREN = frozenset({"children", "kids", "grandchildren", "grandkids"})
YOU_ARE = frozenset({"you're", "youre", "your", "ur", "yer"})
CLAUSE = 8
HAVING = frozenset({"i've", "ive", "we've", "weve", "have", "having"})


def is_small(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word stands behind little, wee or poor: little chap, wee ginger fella."""
    if at > 1 and tokens[at - 2].key in SMALL:
        called = tokens[at - 1].key
        if called in family("details", "look") or called in family("details", "health"):
            return True
    return at > 0 and (tokens[at - 1].key in SMALL or tokens[at - 1].key == "poor")


def is_little_somebody(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """Our little trawlerman, my wee lobster fisherman: whoever it is, it is one's own child."""
    if at == sentence.first or tokens[at - 1].key not in OWN:
        return False
    following = [token.key for token in tokens[at + 1 : min(at + 3, sentence.last + 1)]]
    return any(_acts(word) for word in following) or _is_a_pet_name(tokens, at, sentence)


def _is_a_pet_name(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """Chuffed with my little bookworm; my wee dancing queen: nothing but love is said."""
    end = at + 1
    while end <= sentence.last and tokens[end].is_word and tokens[end].key not in KISSES:
        end += 1
    if not at + 1 < end <= at + 3 or tokens[end - 1].key in family("children", "thing", "no_child"):
        return False
    before = {token.bare for token in tokens[sentence.first : at - 1]}
    return not before or not before.isdisjoint(family("children", "loving"))


def is_that_little_part(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """The little sheep who was sick: whoever plays it is a child."""
    if at == sentence.first or tokens[at - 1].key not in family("children", "that") or at + 2 > sentence.last:
        return False
    who = tokens[at + 2].key in family("children", "picks_out")
    return who and tokens[at + 1].key in family("children", "part")


def is_little_kin(tokens: Sequence[Token], at: int) -> bool:
    """My wee brother, our baby cousin; my sister made that snail; lil sis smashed it."""
    if not at or tokens[at].bare not in ("brother", "sister", "cousin", "bro", "sis"):
        return False
    if tokens[at - 1].key in OWN | SMALL and at + 1 < len(tokens) and tokens[at + 1].key in family("children", "made"):
        return True
    if tokens[at - 1].key in OWN and _is_in_it(tokens, at):
        return True
    if at < 2:
        return False
    if tokens[at - 1].key in OWN and tokens[at - 2].key in ("that's", "thats"):
        return True
    return tokens[at - 1].key in SMALL | {"baby", "younger"} and tokens[at - 2].key in OWN


def _is_in_it(tokens: Sequence[Token], at: int) -> bool:
    """My sister is in this."""
    following = [token.key for token in tokens[at + 1 : at + 4] if token.key != "is"]
    return following[:2] in (["in", "it"], ["in", "this"], ["in", "that"])


def is_a_child_of_mine(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """I've a daughter to get to school; we have a son in Year 2."""
    before = [token.key for token in tokens[max(sentence.first, at - WITHIN - WITHIN) : at]]
    return before[-1:] in (["a"], ["another"], ["one"]) and not HAVING.isdisjoint(before)


def _acts(word: str) -> bool:
    if word in family("children", "not_little"):
        return False
    return (len(word) > 4 and word.endswith(WHO_ACTS)) or word in family("children", "part")


def is_little_one_alone(tokens: Sequence[Token], at: int) -> bool:
    """Little one was up at five; little man loved it; the wee one had us up: it is one's own child."""
    small = at > 0 and (tokens[at - 1].key in SMALL or (tokens[at - 1].key == "big" and tokens[at].bare in GROWN_BIG))
    if not small or at + 1 >= len(tokens) or not does(tokens[at + 1].key):
        return False
    return tokens[at - 1].opens or (
        at > 1 and tokens[at - 2].key == "the" and tokens[at - 2].opens and tokens[at + 1].key not in IS
    )


def is_the_grandchild(tokens: Sequence[Token], at: int) -> bool:
    """The granddaughter has us all up at dawn: one's own, though no my says so."""
    return at > 0 and tokens[at - 1].key == "the" and tokens[at].bare.startswith(GRAND)


def is_the_smallest(tokens: Sequence[Token], at: int) -> bool:
    """The smallest wants to know; our littlest loved it: of a family, where a deed follows."""
    if not at or tokens[at - 1].key not in OWN | {"the"} or at + 1 >= len(tokens):
        return False
    return tokens[at - 1].opens and does(tokens[at + 1].key) and tokens[at + 1].key not in IS


def is_said_in_praise(tokens: Sequence[Token], at: int) -> bool:
    """Good lad! Clever girl, well sung; poor kid's fed up: the child at home, or on the stage."""
    if not at or not tokens[at - 1].opens:
        return False
    if tokens[at - 1].key == "poor":
        return at + 1 < len(tokens) and (does(tokens[at + 1].key) or tokens[at].key != tokens[at].bare)
    return tokens[at - 1].key in PRAISING and (at + 1 == len(tokens) or not tokens[at + 1].is_word)


def is_one_happy_child(tokens: Sequence[Token], at: int) -> bool:
    """One very happy boy here; one tired little girl tonight: a parent speaks of the child at home."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.is_word and following.key not in AT_HOME:
        return False
    first = next((before for before in range(at - 1, max(-1, at - 1 - WITHIN), -1) if tokens[before].opens), at)
    return tokens[first].key in ("one", "1") and at - first > 1 and all(token.is_word for token in tokens[first:at])


def is_a_childs_body(tokens: Sequence[Token], at: int) -> bool:
    """Grab my kids arm: what follows is a part of one child."""
    if not at or at + 1 >= len(tokens) or tokens[at].key not in ("kids", "childs", "lads", "girls", "boys"):
        return False
    return tokens[at - 1].key in OWN and tokens[at + 1].key in family("details", "limbs")


def are_both(tokens: Sequence[Token], at: int) -> bool:
    """My grandchildren both loved it: the two of them, like my two."""
    owned = at > 0 and tokens[at - 1].key in OWN and at + 1 < len(tokens) and tokens[at + 1].key == "both"
    return owned and (tokens[at].key in family("children", "owners") or tokens[at].key in CHILDREN)


def is_called_something(tokens: Sequence[Token], at: int) -> bool:
    """Your kids a bully; your lads a horror: the apostrophe of what is short for 'is' is left out."""
    if not at or at + 2 >= len(tokens) or tokens[at].key not in ("kids", "lads", "girls", "boys", "sons", "daughters"):
        return False
    return tokens[at - 1].key in YOUR and tokens[at + 1].key in ("a", "an")


def does_alone(tokens: Sequence[Token], at: int) -> bool:
    """Lad had a nosebleed and came home: the my is left out before a verb."""
    if not tokens[at].opens or tokens[at].key not in family("children", "without_my"):
        return False
    return at + 1 < len(tokens) and does(tokens[at + 1].key)


def does(word: str) -> bool:
    """Whether a word may be what somebody does, not where or with whom somebody is."""
    return _does(word) and word not in family("children", "after_a_noun")


def _does(word: str) -> bool:
    return word in family("children", "after_how_many") or word in family("children", "does")


def is_parent_of(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """Mum of a very tired camel; dad to one worn out innkeeper."""
    following = [token.bare for token in tokens[at + 1 : min(at + 1 + WITHIN, sentence.last + 1)]]
    if (
        len(following) < 2
        or following[0] not in OWNING
        or following[1] not in ("a", "an", "one", "the", "this", "that")
    ):
        return False
    return any(
        word in family("children", kind) for word in following[2:] for kind in ("role", "pet", "part", "young", "kin")
    )


def owns_without_apostrophe(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """My sons trunks, my little girls coat: what follows is no verb, so one child owns it."""
    first = at - 1 if at > sentence.first else at
    if tokens[first].key in SMALL or tokens[first].key in ONE_OF_MINE:
        first -= 1
    if first < sentence.first or tokens[first].key not in OWN or tokens[at].key not in family("children", "owners"):
        return False
    if at == sentence.last or not tokens[at + 1].is_word:
        return first > sentence.first and tokens[first - 1].key in IS
    following = tokens[at + 1]
    return following.is_word and not _does(following.key) and following.key not in family("children", "after_many")


def is_one_of_mine(tokens: Sequence[Token], at: int) -> bool:
    """Last one of mine; one of mine: not a friend of mine."""
    return at > 1 and tokens[at - 1].key == "of" and tokens[at - 2].key in ONE_OF_MINE


def is_mine_of_mine(tokens: Sequence[Token], at: int) -> bool:
    """Mines got a cold, mines in Year 5: the apostrophe is left out."""
    return (
        tokens[at].opens and at + 1 < len(tokens) and (_does(tokens[at + 1].key) or tokens[at + 1].key in ("a", "the"))
    )


def is_kin_abroad(tokens: Sequence[Token], at: int) -> bool:
    """Oğlum, moja córka, mera beta: a word for one's child in a language that families speak."""
    word = tokens[at].bare
    if word in abroad("abroad"):
        return True
    if word not in abroad("abroad_after_my"):
        return False
    if at and (tokens[at - 1].key in abroad("my_abroad") or is_spoken_to(tokens, at)):
        return True
    return tokens[at].opens and at + 1 < len(tokens) and does(tokens[at + 1].key)


def is_spoken_to(tokens: Sequence[Token], at: int) -> bool:
    """Nani loves you puttar; proud of you kidda; well done beta; love you little man."""
    first = at
    while first > max(0, at - 2) and tokens[first - 1].key in FONDLY:
        first -= 1
    before = tuple(token.key for token in tokens[max(0, first - 3) : first] if token.is_word)[-2:]
    return before in SAID_TO


def is_said_to_you(tokens: Sequence[Token], at: int) -> bool:
    """You're a selfish fat cow: said to a grown-up who reads it."""
    before = [token.key for token in tokens[max(0, at - CLAUSE) : at]]
    return any(one in YOU_ARE and then in ("a", "an") for one, then in pairwise(before)) or (
        ("you", "are") in pairwise(before) or ("u", "r") in pairwise(before)
    )


@cache
def abroad(name: str) -> frozenset[str]:
    """A family of foreign words as a folded text has them."""
    return frozenset(fold(word).text.lower() for word in family("children", name))
