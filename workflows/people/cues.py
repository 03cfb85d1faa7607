"""What the words around a possible name say about it, as named cues that a weighing adds up."""

from collections.abc import Iterator

from workflows.people import families
from workflows.people.mention import Fit, Mention
from workflows.people.scene import Scene
from workflows.people.spellings import without_possessive
from workflows.people.vocabulary import english, everyday
from workflows.people.wordlists import people_words


def family(name: str) -> frozenset[str]:
    """The words of one line of `words/cues.txt`."""
    return families.family("cues", name)


def cues(mention: Mention, scene: Scene) -> Iterator[str]:
    """Names of the cues that hold for a mention in its scene."""
    yield "always"
    yield "draft" if scene.draft else "comment"
    yield from _of_the_spelling(mention, scene)
    yield from _before(mention, scene)
    yield from _after(mention, scene)
    yield from _around(mention, scene)


def _of_the_spelling(mention: Mention, scene: Scene) -> Iterator[str]:
    token = scene.tokens[mention.first]
    word = without_possessive(token.key)
    wordy = _is_a_word(mention, scene) and mention.fit not in (Fit.FAMILY, Fit.SURNAME)
    case = "shouted" if token.shouted else "capital" if token.capital else "small"
    opening = "opening " if token.opens and case == "capital" else ""
    kind = "word" if wordy else "name"
    yield f"{kind} {opening}{case}"
    yield f"fit {mention.fit}"
    yield f"fit {mention.fit} {kind}"
    yield f"fit {mention.fit} {kind} {opening}{case}"
    yield f"fit {mention.fit} {kind} in a {'draft' if scene.draft else 'comment'}"
    if scene.small_letters and not token.capital:
        yield f"{'word' if wordy else 'name'} small in a text of small letters"
    if word in scene.register.class_words:
        yield "class name"
        if _key(scene, mention.first - 1) in family("place_before") | {"from", "of", "and"}:
            yield "class name after a preposition"
    if mention.fit == Fit.FULL and mention.surname:
        surname = _key(scene, mention.last)
        yield "fit full, surname is a word" if surname in english() else "fit full, surname is no word"
    if mention.fit == Fit.UNHEARD:
        last = _key(scene, mention.first - 1)
        yield "unheard after kin" if last in family("ownchild") else "unheard after another word"
    if mention.disguised:
        yield "disguised word" if wordy else "disguised"
    if mention.fit == Fit.UNLISTED and mention.name:
        yield from _generation(mention.name)
    if token.kind == "hashtag":
        yield "hashtag"
    if len(word) < 3:
        yield "very short"
    if mention.first in scene.told:
        yield "told"
    elif mention.first in scene.of_a_tale:
        yield f"of a tale, {'full' if mention.fit in (Fit.FULL, Fit.INITIAL) else 'forename'}"
    if mention.staff:
        yield "staff, pupil too" if mention.pupils else "staff only"
    if mention.staff_in_full:
        yield "staff in full"
    if mention.surname and mention.fit != Fit.FULL and not mention.staff_in_full:
        yield "another surname"
    if mention.initial:
        yield "with initial"
    if mention.surname and _key(scene, mention.last) in people_words("after_a_place_name"):
        yield f"{kind} with a surname like a place"
        if _key(scene, mention.first - 1) in family("place_before"):
            yield "placed, with a surname like a place"


def _is_a_word(mention: Mention, scene: Scene) -> bool:
    """Whether the name is also an everyday word, or one in small letters (to jack it in)."""
    token = scene.tokens[mention.first]
    word = without_possessive(token.key)
    return word in everyday() or (not token.capital and word in people_words("words_when_small"))


def _generation(name: str) -> Iterator[str]:
    grown_up = name in people_words("forenames_adult")
    if grown_up and name in people_words("forenames_child"):
        yield "forename of any age"
    else:
        yield "grown-up's forename" if grown_up else "child's forename"


def _key(scene: Scene, at: int) -> str:
    return without_possessive(scene.tokens[at].key) if 0 <= at < len(scene.tokens) else ""


BEFORE = (
    "cheer", "thanks", "own", "ownchild", "adult", "role", "called", "place_before", "bymaker", "with", "aux",
    "bidding", "greeting", "because", "saywords",
)  # fmt: skip


def _before(mention: Mention, scene: Scene) -> Iterator[str]:
    last, earlier = _key(scene, mention.first - 1), _key(scene, mention.first - 2)
    if last == "." and earlier in people_words("titles"):
        last = earlier
    wordy = "word " if _is_a_word(mention, scene) else ""
    for name in BEFORE:
        if last in family(name):
            yield f"{wordy}after {name}"
    if _after_a_grown_ups_title(mention, scene):
        yield "after a grown-up's title"
    if last in family("thing_called"):
        yield "after a thing's title"
    if wordy and _capital(scene, mention.first) and not scene.tokens[mention.first].opens:
        yield from (f"word capital within, after {name}" for name in BEFORE if last in family(name))
        if last in family("pet"):
            yield "word capital within, after a pet word"
    if last in family("pet") and _capital(scene, mention.first):
        yield "after a pet word"
    if last in people_words("titles"):
        yield "after a title" if _capital(scene, mention.first - 1) else "after a small title"
    if _in_a_date(mention, scene):
        yield "date"
    if last in people_words("animals") or _called_like_an_animal(mention, scene):
        yield "animal"
    if last in ("the", "a", "an", "some", "any", "no", "more", "every", "this", "these", "of"):
        yield f"{wordy}after an article"
    if any(_key(scene, at) in family("praise") for at in range(mention.first - 4, mention.first - 1)):
        yield f"{wordy}after praise"
    if last == "," and earlier in family("ownchild"):
        yield "after ownchild"
    if not last:
        yield f"{wordy}first of all"


def _after_a_grown_ups_title(mention: Mention, scene: Scene) -> bool:
    """Mrs Thornton, Mr M. Tully, Mr & Mrs Okafor; Miss Helen is for the clause on staff."""
    at = mention.first - 1
    while (
        at >= 0 and (scene.tokens[at].surface == "." or len(_key(scene, at)) == 1) and mention.first - at < TITLE_REACH
    ):
        at -= 1
    return _key(scene, at) in family("grown_up_title") and _capital(scene, at)


def _in_a_date(mention: Mention, scene: Scene) -> bool:
    """Whether a month's name stands beside a number: 31st August, April 4th, 14 Jun."""
    beside = (_key(scene, mention.first - 1), _key(scene, mention.last + 1))
    return any(word[:1].isdigit() for word in beside)


def _called_like_an_animal(mention: Mention, scene: Scene) -> bool:
    near = [_key(scene, at) for at in range(mention.first - 8, mention.first)]
    called = any(word in family("called") or word == "answers" for word in near[-4:])
    return called and any(word in people_words("animals") for word in near)


AFTER = ("verbs", "saywords", "role", "pronoun")
PRONOUN_REACH = 14
TITLE_REACH = 4
LISTED = 5
ARTICLES = frozenset({"our", "the", "a", "my", "their", "your", "his", "her", "its"})
ROLE_REACH = 5
YOU = frozenset({"you", "u", "ur", "your", "you're", "you've", "youre", "my"})
NEIGHBOURS = 3


def _after(mention: Mention, scene: Scene) -> Iterator[str]:
    following, later = _key(scene, mention.last + 1), _key(scene, mention.last + 2)
    wordy = "word " if _is_a_word(mention, scene) else ""
    capital = "capital " if scene.tokens[mention.first].capital else "small "
    if mention.possessive:
        yield f"{wordy}possessive"
        yield f"{wordy}possessive before a {'capital' if _capital(scene, mention.last + 1) else 'small letter'}"
        yield from (f"{wordy}possessive {name}" for name in ("family", "things") if following in family(name))
    for name in AFTER:
        if following in family(name):
            yield f"{wordy}{capital if wordy else ''}before {name}"
    if _is_verb(following):
        yield f"{wordy}{capital if wordy else ''}before verbs"
        if wordy and scene.tokens[mention.first].opens:
            yield f"{wordy}{capital}opening before verbs"
    if wordy and following in family("finite") and scene.tokens[mention.last].capital:
        yield f"{'verb' if _is_modal(mention, scene) else 'word'} before a finite verb"
    if following in YOU and (not wordy or _capital(scene, mention.first)):
        yield f"{wordy}before you"
    if following == "who" or (following == "," and later in ("who", "whose")):
        yield "before who"
    if (
        following == ","
        and later in ARTICLES
        and any(_key(scene, at) in family("grown_up_role") for at in range(mention.last + 2, mention.last + ROLE_REACH))
    ):
        yield "then a grown-up's role"
    if _of_a_workplace(mention, following, later, scene):
        yield "of a workplace"
    if following.endswith("ing") and len(following) > 5:
        yield f"{wordy}before a participle"
    if any(word in family("pronoun") for word in _sentence_after(mention, scene)):
        yield f"{wordy}{capital if wordy else ''}then a pronoun"
    if following in people_words("after_a_place_name") and (wordy or _capital(scene, mention.last + 1)):
        yield "before a place word"
    if following in ("class", "classes"):
        yield "before class"
    if following in ("from", "in") and (later in scene.register.class_words or later in ("year", "reception")):
        yield "before a class"
    if following in ("", ".", "!", "?", "\n") or not following[:1].isalnum():
        yield f"{wordy}{capital if wordy else ''}before a stop"
    elif following not in everyday() and _capital(scene, mention.last + 1):
        yield "before another capital"
    if wordy and following in family("wordy_next"):
        yield f"{wordy}before a little word"


def _of_a_workplace(mention: Mention, following: str, later: str, scene: Scene) -> bool:
    """Chloe from the chip shop, Dave at Tesco."""
    if following not in ("from", "at", "in", "of", "off", "behind", "down"):
        return False
    if later not in ("the", "our", "a", "that", "this") and later not in family("workplace"):
        return False
    return any(_key(scene, at) in family("workplace") for at in range(mention.last + 2, mention.last + ROLE_REACH))


def _is_modal(mention: Mention, scene: Scene) -> bool:
    """Whether the word itself is a verb that no finite verb can follow: Will did us proud."""
    return _key(scene, mention.first) in ("will", "may")


def _is_verb(word: str) -> bool:
    return word in family("verbs") or (word.endswith("ed") and len(word) > 4)


def _sentence_after(mention: Mention, scene: Scene) -> list[str]:
    return [token.key for token in scene.tokens[mention.last + 1 : mention.last + PRONOUN_REACH]]


def _capital(scene: Scene, at: int) -> bool:
    return at < len(scene.tokens) and scene.tokens[at].capital


def _around(mention: Mention, scene: Scene) -> Iterator[str]:
    keys = [token.key for token in scene.tokens[max(0, mention.first - 12) : mention.last + 12]]
    if any(word in family("teaching") for word in keys):
        yield "talk of staff" + (" staff" if mention.staff else "")
    if any(word in people_words("animals") for word in keys):
        yield "talk of animals"
    near = [scene.mention_at[at] for at in _beside(mention) if at in scene.mention_at]
    if any(_sure(other) for other in near):
        yield "beside a name"
    if any(other.fit in (Fit.FULL, Fit.INITIAL) for other in near):
        yield "beside a full name"
    if any(
        at in scene.told
        for at in range(mention.first - LISTED, mention.last + LISTED)
        if not mention.first <= at <= mention.last
    ):
        yield "beside somebody told of"
    if any(word in family("talk_of_names") for word in keys):
        yield "talk of names" + (" of animals" if any(word in people_words("animals") for word in keys) else "")
    if _among_its_kind(mention, scene):
        yield "among its kind"
    if any(_key(scene, at) in (",", "&", "and", "+") for at in (mention.first - 1, mention.last + 1)) and near:
        yield "in a list"


def _beside(mention: Mention) -> Iterator[int]:
    """Indexes of the tokens up to three places before and after a mention."""
    yield from range(mention.first - NEIGHBOURS, mention.first)
    yield from range(mention.last + 1, mention.last + NEIGHBOURS + 1)


def _among_its_kind(mention: Mention, scene: Scene) -> bool:
    """Amber, red or green; rosemary and thyme; Sydney, London, Paris."""
    word = _key(scene, mention.first)
    near = {_key(scene, at) for at in range(mention.first - 5, mention.last + 6) if at != mention.first}
    return any(word in kind and near & kind for kind in families.families("kinds").values())


def _sure(mention: Mention) -> bool:
    return mention.fit in (Fit.FULL, Fit.INITIAL) or (bool(mention.pupils) and mention.name not in everyday())
