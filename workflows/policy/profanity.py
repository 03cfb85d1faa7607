"""Swearing, disguised or not, as a strong filter finds it; words that merely contain a swear word are fine."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from workflows.people.spellings import plain, without_possessive
from workflows.people.tokens import Token
from workflows.policy.words_of import policy_family, policy_words, sayings

INFLECTIONS = ("", "s", "ed", "er", "ers", "in", "ing", "y", "head", "heads", "face", "load", "e", "es")
FEWEST_LETTERS_SHOWN = 2
# Marks of a token: it may swear, or tell a phrase that does; it is a sign that may stand for a letter.
SWEARS, ODD_SIGN = 1, 2
# What some swear words may be besides; `beside ...` holds the words that tell so.
OTHER_THINGS = ("birds", "beasts", "turf", "metal", "holes", "dials")
AT_SOMEBODY = frozenset({"you", "ya", "u", "yer", "absolute", "complete", "total", "utter", "stupid", "daft", "little"})
USUAL_SIGNS = frozenset(".,;:-/&+()'\"")


@dataclass(frozen=True, slots=True)
class Oath:
    """A swear word or phrase: indexes of its first and last token."""

    first: int
    last: int


def oaths(tokens: Sequence[Token], marks: Sequence[int]) -> Iterator[Oath]:
    """Every swear word or phrase from left to right; `marks` tell of each token whether it may swear."""
    signs = {at for at, mark in enumerate(marks) if mark & ODD_SIGN}
    swearing = {at for at, mark in enumerate(marks) if mark & SWEARS}
    phrases, skip = _in_phrases(tokens) if swearing else {}, -1
    for at in sorted({*swearing, *phrases, *(at - 1 for at in signs if at)}):
        token = tokens[at]
        if at <= skip:
            continue
        if at in phrases:
            skip = phrases[at]
            yield Oath(at, skip)
        elif at + 1 in signs and _broken_up(tokens, at):
            yield Oath(at, at + 2)
            skip = at + 2
        elif is_spelt_out(token) and not _excused(tokens, at):
            yield Oath(at, at)


def is_odd_sign(key: str) -> bool:
    """Whether a token is a sign that may stand for a letter of a swear word."""
    return len(key) == 1 and not key.isalnum() and key not in USUAL_SIGNS


def may_swear(word: str) -> bool:
    """Whether a word (lower case) may swear or tell a phrase that does."""
    return word in sayings("profanity", "phrases") or swears(word)


def is_spelt_out(token: Token) -> bool:
    """Whether a token swears by its letters; of a tag its sign must be one of them: @rse."""
    if token.kind == "mention":
        return swears(token.key) and not swears(token.key[1:])
    return token.kind in ("word", "hashtag") and swears(token.key)


def _broken_up(tokens: Sequence[Token], at: int) -> bool:
    """Whether the sign or emoji after a token stands for a letter between two parts of a swear word: w⭐nker."""
    if at + 2 >= len(tokens):
        return False
    before, sign, after = tokens[at : at + 3]
    touching = before.end == sign.start and sign.end == after.start
    return touching and before.is_word and after.is_word and swears(f"{before.key}*{after.key}")


@lru_cache(maxsize=16384)
def swears(word: str) -> bool:
    """Whether one word (lower case) is a swear word, read through signs, stars and stretched letters."""
    if len(word) > 40:
        word = word[:40]
    if "*" in word.rstrip("*") or word.endswith("**"):
        return _masked(word)
    # The 617 bus spells nothing.
    if word.isdigit() or word in policy_words("profanity", "unstretched"):
        return False
    if (
        "-" in word
        and word not in policy_words("profanity", "innocent")
        and not policy_words("profanity", "joined").isdisjoint(word.split("-"))
    ):
        return True
    return any(_listed(spelling) for spelling in (without_possessive(word), *plain(word)))


def _listed(word: str) -> bool:
    if word in policy_words("profanity", "innocent"):
        return False
    if word in policy_words("profanity", "words", "acronyms"):
        return True
    if any(root in word for root in policy_family("profanity", "anywhere")):
        return True
    return any(_begins(word, root) for root in policy_family("profanity", "roots"))


def _begins(word: str, root: str) -> bool:
    """Whether a root stands at the beginning of a word or after a usual prefix; not so in Coastwatch."""
    before, found, _ = word.partition(root)
    return bool(found) and (not before or before in policy_words("profanity", "prefixes"))


def _masked(word: str) -> bool:
    """Whether stars in a word hide a swear word, also after a usual prefix (motherf**k) or within it (cl*sterf*ck)."""
    inside = policy_family("profanity", "anywhere")
    if any(_covers(root, word[at:]) for root in inside for at in range(len(word) - len(root) + 1)):
        return True
    prefixes = policy_words("profanity", "prefixes")
    rests = (word[len(prefix) :] for prefix in prefixes if word.startswith(prefix) and "*" in word[len(prefix) :])
    return any(masks_one_of(each, _roots(), _vocabulary()) for each in (word, *rests))


def masks_one_of(word: str, roots: Sequence[str], vocabulary: Sequence[str]) -> bool:
    """Whether stars in a word (lower case) stand for letters of a listed word: f***ing, sh*t, b*stard."""
    before, _, rest = word.partition("*")
    after = rest.lstrip("*")
    if len(before) + len(after) < FEWEST_LETTERS_SHOWN and len(rest) - len(after) < 2:
        return False
    if any(_covers(root, word) for root in roots):
        return True
    hidden = 1 + len(rest) - len(after)
    return any(
        full.startswith(before) and full.endswith(after) and abs(len(full) - len(before) - len(after) - hidden) <= 1
        for full in vocabulary
        if before and len(full) > len(before) + len(after)
    )


def _covers(root: str, word: str) -> bool:
    """Whether a starred word begins with a root, star for letter: sh*tshow."""
    shown = sum(sign != "*" for sign in word[: len(root)])
    fits = all(sign in ("*", letter) for sign, letter in zip(word, root, strict=False))
    return fits and len(word) >= len(root) and shown > len(root) // 2


@cache
def _roots() -> tuple[str, ...]:
    return policy_family("profanity", "anywhere") + policy_family("profanity", "roots")


@cache
def _vocabulary() -> tuple[str, ...]:
    roots = (root + ending for root in _roots() for ending in INFLECTIONS)
    return (*roots, *policy_family("profanity", "words"))


def _in_phrases(tokens: Sequence[Token]) -> Mapping[int, int]:
    """The last token of the swearing phrase that begins at a token, by the index of that."""
    found = list(sayings("profanity", "phrases").found([token.key for token in tokens]))
    return dict(found[::-1])


def _excused(tokens: Sequence[Token], at: int) -> bool:
    """Blue tits, Dick Whittington, a bloody nose; tits at a feeder."""
    before = tokens[at - 1].key if at else ""
    following = tokens[at + 1].key if at + 1 < len(tokens) else ""
    word = tokens[at].key
    pairs = policy_words("profanity", "excused")
    if f"{before}_{word}" in pairs or f"{word}_{following}" in pairs:
        return True
    return before not in AT_SOMEBODY and (_is_a_surname(tokens, at) or _is_something_else(tokens, at))


def _is_a_surname(tokens: Sequence[Token], at: int) -> bool:
    """Dick before or after a name, Mr Pratt, Khadija bint Khuwaylid."""
    if tokens[at].bare not in policy_words("profanity", "surnames"):
        return False
    after_a_name = at > 0 and tokens[at - 1].capital and not tokens[at - 1].shouted
    before_a_name = at + 1 < len(tokens) and tokens[at + 1].capital
    return (after_a_name or before_a_name) if tokens[at].capital else (after_a_name and before_a_name)


def _is_something_else(tokens: Sequence[Token], at: int) -> bool:
    """A bird, a beast, cut turf, what is left of iron: beside a word that tells so."""
    word = tokens[at].bare
    kinds = [f"beside {kind}" for kind in OTHER_THINGS if word in policy_words("profanity", kind)]
    return bool(kinds) and not policy_words("profanity", *kinds).isdisjoint(token.bare for token in tokens)
