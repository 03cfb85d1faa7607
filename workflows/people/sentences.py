"""The sentences of a tokenised text."""

from collections.abc import Sequence
from typing import NamedTuple

from workflows.people.tokens import SENTENCE_ENDS, Token

LONGEST = 90


class Sentence(NamedTuple):
    """Indexes of the first and last token of a sentence, and its place among the sentences of the text."""

    first: int
    last: int
    number: int = 0


def sentences(tokens: Sequence[Token], keys: Sequence[str]) -> list[Sentence]:
    """Sentences end at full stops, question and exclamation marks and line breaks; a decimal point ends none.

    `keys` are those of the tokens. What runs on for longer is cut, so that no sentence takes more than its share of
    time.
    """
    found: list[Sentence] = []
    first = 0
    ends = [at for at, key in enumerate(keys) if key in SENTENCE_ENDS and _ends(tokens, at)]
    for end in (*ends, len(tokens) - 1):
        while first <= end:
            last = min(end, first + LONGEST)
            if tokens[first].is_word or any(token.kind != "mark" for token in tokens[first : last + 1]):
                found.append(Sentence(first, last, len(found)))
            first = last + 1
    return found


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether the stop, the question or exclamation mark or the line break at an index ends a sentence."""
    token = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is None or token.surface == "\n" or following.start > token.end
