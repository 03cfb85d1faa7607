"""Clause 5.8: the equality policy; hateful words about people block a draft."""

from collections.abc import Iterator

from workflows.policy.case import Case
from workflows.policy.enforcement import enforces
from workflows.policy.findings import Finding
from workflows.policy.strong import PLAIN_SLUR


@enforces("5.8")
def discriminatory_words(case: Case) -> Iterator[Finding]:
    """A slur against people for what they are; words that are often a name or an animal are left to people."""
    if not case.strong.together & PLAIN_SLUR:
        return
    for at, token in enumerate(case.scene.tokens):
        if token.kind == "word" and case.strong.words[at] & PLAIN_SLUR and at not in case.scene.allowed:
            quote = case.quote(token.start, token.end)
            yield Finding("5.8", f"“{quote}” is a slur. Please say it another way.", token.start, token.end, quote)
