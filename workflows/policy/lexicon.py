"""The kinds of words that frames are made of, with the forms of their verbs: `words/deeds.txt`, `words/abuse.txt`."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from sys import intern

from workflows.people.inflections import forms
from workflows.people.marks import remembered
from workflows.people.vocabulary import english
from workflows.people.wordlists import entries, words_in

DOUBLED = re.compile(r"(.)\1+")
# Pronouns and the like, whose 's is a verb.
CONTRACTED = frozenset(
    {"he", "she", "it", "that", "what", "who", "where", "there", "here", "let", "how", "when", "why", "everyone"}
    | {"someone", "somebody", "man"}
)
VOWELS = re.compile("[aeiou]")
# Digits that stand for letters.
LOOKALIKES = str.maketrans("0134578", "oieastb")
SHORTEST_SLIP = 3
AND, CLIPPED, LONGEST_CLIPPED = "&", "in", 7


class Lexicon:
    """Families of words and phrases; a verb family VERB also has VERB.s, VERB.ing and VERB.ed."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._words: dict[str, set[str]] = defaultdict(set)
        self._phrases: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for line in lines:
            name, _, members = line.partition(": ")
            verbs = name.startswith("verbs ")
            name = name.removeprefix("verbs ").upper()
            for member in words_in(members):
                if verbs:
                    for form, words in forms(member).items():
                        self._words[name + form].update(map(intern, words))
                elif "_" in member:
                    self._phrases[name].append(tuple(member.split("_")))
                else:
                    self._words[name].add(member)
        self.barriers = frozenset(self._words["BARRIERS"])

    def words(self, name: str) -> frozenset[str]:
        """The members of a family that are one word."""
        if name not in self._words and name not in self._phrases:
            raise KeyError(name)
        return frozenset(self._words[name])

    def phrases(self, name: str) -> Iterator[tuple[str, ...]]:
        """The members of a family that are several words."""
        yield from self._phrases.get(name, ())

    def first_words(self, name: str) -> frozenset[str]:
        """The words that members of a family begin with."""
        return self.words(name) | {phrase[0] for phrase in self.phrases(name)}

    def verbs(self) -> Iterator[str]:
        """Every form of every verb."""
        for name, words in self._words.items():
            if f"{name.partition('.')[0]}.ing" in self._words:
                yield from words


@cache
def lexicon() -> Lexicon:
    """The lexicon that is shipped."""
    return Lexicon((*entries("workflows.policy", "deeds"), *entries("workflows.policy", "abuse")))


@remembered
def spelt(key: str) -> tuple[str, ...]:
    """A word (lower case) as the lexicon spells it: no apostrophes, a possessive apart, slips of spelling mended.

    Nothing for a mark, which no frame has.
    """
    if len(key) == 1 and not key.isalnum() and key != AND:
        return ()
    if key in _spellings():
        return (_spellings()[key],)
    if key.endswith("'s") and key[:-2] not in CONTRACTED:
        return (*spelt(key[:-2]), "'s")
    word = intern(key.replace("'", "").replace("-", ""))
    if len(word) < SHORTEST_SLIP or word in english():
        return (word,)
    if not word.isalpha():
        lettered = word.translate(LOOKALIKES)
        return (lettered if lettered.isalpha() and lettered in english() else word,)
    return (_mended(word),)


def _mended(word: str) -> str:
    """The word that one which is not English stands for: wearin, smak, murda, brek; else the word itself."""
    if word.endswith(CLIPPED) and f"{word}g" in english():
        return f"{word}g"
    verb = _slips().get(_skeleton(word))
    if verb is None and SHORTEST_SLIP < len(word) <= LONGEST_CLIPPED:
        verb = next((each for each in _clipped().get(_consonants(word), ()) if _is_clipped(word, each)), None)
    return verb or word


@cache
def sounds_alike() -> Mapping[str, Sequence[str]]:
    """The words that a word sounds like, for which it may be a slip: brake, break."""
    return {word: tuple(alike.split("/")) for word, alike in _pairs("sounds_alike").items()}


def meant(key: str) -> Iterator[str]:
    """Every word of the lexicon that a word (lower case) may be there for."""
    for word in spelt(key):
        yield word
        yield from sounds_alike().get(word, ())


@cache
def _spellings() -> dict[str, str]:
    """Dialect and text speak in plain spelling."""
    return _pairs("spellings")


@cache
def _pairs(name: str) -> dict[str, str]:
    line = next(line for line in entries("workflows.policy", "deeds") if line.startswith(f"{name}: "))
    return dict(pair.split("=") for pair in line.partition(": ")[2].split())


@cache
def _slips() -> dict[str, str]:
    return {_skeleton(verb): verb for verb in lexicon().verbs() if len(_skeleton(verb)) >= SHORTEST_SLIP}


def _skeleton(word: str) -> str:
    """What is left of a word when letters are not doubled and sounds have one letter: smack and smak are smak."""
    plain = DOUBLED.sub(r"\1", word.replace("ck", "k").replace("ph", "f"))
    return f"{plain[:-2]}a" if plain.endswith("er") else plain


@cache
def _clipped() -> dict[str, list[str]]:
    """Verbs by their consonants, of which at least three are needed to know them by."""
    verbs: dict[str, list[str]] = defaultdict(list)
    for verb in lexicon().verbs():
        if len(_consonants(verb)) >= SHORTEST_SLIP:
            verbs[_consonants(verb)].append(verb)
    return verbs


def _consonants(word: str) -> str:
    return VOWELS.sub("", DOUBLED.sub(r"\1", word.replace("ck", "k")))


def _is_clipped(word: str, verb: str) -> bool:
    """Whether only letters were left out of a verb: brek, batr."""
    letters = iter(verb)
    return word[0] == verb[0] and all(letter in letters for letter in word)
