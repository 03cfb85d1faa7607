"""Cues of the words before a possible name."""

from collections.abc import Iterator, Sequence

from workflows.people import families
from workflows.people.ages import MONTHS
from workflows.people.cues_spelling import is_among_foreign_words
from workflows.people.families import names_of
from workflows.people.marks import OF_ANIMALS
from workflows.people.spot import Spot, family
from workflows.people.wordlists import people_words

BEFORE = frozenset(
    {"cheer", "thanks", "own", "ownchild", "adult", "role", "called", "place_before", "bymaker", "with", "aux",
     "bidding", "greeting", "because", "saywords"}
)  # fmt: skip
ARTICLES = frozenset({"the", "a", "an", "some", "any", "no", "more", "every", "this", "these"})
TITLE_REACH, LATER, CALLED_WITHIN, PRAISED_WITHIN = 4, 4, 8, 4
CONGRATULATIONS = frozenset(
    {("well", "done"), ("happy", "birthday"), ("good", "luck"), ("well", "soon"), ("thank", "you"), ("proud", "of"),
     ("shout", "out"), ("hats", "off"), ("welcome", "back"), ("big", "thanks"), ("huge", "thanks"), ("night", "night"),
     ("go", "on"), ("come", "on"), ("way", "to"), ("say", "hello"), ("say", "hi"), ("say", "goodbye"),
     ("say", "farewell"), ("wave", "goodbye"), ("sorry", "to"), ("good", "girl"), ("good", "boy"), ("good", "lad"),
     ("good", "lass"), ("clever", "girl"), ("clever", "boy"), ("nice", "one"), ("birthday", "to")}
)  # fmt: skip
# Great job, amazing effort: whatever is praised, with what was done for it.
PRAISED_AS = frozenset(
    {"great", "good", "amazing", "brilliant", "fantastic", "fab", "super", "excellent", "awesome", "top"}
)
DONE = frozenset({"job", "work", "effort", "going", "stuff", "singing", "dancing", "running", "acting", "playing"})
# Some for your dad Milli: whoever is spoken to has a name behind it.
YOURS = frozenset({"your", "ur", "yer"})
# What is written whole, so that a stop behind it ends the sentence.
NEVER_SHORTENED = frozenset({"miss", "sir", "madam", "ma'am"})
SMALL_TITLES = family("small_title")
PRAISED = frozenset(
    {"superstar", "superstars", "star", "legend", "champion", "champ", "hero", "heroine", "beauty", "genius", "stunner",
     "winner", "angel", "trooper", "diamond", "absolute", "clever", "brave", "gorgeous", "smashed", "nailed", "rock"}
)  # fmt: skip
SPOKEN_TO = frozenset({"were", "are", "was", "did", "have", "looked", "sang", "danced", "played"})
VERBS_BEFORE_YOU = frozenset({"hope", "will", "may", "wish", "trust", "bet", "pray", "mark", "bless", "love", "chase"})
CHEERED = frozenset({"goodbye", "farewell", "congratulations", "congrats", "bravo", "kudos", "hooray", "thanks"})


def before(spot: Spot) -> Iterator[str]:
    """Names of the cues that the words before the mention give."""
    last = spot.left
    if last == "." and spot.sooner in people_words("titles"):
        last = spot.sooner
    for name in BEFORE & names_of("cues", last):
        yield from spot.said(f"after {name}")
    if spot.token.capital and last in family("aux_not"):
        yield from spot.said("after aux")
    if spot.token.capital and (_congratulated(spot) or _addressed(spot)):
        yield "word congratulated" if spot.wordy else "congratulated"
        if spot.wordy and spot.word in family("hardly_a_thing"):
            yield "word that is hardly a thing, congratulated"
    yield from _titles(spot, last)
    if last in family("adult_kin") and spot.sooner not in YOURS:
        yield "after adult kin"
    if spot.wordy and spot.within and last == "our":
        yield "word of our own"
    if last in family("pet") and spot.token.capital:
        yield from spot.said("after a pet word")
    if _in_a_date(spot):
        yield "date"
    if last == "@" or spot.token.kind == "mention":
        yield "tagged"
    if _heads_a_numbered_line(spot):
        yield "heads a numbered line"
    if _is_a_part(spot, last):
        yield "a part in a play"
    if last in ARTICLES and not _is_of_another_language(spot, last) and (spot.wordy or last != "this"):
        yield from spot.said("after an article")
    if not family("praise").isdisjoint(_a_little_before(spot)):
        yield from spot.said("after praise")
    if last == "," and spot.sooner in family("ownchild"):
        yield "after ownchild"
    if not last:
        yield from spot.said("first of all")


def _is_of_another_language(spot: Spot, article: str) -> bool:
    """A Inês e o Leo dançaram; Janko a Marek: an article before names, or a word for and."""
    if article != "a" or not spot.token.capital:
        return False
    other = spot.scene.mention_at.get(spot.mention.first - 2)
    return (other is not None and spot.capital(other.first)) or is_among_foreign_words(spot)


def _a_little_before(spot: Spot) -> Sequence[str]:
    """The words that stand two to four places before the mention."""
    first = spot.mention.first
    return spot.scene.words[max(0, first - PRAISED_WITHIN) : max(0, first - 1)]


def _congratulated(spot: Spot) -> bool:
    """Well done X, happy birthday to X, get well soon X, thank you X."""
    steps = 2 if spot.left in ("to", "for", "our", "little", "back", ",") else 1
    one, two = spot.before(steps + 1), spot.before(steps)
    return (one, two) in CONGRATULATIONS or two in CHEERED or (one in PRAISED_AS and two in DONE)


def _addressed(spot: Spot) -> bool:
    """Grace you superstar, Faith you were brilliant, go Summer! But: hope you are well."""
    if spot.left == "go" and spot.right == "!":
        return True
    if spot.right not in ("you", "u", "your", "you're"):
        return False
    spoken_to = spot.later in SPOKEN_TO and spot.word not in VERBS_BEFORE_YOU
    return spoken_to or bool({spot.later, spot.after(3)} & PRAISED)


def _titles(spot: Spot, last: str) -> Iterator[str]:
    if _after_a_grown_ups_title(spot):
        yield "after a grown-up's title"
    if last in family("thing_called"):
        yield "after a thing's title"
    if last in people_words("titles"):
        yield "after a title" if spot.capital(spot.mention.first - 1) else "after a small title"
    if spot.scene.marked & OF_ANIMALS:
        yield from _after_an_animal(spot, last)


def _after_an_animal(spot: Spot, last: str) -> Iterator[str]:
    if last in people_words("animals") or _called_like_an_animal(spot):
        yield "animal"
    if last == "," and spot.sooner in people_words("animals"):
        yield "animal before a comma"


def _after_a_grown_ups_title(spot: Spot) -> bool:
    """Mrs Thornton, mrs thornton, Mr M. Tully; not: thank you Miss. Ava; our Bishop, Ava."""
    steps = 1
    while steps < TITLE_REACH and len(spot.before(steps)) == 1 and spot.before(steps) != ",":
        steps += 1
    title = spot.before(steps)
    if steps > 1 and title in NEVER_SHORTENED and spot.before(steps - 1) == ".":
        return False
    capital = spot.capital(spot.mention.first - steps)
    return title in family("grown_up_title") and (capital or title in SMALL_TITLES)


def _heads_a_numbered_line(spot: Spot) -> bool:
    """1. Will; 2) Hope; 3 - Summer: the lines of a list of winners."""
    begins = spot.left in (".", ")", ":", "-") and spot.sooner.isdigit() and spot.before(3) in ("", "\n")
    return begins and spot.token.capital


def _is_a_part(spot: Spot, last: str) -> bool:
    """Gets Mary again, dropped as Annie, is Joseph this year: whoever plays it is not called so."""
    if spot.mention.surname or spot.mention.initial or spot.word not in family("parts"):
        return False
    if spot.right == "a" and spot.later in ("speaking", "singing", "non-speaking"):
        return True
    again = last in ("is", "was", "our") and not family("again").isdisjoint(spot.following(LATER - 1))
    return again or last in family("taking_a_part")


def _in_a_date(spot: Spot) -> bool:
    """Whether a month's name stands beside a number: 31st August, April 4th, 14 Jun."""
    if spot.word not in families.family("word_classes", "times") | MONTHS:
        return False
    return spot.left[:1].isdigit() or spot.right[:1].isdigit()


def _called_like_an_animal(spot: Spot) -> bool:
    first = spot.mention.first
    near = spot.scene.words[max(0, first - CALLED_WITHIN) : first]
    if family("called").isdisjoint(near) and "answers" not in near:
        return False
    if "." in near:
        near = near[len(near) - near[::-1].index(".") :]
    called = any(word in family("called") or word == "answers" for word in near[-4:])
    return called and any(word in people_words("animals") for word in near)
