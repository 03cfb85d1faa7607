"""A comment laid ready for what gathers evidence of abuse and threats: each part of it is worked out once."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from workflows.people.scene import Scene
from workflows.people.sentences import Sentence
from workflows.policy.frames import Found, frames_in
from workflows.policy.grammar import grammar
from workflows.policy.phrases import said
from workflows.policy.profanity import ODD_SIGN, SWEARS, Oath, oaths
from workflows.policy.sifting import FRAMES, OfAComment, of_a_comment
from workflows.policy.strong import Strong, strong


class Talk(NamedTuple):
    """The words of a comment, the strong ones, its swearing, which patterns its sentences may fit, and frames."""

    scene: Scene
    keys: Sequence[str]
    strong: Strong
    oaths: Sequence[Oath]
    sifted: OfAComment
    frames: Mapping[str, Sequence[Found]]

    def said(self, sentence: Sentence) -> str:
        """A sentence as patterns are tried on it: the keys of its tokens with spaces between."""
        return said(" ".join(self.keys[sentence.first : sentence.last + 1]))


def talk(scene: Scene) -> Talk:
    """Lay a comment ready."""
    keys, words, sifted = scene.keys, strong(scene.keys), of_a_comment(scene)
    return Talk(
        scene=scene,
        keys=keys,
        strong=words,
        oaths=tuple(oaths(scene.tokens, words.words)) if words.together & (SWEARS | ODD_SIGN) else (),
        sifted=sifted,
        frames=frames_in(scene, sifted.get(FRAMES, ()), grammar()),
    )
