"""Cues that a possible name is a grown-up's: whose husband, from which firm, on which programme."""

from collections.abc import Iterator

from workflows.people import families
from workflows.people.spot import Spot
from workflows.people.wordlists import people_words

JOINT = frozenset({"&", "and", "+"})
WHOSE = frozenset({"his", "her", "their"})
MY = frozenset({"my", "our"})
AT_WORK = frozenset({"from", "at", "in", "of", "off", "behind", "down"})
SURE = frozenset({"somebody's partner", "before an honour", "with a partner", "on a programme", "of a workplace"})
WORKING = frozenset({"in", "at", "for", "as", "there", "here"})
DETERMINERS = frozenset({"the", "our", "a", "that", "this", "your", "my"})
WITHIN_A_FIRM = frozenset({"&", "and", "of", "the"})
FARTHEST, SMALL_WORDS, LIFE = 6, 1, 6


def of_grown_ups(spot: Spot) -> Iterator[str]:
    """Names of the cues that tell a grown-up from what stands around the name, here or where it stands again."""
    told = frozenset(_by_its_neighbours(spot))
    yield from told
    if told or not spot.mention.name:
        return
    for other in spot.scene.repeated.get(spot.mention.name, ()):
        if other is not spot.mention and not SURE.isdisjoint(_by_its_neighbours(Spot(other, spot.scene))):
            yield "a grown-up elsewhere"


def _by_its_neighbours(spot: Spot) -> Iterator[str]:
    if _is_somebodys_partner(spot):
        yield "somebody's partner"
    if spot.left in _family("kin_of_the_writer") and spot.before(2) == "my":
        yield "kin or mate of the writer"
    following = spot.right
    if following in _family("honours") or _is_an_aunts(spot):
        yield "before an honour"
    if following in JOINT and spot.after(2) in WHOSE and spot.after(3) in _family("partners_and_children"):
        yield "with a partner"
    if _is_on_a_programme(spot):
        yield "on a programme"
    elif following in AT_WORK:
        yield from _at_work(spot)
    works = following in ("works", "worked", "working") and spot.after(2) in WORKING
    if works or not _family("grown_life").isdisjoint(spot.following(LIFE)):
        yield "grown-up life"
    if following in families.family("cues", "grown_up_noun") and spot.token.capital and not spot.possessive:
        yield "before a word for a grown-up"
    if spot.possessive and _owns_a_firm(spot):
        yield "a firm in small letters"


def _is_somebodys_partner(spot: Spot) -> bool:
    """My husband Daniel, her boss Katie; a partner only where it is the writer's, because dancers have one too."""
    before = spot.left
    return before in _family("partners") or (before == "partner" and spot.before(2) in MY)


def _is_an_aunts(spot: Spot) -> bool:
    """Kiran aunty's samosas; but: well done Isla, auntie loves you, and well done Isla auntie is so proud."""
    if spot.right not in _family("honours_too") or spot.possessive:
        return False
    return spot.after(2) not in _family("vocative") and not spot.capital(spot.mention.last + 2)


def _at_work(spot: Spot) -> Iterator[str]:
    """Chloe from the chip shop, Dave at Tesco, Mark from Telford Drainage."""
    place = _workplace(spot, spot.mention.last + (3 if spot.after(2) in DETERMINERS else 2))
    if place == "company" or place in _family("workplace"):
        yield "of a workplace"
    elif place in _family("workplace_too"):
        yield "of a place of all ages"


def _is_on_a_programme(spot: Spot) -> bool:
    """Jack off Love Island, Ellie from Strictly."""
    named = spot.capital(spot.mention.last + 2)
    known = spot.right in ("from", "on", "in") and spot.after(2) in _family("programmes")
    return named and (known or spot.right == "off")


def _workplace(spot: Spot, first: int) -> str:
    """The place of work that a phrase names, by capitals and at most one small word before it; or nothing."""
    small = 0
    with_article = spot.key(first - 1) in DETERMINERS
    for at in range(first, first + FARTHEST):
        word, capital = spot.key(at), spot.capital(at)
        if not word[:1].isalnum() and word != "&":
            return ""
        if word in _places() and (capital or with_article or at == first):
            return word
        if capital and (word in _family("brands") or (at > first and word in people_words("trades"))):
            return "company"
        if not capital and word not in WITHIN_A_FIRM:
            small += 1
            if small > SMALL_WORDS or not with_article:
                return ""
    return ""


def _owns_a_firm(spot: Spot) -> bool:
    """Harrison's coaches, Matthew's Menswear; Robson's or Archie Telford's coaches."""
    words = spot.following(FARTHEST)
    if words[:1] and words[0] in ("or", "and", "&") and "'" in _surface(spot, spot.mention.last + 2, 2):
        return any(word in _family("owned_firms") for word in words[2:4])
    return any(word in _family("owned_firms") for word in words[:1]) or tuple(words[:2]) in FIRMS_IN_TWO_WORDS


FIRMS_IN_TWO_WORDS = frozenset({("ice", "cream"), ("fish", "bar"), ("burger", "van"), ("mobile", "farm")})


def _surface(spot: Spot, at: int, count: int) -> str:
    return " ".join(token.surface for token in spot.scene.tokens[at : at + count])


def _places() -> frozenset[str]:
    return families.family("grown_ups", "workplace", "workplace_too")


def _family(name: str) -> frozenset[str]:
    return families.family("grown_ups", name)
