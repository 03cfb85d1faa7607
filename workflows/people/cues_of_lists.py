"""Cues of a word in a list of names: what is said of the first of them is said of all."""

from collections.abc import Iterator

from workflows.people import families
from workflows.people.deeds import begins_with, does_as_people_do, is_as_people_are, is_at_a_deed
from workflows.people.mention import Fit, Mention
from workflows.people.spot import Spot, is_sure
from workflows.people.vocabulary import english
from workflows.people.wordlists import people_words

JOINTS = frozenset({",", "&", "and", "+", "n", "or", "nor"})
LONGEST, AHEAD = 12, 6
SINGULAR = {"are": "is", "were": "was", "have": "has", "look": "looks"}


def of_lists(spot: Spot) -> Iterator[str]:
    """Names of the cues of a list in which a word stands that a pupil is called by."""
    if not spot.wordy or not spot.mention.pupils or len(spot.scene.mentions) == 1:
        return
    if spot.left not in JOINTS and spot.right not in JOINTS:
        return
    before, after = _reach(spot, -1), _reach(spot, 1)
    others = [*before, *after]
    if not others or any(other.first in spot.scene.told for other in others):
        return
    size = "capital" if spot.token.capital else "small"
    if any(_is_a_name(spot, other) for other in others) and not _is_a_verb(spot):
        yield f"{size} word in a list of names"
    if all(any(_is_a_name(spot, other) for other in side) for side in (before, after)):
        yield f"{size} word among names"
    if _acts(spot, after[-1] if after else spot.mention) and not _is_a_verb(spot):
        yield f"{size} word in a list that acts"
    first = Spot(before[-1], spot.scene) if before else spot
    taking = families.family("deeds", "taking_a_person")
    if first.left in taking or f"{first.sooner}_{first.left}" in taking:
        yield f"{size} word in a list of the taken"


def _reach(spot: Spot, step: int) -> list[Mention]:
    """The names that a list joins to the mention on one side, the nearest first."""
    found: list[Mention] = []
    mention = spot.mention
    while len(found) < LONGEST:
        at = (mention.last if step > 0 else mention.first) + step
        if spot.key(at) not in JOINTS:
            break
        # Rose, Ivy, and Will.
        beyond = at + step if spot.key(at + step) in JOINTS else at
        other = spot.scene.mention_at.get(beyond + step)
        if other is None or not (other.pupils or _is_a_name(spot, other)) or other.possessive:
            break
        found.append(other)
        mention = other
    return found


def _acts(spot: Spot, last: Mention) -> bool:
    """Hope and Holly on the same bench, Rose and Ivy were so good: what follows the last tells of two people."""
    first, *rest = spot.scene.words[last.last + 1 : last.last + 1 + AHEAD] or ("",)
    ahead = [SINGULAR.get(first, first), *rest]
    a_beast = spot.word in people_words("animals")
    if not a_beast and (begins_with("in_company", ahead) or is_at_a_deed(ahead)):
        return True
    return does_as_people_do(ahead) or is_as_people_are(ahead)


def _is_a_name(spot: Spot, other: Mention) -> bool:
    """Whether a word in the list can hardly be anything but a forename."""
    capital = spot.scene.tokens[other.first].capital
    heard = capital and other.fit == Fit.UNLISTED and not other.guess
    return is_sure(other) or (heard and not (other.name in english() or other.name in people_words("forenames_adult")))


def _is_a_verb(spot: Spot) -> bool:
    """Ella, will you; Sofia, hope you are well."""
    return (
        spot.word in families.family("word_classes", "verbs")
        and spot.right[:1].isalpha()
        and (spot.right not in JOINTS)
        and spot.left not in ("and", "&", "n", "+")
    )
