"""Cues of a word in a place of the sentence that only somebody fills: beside a friend, on the drum, on the label."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from workflows.people import families
from workflows.people.cues_of_words import happens_to_people
from workflows.people.deeds import does_as_people_do
from workflows.people.details import may_be_a_year
from workflows.people.spot import Spot, family
from workflows.people.vocabulary import english

AHEAD, LABEL_REACH = 6, 5
STOPS = frozenset({"", ".", "!", "?", "\n"})
HE_OR_SHE = frozenset({"he", "she", "he's", "she's", "hes", "shes", "he'll", "she'll", "he'd", "she'd"})
HIS_OR_HER = frozenset({"his", "her", "him", "himself", "herself"}) | HE_OR_SHE
IS = frozenset({"is", "was", "isn't", "isnt", "wasn't", "wasnt"})
WHERE = frozenset({"in", "on", "at", "with", "as", "off", "inside"})
ON = frozenset({"on", "in", "inside", "across"})
GIVING = frozenset({"give", "gives", "gave", "giving", "lend", "lent", "show", "showed", "shown", "buy", "bought",
                    "hand", "handed", "offer", "offered", "pass", "passed", "owe", "owes"})  # fmt: skip
TEACHING = frozenset({"teach", "taught", "teaching", "show", "showed", "shown", "tell", "told"})
TAUGHT = frozenset({"where", "how", "what", "who", "manners", "respect", "some", "a", "the"})
GIFT = frozenset(
    {
        "a",
        "an",
        "the",
        "his",
        "her",
        "their",
        "my",
        "some",
        "this",
        "that",
        "another",
        "it",
        "credit",
        "one",
    }
)
OUTSIDE_OF_IT = frozenset({"except", "especially", "bar", "besides", "including", "inc"})
NOT_ONE = frozenset({"neither", "nor"})
ITS = frozenset({"one's", "ones", "one", "its", "it's", "thats", "that's", "is", "was", "be", "isn't", "isnt"})
ALL = frozenset({"all", "thing", "what", "things"})
THIS = frozenset({"this", "that", "these"})
SENDING = frozenset({"send", "sent", "sending", "pick", "picked", "picking", "collect", "collected", "collecting"})
MODALS = frozenset({"can", "can't", "cant", "could", "will", "would", "won't", "wont", "did", "does", "should"})
YOUR = frozenset({"your", "ur", "you're", "you", "u"})
COME = frozenset({"come", "coming", "gone", "came"})
HOWS = frozenset({"hows", "how's", "whens", "when's", "wheres", "where's", "whys", "why's"})
PETS = frozenset({"mate", "love", "sweetheart", "darling", "lad", "pal", "son", "babe", "buddy", "poppet", "sunshine"})
MY = frozenset({"my", "mi", "minha", "meu", "mon", "ma", "mo", "moja", "mój"})
PLACED = frozenset({"top", "first", "second", "third", "last", "fastest", "joint"})
OVER = frozenset({"of", "over", "in", "across", "to", "home", "but", "again", "place", "there", "down", "off"})
MINE = frozenset({"my", "our"})
NOT_AS_OURS = frozenset({"hope", "faith", "joy", "love", "will", "may", "mark", "pride", "price", "star", "king"})
WHITHER = frozenset(
    {"up", "at", "near", "next", "home", "in", "into", "out", "to", "off", "inside", "back", "through", "with", "over"}
)
POINTED_AT = frozenset({"if", "when", "till", "until", "once", "tell", "because", "cos"})
LAYING = frozenset({"lays", "puts"})
THINKING = frozenset({"think", "thinks", "thought", "reckon", "reckons"})
STILL = frozenset({"still", "even", "really", "not", "just", "back", "definitely", "actually", "already", "both"})


def of_slots(spot: Spot) -> Iterator[str]:
    """Names of the cues of the slots; only for a word that somebody at the school is called by."""
    if not spot.wordy or not (spot.mention.pupils or spot.mention.staff):
        return
    if spot.word in spot.scene.register.class_words and not spot.token.opens:
        return
    size = "capital" if spot.token.capital else "small"
    for cue in chain(_by_what_follows(spot), _by_what_stands_before(spot)):
        yield f"{size} {cue}"


def _by_what_follows(spot: Spot) -> Iterator[str]:
    after, later, ahead = spot.right, spot.later, spot.following(AHEAD)
    opens = not spot.left[:1].isalnum() or spot.left in families.family("word_classes", "before_a_clause")
    pet = later if after in MY else after
    if opens and (pet in PETS or pet in family("pet_after")):
        yield "word, then a pet word"
    if "herself" in ahead or "himself" in ahead:
        yield "word of oneself"
    if opens and after in PLACED and later in OVER and not _is_a_time(spot):
        yield "word placed as people are"
    if opens and after in THINKING and later in HE_OR_SHE:
        yield "word that thinks of itself"
    if after == "by" and later == "name":
        yield "word by name"
    if _is_on_a_label(spot):
        yield "word on a label"
    if opens and after in STOPS and later in HE_OR_SHE and after:
        yield "word, then he or she"
    told_apart = after == "(" or (after == "," and opens) or (after in ("in", "from") and _is_a_pupils_only(spot))
    if told_apart and (may_be_a_year(later) or later in spot.scene.register.class_words):
        yield "word, then a class"
    if opens and after == "," and spot.token.capital and not YOUR.isdisjoint(ahead):
        yield "word, then your"
    if _is_where_people_are(ahead):
        if spot.left in IS:
            yield "word asked about in a place"
        elif opens:
            yield "word placed as people are"
    if opens and _is_without_a_verb(ahead[:3]):
        yield "word in a state without a verb"
    if after in _finite() and happens_to_people(ahead) and not (_is_a_time(spot) and later in COME):
        yield "word of what happens to people"
    if spot.token.key.endswith(("'ll", "'d")) and not _is_a_time(spot):
        yield "word before a shortened will"
    if after in _finite() and _cannot_be_a_subject(spot) and not any(map(_is_a_number, ahead[:3])):
        yield "word that is no noun, before a finite verb"


def _is_a_pupils_only(spot: Spot) -> bool:
    """Ruby in Year 3 is a pupil of that name, and neither a colleague nor Summer in Year 3 nor Rowan class."""
    a_pupils = bool(spot.mention.pupils) and not spot.mention.staff and spot.token.capital
    return a_pupils and not _is_a_time(spot) and spot.word not in spot.scene.register.class_words


def _by_what_stands_before(spot: Spot) -> Iterator[str]:
    before, sooner, after = spot.left, spot.sooner, spot.right
    left = before in ("leave", "left", "leaving") and after in ("alone", "out", "be")
    taught = before in TEACHING and after in TAUGHT
    if left or taught or (before in GIVING and after in GIFT):
        yield "word that is given something"
    elif f"{sooner}_{before}" in families.family("deeds", "beside_a_person") and not _goes_on(spot):
        yield "word beside somebody"
    elif before in families.family("deeds", "bringing") and after in WHITHER and not _is_put_somewhere(spot):
        yield "word that is brought"
    elif before in families.family("deeds", "seeing") and (after.endswith("ing") or does_as_people_do([after])):
        yield "word seen at it"
    if before in HOWS and not _goes_on(spot) and not _is_stuff(spot):
        yield "word asked about in a place"
    if before in THIS and sooner in IS and (after in WHERE or after.endswith("ing")):
        yield "word asked about in a place"
    if _is_set_apart(before, sooner) and not _goes_on(spot) and not _is_a_time(spot):
        yield "word set apart"
    if before == "that" and sooner in POINTED_AT and _does_something(spot):
        yield "word pointed at"
    if before in ALL and _is_of_whoever_can(spot):
        yield "word of whoever can"
    if spot.mention.possessive and (after in STOPS or after == ",") and not _is_a_time(spot) and _is_told(spot):
        yield "word owning what was told"
    if before in MINE and spot.word not in NOT_AS_OURS and is_one_person(spot):
        yield "word of ours, then he or she"
    if before in family("ownchild") and not spot.token.capital and not _goes_on(spot) and not _may_be_a_verb(spot):
        yield "word after kin"
    if before == "go" and after in STOPS and spot.word not in families.family("kinds", "colours"):
        yield "word cheered on"


def _does_something(spot: Spot) -> bool:
    """If that max lays one more finger, if that hunter comes near her."""
    return spot.right in LAYING or spot.later == "near" or does_as_people_do(spot.following(AHEAD - 2))


def _is_set_apart(before: str, sooner: str) -> bool:
    """Everyone but Ash, not just Jade, especially Violet, neither did Storm."""
    if before in OUTSIDE_OF_IT or (sooner in NOT_ONE and (before in IS or before in ("did", "can", "has"))):
        return True
    return f"{sooner}_{before}" in families.family("deeds", "set_apart")


def _is_of_whoever_can(spot: Spot) -> bool:
    """Soup is all Ray can manage, what Rose heard; but: all hope is lost."""
    if does_as_people_do(spot.following(AHEAD - 2)) or spot.right in MODALS | {"wants", "needs", "talks"}:
        return True
    return spot.sooner in IS | {"the", "are"} and spot.right in _finite()


def _is_told(spot: Spot) -> bool:
    """It's Daisy's, that one's Amber's, is this Jade's?"""
    before = spot.left
    return before in ITS or (before in THIS and spot.sooner in IS | {"are"}) or not before


def _is_on_a_label(spot: Spot) -> bool:
    """Rowan on the label, Daisy on the tag, jade written inside it."""
    labels = families.family("word_classes", "labels")
    if spot.right in ON:
        return not labels.isdisjoint(spot.following(LABEL_REACH)[1:])
    if spot.left in ("says", "said", "say", "reads"):
        sooner = [spot.before(steps) for steps in range(2, LABEL_REACH)]
        if not labels.isdisjoint(sooner):
            return True
    return spot.right in ("written", "sewn", "scrawled", "inked") and spot.later in ON


def _is_where_people_are(words: Sequence[str]) -> bool:
    """On the tuba, still in isolation, in the goat costume, with her tongue out; but: at the front of the border."""
    rest = words[next((at for at, word in enumerate(words) if word not in STILL), len(words)) :]
    if not rest or rest[0] not in WHERE:
        return False
    told = rest[1 : next((at for at, word in enumerate(rest) if word in STOPS or word == ","), len(rest))]
    if rest[0] == "with":
        return not HIS_OR_HER.isdisjoint(told[:3]) or not families.family("deeds", "toys").isdisjoint(told[:3])
    places = families.family("deeds", "where_people_are")
    if rest[0] == "in" and not families.family("details", "clothes").isdisjoint(told[:3]):
        return True
    parts = families.family("deeds", "where_people_stand")
    return any(
        word in places
        or (word in parts and told[at + 1 : at + 2] != ["of"] and told[:1] in (["the"], ["her"], ["his"]))
        for at, word in enumerate(told[:4])
    )


def _is_without_a_verb(words: Sequence[str]) -> bool:
    """Rose poorly today, Ash off sick, Dale late as usual, Frank holding the snake, Amber not picked."""
    if not words:
        return False
    if words[0] == "mid":
        return len(words) > 1
    if words[0] == "off":
        return words[1:2] != [] and words[1] in families.family("deeds", "off_for")
    if words[0] == "not":
        return words[1:2] != [] and (words[1] in families.family("deeds", "states") or words[1].endswith("ing"))
    return words[0] in families.family("deeds", "states_without_a_verb")


def _is_a_number(word: str) -> bool:
    return word[:1].isdigit() or word in families.family("word_classes", "numbers")


def _cannot_be_a_subject(spot: Spot) -> bool:
    """Frank would, drew has, rob is: no adjective and no verb is the subject of another verb."""
    if spot.word not in families.family("word_classes", "no_noun"):
        return False
    return spot.token.capital or not spot.left[:1].isalnum() or spot.left in ("and", "but", "cos", "if", "when")


def _is_put_somewhere(spot: Spot) -> bool:
    """Put honey in; but: send Jade to the office, picking Honey up at two."""
    person = spot.left in SENDING and (spot.right == "up" or (spot.right, spot.later) == ("to", "the"))
    return _is_stuff(spot) and not person


def _is_stuff(spot: Spot) -> bool:
    return spot.word in families.family("word_classes", "stuff") or _is_a_time(spot)


def _is_a_time(spot: Spot) -> bool:
    return spot.word in families.family("word_classes", "times")


def _may_be_a_verb(spot: Spot) -> bool:
    """My son will, our lad drew a cat."""
    return spot.word in families.family("word_classes", "verbs") or spot.word in ("will", "may", "can")


def is_one_person(spot: Spot) -> bool:
    """Whether the rest of the sentence speaks of him or her."""
    words = spot.following(9)
    sentence = words[: next((at for at, word in enumerate(words) if word in STOPS), len(words))]
    return not HIS_OR_HER.isdisjoint(sentence)


def _goes_on(spot: Spot) -> bool:
    """Especially Faith schools, next to holly bushes: the word only describes the next."""
    after = spot.right
    if not after[:1].isalpha() or spot.possessive or after in _followers():
        return False
    return after in english() and not after.endswith(("ed", "ing"))


@cache
def _followers() -> frozenset[str]:
    little = families.family("word_classes", "little") | family("pronoun") | family("because")
    return little | family("verbs") | _finite() | families.family("deeds", "infinitives")


@cache
def _finite() -> frozenset[str]:
    return family("finite") | family("aux") | families.family("deeds", "helpers")
