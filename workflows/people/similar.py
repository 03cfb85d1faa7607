"""Names that are written almost right: one letter wrong, missing, doubled or swapped, or spelt by ear."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

SHORTEST = 4
LONGEST = 24
LAST_VOWEL = re.compile(r"(?:ie|ey|i|ye)$")
DOUBLED = re.compile(r"(.)\1+")
SOUNDS = (
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"^ch(?=[lr])|^k?h(?=[lr])|c[kq]?(?![eihyz])|kh|qu?|^c(?=h[lr])"), "k"),
    (re.compile(r"sz|c(?=[eiy])|z"), "s"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"gh(?=$|[lmnt])|(?<=[aeiou])h"), ""),
    (re.compile(r"[aeiouy]+"), "a"),
)


def sound(name: str) -> str:
    """A rough key of how an English speaker would say `name` (lower case letters)."""
    for pattern, heard in SOUNDS:
        name = pattern.sub(heard, name)
    return name


class Similar:
    """Finds the names of a list that differ by one letter or only by ear; cost does not grow with the list."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_deletion: dict[str, set[str]] = defaultdict(set)
        self._by_sound: dict[str, set[str]] = defaultdict(set)
        for name in names:
            if SHORTEST <= len(name) <= LONGEST:
                self._by_sound[sound(name)].add(name)
                for shorter in (name, *_deletions(name)):
                    self._by_deletion[shorter].add(name)

    def to(self, word: str) -> frozenset[str]:
        """The listed names that `word` (lower case letters) may be a slip of the pen for."""
        if not SHORTEST <= len(word) <= LONGEST:
            return frozenset()
        near = {name for shorter in (word, *_deletions(word)) for name in self._by_deletion.get(shorter, ())}
        near = {name for name in near if one_slip(word, name) and _plausible(word, name)}
        return (frozenset(near) | self.by_ear(word)) - {word}

    def spellings(self, word: str) -> frozenset[str]:
        """The listed names that sound like `word` and differ by one letter or by -y for -ie."""
        heard = self.by_ear(word) - {word}
        return frozenset(name for name in heard if one_slip(word, name) or _even(word) == _even(name))

    def by_ear(self, word: str) -> frozenset[str]:
        """The listed names that sound like `word` and are about as long."""
        if not SHORTEST <= len(word) <= LONGEST:
            return frozenset()
        return frozenset(name for name in self._by_sound.get(sound(word), ()) if abs(len(name) - len(word)) <= 2)


def _even(name: str) -> str:
    """The name with one way of writing its last vowel and the long ones (Gurveer, Puja), without doubled letters."""
    return DOUBLED.sub(r"\1", LAST_VOWEL.sub("y", name).replace("ee", "i").replace("oo", "u"))


def _deletions(name: str) -> Iterator[str]:
    return (name[:at] + name[at + 1 :] for at in range(len(name)))


def _plausible(word: str, name: str) -> bool:
    """Short names have too many neighbours: only a doubled or dropped letter inside counts there."""
    return word[0] == name[0] and (min(len(word), len(name)) > SHORTEST or len(word) != len(name))


def one_slip(one: str, other: str) -> bool:
    """Whether one insertion, deletion, substitution or swap of neighbours turns `one` into `other`."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) != len(other):
        return one[at:] == other[at + 1 :]
    swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return swapped or one[at + 1 :] == other[at + 1 :]
