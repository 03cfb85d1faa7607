"""The words without which a pattern of wording fits nowhere, read from the pattern itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

WORDS = re.compile(r"[^\W_]+")
# A word of a pattern that may go on (kick, kicked) is looked for by its first letters, which a dash marks as a head.
HEADS = (2, 3, 4)
SIGNS = re.compile(
    r"\\.|\[\^?(?:\\.|[^\]\\])+\]|\(\?(?:<?[=!]|:)|\(\??|[)|]|(?:[*+?]|\{\d+,?\d*\}|\{,\d+\})[?+]?|.", re.DOTALL
)
# The commonest words of comments and posts; that one of them stands in a sentence says little.
COMMON = frozenset(
    {"a", "i", "u", "s", "t", "you", "him", "her", "his", "she", "he", "it", "we", "me", "my", "our", "your", "us",
     "they", "them", "their", "the", "this", "that", "there", "one", "who", "what", "when", "to", "of", "in", "on",
     "at", "by", "or", "an", "as", "be", "if", "so", "up", "out", "and", "but", "for", "from", "with", "not", "no",
     "all", "is", "are", "was", "were", "am", "have", "has", "had", "do", "don", "can", "will", "ll", "get", "got",
     "go", "going", "just", "like", "in-", "it-", "you-", "so-", "can-", "get-", "he-", "the-", "her-",
     "girl", "boy", "kid", "lad", "school", "year", "night", "through", "where", "right", "little"}
)  # fmt: skip
APART = frozenset({r"\b", "^", "$", r"\s", r"\W"})
ANYTHING = frozenset({r"\d", r"\D", r"\w", r"\S", r"\B", "."})

Needs = Sequence[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Part:
    """One sign of a pattern, or a group of signs in branches.

    `letter`: it stands for itself in a word. `apart`: it is an edge of a word, or a character that no word has.
    `looks`: it only looks at what stands there. `lacking`: it may be left out; `again`: it may come several times.
    """

    letter: str = ""
    branches: Sequence[Sequence["Part"]] = ()
    apart: bool = False
    looks: bool = False
    lacking: bool = False
    again: bool = False


def branches(pattern: str) -> Sequence[str]:
    """The branches of a pattern, as they are written between its bars."""
    written, depth = [""], 0
    for sign in SIGNS.findall(pattern):
        depth += (sign[0] == "(") - (sign == ")")
        if sign == "|" and not depth:
            written.append("")
        else:
            written[-1] += sign
    return written


def needed(branch: str) -> Needs:
    """What a branch of a pattern needs: sets of words and heads, of each of which a sentence must have one.

    Raises ValueError for a sign of regular expressions that no wording uses.
    """
    (parts,) = _branches(SIGNS.findall(branch)[::-1])
    return _needs(parts, fresh=False, ends=False)[0]


def rarest(needs: Needs) -> frozenset[str]:
    """The set of which a sentence is the least likely to have one: of no common words, of long ones, and few."""
    return max(needs, key=lambda words: (words.isdisjoint(COMMON), min(map(len, words)), -len(words)))


def with_heads(word: str) -> tuple[str, ...]:
    """A word (lower case) and its heads."""
    return word, *(f"{word[:length]}-" for length in HEADS)


def _branches(signs: list[str]) -> Sequence[Sequence[Part]]:
    """Read signs, the next one last, up to the end of a group."""
    branches: list[list[Part]] = [[]]
    while signs and (sign := signs.pop()) != ")":
        if sign == "|":
            branches.append([])
        elif sign[0] in "*+?" or (sign[0] == "{" and len(sign) > 1):
            branches[-1].append(_repeated(branches[-1].pop(), sign))
        elif sign[0] == "(":
            branches[-1].append(_group(sign, _branches(signs)))
        else:
            branches[-1].append(_single(sign))
    return branches


def _repeated(part: Part, sign: str) -> Part:
    lacking = sign[0] in "*?" or sign.startswith(("{0", "{,"))
    return replace(part, lacking=lacking, again=sign[0] != "?")


def _group(sign: str, branches: Sequence[Sequence[Part]]) -> Part:
    if sign == "(?":
        raise ValueError("a group of a kind that no wording uses")
    if sign.endswith("!") or sign == "(?<=":
        return Part(looks=True)
    return Part(branches=branches, looks=sign == "(?=")


@cache
def _single(sign: str) -> Part:
    if sign in ANYTHING:
        return Part()
    if sign in APART:
        return Part(apart=True)
    if sign[0] == "[":
        return Part(apart=_is_apart(sign))
    letter = sign[-1]
    if sign[0] == "\\" and letter.isalnum():
        raise ValueError(f"{sign} is a sign that no wording uses")
    return Part(letter=letter) if letter.isalnum() else Part(apart=True)


def _is_apart(characters: str) -> bool:
    """Whether a class of characters has none of which words are made, as far as can be seen at once."""
    inside = characters[1:-1]
    if inside.startswith("^"):
        return r"\w" in inside
    return "-" not in inside.strip("-") and not any(sign.isalnum() for sign in inside)


def _needs(parts: Sequence[Part], *, fresh: bool, ends: bool) -> tuple[list[frozenset[str]], bool]:
    """What a row of parts needs, and whether letters that stand after it begin a word there.

    `fresh`: whether letters at the head of the row begin a word; `ends`: whether letters at its end close one.
    """
    needs: list[frozenset[str]] = []
    word = ""
    for at, part in enumerate(parts):
        if _is_a_letter(part) and (word or fresh):
            word, fresh = word + part.letter, False
            continue
        if word:
            needs += _of_closed(word, parts[at:], ends)
            word = ""
        if part.branches:
            closed = not part.again and not part.looks and _breaks(parts[at + 1 :], ends)
            branches = [_needs(branch, fresh=fresh, ends=closed) for branch in part.branches]
            if not part.lacking:
                needs += _of_branches([each for each, _ in branches])
            if not part.looks:
                fresh = all(after for _, after in branches) and (fresh or not part.lacking)
        elif not part.looks:
            fresh = part.apart and (fresh or not part.lacking)
    return needs + (_of_word(word, whole=ends) if word else []), fresh


def _of_closed(word: str, parts: Sequence[Part], ends: bool) -> list[frozenset[str]]:
    """What a word needs by what stands behind it; where a sign may be left out (he'?ll), it stands alone or joined."""
    if parts and parts[0].apart and parts[0].lacking:
        rest = "".join(part.letter for part in takewhile(_is_a_letter, parts[1:]))
        if rest:
            joined = _of_word(word + rest, whole=_breaks(parts[1 + len(rest) :], ends))
            return [each | {word} for each in joined]
    return _of_word(word, whole=_breaks(parts, ends))


def _is_a_letter(part: Part) -> bool:
    return part.letter != "" and not part.lacking and not part.again


def _of_word(word: str, *, whole: bool) -> list[frozenset[str]]:
    """A word that begins where it stands needs itself, or its head where it may go on."""
    if whole:
        return [frozenset({word})]
    return [frozenset({f"{word[:length]}-"}) for length in HEADS[::-1] if length <= len(word)][:1]


def _of_branches(branches: Sequence[list[frozenset[str]]]) -> list[frozenset[str]]:
    """One of several branches fits: each gives the words that are the hardest to come by."""
    if len(branches) == 1:
        return branches[0]
    return [frozenset().union(*map(rarest, branches))] if all(branches) else []


def _breaks(parts: Sequence[Part], ends: bool) -> bool:
    """Whether letters before a row of parts close a word there, whatever the row fits."""
    for at, part in enumerate(parts):
        if part.looks:
            continue
        if part.branches:
            after = _breaks(parts[at + 1 :], ends)
            return all(_breaks(branch, after) for branch in part.branches) and (after or not part.lacking)
        if not part.apart or not part.lacking:
            return part.apart
    return ends
