"""Cues that a name is somebody's whom children learn about, read of, play, dress up as or remember."""

from collections.abc import Iterator
from itertools import pairwise

from workflows.people import families
from workflows.people.marks import ASKS, OF_WAR, STUDIES
from workflows.people.mention import Fit
from workflows.people.spot import Spot, family
from workflows.people.tokens import Token
from workflows.people.vocabulary import english

BACK, TITLE, WAR, QUESTION, FAR = 9, 6, 14, 4, 7
LITTLE = frozenset({"and", "&", "of", "the", "a", "in", "to", "for"})
STOPS = frozenset({"", ".", "!", "?", "\n", ";"})
NEAR_BYNAME = frozenset({"to", "with", "of", "for", "from", "by", "and", "meet", "meeting"})
WHOSE = frozenset({"our", "my", "your", "his", "her", "their", "who"})
DETERMINERS = frozenset({"our", "the", "this", "that", "a", "her", "his", "their"})
TOGETHER = frozenset(
    {"family", "families", "team", "shield", "cup", "trophy", "council", "committee", "squad", "crew", "gang"}
)
ONE = frozenset(
    {"a", "an", "one", "the", "another", "any", "some", "two", "three", "four", "five", "old", "new", "own"}
)

_family = families.families("lessons").__getitem__


def of_lessons(spot: Spot) -> Iterator[str]:
    """Names of the cues that make a name that of somebody taught, told, played or remembered; drafts only."""
    if not spot.scene.draft or not spot.token.capital:
        return
    if _is_a_rank_before_a_surname(spot):
        yield "after a rank"
    if spot.mention.fit in (Fit.FULL, Fit.INITIAL):
        return
    if not _owns(spot):
        at = _head(spot)
        if _is_studied(spot, at):
            yield "learned about"
        if spot.scene.marked & ASKS and _is_asked_about_in_class(spot):
            yield "asked about in class"
        if _is_shown(spot, at):
            yield "a show by its name"
        if _names_a_set(spot, at):
            yield "one of a set of names"
        if _is_read_of(spot):
            yield "then a thing read"
    if _is_a_bodys_name(spot):
        yield "a body's name"
    if _is_a_byname(spot):
        yield "with a byname"
    if _is_a_costume(spot):
        yield "a costume's name"
    if _is_a_title(spot):
        yield f"a title with its author{', a pupil' if spot.mention.pupils else ''}"
    if spot.scene.marked & OF_WAR and _is_among_the_war_dead(spot):
        yield "beside a memorial"


def _owns(spot: Spot) -> bool:
    """Anna's lost tooth, in the story of Anna's lost tooth; but not: the story of Rama's exile."""
    if not spot.possessive or (spot.right in ("story", "tale") and _is_retold(spot)):
        return False
    return not families.family("cues", "own_things", "family", "things").isdisjoint(spot.following(3))


def _head(spot: Spot) -> int:
    """Index of the last word before the list of names and the titles that the mention stands in."""
    at = spot.mention.first - 1
    small = _family("studied_small")
    while at >= 0 and spot.mention.first - at < BACK and (spot.key(at) in small or _is_inner(spot, at)):
        at -= 1
    return at


def _is_inner(spot: Spot, at: int) -> bool:
    return spot.capital(at) and not spot.opens(at)


def _is_studied(spot: Spot, at: int) -> bool:
    """We learned about Ruth and Boaz; the story of Ibrahim; in the style of Klee; but not: of Wren, our star."""
    if spot.right == "," and spot.later in WHOSE:
        return False
    if spot.right in ("story", "tale", "life") and spot.possessive and _is_retold(spot):
        return True
    if not spot.scene.marked & STUDIES or (spot.mention.pupils and spot.right in ("in", "from", "(")):
        return False
    studied = _family("studied")
    if spot.key(at) in studied:
        return True
    return any(f"{one}_{two}" in studied for one, two in pairwise(spot.scene.words[max(0, at - 1) : at + 3]))


def _is_retold(spot: Spot) -> bool:
    """Ruth's story was told under the branches."""
    return not _family("retold").isdisjoint(spot.following(4))


def _is_asked_about_in_class(spot: Spot) -> bool:
    """Who was Mary Anning? Why did Abraham leave Ur?"""
    first = spot.sentence_from(QUESTION + 1)
    first = next((at for at in range(spot.mention.first, first, -1) if spot.key(at - 1) == ":"), first)
    if spot.mention.first - first > QUESTION or spot.key(first) not in _family("asked"):
        return False
    words = spot.scene.words[first : spot.mention.first]
    asks = not _family("asked_of").isdisjoint(words[1:])
    end = next((word for word in spot.following(BACK * 2) if word in STOPS), "")
    if "would" in words and "have" in spot.following(2):
        return end == "?"
    return asks and end == "?" and not {"was", "were", "did", "could"}.isdisjoint(words)


def _is_shown(spot: Spot, at: int) -> bool:
    """Auditions for Annie, our production of Oliver, tickets for Joseph."""
    return spot.key(at) in ("for", "of", "to") and spot.key(at - 1) in _family("shown") and spot.mention.first - at < 4


def _names_a_set(spot: Spot, at: int) -> bool:
    """The four houses are Attenborough, Ennis and Peake; Bungalows Iona and Skye; Ennis 209, Farah 200."""
    sets = _family("sets_of_names")
    if spot.key(at) in _family("lodgings"):
        return True
    if spot.right.isdigit():
        near = spot.scene.words[max(0, spot.mention.first - WAR) : spot.mention.first]
        return "houses" in near or "house" in near
    if spot.key(at) not in ("are", "called", "named", ":", "is"):
        return False
    return spot.key(at - 1) in sets or (spot.key(at - 1) in ("names", "are", "now") and spot.key(at - 2) in sets)


def _is_read_of(spot: Spot) -> bool:
    """Max and Millie from our new phonics scheme; Ruby in the story; but not: Ruby from the story club."""
    if spot.right not in ("from", "of", "in"):
        return False
    words = spot.following(FAR)
    if DETERMINERS.isdisjoint(words[1:2]):
        return False
    read = next((at for at, word in enumerate(words) if at > 1 and word in _family("read_of")), FAR)
    return read < len(words) and _family("of_readers").isdisjoint(words[read + 1 : read + 2])


def _is_a_bodys_name(spot: Spot) -> bool:
    """The Ethel Austin Trust, the Arthur Rank Hospice tea."""
    at = spot.mention.last + 1
    if not spot.capital(at) or spot.opens(at):
        return False
    bodies = _family("bodies")
    if bodies.isdisjoint(spot.following(3)):
        return False
    return any(
        spot.key(each) in bodies and all(map(spot.capital, range(at, each + 1))) for each in (at, at + 1, at + 2)
    )


def _is_a_byname(spot: Spot) -> bool:
    """Boris the pigeon, Buddy the speech bubble; not: give Tom the ball, Ella the youngest."""
    if spot.right != "the" or spot.possessive or spot.left in family("bidding") or spot.scene.tokens[0].shouted:
        return False
    noun = spot.later
    if noun in _family("people_too") or noun in spot.scene.register.class_words or not noun.isalpha():
        return False
    closes = spot.after(3)
    return noun in english() and (not closes[:1].isalnum() or closes in family("finite") or spot.left in NEAR_BYNAME)


def _is_a_costume(spot: Spot) -> bool:
    """An Elsa dress, the Buzz costumes: a name that tells what kind of dress it is."""
    if spot.right not in _family("costumes") or spot.possessive:
        return False
    return spot.right.endswith("s") or any(_is_an_article(word) for word in (spot.left, spot.sooner))


def _is_an_article(word: str) -> bool:
    return word in ONE or word in families.family("word_classes", "articles")


def _is_a_title(spot: Spot) -> bool:
    """Art and Max by David Wiesner; Amari and the Night Brothers."""
    at = spot.mention.last + 1
    if spot.key(at) in ("and", "&") and spot.key(at + 1) == "the" and _is_a_things_capital(spot, at + 2):
        return True
    for step in range(TITLE):
        word = spot.key(at + step)
        if word == "by":
            author = spot.scene.mention_at.get(at + step + 1)
            a_pupil = author is not None and author.fit == Fit.FULL
            return spot.capital(at + step + 1) and spot.capital(at + step + 2) and not a_pupil
        if not (spot.capital(at + step) or word in LITTLE):
            return False
    return False


def _is_a_things_capital(spot: Spot, at: int) -> bool:
    if not spot.capital(at):
        return False
    token: Token = spot.scene.tokens[at]
    of_the_school = token.bare in spot.scene.register.class_words or token.bare in ("year", "reception", "nursery")
    return not (of_the_school or token.shouted) and TOGETHER.isdisjoint(spot.scene.words[at : at + 4])


def _is_a_rank_before_a_surname(spot: Spot) -> bool:
    """Pte William Cudmore, Sqn Ldr Lake; not Captain Frankie at the wheel of our ship."""
    before = spot.sooner if spot.left == "." else spot.left
    if before not in _family("ranks") or spot.mention.fit == Fit.FULL:
        return False
    return spot.mention.surname or _is_inner(spot, spot.mention.last + 1)


def _is_among_the_war_dead(spot: Spot) -> bool:
    """The memorial lists Albert Rose and Joseph Penny: full names of nobody here."""
    first, last = spot.mention.first, spot.mention.last
    beside = spot.mention.surname or _is_inner(spot, last + 1) or _is_inner(spot, first - 1)
    if not beside:
        return False
    words = spot.scene.words[max(0, first - WAR) : last + WAR]
    return not _family("war").isdisjoint(words)
