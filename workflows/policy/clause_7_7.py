"""Clause 7.7: the profanity filter is set to strong, for our own posts too."""

from collections.abc import Iterator

from workflows.policy.case import Case
from workflows.policy.enforcement import enforces
from workflows.policy.findings import Finding
from workflows.policy.profanity import ODD_SIGN, SWEARS, oaths


@enforces("7.7")
def swearing(case: Case) -> Iterator[Finding]:
    """Swearing, also mild or disguised."""
    tokens = case.scene.tokens
    for oath in oaths(tokens, case.strong.words) if case.strong.together & (SWEARS | ODD_SIGN) else ():
        if case.scene.allowed.issuperset(range(oath.first, oath.last + 1)):
            continue
        start, end = tokens[oath.first].shown[0], tokens[oath.last].shown[1]
        quote = case.quote(start, end)
        yield Finding("7.7", f"“{quote}” is swearing. Please say it another way.", start, end, quote)
