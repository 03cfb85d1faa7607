"""Cues that a name is a grown-up's by a trade: the owner of a shop, the lollipop man, the captain of a launch."""

from collections.abc import Iterable, Iterator
from functools import cache

from workflows.people import families
from workflows.people.marks import OF_TRADES
from workflows.people.mention import Fit
from workflows.people.spot import Spot, family

ON = frozenset({"on", "in", "by", "down", "up", "round"})
TO_A_SHOP = frozenset({"from", "at", "to", "like", "try", "outside", "of", "near"})
MINE = frozenset({"my", "our", "the", "old"})
KIN = frozenset({"brother", "sister", "cousin"})
AT_THE_WI = (["from", "the", "wi"], ["at", "the", "wi"], ["of", "the", "wi"])
JOINT = frozenset({"and", "&", "n"})
ADDRESS, CLAUSE, BACK = 5, 9, 8

_family = families.families("grown_ups").__getitem__


def of_trades(spot: Spot) -> Iterable[str]:
    """Names of the cues of a trade; a pupil's full name is the pupil's."""
    if spot.scene.marked & OF_TRADES and spot.token.capital and spot.mention.fit != Fit.FULL:
        return _of_trades(spot)
    return ()


def _of_trades(spot: Spot) -> Iterator[str]:
    if _is_a_shop(spot) or _has_premises(spot):
        yield "a shop by its owner"
    before, sooner = spot.left, spot.sooner
    man = before == "man" and sooner in _family("man_of")
    if man or (before in _family("trades") and sooner in MINE and spot.within):
        yield "behind a trade"
    elif before in KIN and sooner in _family("elder"):
        yield "elder kin of the writer"
    if spot.right == "my" and spot.later in families.family("cues", "trade"):
        yield "then the trade"
    if spot.scene.draft and before in _callings() and _is_a_full_name(spot):
        yield "behind a calling, in full"
    if _is_called_so_at_work(spot):
        yield "called so at work"
    if spot.following(3) in AT_THE_WI or (spot.right in JOINT and _is_on_a_post_together(spot)):
        yield "of a workplace"


def _is_a_shop(spot: Spot) -> bool:
    """Frank's on Bull Street, bread from George's on the market; but: Rosie's on the floor, Jo's on crutches."""
    if spot.right not in ON or spot.scene.keys[spot.mention.last][-2:] != "'s":
        return False
    if spot.left not in TO_A_SHOP and family("finite").union(_family("shop_does")).isdisjoint(spot.following(CLAUSE)):
        return False
    words, at = spot.following(ADDRESS)[1:], spot.mention.last + 2
    if words[:1] == ["the"] and words[1:2] != [] and words[1] in _family("pitches"):
        return words[2:3] == [] or words[2] not in _family("no_pitch")
    return any(
        word in _family("streets") and spot.capital(at + each) and spot.capital(at) for each, word in enumerate(words)
    )


def _has_premises(spot: Spot) -> bool:
    """Jack Petchey's lot, Max Bell's place, George Kemp's yard."""
    return spot.mention.surname and spot.mention.possessive and spot.right in _family("premises")


def _is_called_so_at_work(spot: Spot) -> bool:
    """Captain of the launch was called Noah, the plumber's name is Max; but: our little vicar was called Max."""
    before, sooner = spot.left, spot.sooner
    named = (before in ("is", "was") and sooner == "name") or (
        before in ("called", "named") and sooner in ("is", "was")
    )
    if not named:
        return False
    words = spot.words[max(0, spot.mention.first - BACK) : spot.mention.first]
    if "little" in words:
        return False
    aboard = "of" in words and not _family("aboard").isdisjoint(words)
    return aboard or any(word in _trades() for word in words)


@cache
def _trades() -> frozenset[str]:
    return families.family("cues", "trade") | _family("trades")


def _is_a_full_name(spot: Spot) -> bool:
    """Illustrator Freya Holt-Marsh; but: illustrator Freya drew it."""
    at = spot.mention.last + 1
    return spot.mention.surname or (spot.capital(at) and not spot.opens(at) and not spot.possessive)


@cache
def _callings() -> frozenset[str]:
    return families.family("cues", "trade", "grown_up_role") | families.family("lessons", "serving")


def _is_on_a_post_together(spot: Spot) -> bool:
    """Carol and Gwen on the urns: what stands behind the second is said of both."""
    words = spot.following(CLAUSE)
    return (
        words[2:4] == ["on", "the"]
        and not _family("posts").isdisjoint(words[4:6])
        and spot.capital(spot.mention.last + 2)
    )
