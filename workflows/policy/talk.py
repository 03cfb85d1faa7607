"""A comment laid ready for what gathers evidence of abuse and threats: each part of it is worked out once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workflows.people.scene import Scene
from workflows.people.sentences import Sentence
from workflows.policy.frames import Found, frames_in
from workflows.policy.phrases import Said, said
from workflows.policy.profanity import ODD_SIGN, SWEARS, Oath, oaths
from workflows.policy.strong import Strong, strong


@dataclass(frozen=True, slots=True)
class Talk:
    """The words of a comment, the strong ones, its swearing, sentences as patterns are tried on them, and frames."""

    scene: Scene
    keys: Sequence[str]
    strong: Strong
    oaths: Sequence[Oath]
    said: Sequence[tuple[Sentence, Said]]
    frames: Mapping[str, Sequence[Found]]


def talk(scene: Scene) -> Talk:
    """Lay a comment ready."""
    keys, words = scene.keys, strong(scene.keys)
    return Talk(
        scene=scene,
        keys=keys,
        strong=words,
        oaths=tuple(oaths(scene.tokens, words.words)) if words.together & (SWEARS | ODD_SIGN) else (),
        said=[(each, said(" ".join(keys[each.first : each.last + 1]))) for each in scene.sentences],
        frames=frames_in(scene, keys),
    )
