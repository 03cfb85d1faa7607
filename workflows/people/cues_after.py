"""Cues of the words after a possible name."""

from collections.abc import Iterator, Sequence

from workflows.people import families
from workflows.people.deeds import is_no_deed
from workflows.people.details import may_be_a_year
from workflows.people.families import names_of
from workflows.people.mention import SURNAMED
from workflows.people.spot import Spot, family
from workflows.people.vocabulary import everyday
from workflows.people.wordlists import people_words

AFTER = frozenset({"verbs", "saywords", "role", "pronoun"})
SMALL = frozenset(
    {"little", "wee", "lil", "tiny", "first", "second", "third", "fourth", "last", "lead", "star", "very"}
)
NUMBERS = frozenset({"II", "III", "IV", "VI", "VII", "VIII", "IX", "XII", "XIV", "XVI"})
STOPS = frozenset({"", ".", "!", "?", "\n"})
YOU = frozenset({"you", "u", "ur", "your", "you're", "you've", "youre", "my"})
WHOSE = frozenset({"our", "the", "a", "my", "their", "your", "his", "her", "its"})
WHO = WHOSE | {"an", "one"}
JOINT = frozenset({"&", "and", "+"})
FIRM = frozenset({"son", "sons", "daughter", "daughters", "bros", "brothers", "co", "company", "partners"})
TRADES = people_words("trades")
DEEDS_TOO = frozenset({"dance", "travel", "wraps", "cuts", "treats", "blooms", "bakes", "tools"})
PERIODS = frozenset(
    {
        "mud",
        "play",
        "corner",
        "week",
        "month",
        "day",
        "term",
        "year",
        "today",
        "tomorrow",
        "dad",
        "mum",
        "junior",
        "young",
    }
)
ROLE_FAR, FROM_A_PLACE = 10, 3
PRONOUN_REACH, ROLE_REACH, NAME_REACH, THINGS_REACH, TRADE_REACH = 14, 5, 7, 3, 3


def after(spot: Spot) -> Iterator[str]:
    """Names of the cues that the words after the mention give."""
    yield from _possessive(spot)
    yield from _verbs(spot)
    yield from _people(spot)
    yield from _places(spot)
    following = spot.right
    capital = "capital " if spot.token.capital else "small "
    if following in STOPS or not following[:1].isalnum():
        yield f"word {capital}before a stop" if spot.wordy else "before a stop"
    elif following not in everyday() and spot.capital(spot.mention.last + 1):
        yield "before another capital"
    if spot.wordy and following in family("wordy_next"):
        yield "word before a little word"


def _possessive(spot: Spot) -> Iterator[str]:
    if not spot.possessive:
        return
    next_capital = spot.capital(spot.mention.last + 1)
    yield from spot.said("possessive")
    yield from spot.said(f"possessive before a {'capital' if next_capital else 'small letter'}")
    if spot.wordy and spot.token.capital and spot.right in family("own_things"):
        yield "word possessive, a child's own thing"
    if spot.right in family("family") and spot.word in family("hardly_a_thing"):
        yield "word that is hardly a thing, possessive family"
    for name in ("family", "things"):
        if spot.right in family(name):
            yield from spot.said(f"possessive {name}")
        elif not family(name).isdisjoint(spot.following(THINGS_REACH)):
            yield from spot.said(f"possessive, later {name}")


def _verbs(spot: Spot) -> Iterator[str]:
    if is_no_deed(spot.following(2)):
        return
    following, capital = spot.right, "capital " if spot.token.capital else "small "
    for name in AFTER & names_of("cues", following):
        yield f"word {capital}before {name}" if spot.wordy else f"before {name}"
    if following in family("verbs") or (following.endswith("ed") and len(following) > 4):
        yield f"word {capital}before verbs" if spot.wordy else "before verbs"
        if spot.wordy and spot.token.opens:
            yield f"word {capital}opening before verbs"
    if spot.wordy and spot.token.capital:
        if following in family("finite"):
            yield "verb before a finite verb" if spot.word in ("will", "may") else "word before a finite verb"
        if following in family("human_deeds"):
            yield "word before a human deed"
        if spot.word in family("hardly_a_thing") and _is_human(spot):
            yield "word that is hardly a thing, before a human deed"
    if following.endswith("ing") and len(following) > 5:
        yield from spot.said("before a participle")


def _is_human(spot: Spot) -> bool:
    """Summer fell off the stage, Pearl has been sick: done or suffered by people only."""
    if spot.word in spot.scene.register.class_words and not spot.token.opens:
        return False
    if spot.right in families.family("cues", "human_deeds", "accidents"):
        return True
    states = not family("states").isdisjoint(spot.following(1 + THINGS_REACH)[1:])
    return (spot.right in family("finite") or spot.right == "is") and states


def _people(spot: Spot) -> Iterator[str]:
    following, later = spot.right, spot.later
    capital = "capital " if spot.token.capital else "small "
    if following in YOU and (not spot.wordy or spot.token.capital):
        yield from spot.said("before you")
    if following == "who" or (following == "," and later in ("who", "whose")):
        yield "before who"
    words = spot.following(PRONOUN_REACH - 1)
    if not family("pronoun").isdisjoint(words):
        yield f"word {capital}then a pronoun" if spot.wordy else "then a pronoun"
    if (
        following == ","
        and later in WHOSE
        and later != "your"
        and not family("grown_up_role").isdisjoint(words[1:ROLE_REACH])
    ):
        yield "then a grown-up's role"
    if spot.scene.draft and _has_a_role(spot):
        yield "then a role at the school"
    if following == "the" and not family("trade").isdisjoint((later, spot.after(3))):
        yield "then the trade"
    if spot.scene.tokens[spot.mention.last].surface in NUMBERS or _number_follows(spot):
        yield "a ruler's number"
    told_what = following == "," and later in WHOSE
    if following in people_words("animals") and not spot.possessive:
        yield "before an animal"
    the_animal = following == "the" and spot.left not in family("bidding")
    if (told_what or the_animal) and spot.mention.fit not in SURNAMED and _is_an_animal(words[1:ROLE_REACH]):
        yield "then an animal"
    if following in family("finite") and any(word in ("name", "names") for word in words[1:NAME_REACH]):
        yield "said to be a name"


def _has_a_role(spot: Spot) -> bool:
    """Pearl, our lollipop lady; Isabella from Brazil, an au pair; but not: Ella, our gardener of the month."""
    words = spot.following(ROLE_FAR)
    comma = words.index(",") if "," in words else ROLE_FAR
    if comma > FROM_A_PLACE or (comma and words[0] not in ("from", "of")):
        return False
    said = words[comma + 1 : comma + 1 + ROLE_REACH]
    if WHO.isdisjoint(said[:1]) or not PERIODS.isdisjoint(words):
        return False
    return not (_roles().isdisjoint(said) and families.family("lessons", "serving").isdisjoint(said))


def _roles() -> frozenset[str]:
    return families.family("cues", "grown_up_role", "trade")


def _number_follows(spot: Spot) -> bool:
    """George VI, Henry VIII, Pope John Paul II."""
    at = spot.mention.last + 1
    return at < len(spot.scene.tokens) and spot.scene.tokens[at].surface in NUMBERS


def _is_an_animal(words: Sequence[str]) -> bool:
    """Florence, our school dog; not Alfie, our little bear."""
    return any(word in people_words("animals") for word in words) and not SMALL & set(words)


def _places(spot: Spot) -> Iterator[str]:
    following, later = spot.right, spot.later
    if following in people_words("after_a_place_name") and (spot.wordy or spot.capital(spot.mention.last + 1)):
        yield "before a place word"
    if following in ("class", "classes"):
        yield "before class"
    if following in JOINT and _with_family(spot):
        yield "with family"
    if following in ("from", "in", "of") and (later in spot.scene.register.class_words or may_be_a_year(later)):
        yield "before a class"
    if is_a_firm(spot):
        yield "a firm"
    if spot.mention.staff and _is_at_a_post(spot):
        yield "at a post of the school, staff"


def _is_at_a_post(spot: Spot) -> bool:
    """Pat on the desk, Sue on dinners: where the staff of a school are found."""
    posts = family("post_of_staff")
    return spot.right in ("on", "in", "at", "from") and not posts.isdisjoint(spot.following(3)[1:])


def _with_family(spot: Spot) -> bool:
    """Frank and family; Frank and the Lamb family."""
    return spot.token.capital and "family" in spot.following(4) and not spot.possessive


def is_a_firm(spot: Spot) -> bool:
    """Bailey & Son, Grant's Family Butchers, Ellis and Daughters; Harvey's of Lewes; hair by Phoebe."""
    if spot.right == "of" and _is_of_a_town(spot):
        return True
    if spot.left == "by" and spot.token.capital and spot.sooner in families.family("grown_ups", "trades_by"):
        return not spot.possessive
    if spot.right in ("bros", "brothers") and spot.capital(spot.mention.last + 1):
        return True
    joined = spot.right in JOINT and spot.capital(spot.mention.last + 2)
    if joined and (spot.later in FIRM or (spot.after(3) in TRADES and _is_no_deed(spot, 3))):
        return True
    if not spot.token.capital or TRADES.isdisjoint(spot.following(TRADE_REACH)):
        return False
    return any(
        spot.after(steps) in TRADES and all(_is_joined(spot, step) for step in range(1, steps))
        for steps in range(1, TRADE_REACH + 1)
        if spot.capital(spot.mention.last + steps)
    )


def _is_of_a_town(spot: Spot) -> bool:
    """Harvey's of Lewes; but: Ava's of Polish descent, Ava's of Badger class."""
    town = spot.later
    shop = spot.scene.keys[spot.mention.last][-2:] == "'s" and spot.capital(spot.mention.last + 2)
    descent = families.family("grown_ups", "descent")
    return shop and town not in spot.scene.register.class_words and descent.isdisjoint(spot.following(4)[2:])


def _is_no_deed(spot: Spot, steps: int) -> bool:
    """Hall and Pell Dance; not: Amara and Isla dance so well."""
    return spot.after(steps) not in DEEDS_TOO or spot.capital(spot.mention.last + steps)


def _is_joined(spot: Spot, steps: int) -> bool:
    """Whether the word so many steps after the mention may be a part of a firm's name."""
    return spot.capital(spot.mention.last + steps) or spot.after(steps) in JOINT
