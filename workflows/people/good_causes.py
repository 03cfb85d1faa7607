"""What is told of a good cause, and so of nobody in particular: refugee week."""

from collections.abc import Sequence

from workflows.people.families import family
from workflows.people.tokens import Token

# The class adopted a hedgehog; our friends posted this.
OF_A_THING = {"adopted": frozenset({"a", "an"}), "posted": frozenset({"this", "it", "about", "a"})}


def is_of_a_cause(tokens: Sequence[Token], at: int) -> bool:
    """Refugee week, a diabetes coffee morning; what was adopted or posted there is no child."""
    following = tokens[at + 1].key if at + 1 < len(tokens) else ""
    return following in family("details", "causes") or following in OF_A_THING.get(tokens[at].key, ())
