"""Places that no list holds: by the canal, outside the bookies, off Fell Lane."""

from collections.abc import Iterator, Sequence

from workflows.people.families import family
from workflows.people.register import Register
from workflows.people.tokens import Token

BESIDE = frozenset(
    {"by", "near", "outside", "behind", "opposite", "above", "beside", "off", "under", "underneath", "past", "fae",
     "frae"}
)  # fmt: skip


def told_by_a_place(tokens: Sequence[Token], at: int, register: Register) -> Iterator[str]:
    """By the canal, outside the bookies, off Fell Lane: whatever stands there is a place."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or not following.is_word:
        return
    if following.key in ("the", "my", "our", "a"):
        noun = tokens[at + 2].key if at + 2 < len(tokens) else ""
        if noun.endswith("'s") and tokens[at + 2].bare in family("children", "born"):
            return
        if noun[:1].isalpha() and noun not in family("details", "no_place"):
            yield "place"
    elif (
        tokens[at].key not in ("by", "under", "past")
        and following.capital
        and not following.shouted
        and not register.is_class((following.key, ""))
    ):
        yield "place"
