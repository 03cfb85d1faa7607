"""A comment laid ready for what gathers evidence of abuse and threats: each part of it is worked out once."""

from collections.abc import Sequence
from dataclasses import dataclass

from workflows.people.scene import Scene
from workflows.people.sentences import Sentence
from workflows.policy.frames import Spoken
from workflows.policy.phrases import Said, said
from workflows.policy.profanity import Oath, oaths


@dataclass(frozen=True, slots=True)
class Talk:
    """The words of a comment, its swearing, and each sentence as patterns of wording and frames are tried on it."""

    scene: Scene
    keys: Sequence[str]
    oaths: Sequence[Oath]
    said: Sequence[tuple[Sentence, Said]]
    spoken: Sequence[Spoken]


def talk(scene: Scene) -> Talk:
    """Lay a comment ready."""
    keys = [token.key for token in scene.tokens]
    return Talk(
        scene=scene,
        keys=keys,
        oaths=tuple(oaths(scene.tokens)),
        said=[(each, said(" ".join(keys[each.first : each.last + 1]))) for each in scene.sentences],
        spoken=[Spoken(scene, each) for each in scene.sentences],
    )
