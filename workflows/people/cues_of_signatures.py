"""Cues that a comment is signed with a name: best wishes, Agnes; - Morag, Hill Farm; from your old warden, Frank."""

from collections.abc import Iterable, Sequence
from functools import cache

from workflows.people import families
from workflows.people.cues_of_kin import SCHOOLS
from workflows.people.mention import Fit
from workflows.people.spot import Spot

DASHES = frozenset({"-", "–", "—"})
JOINTS = frozenset({",", "and", "&", "+"})
STOPS = frozenset({".", "!", "?", "\n"})
BEFORE = DASHES | JOINTS | {"\n", ".", "regards", "sincerely", "faithfully", "wishes"}
LITTLE = frozenset({"of", "the", "at", "from", "for", "in", "and", "&"})
TOLD = 5
FARTHEST, NAMES, TAIL, FROM = 14, 10, 7, 10

_family = families.families("grown_ups").__getitem__


def of_signatures(spot: Spot) -> Iterable[str]:
    """The cue of the writer's own name at the end of a comment; a pupil's full name is the pupil's."""
    if spot.scene.draft or not spot.token.capital or spot.mention.fit == Fit.FULL:
        return ()
    if _is_introduced(spot):
        return ("introduced by the writer",)
    end = spot.size - spot.mention.last
    if end > FARTHEST or spot.left not in BEFORE or spot.possessive:
        return ()
    return ("signed by the writer",) if _is_signed(spot) else ()


def _is_introduced(spot: Spot) -> bool:
    """Yasmin here from the tea shop; my name is Sofia; hi, it's Charlie from the tool hire; but: Zak's nan here."""
    if spot.possessive or spot.scene.keys[spot.mention.last][-2:] == "'s":
        return False
    words = spot.following(TOLD)
    mine = spot.left in ("name", "names") and spot.sooner == "my"
    mine = mine or (spot.left in ("is", "name's") and spot.sooner == "name" and spot.before(3) == "my")
    here = spot.right == "here" and spot.token.opens and spot.later in ("from", "at", ",", ".")
    greets = spot.left in ("it", "it's", "its") and not spot.sooner[:1].isalnum() and spot.right in ("from", "at")
    if not (mine or here or (greets and spot.later in ("the", "our"))):
        return False
    return SCHOOLS.isdisjoint(words) and spot.scene.register.class_words.isdisjoint(words)


def _is_signed(spot: Spot) -> bool:
    words = spot.words
    first, last = _first_of_the_signers(spot), _last_of_the_signers(spot)
    rest = [word for word in words[last + 1 :] if word in ("!", "?") or (word[:1].isalnum() and word.strip("x"))]
    is_told = _tells_a_grown_up(spot, last + 1, rest)
    if rest and not is_told:
        return False
    if words[first - 1] in DASHES:
        return words[first - 2] in STOPS and first > 1 and (is_told or not spot.mention.pupils)
    end = first - 1
    while end > 0 and words[end] in (",", "\n", "."):
        end -= 1
    return (
        _takes_leave(spot, end)
        or _is_closed(spot, end, is_told)
        or (words[first - 1] == "," and _is_from_a_grown_up(words, end))
    )


def _first_of_the_signers(spot: Spot) -> int:
    """Index of the first name of Sheila, Bev, Rita and Dot."""
    at = spot.mention.first
    for _ in range(NAMES):
        sooner = at - 2
        if sooner < 0 or spot.words[at - 1] not in JOINTS or not spot.capital(sooner) or _is_closing(spot, sooner):
            break
        at = sooner
    return at


def _is_closing(spot: Spot, at: int) -> bool:
    return spot.opens(at) or spot.words[at] in _family("closing")


def _last_of_the_signers(spot: Spot) -> int:
    at = spot.mention.last
    while spot.key(at + 1) in JOINTS and at + 2 in spot.scene.mention_at and spot.capital(at + 2):
        at += 2
    return at


def _tells_a_grown_up(spot: Spot, at: int, told: Sequence[str]) -> bool:
    """Imogen (treasurer); Morag, Hill Farm; but: Ava (Year 4); Ava, Badger class; Ava, in case you ask."""
    mark = spot.key(at)
    if not told or len(told) > TAIL or mark not in (",", "("):
        return False
    of_pupils = _family("of_pupils") | spot.scene.register.class_words
    if not of_pupils.isdisjoint(told) or not all(word[:1].isalpha() for word in told):
        return False
    if not _signers().isdisjoint(told):
        return True
    capitals = {token.bare for token in spot.scene.tokens[at:] if token.capital}
    return mark == "," and all(word in capitals or word in LITTLE for word in told)


def _is_closed(spot: Spot, end: int, is_told: bool) -> bool:
    """Kind regards, with all good wishes; those that may be meant for somebody only where nobody leaves or did well."""
    words, closing = spot.words, _family("closing")
    first = end
    while first > 0 and words[first] in closing and not spot.opens(first):
        first -= 1
    if first < 2 or words[first] not in closing or not spot.opens(first):
        return False
    if is_told or words[end] in _family("closes"):
        return True
    wishes = words[end] in ("wishes", "best") and words[first] not in ("all", "the")
    return wishes and _family("wished_well").isdisjoint(words)


def _takes_leave(spot: Spot, end: int) -> bool:
    """Thank you dear. Betty; bye for now. Ron; but: you were brilliant. Betty."""
    words, first = spot.words, spot.mention.first
    if words[first - 1] not in (".", "\n"):
        return False
    at = end
    while at > 0 and words[at] in _family("leave_taking") and not spot.opens(at):
        at -= 1
    surely = not _family("takes_leave").isdisjoint(words[at : end + 1])
    return surely and words[at] in _family("leave_taking") and _family("wished_well").isdisjoint(words[:at])


def _is_from_a_grown_up(words: Sequence[str], end: int) -> bool:
    """From your old crossing warden, from the retired kitchen ladies."""
    near = words[max(0, end - FROM) : end + 1]
    if "from" not in near:
        return False
    told = near[near.index("from") + 1 :]
    return STOPS.isdisjoint(told) and not _signers().isdisjoint(told) and _family("of_pupils").isdisjoint(told)


@cache
def _signers() -> frozenset[str]:
    """Words for whoever signs as a grown-up."""
    return _family("signers") | _family("trades") | families.family("cues", "grown_up_role", "trade", "adult_kin")
