"""What befell a child's body in so many words: broke her wrist, banged his head."""

from collections.abc import Sequence

from workflows.people.families import family
from workflows.people.tokens import Token

OF_A_CHILD = frozenset({"his", "her", "their", "hes"})
HURTS = frozenset(
    {"broke", "broken", "breaking", "fractured", "sprained", "twisted", "dislocated", "trapped", "burnt", "burned",
     "scalded", "banged", "split", "gashed", "cut", "smashed", "hurt", "bumped", "cracked", "chipped", "grazed",
     "snapped"}
)  # fmt: skip


def is_hurt(tokens: Sequence[Token], at: int) -> bool:
    """Broke her wrist, fractured his elbow, banged their heads."""
    if at + 2 >= len(tokens) or tokens[at + 1].key not in OF_A_CHILD:
        return False
    return tokens[at].key in HURTS and tokens[at + 2].bare in family("details", "limbs")
