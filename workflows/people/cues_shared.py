"""Cues that a name shares with the last of the list in which it stands: Ryan and Kai from Total Sports."""

from collections.abc import Iterator

from workflows.people.cues_after import after
from workflows.people.cues_of_grown_ups import of_neighbours
from workflows.people.cues_of_lessons import of_lessons
from workflows.people.cues_of_things import of_things
from workflows.people.mention import Mention
from workflows.people.spot import Spot

JOINTS = frozenset({",", "and", "&", "+", "n"})
LONGEST, JOINTS_IN_A_ROW = 8, 2
SHARED = frozenset(
    {"of a workplace", "of a place of all ages", "before an honour", "on a programme", "with a partner",
     "then an animal", "then a grown-up's role", "then a thing read", "then the trade", "then a role at the school",
     "said to be a beast", "grown-up life", "who runs something", "before a class", "with a team",
     "thanked, from elsewhere", "learned about", "after a serving grown-up"}
)  # fmt: skip


def shared_in_a_list(spot: Spot) -> Iterator[str]:
    """Names of the cues of the last name in the list, for the others in it."""
    if spot.right not in JOINTS or len(spot.scene.mentions) == 1:
        return
    last = _last_of_the_list(spot)
    if last is spot.mention:
        return
    other = Spot(last, spot.scene)
    own = {*after(spot), *of_neighbours(spot)}
    yield from SHARED.intersection((*after(other), *of_neighbours(other), *of_things(other), *of_lessons(other))) - own


def _last_of_the_list(spot: Spot) -> Mention:
    mention = spot.mention
    for _ in range(LONGEST):
        at = mention.last + 1
        while at - mention.last <= JOINTS_IN_A_ROW and spot.key(at) in JOINTS:
            at += 1
        following = spot.scene.mention_at.get(at)
        if following is None or at == mention.last + 1:
            return mention
        mention = following
    return mention
