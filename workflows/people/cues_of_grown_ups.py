"""Cues that a possible name is a grown-up's: whose husband, from which firm, on which programme."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from workflows.people import families
from workflows.people.cues_of_kin import SCHOOLS, of_kin
from workflows.people.marks import OF_GROWN_LIFE, SERVES
from workflows.people.spot import Spot
from workflows.people.wordlists import people_words

JOINT = frozenset({"&", "and", "+"})
WITH = JOINT | {"with"}
WHOSE = frozenset({"his", "her", "their"})
SPOKEN_TO = frozenset({"your", "ur", "yer", "you", "you're", "youre"})
TEAMS_WHOSE = WHOSE | {"the", "all"}
AT_WORK = frozenset({"from", "at", "in", "of", "off", "behind", "down"})
SURE = frozenset({"somebody's partner", "before an honour", "with a partner", "on a programme", "of a workplace"})
WORKING = frozenset({"in", "at", "for", "as", "there", "here"})
DETERMINERS = frozenset({"the", "our", "a", "that", "this", "your", "my"})
AROUND = frozenset({"down", "over", "up", "round", "along"})
WITHIN_A_FIRM = frozenset({"&", "and", "of", "the"})
THANKS = frozenset({"thanks", "thank", "grateful", "thankyou"})
HAILED = THANKS | {"cheers", "ta", "you"}
THANKED = 9
HAILS = 16
# Junior chef Ella, school doctor Finn in the role play corner.
CHILDRENS = frozenset({"junior", "school", "young", "mini", "playground", "eco", "little", "budding", "tiny", "head"})
FARTHEST, SMALL_WORDS, LIFE = 6, 1, 6

_family = families.families("grown_ups").__getitem__


def of_grown_ups(spot: Spot) -> Iterator[str]:
    """Names of the cues that tell a grown-up from what stands around the name, here or where it stands again."""
    told = frozenset(of_neighbours(spot))
    yield from told
    if told or not spot.mention.name:
        return
    for other in spot.scene.repeated.get(spot.mention.name, ()):
        if other is not spot.mention and not SURE.isdisjoint(of_neighbours(Spot(other, spot.scene))):
            yield "a grown-up elsewhere"


def of_neighbours(spot: Spot) -> Iterator[str]:
    """Names of the cues that the words beside the name give."""
    yield from of_kin(spot)
    following = spot.right
    if following in _family("honours") or _is_an_aunts(spot):
        yield "before an honour"
    if following in JOINT and spot.later in WHOSE and spot.after(3) in _family("partners_and_children"):
        yield "with a partner"
    if _is_on_a_programme(spot):
        yield "on a programme"
    elif spot.scene.draft and _is_of_a_house(spot):
        yield "a neighbour"
    elif following in AT_WORK:
        yield from _at_work(spot, 0)
    elif following == "on" and spot.later == "the" and not _family("posts").isdisjoint(spot.following(4)[2:]):
        yield "of a workplace"
    elif following in AROUND and spot.later in ("at", "on"):
        yield from _at_work(spot, 1)
    works = following in ("works", "worked", "working") and spot.later in WORKING
    if works or (spot.scene.marked & OF_GROWN_LIFE and not _family("grown_life").isdisjoint(spot.following(LIFE))):
        yield "grown-up life"
    if following in families.family("cues", "grown_up_noun") and spot.token.capital and not spot.possessive:
        yield "before a word for a grown-up"
    if following in WITH and _is_with_a_team(spot):
        yield "with a team"
    if following == "for" and spot.left in HAILED and _is_hailed(spot.following(HAILS)):
        yield "hailed as a grown-up"
    if spot.left == "for" and spot.sooner == "ask" and _is_asked_for(spot):
        yield "of a workplace"
    if following == "with" and _has_tools(spot):
        yield "with the tools of a trade"
    if spot.scene.draft and _is_thanked_from_elsewhere(spot):
        yield "thanked, from elsewhere"
    if spot.scene.marked & SERVES and _is_after_a_serving_grown_up(spot):
        yield "after a serving grown-up"
    if following in ("who", ",") and _runs_something(spot):
        yield "who runs something"
    if (spot.possessive and _owns_a_firm(spot)) or following in SURE_FIRMS:
        yield "a firm in small letters"


def _is_hailed(words: Sequence[str]) -> bool:
    """Cheers Danny for sorting the boiler, you're a diamond mate; but: for sitting with my girl, you're a good mate."""
    you = next((at for at, word in enumerate(words) if word in SPOKEN_TO), HAILS)
    hailed = not _family("hailed").isdisjoint(words[you:])
    return hailed and families.family("cues", "ownchild").isdisjoint(word for word in words if word != "mate")


def _is_asked_for(spot: Spot) -> bool:
    """The key is at the shop, ask for Joel; but: ask for Joel's coat."""
    near = spot.words[max(0, spot.mention.first - THANKED) : spot.mention.first]
    told_of = spot.right[:1].isalnum() or (spot.right == "," and spot.later in ("he", "she"))
    return not (told_of or spot.possessive or _family("asked_at").isdisjoint(near))


def _is_of_a_house(spot: Spot) -> bool:
    """Mabel from Number 12, from number nine."""
    return spot.right in ("from", "at") and spot.later in ("number", "no") and _is_a_number(spot.after(3))


def _is_with_a_team(spot: Spot) -> bool:
    """Toby and his team at Riverside Nurseries; Max and the crew from Kwik Fit."""
    words = spot.following(LIFE)
    if TEAMS_WHOSE.isdisjoint(words[1:2]):
        return False
    if words[2:3] != [] and words[2] in _family("grown_teams") and words[3:4] in (["of"], ["from"]):
        # Violet and the ladies of the bowls club.
        return "court" not in words
    at = next((at for at, word in enumerate(words) if word in families.family("lessons", "teams")), LIFE)
    return words[at + 1 : at + 2] != [] and words[at + 1] in AT_WORK and spot.capital(spot.mention.last + at + 3)


def _has_tools(spot: Spot) -> bool:
    """Keith with the gritter, Mick with the ice cream van; but: Robin with the tractor costume, the cardboard van."""
    words = spot.following(LIFE)
    if words[1:2] == [] or words[1] not in DETERMINERS or not PLAYED_WITH.isdisjoint(words):
        return False
    return not _family("tools").isdisjoint(words[2:])


def _is_a_number(word: str) -> bool:
    return word[:1].isdigit() or word in families.family("word_classes", "numbers")


def _is_thanked_from_elsewhere(spot: Spot) -> bool:
    """A skipping workshop with Dan from Skip2bfit; thanks, Beto and Luana of Ritmo; not: Ben from Oak."""
    if spot.right not in ("from", "of", "at") or not spot.capital(spot.mention.last + 2):
        return False
    place, classes = spot.later, spot.scene.register.class_words
    if place in classes or place in SCHOOLS or (place[:1] == "y" and place[1:].isdigit()):
        return False
    near = spot.scene.words[max(0, spot.mention.first - THANKED) : spot.mention.first]
    return not THANKS.isdisjoint(near) or not families.family("lessons", "sessions").isdisjoint(near)


def _is_after_a_serving_grown_up(spot: Spot) -> bool:
    """Firefighters Lucy and Ben, Nurse Grace, our lollipop lady Pearl; not somebody's mum with a comma."""
    at = spot.mention.first - 1
    nearest = max(0, spot.mention.first - FARTHEST)
    while at > nearest and (
        spot.key(at) in JOINT or (spot.scene.tokens[at].capital and spot.key(at) not in _serving())
    ):
        at -= 1
    if at < 0 or spot.key(at) not in _serving() or spot.mention.first - at > FARTHEST or _is_a_subject(spot, at):
        return False
    # Bring some home for your dad Milli: the child is spoken to.
    own = at > 0 and (spot.key(at - 1) in SPOKEN_TO or spot.key(at - 1) in WHOSE)
    return not own and CHILDRENS.isdisjoint(spot.scene.words[max(0, at - 3) : at])


def _is_a_subject(spot: Spot, at: int) -> bool:
    """Whether a child's name follows by chance: we asked our governors. Ava said."""
    return any(token.opens for token in spot.scene.tokens[at + 1 : spot.mention.first + 1])


@cache
def _serving() -> frozenset[str]:
    return families.family("lessons", "serving")


def _runs_something(spot: Spot) -> bool:
    """Pippa, who will be running Forest School; Georgie, who runs the café."""
    words = spot.following(LIFE)
    if words[:1] == [","]:
        words = words[1:]
    if words[:1] != ["who"]:
        return False
    if not families.family("lessons", "runs_now").isdisjoint(words[1:2]):
        return True
    if words[1:2] in (["does"], ["cuts"], ["mows"], ["farms"], ["grits"], ["has"], ["had"]):
        return not _family("runs").isdisjoint(words[2:])
    if words[1:2] in (["has"], ["have"]) and not families.family("lessons", "has_done").isdisjoint(words[2:3]):
        return True
    return any(
        before in ("be", "is", "are", "been") and word in families.family("lessons", "runs")
        for before, word in pairwise(words)
    )


def _is_an_aunts(spot: Spot) -> bool:
    """Kiran aunty's samosas; but: well done Isla, auntie loves you, and well done Isla auntie is so proud."""
    if spot.right not in _family("honours_too") or spot.possessive:
        return False
    return spot.later not in _family("vocative") and not spot.capital(spot.mention.last + 2)


def _at_work(spot: Spot, steps: int) -> Iterator[str]:
    """Chloe from the chip shop, Dave at Tesco, Mark from Telford Drainage."""
    steps += 3 if spot.after(steps + 2) in DETERMINERS else 2
    place = _workplace(spot, spot.mention.last + steps)
    if place == "reception" and spot.right == "in":
        # My sister Iris in Reception is a pupil.
        return
    if place == "company" or place in _family("workplace") or _is_a_pub(spot, steps):
        yield "of a workplace"
    elif place in _family("workplace_too"):
        yield "of a place of all ages"
    elif spot.right == "at" and spot.later == "the" and spot.after(4) in ("says", "said", "reckons", "will", "does"):
        # George at the Plough says.
        yield "of a workplace"


def _is_a_pub(spot: Spot, steps: int) -> bool:
    """Robin from the Plough, Toby at the Red Lion; but: Robin from the Swan group, where Swan is a class."""
    if spot.after(steps - 1) != "the":
        return False
    at = steps if spot.after(steps) in _family("pubs") else steps + 1
    named = spot.after(at) in _family("pubs") and all(
        spot.capital(spot.mention.last + each) for each in range(steps, at + 1)
    )
    further = spot.after(at + 1)
    return named and spot.after(at) not in spot.scene.register.class_words and further not in OF_CHILDREN


def _is_on_a_programme(spot: Spot) -> bool:
    """Jack off Love Island, Ellie from Strictly, Zayn off of One Direction; not: Jaxon off Pit Lane."""
    streets = families.family("street", "words")
    named = spot.capital(spot.mention.last + 2) and streets.isdisjoint((spot.later, spot.after(3), spot.after(4)))
    known = spot.right in ("from", "on", "in") and spot.later in _family("programmes")
    off_of = spot.right == "off" and spot.later == "of" and spot.capital(spot.mention.last + 3)
    return off_of or (named and (known or spot.right == "off"))


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
    return any(word in _family("owned_firms") for word in _firm(words)) or tuple(words[:2]) in FIRMS_IN_TWO_WORDS


def _firm(words: Sequence[str]) -> Sequence[str]:
    """The words that may say what firm it is: Kit's coaches, Tommy's fish van, but not Tommy's mum's van."""
    peoples = families.family("cues", "family", "own_things")
    return words[:1] if peoples.intersection(words[:1]) else words[:2]


PLAYED_WITH = frozenset(
    {"costume", "hat", "toy", "mask", "top", "picture", "cardboard", "paper", "plastic", "pretend", "model", "jumper"}
)
OF_CHILDREN = frozenset({"group", "class", "table", "team", "house", "pub's", "costume", "trip"})
SURE_FIRMS = frozenset({"motors", "skips", "scaffolding", "tyres", "roofing", "plumbing", "coaches", "ltd", "limited"})
FIRMS_IN_TWO_WORDS = frozenset({("ice", "cream"), ("fish", "bar"), ("burger", "van"), ("mobile", "farm")})


def _surface(spot: Spot, at: int, count: int) -> str:
    return " ".join(token.surface for token in spot.scene.tokens[at : at + count])


def _places() -> frozenset[str]:
    return families.family("grown_ups", "workplace", "workplace_too")
