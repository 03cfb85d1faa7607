"""A child that is any child: if a child falls, a hungry child can't learn, what about a kid with asthma."""

from collections.abc import Sequence
from itertools import pairwise

from workflows.people.families import family
from workflows.people.tokens import Token

FAR = 20
SUPPOSING = frozenset({"if", "unless", "whenever", "suppose", "imagine"})
MAYBE = frozenset({"could", "might", "may", "will", "should", "must", "would", "shouldn't", "mustn't", "needs"})
NEEDY = frozenset({("in", "need"), ("in", "crisis"), ("in", "care"), ("in", "poverty"), ("at", "risk")})
HAPPENED = frozenset(
    {"was", "had", "went", "got", "today", "yesterday", "year", "y1", "y2", "y3", "y4", "y5", "y6", "my"}
)
STATES = frozenset(
    {"tired", "need", "bullied", "excluded", "picked", "needed", "scared", "supposed", "allowed", "loved"}
)
OF_ANYBODY = (
    ["for"],
    ["would"],
    ["imagine"],
    ["like"],
    ["than"],
    ["suppose"],
    ["when"],
    ["whenever"],
    ["as"],
    ["watching"],
)
OF_ANYBODY_AT_ALL = frozenset(
    {("what", "about"), ("how", "about"), ("how", "is"), ("how", "can"), ("how", "does"), ("provision", "for"),
     ("what", "if"), ("sort", "of"), ("kind", "of"), ("parent", "of"), ("happens", "to"),
     ("do", "with"), ("work", "with"),
     ("working", "with")}
)  # fmt: skip


def is_any_child(tokens: Sequence[Token], at: int) -> bool:
    """If a child falls; it takes one child; a child in need of a coat; a kid with no tea can't learn; £5 a child."""
    before = [token.key for token in tokens[max(0, at - FAR) : at]]
    following = tuple(token.key for token in tokens[at + 1 : at + 3])
    # If anybody has boots, for a boy in Year 4 who came without.
    clause = before[-before[::-1].index(",") :] if "," in before and _is_of_a_class(tokens, at) else before
    supposed = not SUPPOSING.isdisjoint(clause) and not (tokens[at - 1].capital and not tokens[at - 1].opens)
    if supposed or not MAYBE.isdisjoint(following) or before[-2:-1] in (["takes"], ["take"]):
        return True
    if before[-1:] == ["a"] and (_is_a_price(before[-2:-1]) or before[-2:-1] == ["not"]):
        return True
    return following in NEEDY or _is_every_child(before) or _is_a_saying(tokens, at, before)


def _is_a_price(before: Sequence[str]) -> bool:
    """Fifty pounds a child, 2 a kid."""
    return before != [] and (before[0][:1].isdigit() or before[0] in ("pounds", "quid", "pence", "pound", "each"))


def _is_a_saying(tokens: Sequence[Token], at: int, before: Sequence[str]) -> bool:
    """A child who feels safe learns; how is a child in a wheelchair meant to; what about a kid with asthma."""
    if before[-1:] not in (["a"], ["any"]) or tokens[at].bare not in ("child", "kid", "pupil", "student", "youngster"):
        return False
    happened, general = _told_of(tokens, at)
    if happened:
        return False
    return general if len(before) == 1 else _ends_so(before[:-1])


def _is_of_a_class(tokens: Sequence[Token], at: int) -> bool:
    """A boy in Year 4, a girl from Otter."""
    return len(tokens) > at + 2 and tokens[at + 1].key in ("in", "from") and tokens[at + 2].capital


def _ends_so(before: Sequence[str]) -> bool:
    return before[-1:] in OF_ANYBODY or tuple(before[-2:]) in OF_ANYBODY_AT_ALL


def _told_of(tokens: Sequence[Token], at: int) -> tuple[bool, bool]:
    """Whether the sentence tells what happened, and whether it tells what always holds: needs, learns, can't.

    What you can see does not: a child in Otter has nits so bad you can see them.
    """
    general = False
    for before, token in pairwise(tokens[at : at + 1 + FAR]):
        if token.kind == "mark" and token.key in (".", "!", "?", "\n"):
            break
        if token.key in HAPPENED or (token.key.endswith("ed") and token.key not in STATES):
            return True, False
        general = general or (token.key in family("children", "in_general") and before.key != "you")
    return False, general


def _is_every_child(before: Sequence[str]) -> bool:
    """Every child of Year 6 is paired with a child in Reception."""
    young = family("children", "young")
    return any(
        first in ("every", "each") and (second in young or second in ("one", "single", "class"))
        for first, second in pairwise(before)
    )
