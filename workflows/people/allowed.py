"""What a school has allowed: phrases that were false alarms there, and the words of a text that they cover."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from workflows.people.joined import respelled
from workflows.people.mention import Fit, Mention
from workflows.people.tokens import Token, pieces

Phrases = Mapping[str, Sequence[tuple[str, ...]]]
# A phrase never hides a child whose surname is given, in full or as an initial.
NEVER_HIDDEN = frozenset({Fit.FULL, Fit.INITIAL, Fit.SURNAME})


def phrases(texts: Iterable[str]) -> Phrases:
    """Allowed phrases by their first word; those without a word are left out."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for text in texts:
        keys = tuple(token.key for token in respelled(pieces(text)))
        if any(key.isalnum() for key in keys):
            found[keys[0]].append(keys)
    return dict(found)


def covered(tokens: Sequence[Token], allowed: Phrases) -> frozenset[int]:
    """Indexes of the tokens that stand inside an allowed phrase."""
    if not allowed:
        return frozenset()
    keys = [token.key for token in tokens]
    return frozenset(
        index
        for at, key in enumerate(keys)
        for phrase in allowed.get(key, ())
        if tuple(keys[at : at + len(phrase)]) == phrase
        for index in range(at, at + len(phrase))
    )


def is_hidden(mention: Mention, cover: frozenset[int]) -> bool:
    """Whether a possible name lies wholly inside an allowed phrase and gives no surname of a pupil."""
    if mention.fit in NEVER_HIDDEN or not cover:
        return False
    return all(at in cover for at in range(mention.first, mention.last + 1))
