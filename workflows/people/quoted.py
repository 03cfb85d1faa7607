"""What a child of a post only says: one pupil told us that it was magic."""

from workflows.people.children import Child
from workflows.people.families import family
from workflows.people.scene import Scene

AT_ONCE, JUST_BEFORE = 10, 2
MARKS = frozenset({":", '"', "\u201c", "\u2018"})
TELLS_APART = frozenset({"class", "look", "health", "sure", "family", "clothes"})
NOBODY = frozenset(
    {"child", "pupil", "boy", "girl", "youngster", "juniors", "infants", "children", "pupils", "student"}
)


def is_only_quoted(child: Child, scene: Scene) -> bool:
    """Whether all that is told of a child is what it said, asked or wrote."""
    if scene.words[child.at] not in NOBODY:
        return False
    kinds = {kind for at, kinds in scene.told_of[child.sentence].items() if at != child.at for kind in kinds}
    if not TELLS_APART.isdisjoint(kinds):
        return False
    around = (
        *scene.tokens[max(0, child.at - JUST_BEFORE) : child.at],
        *scene.tokens[child.at + 1 : child.at + AT_ONCE],
    )
    return any(token.key in family("children", "says") or token.surface in MARKS for token in around)
