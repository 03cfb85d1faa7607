"""Cues that a name is nobody's who is at school now: an age, a trade, a street, the writer's youth."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from workflows.people import families
from workflows.people.folding import key
from workflows.people.grown_up import is_of_my_day
from workflows.people.marked import AGES, GRAVES
from workflows.people.marks import OF_AN_AGE, OF_MY_DAY, OF_THE_DEAD, OF_YOURS, OF_YOUTH
from workflows.people.mention import Fit
from workflows.people.spot import Spot
from workflows.people.vocabulary import english, known
from workflows.people.wordlists import people_words

FORENAMES = frozenset({Fit.FORENAME, Fit.UNLISTED, Fit.SIMILAR})
SAID, NEAR, LATER = 7, 14, 24
YOU = frozenset({"you", "your", "u", "ur"})
MINE = frozenset({"my", "our"})
ABOUT_YOUTH = frozenset({"my", "our", "me", "ago", "days", "when", "was"})
YOUTH = frozenset({("above", "me"), ("below", "me"), ("my", "day"), ("our", "day"), ("years", "ago")})
JOINTS = frozenset({"and", "&", "+", "n", ",", "or", "both"})
MANY = frozenset({"have", "are", "haven't", "havent", "aren't", "arent", "do"})
WOOED = frozenset({"proposed", "courted", "married", "wooed"})
PASSED = frozenset({"passed_away", "is_buried", "lies_buried"})
PERIODS = frozenset({"year", "years", "yr", "yrs"})
HE_HAS = frozenset({"he", "she"})
NEXT_DOOR = 2
NOT_OLD = frozenset(
    {"poor", "good", "little", "dear", "year", "years", "yr", "yrs", "month", "months", "week", "big", "silly"}
)
STOPS = frozenset({".", "!", "?", "\n"})
WAS = frozenset({"is", "was", "turned", "turns", "aged", "at", "be", "she's", "he's", "shes", "hes", "were"})
THEY = frozenset({"he", "she", "him", "her", "he's", "she's", "hes", "shes", "he'll", "she'll"})
UNITS = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "odd", "something"})
ME = frozenset({"me", "i", "myself"})
ARTICLES = frozenset({"a", "an", "the", "our", "my"})
IN_A_PLAY = frozenset({"play", "nativity", "show", "panto", "assembly", "costume", "dressed", "mini", "little", "born",
                       "natural", "future", "budding", "next", "proper"})  # fmt: skip
SURELY_A_STREET = frozenset({"street", "road", "avenue", "station", "terrace", "crescent", "roundabout"})
ISLANDS = families.family("street", "islands")
STREETS = families.family("street", "words") | SURELY_A_STREET


def of_elders(spot: Spot) -> Iterator[str]:
    """Names of the cues of grown-ups by age, youth and trade, and of streets and firms."""
    mention = spot.mention
    if mention.fit in FORENAMES:
        if _is_a_colleagues_surname(spot):
            yield "a colleague's surname"
        if _is_a_street(spot):
            yield "name of a street"
        if spot.possessive and _owns_what_has_a_capital(spot):
            yield "owns what has a capital"
        if _is_said_to_be_grown_up(spot):
            yield "said to be grown up"
        if _is_spoken_to_as_a_grown_up(spot):
            yield "spoken to as a grown-up"
    if spot.left == "old" and spot.sooner not in NOT_OLD and spot.token.capital:
        yield "called old"
    if _is_dead(spot):
        yield "of the dead"
    if _is_many(spot):
        yield f"before a verb of many{', place' if _is_a_place(spot) else ''}"
    if (_is_a_place(spot) and _is_where_one_goes(spot)) or (spot.word in ISLANDS and _is_an_island(spot)):
        yield "place where one goes"
    if not spot.scene.draft and spot.token.capital and _shares_a_chore(spot):
        yield "shares a chore with the writer"
    if spot.scene.marked & OF_AN_AGE and _is_of_age(spot):
        yield "of age"
    if spot.scene.marked & (OF_YOUTH | OF_MY_DAY) and _is_of_the_writers_youth(spot):
        yield "of the writer's youth"


def _is_a_colleagues_surname(spot: Spot) -> bool:
    """Delaney's on another power trip: nobody but Mrs Delaney."""
    mention = spot.mention
    if mention.pupils or mention.staff or mention.surname or mention.initial or not spot.token.capital:
        return False
    return bool(spot.scene.register.staff.with_surname(key(spot.word)))


def _is_a_street(spot: Spot) -> bool:
    """James Street station, by Nelson Road; Barrow Hill is one way."""
    mention = spot.mention
    word = spot.key(mention.last) if mention.surname else spot.right
    if word not in STREETS or mention.initial or (not mention.surname and spot.possessive):
        return False
    if word in SURELY_A_STREET:
        return True
    if not spot.capital(mention.last + (0 if mention.surname else 1)):
        return False
    around = (*spot.following(SAID), *(spot.before(steps) for steps in range(1, 4)))
    return not families.family("street", "talk").isdisjoint(around)


def _owns_what_has_a_capital(spot: Spot) -> bool:
    """Musa's Ponies, Kitty's Grill; but: Zak's Mum, Mia's Year 3 class."""
    at = spot.mention.last + 1
    if not spot.capital(at) or spot.opens(at) or spot.scene.tokens[at].shouted or not spot.token.capital:
        return False
    word = spot.right
    if word in families.family("cues", "own_things", "family", "things") or word in families.family(
        "deeds", "kin_after"
    ):
        return False
    of_people = word in known() or word in people_words("titles") or word in spot.scene.register.class_words
    return word in english() and len(word) > 3 and not of_people and word not in families.family("street", "no_firm")


def _is_said_to_be_grown_up(spot: Spot) -> bool:
    """Will is the gate man now; Joseph was a carpenter; but: Zak is a mini builder; is the vet in the play."""
    if spot.right not in ("is", "was"):
        return False
    words = spot.following(SAID)
    if ARTICLES.isdisjoint(words[1:3]):
        return False
    sentence = words[1 : next((at for at, word in enumerate(words) if word in STOPS or word == ","), len(words))]
    return not IN_A_PLAY.intersection(sentence) and any(
        word in families.family("street", "grown_up_at_work") for word in sentence[1:4]
    )


def _is_spoken_to_as_a_grown_up(spot: Spot) -> bool:
    """I know where you live, Nora; Zak, move your car: only a grown-up has a car, a house and a husband."""
    called = not (spot.right[:1].isalnum() and spot.left[:1].isalnum())
    if not called or not spot.token.capital or spot.possessive:
        return False
    if (
        spot.token.opens
        and spot.right == ","
        and spot.later in MINE
        and spot.after(3) in ("lad", "lads", "girl", "son")
    ):
        return not YOU.isdisjoint(spot.following(NEAR))
    if not spot.scene.marked & OF_YOURS:
        return False
    around = spot.scene.words[max(0, spot.mention.first - NEAR) : spot.mention.last + NEAR]
    pairs = families.family("street", "of_you_grown_up")
    return any(f"{one}_{two}" in pairs for one, two in pairwise(around))


def _shares_a_chore(spot: Spot) -> bool:
    """Elsie, Maud and me will do the urn; me and George fetch the trestle tables; but: Max and me made pancakes."""
    if spot.left in JOINTS and spot.sooner in ME:
        words = spot.following(NEAR)
    elif spot.right in JOINTS:
        told = spot.following(SAID)
        at = next((at for at, word in enumerate(told) if word in ME), 0)
        first = spot.mention.last + 1
        if at == 0 or not all(spot.key(each) in JOINTS or spot.capital(each) for each in range(first, first + at)):
            return False
        words = spot.following(at + NEAR)[at:]
    else:
        return False
    end = next((at for at, word in enumerate(words) if word in STOPS), len(words))
    return not families.family("street", "chores").isdisjoint(words[:end])


def _is_of_age(spot: Spot) -> bool:
    """Our Poppy is seventeen; our Rose's fifty one; she was 84; but: 85 % and 90 minutes are no age."""
    words = spot.following(LATER)
    if AGES.isdisjoint(words):
        return False
    if spot.scene.keys[spot.mention.last][-2:] == "'s":
        words = ["is", *words]
    if words[0] == "," and words[1:2] != [] and words[1] in AGES and words[1].isalpha():
        words = ["is", *words[1:]]
    for at, (one, two) in enumerate(pairwise(words)):
        units = words[at + 2 : at + 3] != [] and words[at + 2] in UNITS
        if one in WAS and two in AGES and _ends_an_age(words[at + 3 if units else at + 2 :][:2]):
            subject = words[at - 1] if at else ""
            here = at == 0 or subject == "will" or (at == NEXT_DOOR and subject == "door")
            if here or one in THEY or subject in THEY or (one == "aged" and at < SAID):
                return True
    return False


def _ends_an_age(words: Sequence[str]) -> bool:
    return not words or not words[0][:1].isalnum() or words[0] in families.family("street", "after_an_age")


def _is_dead(spot: Spot) -> bool:
    """Big Jack will be turning in his grave, since Arthur died, Freddie senior, God rest Nora."""
    before, after = spot.left, spot.right
    if after in ("senior", "snr", "sr") or (after in ("died", "passed") and before in ("since", "when", "after")):
        return True
    if before in ("rest", "late") and (spot.sooner, before) in (("god", "rest"), ("the", "late")):
        return True
    if not spot.scene.marked & OF_THE_DEAD:
        return False
    words = spot.following(LATER)
    if (before in MINE and after in WOOED and "me" in words[1:3]) or _is_told_to_be_dead(words):
        return True
    words = words[:NEAR]
    if GRAVES.isdisjoint(words):
        return False
    return any(one in ("his", "her", "their") and two in GRAVES for one, two in pairwise(words))


def _is_told_to_be_dead(words: Sequence[str]) -> bool:
    """He's been dead nine years, been gone ten years, passed away in March; but: his tablet has been dead for years."""
    pairs = list(pairwise(words))
    if any(f"{one}_{two}" in PASSED for one, two in pairs):
        return True
    told = (at for at, pair in enumerate(pairs) if pair in (("been", "dead"), ("been", "gone")))
    return any(at and words[at - 1] in HE_HAS and not PERIODS.isdisjoint(words[at + 2 : at + 6]) for at in told)


def _is_many(spot: Spot) -> bool:
    """Chelsea have never played that well, Rowan are swimming on Thursday: a team, a class or a firm."""
    many = spot.right in MANY or (spot.left == "are" and spot.right.endswith("ing"))
    return many and not (spot.possessive or spot.left in JOINTS or spot.sooner in JOINTS)


def _is_a_place(spot: Spot) -> bool:
    return spot.word in families.family("word_classes", "places")


def _is_where_one_goes(spot: Spot) -> bool:
    """We did Skye in June, Skye was wetter, like Florence at Easter."""
    if spot.left in ("did", "done", "doing", "visited", "visiting", "around", "of"):
        return spot.sooner in ("we", "i", "they", "me", "us") or spot.right in ("in", "at", "last", "for", "by")
    return spot.right in ("is", "was") and not families.family("street", "weather").isdisjoint(spot.following(SAID))


def _is_an_island(spot: Spot) -> bool:
    """We sailed to Iona; off we went to Coll; Skye looked stunning, not a cloud over the Cuillin."""
    if not spot.token.capital or spot.possessive:
        return False
    if spot.left == "to":
        sooner = spot.sooner
        return sooner in families.family("street", "travels") or (
            sooner == "went"
            and spot.before(3) in ("we", "they")
            and spot.right not in ("about", "over", "with", "because")
        )
    told = spot.right in ("is", "was", "looked", "looks")
    return told and not families.family("street", "landscape").isdisjoint(spot.following(NEAR))


def _is_of_the_writers_youth(spot: Spot) -> bool:
    """Was in my year, the year above me, in our day the nit nurse was called Poppy."""
    first, last = spot.mention.first, spot.mention.last
    told = spot.scene.words[max(0, first - NEAR) : last + SAID]
    if ABOUT_YOUTH.isdisjoint(told):
        return False
    if any(pair in YOUTH for pair in pairwise(told)) or is_of_my_day(told):
        return True
    return any(
        was in WAS and within == "in" and mine in MINE and told[at + 3 : at + 4] in (["year"], ["class"], ["form"])
        for at, (was, within, mine) in enumerate(zip(told, told[1:], told[2:], strict=False))
    )
