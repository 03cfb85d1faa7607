"""Cues of a word with a capital that is somebody's name: its neighbours in a list, and the marks around it."""

from collections.abc import Iterator

from workflows.people import families
from workflows.people.cues_around import among_its_kind
from workflows.people.cues_of_words import is_countable
from workflows.people.deeds import does_as_people_do, is_as_people_are
from workflows.people.mention import Fit, Mention
from workflows.people.spot import Spot, family, is_sure
from workflows.people.vocabulary import english

JOINT = frozenset({"&", "and", "+"})
AGES = frozenset(
    {"4", "5", "6", "7", "8", "9", "10", "11", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"}
)
PRAISING = frozenset(
    {"well", "great", "good", "super", "superb", "lovely", "amazing", "brilliant", "fantastic", "nice", "bravo",
     "what", "congratulations", "thank", "welcome", "happy", "sorry", "hello", "hi", "goodbye", "bye", "farewell",
     "safe", "get", "top", "wonderful", "fabulous", "excellent", "stunning", "beautiful", "clever", "sharp", "quick",
     "go", "come"}
)  # fmt: skip
PRAISE, NOUN_PHRASE = 5, 6
JOINTS = JOINT | {",", "or"}
GOES = frozenset({"goes", "went", "go", "awarded", "presented", "given", "welcome"})
HONOURS = frozenset({"week", "month", "match", "award", "winner", "winners", "prize", "certificate", "certificates",
                     "captain", "girl", "boy", "champion", "book"})  # fmt: skip
HONOURED = 8
LESSONS = frozenset({"art", "music", "dance", "drama"})
NOT_BEFORE = frozenset({"the", "a", "an", "on", "at", "in", "into", "through", "some", "no", "st", "saint", "&"})
LOOKING = frozenset(
    {"look", "looking", "smile", "smiling", "smiled", "wave", "waved", "waving", "shout", "shouted", "laughing"}
)
# What is said by itself of a picture, or is a word for one who is meant.
EXCLAIMED = frozenset(
    {"hope", "joy", "happy", "precious", "rich", "lucky", "sunny", "jolly", "star", "angel", "divine", "glory", "bliss",
     "harmony", "will", "faith", "success", "princess", "prince", "king", "queen", "champion", "legend", "treasure"}
)  # fmt: skip


def of_capitals(spot: Spot) -> Iterator[str]:
    """Names of the cues of a word with a capital that is somebody's name."""
    if spot.token.capital and _is_of_an_age(spot):
        yield "then a child's age"
    if not spot.wordy or not spot.token.capital:
        return
    if _is_praised_by_name(spot):
        yield "capital word praised by name"
    if _is_in_apposition(spot):
        yield "capital word in apposition"
    if spot.possessive and _made_it(spot):
        yield "capital word possessive, a work"
    yield from _by_marks(spot)
    if spot.left in family("ownchild"):
        yield "capital word after kin"
    if not spot.token.opens and _begins_small(spot):
        yield "capital word of somebody who hardly writes any"
    if spot.mention.pupils and not spot.mention.staff and _may_only_be_somebody(spot):
        if spot.within and _stands_out(spot):
            yield f"capital word that stands out in a {spot.scene.kind}"
            if _is_honoured(spot):
                yield "capital word honoured"
        if not spot.scene.draft and spot.word not in EXCLAIMED and spot.scene.has_only_names:
            yield "capital word and nothing else"


def _may_only_be_somebody(spot: Spot) -> bool:
    """Whether the word is no season, class or lesson, which people write with a capital too."""
    seasons, classes = families.family("word_classes", "times"), spot.scene.register.class_words
    in_a_date = spot.left.isdecimal() or spot.right.isdecimal()
    return not (in_a_date or spot.word in seasons or spot.word in classes or spot.word in LESSONS)


def _stands_out(spot: Spot) -> bool:
    """Look at Grace; is that Poppy?; but: the Poppy appeal, Hope Street, we watched it on Sky, Lovely Red Roses."""
    first, words = spot.mention.first, spot.following(PRAISE)
    looked_at = spot.left == "at" and spot.sooner in LOOKING
    if spot.left in NOT_BEFORE and not looked_at:
        return False
    if spot.left in ("called", "named") and spot.sooner in ("is", "are", "was"):
        return False
    if spot.capital(spot.mention.last + 1) or (spot.capital(first - 1) and not spot.opens(first - 1)):
        return False
    right = spot.right
    noun = right[:1].isalpha() and right not in families.family("word_classes", "little") and not right.endswith("ing")
    if noun and not (looked_at and right == "go") and not (does_as_people_do(words) or is_as_people_are(words)):
        return False
    return not spot.scene.has_stray_capitals


def _is_honoured(spot: Spot) -> bool:
    """The award goes to Grace; star of the week: Hope; poem by Joy; but: our value this week is Hope."""
    before = spot.scene.words[max(0, spot.mention.first - HONOURED) : max(0, spot.mention.first - 1)]
    if spot.left == "to":
        return spot.sooner in GOES
    if spot.left == "by":
        return not families.family("lessons", "works").isdisjoint(before[-3:])
    honoured = spot.left in (":", "is", "was") and not HONOURS.isdisjoint(before)
    return honoured and families.family("word_classes", "values").isdisjoint(before)


def _begins_small(spot: Spot) -> bool:
    """Hope you had a good one hope, nanny loves ya: where a text begins small, a capital within it is meant."""
    first = next((token for token in spot.scene.tokens if token.is_word), None)
    return first is not None and not first.capital


def _is_of_an_age(spot: Spot) -> bool:
    """Fern, aged 6; Maya (7); Sol, who is eight."""
    if spot.right not in (",", "("):
        return False
    words = spot.following(5)[1:]
    words = words[2:] if words[:2] in (["who", "is"], ["who", "turned"]) else words
    words = words[1:] if words[:1] in (["aged"], ["age"], ["only"]) else words
    old = bool(words) and words[0] in AGES
    return old and (words[1:2] in ([","], [")"], ["!"], ["."]) or spot.later in ("aged", "age"))


def _is_praised_by_name(spot: Spot) -> bool:
    """Well held, Autumn! Great save, Skye!"""
    if spot.left != "," or spot.right not in ("!", ".", "", "\n") or among_its_kind(spot):
        return False
    first = spot.sentence_from(PRAISE)
    return spot.mention.first - first < PRAISE and spot.key(first) in PRAISING


def _is_in_apposition(spot: Spot) -> bool:
    """The lead violin, Melody, never put a finger wrong."""
    if spot.left != "," or spot.right != ",":
        return False
    first = spot.sentence_from(NOUN_PHRASE + 1)
    words = spot.scene.words[first : spot.mention.first - 1]
    return len(words) < NOUN_PHRASE and words[:1] in (["our"], ["the"], ["my"], ["this"]) and "," not in words


def _made_it(spot: Spot) -> bool:
    """Summer's poem came second: what a child has made or done."""
    seasons = spot.word in families.family("word_classes", "times")
    words = spot.following(6)
    made = not families.family("lessons", "works").isdisjoint(words[: 1 if seasons else 2])
    return made and (not seasons or not families.family("lessons", "won").isdisjoint(words))


def _by_marks(spot: Spot) -> Iterator[str]:
    """Thank you, Ivy, for that; Head chef: Rusty; Crystal, Danielle and the twins."""
    before, after = spot.left, spot.right
    if before == "," and after == "," and not among_its_kind(spot):
        yield "capital word between commas"
    if before == "(" and after == ")":
        yield "capital word in brackets"
    if before == "by" and _is_made(spot.sooner, spot.before(3)):
        yield "capital word of whoever made it"
    if spot.within and spot.word in families.family("word_classes", "no_other_capital") and not _goes_on(spot):
        yield "capital verb within a sentence"
    if not before and after == "!" and is_countable(spot) and spot.word not in family("parts"):
        yield "capital word called out"
    if before in (":", "-", "=") and (not after[:1].isalnum()):
        yield "capital word after a colon"
    near = [spot.scene.mention_at.get(at) for at in (spot.mention.first - 2, spot.mention.last + 2)]
    joined = {before, after} & JOINTS
    if joined and any(other and is_sure(other) for other in near) and not among_its_kind(spot):
        yield "capital word listed with a name"
    elif joined and not among_its_kind(spot) and any(other and _is_a_pupils_word(spot, other) for other in near):
        yield "capital word listed with another"
    elif {before, after} & (JOINT | {"n"}) and any(other and _is_a_forename(spot, other) for other in near):
        yield "capital word beside a forename"


def _is_made(*words: str) -> bool:
    """Played by Favour, modelled here by Drew, as told by Hope."""
    return any(word in families.family("deeds", "made_by") or word.endswith("ed") for word in words)


def _goes_on(spot: Spot) -> bool:
    """Hope Street, Will & Anne: more of a name follows."""
    return spot.capital(spot.mention.last + (2 if spot.right in JOINT else 1))


def _is_a_forename(spot: Spot, other: Mention) -> bool:
    """Whether the neighbour can hardly be anything but a forename, whosoever: Hope and Rafe, Daisy and Tahlia."""
    token = spot.scene.tokens[other.first]
    return token.capital and other.fit != Fit.UNHEARD and other.name not in english() and not other.guess


def _is_a_pupils_word(spot: Spot, other: Mention) -> bool:
    """Whether the neighbour in a list is a capitalised word that is a pupil's name too: Reign, Destiny and Hope."""
    return bool(other.pupils) and spot.scene.tokens[other.first].capital
