"""Children of whom only the initials are given: R.N. in Merlin, frightened of A.D."""

from collections.abc import Sequence

from workflows.people import families
from workflows.people.mention import Fit, Mention
from workflows.people.register import Register
from workflows.people.tokens import Token


def by_initials(tokens: Sequence[Token], at: int, register: Register) -> Mention | None:
    """Two capital letters, each with a full stop, that abbreviate no known word and are no surname's beginning."""
    first, dot, second = (*tokens[at : at + 3], *[None] * 3)[:3]
    if first is None or dot is None or second is None or not _is_a_pair(first, dot, second):
        return None
    last = at + 3 if at + 3 < len(tokens) and tokens[at + 3].surface == "." else at + 2
    letters = first.key + second.key
    if called := _called_by_initials(tokens, at, last, letters, register):
        return called
    if letters in families.family("initials", "abbreviations") or _is_part_of_more(tokens, at, last):
        return None
    pupils = register.with_initials(letters)
    return Mention(at, last, first.start, tokens[last].end, "", Fit.INITIALS, pupils)


def _called_by_initials(
    tokens: Sequence[Token], at: int, last: int, letters: str, register: Register
) -> Mention | None:
    """T.J., A.J.: what a pupil is registered as, or many a child is called."""
    pupils = register.with_forename(letters)
    if not pupils and (letters not in families.family("initials", "called") or _is_part_of_more(tokens, at, last)):
        return None
    fit = Fit.FORENAME if pupils else Fit.UNLISTED
    return Mention(at, last, tokens[at].start, tokens[last].end, letters, fit, pupils)


def _is_a_pair(first: Token, dot: Token, second: Token) -> bool:
    capitals = all(len(each.surface) == 1 and each.surface.isalpha() and each.capital for each in (first, second))
    return capitals and dot.surface == "." and first.end == dot.start and dot.end == second.start


def _is_part_of_more(tokens: Sequence[Token], at: int, last: int) -> bool:
    """J.K. Rowling, S.E.N., 43 A.D. and A.D. 43."""
    before, following = tokens[at - 1] if at else None, tokens[last + 1] if last + 1 < len(tokens) else None
    if before is not None and (before.key.isdigit() or (before.surface == "." and before.end == tokens[at].start)):
        return True
    return following is not None and (following.key.isdigit() or (following.capital and following.is_word))
