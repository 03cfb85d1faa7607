"""Clause 5.8: the equality policy; hateful words about people block a draft."""

from collections.abc import Iterator

from workflows.policy.case import Case
from workflows.policy.enforcement import enforces
from workflows.policy.findings import Finding
from workflows.policy.slurs import is_plain_slur


@enforces("5.8")
def discriminatory_words(case: Case) -> Iterator[Finding]:
    """A slur against people for what they are; words that are often a name or an animal are left to people."""
    for at, token in enumerate(case.scene.tokens):
        if token.kind == "word" and is_plain_slur(token.key) and at not in case.scene.allowed:
            quote = case.quote(token.start, token.end)
            yield Finding("5.8", f"“{quote}” is a slur. Please say it another way.", token.start, token.end, quote)
