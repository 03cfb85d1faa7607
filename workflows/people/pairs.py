"""Brothers and sisters told apart together: the sisters who came from the hostel, two cousins in Year 3."""

from collections.abc import Sequence

from workflows.people.details import is_year
from workflows.people.families import family
from workflows.people.of_a_class import RELATIVES, end_of_group
from workflows.people.sentences import Sentence
from workflows.people.tokens import Token

KIN = frozenset({"brother", "sister", "brothers", "sisters", "siblings", "cousins", "twins", "triplets"})
BOTH = ("brother", "sister")
AND = frozenset({"and", "&", "n"})
SOME = frozenset({"the", "those", "them", "that", "two", "three", "both", "these", "a", "2", "3", "wee", "little"})
LINKS = frozenset({"in", "from", "with", "off"})
# What befalls children who are new, or in need; not what sisters do who run a shop or taught here.
BEFALLS = frozenset({"came", "come", "moved", "lost", "live", "lives", "started", "joined", "arrived", "were", "have",
                     "had", "got", "lived", "never", "always", "keep", "walk", "get", "are", "turned",
                     "share"})  # fmt: skip
APART = frozenset({"both", "one"})
BEFORE = 3


def pair(tokens: Sequence[Token], at: int, sentence: Sentence, classes: frozenset[str]) -> int | None:
    """Whether brother and sister, or the twins, are told apart from others of the school."""
    first, last = at, at
    if tokens[at].key in BOTH:
        if at - 2 < sentence.first or tokens[at - 1].key not in AND or tokens[at - 2].key not in BOTH:
            return None
        first = at - 2
    if last >= sentence.last or not _is_some(tokens, first, sentence):
        return None
    following = tokens[last + 1]
    if not following.is_word:
        apart = last + 2 <= sentence.last and tokens[last + 2].key in APART
        return at if apart and following.key == "," else None
    if following.key in RELATIVES:
        befalls = tokens[last + 2].key if last + 2 <= sentence.last else ""
        return at if befalls in BEFALLS else None
    if following.key not in LINKS:
        return None
    of_a_year = any(is_year(tokens, before) for before in range(max(sentence.first, first - BEFORE), first))
    return at if of_a_year or _is_known_by(tokens, last + 1, sentence, classes) else None


def _is_some(tokens: Sequence[Token], first: int, sentence: Sentence) -> bool:
    """The, those, two; or nothing at all, at the head of what is said."""
    return first == sentence.first or any(
        token.key in SOME for token in tokens[max(sentence.first, first - BEFORE) : first]
    )


def _is_known_by(tokens: Sequence[Token], at: int, sentence: Sentence, classes: frozenset[str]) -> bool:
    """In Otter and Badger; with the matching patches; from the hostel, not from the bakery."""
    if end_of_group(tokens, at + 1, sentence, classes) is not None:
        return True
    near = {token.key for token in tokens[at + 1 : min(at + 5, sentence.last + 1)]}
    if tokens[at].key == "with":
        return not near.isdisjoint(family("children", "of_a_body"))
    return tokens[at].key in ("from", "off") and not near.isdisjoint(family("children", "homes"))
