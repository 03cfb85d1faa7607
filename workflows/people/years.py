"""Years and stages under other names: the third year, top juniors, class 4, 5H."""

import re
from collections.abc import Sequence

from workflows.people.families import family
from workflows.people.tokens import Token

STAGES = frozenset({"juniors", "infants", "foundation", "eyfs", "fs1", "fs2", "ks1", "ks2"})
FIRST_WORDS = STAGES | {"year", "years", "class", "junior", "infant", "jnr", "jnrs"}
IN = frozenset({"in", "from", "of", "out"})
THE = frozenset({"the", "that", "our", "her", "his", "my", "your", "t'"})
RANKS = frozenset(
    {"top", "upper", "lower", "bottom", "middle", "first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th"}
)
FORM = re.compile(r"[1-6][abcehjlmnprstw]$")
NOT_AFTER_A_YEAR = frozenset({"of", "running", "in", "at", "since", "ago", "that", "on", "old", "i", "we"})


def is_a_year_in_words(tokens: Sequence[Token], at: int) -> bool:
    """Whether a stage of the school stands at an index, with "in" or "from" before it."""
    word = tokens[at].key
    if FORM.match(word):
        return tokens[at].shouted and at > 0 and tokens[at - 1].key in IN
    if word not in FIRST_WORDS:
        return False
    if word in ("class", "junior", "infant", "jnr"):
        return at + 1 < len(tokens) and tokens[at + 1].key in family("years", "numbers")
    first = at - 1
    ranked = first >= 0 and tokens[first].key in RANKS
    if word in ("year", "years"):
        following = tokens[at + 1].key if at + 1 < len(tokens) else ""
        if not ranked or following in NOT_AFTER_A_YEAR:
            return False
    first -= ranked
    first -= first >= 0 and tokens[first].key in THE
    return first >= 0 and tokens[first].key in IN
