"""Names that no list holds: a capital where a name belongs, or an emoji in a name's place."""

from collections.abc import Mapping, Sequence
from functools import cache

from workflows.people.families import family
from workflows.people.folding import key
from workflows.people.mention import Fit, Mention
from workflows.people.register import NOBODY, Register
from workflows.people.spellings import is_possessive
from workflows.people.tokens import Token
from workflows.people.vocabulary import english
from workflows.people.wordlists import people_phrases, people_words

SHORTEST, REACH = 3, 7
HE_OR_SHE = frozenset({"he", "she", "he's", "she's", "hes", "shes"})


def unheard_of(tokens: Sequence[Token], at: int, register: Register) -> Mention | None:
    """A capitalised word that is no English word, in a place where names of children stand."""
    token = tokens[at]
    word = token.bare
    if not token.capital or token.shouted or len(word) < SHORTEST or not word.isalpha() or token.kind == "hashtag":
        return None
    if word in english() or word in register.class_words or word in people_words("places_and_brands"):
        return None
    if not _in_a_names_place(tokens, at) or word in register.school.name.lower():
        return None
    return Mention(
        at, at, token.start, token.end, word, Fit.UNHEARD, possessive=is_possessive(token.key), disguised=False
    )


def _in_a_names_place(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[at - 1].key if at else ""
    following = tokens[at + 1].key if at + 1 < len(tokens) else ""
    if before in family("cues", "names_a_child") or before in family("cues", "called"):
        return True
    if is_cheered(before, tokens[at - 2].key if at > 1 else "") or _is_one_person(tokens, at, before):
        return True
    return is_possessive(tokens[at].key) and following in family("cues", "family")


def is_cheered(before: str, sooner: str) -> bool:
    """Bravo Erblina, so proud of Mereoni, good luck Yarema: the word or the two before a child's name."""
    cheering = family("cues", "cheering")
    return before in cheering or f"{sooner}_{before}" in cheering


def _is_one_person(tokens: Sequence[Token], at: int, before: str) -> bool:
    """Look out for Zofija on the playground, she has no English yet."""
    if before not in family("cues", "takes_a_child") or is_possessive(tokens[at].key):
        return False
    return any(token.key in HE_OR_SHE for token in tokens[at + 1 : at + 1 + REACH])


def by_emoji(tokens: Sequence[Token], at: int, register: Register) -> Mention | None:
    """A rose before the surname Banks for Rose Banks; alone an emoji names nobody."""
    names = names_of_emoji().get(tokens[at].surface)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if names is None or following is None or following.kind != "word":
        return None
    surname = key(following.bare)
    for name in names:
        pupils = _fitting(register, name, surname)
        if pupils:
            return Mention(at, at + 1, tokens[at].start, following.end, name, Fit.FULL, pupils, surname=True)
    return None


def _fitting(register: Register, name: str, surname: str) -> frozenset[str]:
    pupils = register.with_forename(name)
    return pupils & register.with_surname(surname) if pupils else NOBODY


@cache
def names_of_emoji() -> Mapping[str, Sequence[str]]:
    """The forenames that an emoji may stand for."""
    rows = (line.split() for line in people_phrases("emoji_names"))
    return {emoji: names for emoji, *names in rows}
