"""The boy, the lass, the grandson: one's own child, told of as families do at home."""

from itertools import pairwise

from workflows.people.children import Child
from workflows.people.details import ELDEST
from workflows.people.families import family
from workflows.people.pointing import Pointing
from workflows.people.scene import Scene

EVERYDAY = frozenset({"clothes", "mood", "time", "place"})
HARMLESS = frozenset({"clothes", "time", "place", "position", "behaviour", "look", "only"})
# Who sits alone at school tells something; who sits on the stairs at home does not.
SITS = frozenset({"sat", "sits", "sitting", "stood", "waiting"})
PASSIVE = frozenset({"was", "got", "been", "being", "gets"})
OWN = (Pointing.KIN, Pointing.MINE)
LITTLE = frozenset({"wee", "little", "big", "young", "poor"})


def is_the_boy_at_home(child: Child, scene: Scene) -> bool:
    """The boy would NOT put his socks on; the lass has us all up: an ordinary deed, and nobody picked out."""
    at, tokens = child.at, scene.tokens
    article = at - 2 if at > 1 and tokens[at - 1].key in LITTLE else at - 1
    if scene.draft or article < child.sentence.first or tokens[article].key != "the":
        return False
    if any(not EVERYDAY.issuperset(kinds) for kinds in scene.told_of[child.sentence].values()):
        return False
    following = [token.key for token in tokens[at + 1 : at + 4]]
    if following[:1] == [] or following[0] not in family("children", "at_home"):
        return False
    return (
        following[0] not in ("has", "had", "came") or following[1:2] == [] or following[1] in family("children", "us")
    )


def is_ones_own_at_home(child: Child, scene: Scene) -> bool:
    """Mine has been sat on the stairs in her coat; our youngest is banned from the cupboard: known to nobody else."""
    if scene.draft or (child.pointing not in OWN and scene.keys[child.at] not in ELDEST):
        return False
    if family("children", "home").isdisjoint(scene.keys):
        return False
    if any(each.pointing not in OWN and each.pointing != Pointing.PRONOUN and each != child for each in scene.children):
        return False
    behind = scene.keys[child.at + 1 : child.sentence.last + 2]
    if any(word in family("children", "did_to_others") and before in PASSIVE for before, word in pairwise(behind)):
        return False
    if not any(word in family("children", "home") and after != "park" for word, after in pairwise([*behind, ""])):
        return False
    return all(
        HARMLESS.issuperset(kinds) or scene.keys[at] in SITS
        for told in scene.told_of.values()
        for at, kinds in told.items()
    )
