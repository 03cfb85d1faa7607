"""Undoes what hides a name in the spelling: l e t t e r s apart, dots between them, words run together."""

import re
from collections.abc import Iterator

from workflows.people.tokens import HUMP, MAY_SPLIT, SINGLE, Token

FEWEST_LETTERS = 3
HUMPS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+(?:'[a-z]+)?|\d+")
# Capitals inside these do not begin a new word.
WHOLE = re.compile(
    r"(?:Mac|Mc|Fitz|De|Le|La|Di|Van|O)[A-Z][a-z]+$|(?:You|Tik|Whats|Face|Linked|Snap|Mini|Epi|i|e)[A-Z]"
)


def respelled(tokens: list[Token]) -> list[Token]:
    """The tokens with spaced-out words joined, camel case and hashtags split."""
    odd = _oddities(tokens)
    if odd.count(SINGLE) >= FEWEST_LETTERS:
        tokens = list(_letters_joined(tokens))
        odd = _oddities(tokens)
    return [part for token in tokens for part in _split(token)] if MAY_SPLIT in odd else tokens


def _oddities(tokens: list[Token]) -> list[int]:
    """What is odd in how words are written, for each that is odd."""
    return [token.odd for token in tokens if token.odd]


def _letters_joined(tokens: list[Token]) -> Iterator[Token]:
    at = 0
    while at < len(tokens):
        if len(tokens[at].surface) != 1:
            yield tokens[at]
            at += 1
            continue
        run = _run_of_letters(tokens, at)
        if len(run) >= FEWEST_LETTERS:
            surface = "".join(token.surface for token in run)
            yield Token(surface, run[0].start, run[-1].end, run[0].opens)
            at = _index_after(tokens, at, run[-1])
        else:
            yield tokens[at]
            at += 1


def _run_of_letters(tokens: list[Token], at: int) -> list[Token]:
    run: list[Token] = []
    while at < len(tokens) and _is_letter(tokens[at]) and (not run or _next_to(run[-1], tokens, at)):
        run.append(tokens[at])
        at += 2 if at + 1 < len(tokens) and tokens[at + 1].kind == "mark" and _touching(tokens, at) else 1
    return run


def _is_letter(token: Token) -> bool:
    return len(token.surface) == 1 and token.kind == "word"


def _touching(tokens: list[Token], at: int) -> bool:
    """Whether a mark stands between two letters without a space on either side."""
    return (
        at + 2 < len(tokens)
        and _is_letter(tokens[at + 2])
        and tokens[at].end == tokens[at + 1].start
        and tokens[at + 1].end == tokens[at + 2].start
    )


def _next_to(before: Token, tokens: list[Token], at: int) -> bool:
    """Letters belong together across one sign or one space; two spaces part words."""
    return tokens[at].start - before.end <= 1 or tokens[at - 1].kind == "mark"


def _index_after(tokens: list[Token], at: int, last: Token) -> int:
    while tokens[at].start < last.start:
        at += 1
    return at + 1


def _split(token: Token) -> Iterator[Token]:
    if token.kind == "hashtag":
        yield from _humps(token, token.start + 1, token.surface[1:], (token.start, token.end))
    elif token.is_word and _has_humps(token.surface):
        yield from _humps(token, token.start, token.surface, None)
    else:
        yield token


def _has_humps(surface: str) -> bool:
    if surface.islower() or surface[1:].islower():
        return False
    return not surface.isupper() and not WHOLE.match(surface) and HUMP.search(surface) is not None


def _humps(token: Token, start: int, surface: str, quote: tuple[int, int] | None) -> Iterator[Token]:
    if token.end - start != len(surface):  # Hidden characters inside: the parts keep the span of the whole.
        quote = quote or (token.start, token.end)
    for match in HUMPS.finditer(surface):
        first = min(start + match.start(), token.end - 1)
        yield Token(match.group(), first, min(start + match.end(), token.end), False, quote, token.kind)
