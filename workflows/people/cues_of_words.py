"""Cues of a possible name that is an English word as well: how such a word stands when it is somebody's name."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, pairwise

from workflows.people import families
from workflows.people.cues_around import among_its_kind
from workflows.people.deeds import does_as_people_do, is_as_people_are
from workflows.people.mention import Fit
from workflows.people.spot import Spot, family
from workflows.people.vocabulary import english

AHEAD, TALK, DRESSED = 7, 15, 5
AWAY = frozenset({"home", "alone", "inside", "upstairs", "downstairs", "outside", "late", "poorly", "ill", "sick"})
GOING = frozenset({"going", "coming", "came", "went", "goes", "comes", "dressed", "dressing"})
JOINT = frozenset({"&", "and", "+"})
YOUNG = frozenset({"young", "little", "wee", "lil", "lickle", "mini"})
NEEDED = frozenset({"wanted", "needed", "required", "available", "said", "sung", "served", "provided"})
TO_A_PLACE = frozenset({"from", "in", "to", "near", "at", "via", "around", "outside", "across"})
HAVING = frozenset({"has", "had", "got", "gets", "caught"})
WHOSE = frozenset({"his", "her", "their"})
DETERMINED = frozenset({"that", "your", "his", "her", "their", "my", "its", "whose", "or"})
YOU = frozenset({"you", "u", "your", "ur", "you're", "youre", "you've", "you'll"})
BIDDING = frozenset(
    {"get", "put", "come", "go", "stop", "tell", "leave", "give", "wait", "look", "bring", "ring", "read"}
)
PLAYING = frozenset({"as", "be", "being", "playing", "plays", "played", "become", "became", "were", "are", "been"})
THANKED = frozenset({"thanks", "ta", "cheers"})
PLEASE = frozenset({"please", "pls", "plz", "can", "could", "thanks", "thank"})
SPOKEN = frozenset({"me", "you", "u", "done", "played", "luck", "hey", "oi", "yay", "woo", "thanks", "ta", "sorry"})


def of_words(spot: Spot) -> Iterator[str]:
    """Names of the cues that tell a word which is somebody's name from the word itself."""
    if spot.left in TO_A_PLACE and spot.word in families.family("word_classes", "places"):
        yield "place after a preposition"
    if not spot.wordy:
        if _describes(spot):
            yield "name before another noun"
        if spot.word in families.family("word_classes", "places") and _is_said_of_a_thing(spot):
            yield "place is as things are"
        return
    size = "capital" if spot.token.capital else "small"
    for cue in chain(_by_the_clause(spot), _by_the_people(spot)):
        yield f"{size} {cue}"
    if _is_counted(spot):
        yield "word with an article"
    if _is_a_value(spot):
        yield "talk of values"
    if not spot.token.capital:
        yield from _of_small_letters(spot)


def _by_the_clause(spot: Spot) -> Iterator[str]:
    """What the sentence makes of the word: its subject, a bare noun, a description, a thing."""
    if _may_be_subject(spot):
        ahead = spot.following(AHEAD - 1)
        if does_as_people_do(ahead):
            yield "word does as people do"
        elif is_as_people_are(ahead):
            yield "word is as people are"
        elif _dresses_up(ahead):
            yield "word dresses up"
        if (spot.right in _finite() or spot.right in _deeds_past()) and not family("own_things").isdisjoint(ahead):
            yield "word acts with own things"
    if not _is_counted(spot) and _stands_bare(spot):
        yield "countable word stands bare"
    if _describes(spot):
        yield "word before another noun"
    if _is_said_of_a_thing(spot):
        yield "word is as things are"


def _deeds_past() -> frozenset[str]:
    return families.family("deeds", "past")


def _dresses_up(words: Sequence[str]) -> bool:
    """Kitty is coming as a tin of beans, hope went as a cloud: only people go as somebody or something."""
    return any(word in GOING and following == "as" for word, following in pairwise(words[:DRESSED]))


def _by_the_people(spot: Spot) -> Iterator[str]:
    """Who is spoken to, asked about or named with it."""
    if spot.word in family("adult_kin") and spot.mention.fit not in (Fit.FULL, Fit.INITIAL):
        yield "word for a grown-up relative"
    if spot.possessive and spot.right in families.family("deeds", "kin_after"):
        yield "word possessive kin"
    if _is_taken(spot):
        yield "word taken as people are"
    if spot.right in JOINT and spot.later in WHOSE:
        yield "word with its people"
    if _is_asked_about(spot):
        yield "word asked about"
    if _is_spoken_to(spot):
        yield "word spoken to"


def _of_small_letters(spot: Spot) -> Iterator[str]:
    if spot.word in _verbs_too() and not spot.left and (spot.right in family("finite") or spot.right == "is"):
        yield "small verb before a finite verb"
    elif spot.left in YOUNG and spot.right != "of" and not _describes(spot) and not is_countable(spot):
        yield "small word after young"
    elif spot.left == "our" and not _describes(spot) and spot.word not in families.family("word_classes", "times"):
        yield "small word of our own"


def _is_a_value(spot: Spot) -> bool:
    """Our value this half term is Patience; the theme of worship is Faith and Hope."""
    if spot.word not in families.family("kinds", "virtues"):
        return False
    values = families.family("word_classes", "values")
    return not values.isdisjoint(spot.scene.words[max(0, spot.mention.first - TALK) : spot.mention.last + TALK])


def _is_counted(spot: Spot) -> bool:
    """The holly, a robin, what a star, this summer: an article or the like makes it a thing."""
    return spot.left in articles() or (spot.sooner in articles() and spot.left in family("own"))


def articles() -> frozenset[str]:
    """Words that stand before a noun and hardly before a name."""
    return families.family("word_classes", "articles")


def _stands_bare(spot: Spot) -> bool:
    """Poppy was late, so proud of Willow: a countable noun in the singular wants an article, a name does not."""
    if not is_countable(spot) or spot.possessive or spot.token.shouted:
        return False
    before, after = spot.left, spot.right
    if before in DETERMINED and not spot.token.capital:
        return False
    if after == "of" or before in PLAYING or (spot.token.opens and spot.word in _verbs_too()):
        return False
    opens = not before[:1].isalnum() or before in _before() or before in _clauses() or does_as_people_do([before])
    closes = (
        spot.is_short_for_is()
        or not after
        or not after[0].isalnum()
        or after in _little()
        or after in _verbs()
        or after.endswith(("ing", "ed"))
        or does_as_people_do([after])
    )
    return opens and closes


def is_countable(spot: Spot) -> bool:
    """Whether the word names something that is counted, so that it wants an article in the singular: a robin."""
    return spot.word in families.family("word_classes", "countable")


def _may_be_subject(spot: Spot) -> bool:
    """Whether a sentence or a clause begins with it; a small letter behind a noun or a preposition is no name."""
    if _is_counted(spot) or (spot.word in ("will", "may") and spot.right not in family("finite")):
        return False
    before = spot.left
    if before in YOUNG and spot.sooner not in articles():
        return True
    return spot.token.capital or not before[:1].isalnum() or before in _clauses()


def _describes(spot: Spot) -> bool:
    """Poppy appeal, rose bushes, Summer fair: the word only tells what kind of thing the next is."""
    after = spot.right
    if after == "leaves" and spot.later in ("make", "are", "were", "all", "everywhere", "and"):
        return True
    if not after[:1].isalpha() or after in _hardly_described() or after.endswith(("ed", "ing", "ly")):
        return False
    if after not in english() or spot.capital(spot.mention.last + 1) or spot.possessive:
        return False
    return not does_as_people_do([after])


def _is_taken(spot: Spot) -> bool:
    """Tell Faith, well played Frank, poor Hope: what stands before it takes a person; not tell em, which is them."""
    if spot.word == "em" and not spot.token.capital:
        return False
    taking = families.family("deeds", "taking_a_person")
    return (spot.left in taking or f"{spot.sooner}_{spot.left}" in taking) and not _describes(spot)


@cache
def _little() -> frozenset[str]:
    return families.family("word_classes", "little") | family("pronoun") | family("because")


@cache
def _participles() -> frozenset[str]:
    return families.family("deeds", "participles") | families.family("deeds", "made_by")


@cache
def _hardly_described() -> frozenset[str]:
    """What is no noun behind it: verbs, little words, states and superlatives."""
    states = families.family("deeds", "states_without_a_verb", "superlatives")
    return _little() | _verbs() | AWAY | _participles() | states | {"best", "top", "front", "o", "versus", "against"}


@cache
def _before() -> frozenset[str]:
    return _little() | _verbs() | {"where", "wheres", "its", "it", "that", "thats", "is", "was", "hi", "hello", "hey"}


@cache
def _asking() -> frozenset[str]:
    return family("aux") - {"are", "were"} | {"is", "was", "where", "wheres", "why", "how", "hows"}


@cache
def _clauses() -> frozenset[str]:
    """Words behind which a clause begins, or that ask for its subject."""
    return _asking() | families.family("word_classes", "before_a_clause")


@cache
def _finite() -> frozenset[str]:
    return family("finite") | family("aux") | {"is", "are"}


def _verbs_too() -> frozenset[str]:
    return families.family("word_classes", "verbs")


@cache
def _verbs() -> frozenset[str]:
    return (
        families.family("deeds", "infinitives")
        | family("verbs")
        | family("finite")
        | family("aux")
        | families.family("deeds", "helpers")
    )


def _is_asked_about(spot: Spot) -> bool:
    """Did hope get her inhaler, where's olive and his bag: whose is what people ask about people."""
    return spot.left in _asking() and not family("pronoun").isdisjoint(spot.following(AHEAD - 2))


def _is_spoken_to(spot: Spot) -> bool:
    """Wait for me Grace; come on Violet! Grace, your wings; Ruby you were the best; but: hope you are well."""
    before, after = spot.left, spot.right
    ends = not after or after in ".!?\n" or not after[0].isascii()
    on = before == "on" and spot.sooner in ("come", "go", "get", "hold", "hang", "keep")
    if ends and (on or before in SPOKEN or (before == "," and spot.within and _is_hardly_a_thing(spot))):
        return True
    if before in THANKED and after == ",":
        return True
    if before == "," and after == "?" and not among_its_kind(spot):
        return True
    if before and before[0].isalnum():
        return False
    if after in YOU:
        return spot.word not in _verbs_too()
    if spot.token.capital and after in BIDDING and _is_hardly_a_thing(spot):
        return True
    if after == "," and spot.later in ("my", "our"):
        return spot.after(3).removesuffix("'s") in family("ownchild")
    if after == "o" and not spot.later[:1].isalnum():
        return True
    if after != ",":
        return False
    return spot.later in YOU or spot.later in PLEASE or (spot.token.capital and _is_praised(spot))


def _is_praised(spot: Spot) -> bool:
    """Precious, we give God the glory! Hope, well done."""
    praise = family("praised_with")
    return spot.later in praise or f"{spot.later}_{spot.after(3)}" in praise


def _is_hardly_a_thing(spot: Spot) -> bool:
    return spot.word in family("hardly_a_thing") or spot.word in _verbs_too()


def _is_said_of_a_thing(spot: Spot) -> bool:
    """Summer is nearly here, the river is up, Violet is my favourite crayon, Rain stopped play."""
    if spot.right in ("was", "is") and spot.later == "said":
        return True
    if spot.right in NEEDED and spot.later in ("for", "please", "by", "to", "in", "on"):
        return True
    if spot.right not in _finite():
        return False
    said = spot.following(5)[1:]
    of_things = families.family("word_classes", "of_things")
    return not of_things.isdisjoint(said) and not happens_to_people(said)


def happens_to_people(words: Sequence[str]) -> bool:
    """Has come home, has lost a front tooth, has been up since five, had nits first."""
    if words[:1] and words[0] in HAVING and not families.family("deeds", "ailments").isdisjoint(words[1:4]):
        return True
    pairs = families.family("deeds", "pairs")
    if any(f"{word}_{following}" in pairs for word, following in pairwise(words)):
        return True
    return bool(words) and words[0] in ("lost", "broken") and words[1:2] in (["a"], ["her"], ["his"], ["another"])
